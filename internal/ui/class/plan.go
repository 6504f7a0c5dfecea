package class

import (
	"strings"
	"time"
	"unicode"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// askPlan lays the class out over its dates: every day, or without weekends, and without the days that are named.
func (s *sessions) askPlan() {
	first, last := s.class.Dates()
	if first.IsZero() || last.IsZero() {
		s.p.deps.ShowError(training.ErrNoDates)
		return
	}
	weekend := kit.NewToggle(text.T("class.plan.meet"), text.T("class.plan.rest"))
	weekend.SetValue(text.T("class.plan.meet"))
	off := kit.NewEntry()
	off.SetPlaceHolder(text.T("class.plan.off.hint"))
	problem := kit.Caption("", kit.Bad)
	d := &kit.Dialog{Title: text.T("class.plan"), First: weekend, OnClose: s.focus}
	take := func() {
		days, bad := offDays(off.Text, first)
		if bad != "" {
			kit.SetWords(problem, text.T("class.plan.off.bad", bad), kit.Bad)
			kit.Focus(off)
			return
		}
		d.Close()
		s.run(func(day time.Time) bool {
			rest := weekend.Value() == text.T("class.plan.rest") && (day.Weekday() == time.Saturday || day.Weekday() == time.Sunday)
			return rest || days[day.Format(time.DateOnly)]
		})
	}
	off.Enter = func() bool { take(); return true }
	off.Escape, weekend.Escape = d.Close, d.Close
	days := int(last.Sub(first).Hours()/24) + 1
	halves := s.class.Answers[training.Halves]
	if halves == "" {
		halves = training.Morning + "、" + training.Afternoon
	}
	d.Content = kit.Rows(8,
		kit.Prose(text.T("class.plan.what", s.class.Answers[training.StartsOn], s.class.Answers[training.EndsOn], days, halves), kit.Plain),
		kit.Words(text.T("class.plan.weekend"), kit.Plain), kit.Line(0, weekend),
		kit.Words(text.T("class.plan.off"), kit.Plain), off, problem,
		kit.Prose(text.T("class.plan.keeps"), kit.Quiet))
	d.Buttons = []*kit.Button{kit.NewButton(text.T("class.cancel"), d.Close), kit.NewPrimary(text.T("class.plan.do"), take)}
	d.Show(s.p.deps.Window)
}

// offDays reads days as people write them, parted by blanks or commas; a day and month alone are of the class's first year.
// bad is what could not be read.
func offDays(typed string, first time.Time) (days map[string]bool, bad string) {
	days = map[string]bool{}
	for _, w := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(" 　,，、;；\n", r) }) {
		stored, err := survey.DateKind.Clean(survey.Field{}, w)
		if err != nil || len(stored) != len(time.DateOnly) {
			stored = monthAndDay(w, first)
		}
		if stored == "" {
			return nil, w
		}
		days[stored] = true
	}
	return days, ""
}

// monthAndDay reads a month and a day, whatever stands between and behind them.
func monthAndDay(w string, first time.Time) string {
	parts := strings.FieldsFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
	t, err := time.Parse("1-2", strings.Join(parts, "-"))
	if err != nil {
		return ""
	}
	day := time.Date(first.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if day.Before(first.AddDate(0, 0, -1)) {
		day = day.AddDate(1, 0, 0) // a class that runs over the turn of the year
	}
	return day.Format(time.DateOnly)
}

// run plans away from the window's thread.
func (s *sessions) run(off func(day time.Time) bool) {
	class := s.class.ID
	var all []training.Session
	var err error
	s.p.deps.Go(func() { all, err = s.p.deps.Desk.PlanSessions(class, off) }, func() {
		if err != nil {
			s.p.deps.ShowError(err)
			return
		}
		s.p.deps.Toast(text.T("class.planned", len(all)))
		s.p.Refresh()
		s.focus()
	})
}
