package form

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Timeline shows dated facts: what holds today first, each kind together, the latest of it first; what is over stands quietly
// below. correct opens the form of a fact; ended is called after one was ended.
func Timeline(d page.Deps, facts []registry.Record, correct func(id string)) fyne.CanvasObject {
	rows := kit.Rows(8)
	today := d.Desk.Today()
	for _, f := range ordered(registry.FactsOf(facts), today) {
		rows.Add(factLine(d, f, today, correct))
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.Prose(text.T("form.facts.none"), kit.Quiet))
	}
	return rows
}

// ordered puts what holds before what is over, kind by kind.
func ordered(facts []registry.Fact, today time.Time) []registry.Fact {
	place := map[string]int{}
	for i, c := range survey.List("fact_kind") {
		place[c.Name] = i
	}
	slices.SortStableFunc(facts, func(a, b registry.Fact) int {
		return cmp.Or(over(a, today)-over(b, today), place[a.Kind()]-place[b.Kind()], cmp.Compare(b.Get(survey.StartsOn), a.Get(survey.StartsOn)))
	})
	return facts
}

func over(f registry.Fact, today time.Time) int {
	if f.On(today) {
		return 0
	}
	return 1
}

func factLine(d page.Deps, f registry.Fact, today time.Time, correct func(id string)) fyne.CanvasObject {
	tone, words := kit.Accent, kit.Plain
	if !f.On(today) {
		tone, words = kit.Quiet, kit.Quiet
	}
	lead := kit.Line(10, kit.Badge(f.Kind(), tone), kit.Caption(factSpan(f), kit.Quiet))
	line := Beside(lead, kit.Prose(factWords(f), words))
	buttons := kit.Line(2)
	if f.Open() && f.On(today) {
		buttons.Add(kit.NewQuiet(text.T("form.fact.end"), func() { endFact(d, f) }))
	}
	buttons.Add(kit.NewQuiet(text.T("form.fact.correct"), func() { correct(f.ID) }))
	body := line
	if under := strings.Join(present(f.Get(survey.WhyEnded), sourceWords(f), f.Get(survey.FactNote)), "　"); under != "" {
		body = kit.Rows(1, line, kit.Prose(under, kit.Quiet))
	}
	return container.NewBorder(nil, nil, nil, buttons, body)
}

// guarded hides the middle of a number that begins with an ID number: that of a disability certificate is one with two digits more.
func guarded(no string) string {
	if len(no) >= 18 && survey.ValidID(no[:18]) {
		return survey.MaskID(no[:18]) + no[18:]
	}
	return no
}

// factWords is what a fact says beside its kind.
func factWords(f registry.Fact) string {
	a := f.Unpack()
	words := present(a[survey.FactDetail], a[survey.FactGrade], a[survey.Term], a[survey.FactFirm], a[survey.FactTrade], a[survey.FactPlace])
	if v := a[survey.Amount]; v != "" {
		words = append(words, text.T("form.fact.amount", v))
	}
	if v := a[survey.FactPeople]; v != "" {
		words = append(words, text.T("form.fact.people", v))
	}
	if v := a[survey.FactNo]; v != "" {
		words = append(words, text.T("form.fact.no", guarded(v)))
	}
	return strings.Join(words, "　")
}

// factSpan is since when and until when.
func factSpan(f registry.Fact) string {
	from, until := f.Get(survey.StartsOn), f.Get(survey.EndsOn)
	switch {
	case from == "" && until == "":
		return text.T("form.fact.always")
	case from == "":
		return text.T("form.fact.until", until)
	case until == "":
		return text.T("form.fact.since", from)
	}
	return text.T("form.fact.span", from, until)
}

func sourceWords(f registry.Fact) string {
	if s := f.Get(survey.Source); s != "" {
		return text.T("form.fact.source", s, f.Get(survey.SaidOn))
	}
	return ""
}

func present(words ...string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return strings.TrimSpace(w) == "" })
}

// endFact asks since when a fact no longer holds, and why.
func endFact(d page.Deps, f registry.Fact) {
	on := NewDay(d)
	why := Ask(d, survey.Fact, survey.WhyEnded, "")
	s := &Short{
		Title: text.T("form.fact.end.title", f.Kind()), Yes: text.T("form.fact.end"),
		Rows: []ShortRow{{Label: text.T("form.fact.end.on"), Input: on, Hint: text.T("form.fact.end.hint")}, why},
		Do: func(how ...desk.How) error {
			a := survey.Answers{}
			for k, v := range f.Unpack() {
				a[k] = v
			}
			a[survey.EndsOn], a[survey.WhyEnded] = on.Value(), why.Input.Value()
			_, err := d.Desk.SaveRecord(registry.TypeFact, f.ID, a, how...)
			if err == nil {
				d.Undo(text.T("form.fact.ended", f.Kind()))
				d.Changed()
			}
			return err
		},
	}
	s.Show(d)
}

// Standing is a line that shows what held on a day: today at first, any other that is typed in. draw makes the words of a day.
func Standing(d page.Deps, draw func(day time.Time) []fyne.CanvasObject) fyne.CanvasObject {
	on, line := NewDay(d), kit.Flow(6)
	show := func() {
		day, ok := survey.Day(on.Value())
		line.Objects = []fyne.CanvasObject{kit.Words(text.T("form.standing.no_day"), kit.Quiet)}
		if ok {
			line.Objects = draw(day)
		}
		if len(line.Objects) == 0 {
			line.Objects = []fyne.CanvasObject{kit.Words(text.T("form.standing.none"), kit.Quiet)}
		}
		line.Refresh()
	}
	on.OnChange(show)
	show()
	day := kit.Line(8, kit.Caption(text.T("form.standing"), kit.Quiet), kit.Wide(kit.Size(theme.SizeNameText)*7.8, on), kit.Words("", kit.Plain))
	return container.NewBorder(nil, nil, day, nil, container.New(layout.NewCustomPaddedLayout(7, 0, 0, 0), line))
}

// Held are badges of the facts that held on a day, each kind once, those that say the most first.
func Held(facts []registry.Record, day time.Time) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	seen := map[string]bool{}
	for _, f := range ordered(registry.FactsOf(facts), day) {
		words := f.Kind()
		if f.Detail() != "" && f.Detail() != words {
			words += " " + f.Detail()
		}
		if f.On(day) && !seen[words] {
			seen[words] = true
			out = append(out, kit.Badge(words, kit.Accent))
		}
	}
	return out
}
