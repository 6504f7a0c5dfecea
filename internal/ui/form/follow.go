package form

import (
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/page"
)

// filler gives a form of t the answers that follow from another one; nil where none do. A school of the directory brings whom to call
// there, which the person may change.
func (s *Sheet) filler(t *survey.Table) func(survey.Answers) {
	if t.Name != registry.TypeReferral {
		return nil
	}
	last := ""
	return func(a survey.Answers) {
		name := a[survey.ReferralSchool]
		if name == last {
			return
		}
		last = name
		school, ok := page.School(s.d.Desk, name)
		for _, f := range s.d.Desk.Table(registry.TypeSchool).Fields {
			if _, asked := t.Field(f.Key); ok && asked {
				s.Offer(f.Key, school[f.Key])
			}
		}
	}
}
