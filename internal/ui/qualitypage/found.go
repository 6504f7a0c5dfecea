package qualitypage

import (
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/page"
)

// found is what one look through the register gave.
type found struct {
	src        *report.Source
	checks     quality.Set
	all        []quality.Finding
	lags       []quality.Lag
	who        []string // of each finding: whom or what it is about
	where      []string // of each finding: the name of its village
	edition    int      // of the register that was looked through
	bySeverity map[quality.Severity]int
	titles     map[string]string // of the checks, by code
}

// look looks the register through.
func look(d *desk.Desk) (*found, error) {
	f := &found{edition: d.Edition(), bySeverity: map[quality.Severity]int{}, titles: map[string]string{}}
	var err error
	if f.src, err = d.Source(); err != nil {
		return nil, err
	}
	if f.checks, err = d.Checks(); err != nil {
		return nil, err
	}
	f.all, f.lags = f.checks.Find(f.src), f.checks.Lags(f.src)
	for _, c := range f.checks {
		f.titles[c.Code] = c.Title()
	}
	names := map[string]string{}
	for _, x := range f.all {
		names[x.Person] = ""
		f.bySeverity[x.Severity]++
	}
	for _, p := range f.src.People {
		if _, wanted := names[p.ID]; wanted {
			names[p.ID] = p.Name()
		}
	}
	villages := map[string]string{} // few, while there may be a finding for every person, and a name is looked up in the register
	for _, x := range f.all {
		village, known := villages[x.Village]
		if !known {
			village = page.VillageName(x.Village)
			villages[x.Village] = village
		}
		f.who, f.where = append(f.who, f.name(x, names)), append(f.where, village)
	}
	return f, nil
}

// name is whom a finding is about: a person, or a household by its head.
func (f *found) name(x quality.Finding, names map[string]string) string {
	if n := names[x.Person]; x.Person != "" && n != "" {
		return n
	}
	if h, ok := f.src.Households[x.Household]; ok {
		if h.Head() == "" {
			return text.T("page.house", h.No())
		}
		return text.T("page.house", h.Head())
	}
	if c, ok := f.src.Classes[x.ID]; ok {
		return c.Name()
	}
	return ""
}

// wish is what the findings are narrowed down by.
type wish struct{ village, severity, check, words string }

// pass gives the findings that a filter leaves.
func (f *found) pass(w wish) []int {
	words := strings.Fields(w.words)
	rows := []int{}
	for i, x := range f.all {
		if (w.village == "" || x.Village == w.village) && (w.severity == "" || string(x.Severity) == w.severity) && (w.check == "" || x.Check == w.check) && f.says(i, words) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (f *found) says(i int, words []string) bool {
	x := f.all[i]
	return !slices.ContainsFunc(words, func(w string) bool {
		return !strings.Contains(x.Sentence, w) && !strings.Contains(f.who[i], w) && !strings.Contains(f.where[i], w)
	})
}
