package form

import (
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// wrongNames is how many questions the line of what is wrong names.
const wrongNames = 6

// tellWrong names at the foot what must be changed, each name a way there; nil takes the line away.
func (v *view) tellWrong(bad []survey.Problem) {
	v.wrong.RemoveAll()
	if len(bad) > 1 {
		row := kit.Line(4, kit.Caption(text.T("form.wrong"), kit.Bad))
		for i, key := range keysOf(bad) {
			if i == wrongNames {
				row.Add(kit.Caption(text.T("form.wrong.more", len(bad)-i), kit.Quiet))
				break
			}
			row.Add(kit.NewQuiet(v.of.byKey[key].field.Label, func() { v.of.goTo(key) }))
		}
		v.wrong.Add(row)
	}
	v.wrong.Refresh()
	v.relay()
}

// keysOf are the questions that problems are about, each once.
func keysOf(problems []survey.Problem) (keys []string) {
	seen := map[string]bool{}
	for _, p := range problems {
		if !seen[p.Key] {
			seen[p.Key] = true
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// relay gives the foot the room it needs now.
func (v *view) relay() {
	if v.size.Width > 0 {
		v.content.Refresh()
		v.border.Refresh()
	}
}
