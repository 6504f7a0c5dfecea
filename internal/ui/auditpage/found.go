package auditpage

import (
	"cmp"
	"slices"
	"strings"

	"ruhu/internal/audit"
	"ruhu/internal/desk"
	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// found is what one look through the classes gave.
type found struct {
	src        *report.Source
	all        []quality.Finding
	who        []string // of each finding: whom it is about
	classes    []course // those looked through, the worst first
	edition    int      // of the register that was looked through
	bySeverity map[quality.Severity]int
}

// course is a class with how many findings of each severity it has.
type course struct {
	training.Class
	bySeverity map[quality.Severity]int
}

func look(d *desk.Desk) (*found, error) {
	f := &found{edition: d.Edition(), bySeverity: map[quality.Severity]int{}}
	var err error
	if f.src, err = d.Source(); err != nil {
		return nil, err
	}
	f.all = audit.Run(f.src, d.RuleBook(), d.Catalogue())
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
	for _, x := range f.all {
		f.who = append(f.who, names[x.Person])
	}
	f.byClass()
	return f, nil
}

// byClass counts the findings of each class that was at least applied for.
func (f *found) byClass() {
	counts := map[string]map[quality.Severity]int{}
	for _, x := range f.all {
		if counts[x.Class] == nil {
			counts[x.Class] = map[quality.Severity]int{}
		}
		counts[x.Class][x.Severity]++
	}
	for id, c := range f.src.Classes {
		if c.Stage() != training.Draft {
			f.classes = append(f.classes, course{c, counts[id]})
		}
	}
	slices.SortFunc(f.classes, func(a, b course) int {
		for _, s := range quality.Severities {
			if d := b.bySeverity[s] - a.bySeverity[s]; d != 0 {
				return d
			}
		}
		return cmp.Or(cmp.Compare(b.Answers[training.StartsOn], a.Answers[training.StartsOn]), cmp.Compare(a.ID, b.ID))
	})
}

// className is the name of a class, with its number where it has one: two classes of a trade are told apart.
func (f *found) className(id string) string {
	c := f.src.Classes[id]
	return strings.TrimSpace(c.Name() + "　" + c.No())
}

// wish is what the findings are narrowed down by.
type wish struct{ class, severity, check, words string }

// pass gives the findings that a filter leaves.
func (f *found) pass(w wish) []int {
	words, rows := strings.Fields(w.words), []int{}
	for i, x := range f.all {
		if (w.class == "" || x.Class == w.class) && (w.severity == "" || string(x.Severity) == w.severity) && (w.check == "" || x.Check == w.check) && f.says(i, words) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (f *found) says(i int, words []string) bool {
	whole := survey.Fold(f.all[i].Sentence + "\n" + f.who[i] + "\n" + f.className(f.all[i].Class))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(whole, survey.Fold(w)) })
}
