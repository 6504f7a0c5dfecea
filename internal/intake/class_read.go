package intake

import (
	"regexp"
	"strconv"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// rosterTitle is what stands over, or names, the sheet of a class's trainees.
var rosterTitle = regexp.MustCompile(`学员.{0,6}(?:名册|花名册|名单|登记表|信息表)|(?:培训班?|参训人员).{0,6}(?:名册|花名册|名单)`)

// readClass looks for the form of a class, or for a roster that says over its header of what class it is.
func (w *work) readClass() {
	if w.o.class != "" {
		w.waitingClass()
		return
	}
	h := classHeadings()
	for i := range w.plan.book.Sheets {
		s := &w.plan.book.Sheets[i]
		l, _, err := w.lay(s)
		people := err == nil && speaksOfPeople(l)
		switch {
		case s.Hidden || w.class != nil && w.class.Sheet != "":
		case !people && isForm(s, h):
			w.newClass()
			w.readForm(s, h)
		case people && isForm(overHeader(s, l), h):
			w.newClass()
			w.readForm(overHeader(s, l), h)
		case people && rosterTitle.MatchString(titleOf(s, l)):
			w.rosterClass(s, l, h)
		}
	}
	if w.class == nil {
		return
	}
	w.class.complete(w.o)
	for _, err := range (training.Class{Answers: w.class.Answers}).Missing(training.Filed, 1, 0) {
		w.class.Missing = append(w.class.Missing, text.Explain(err).What)
	}
	w.knownClass()
	if !w.class.Known {
		w.class.ID = w.o.newID()
	}
}

// overHeader is what stands over the header of a list: there may be the form, and the roster below it.
func overHeader(s *sheet.Sheet, l *sheet.Layout) *sheet.Sheet {
	out := *s
	out.Rows = s.Rows[:l.Top]
	return &out
}

// waitingClass is the class for which a waiting row stood on a roster.
func (w *work) waitingClass() {
	reg, _ := w.reg.(ClassRegister)
	if reg == nil {
		return
	}
	for _, c := range reg.Classes() {
		if c.ID == w.o.class {
			w.newClass()
			w.class.ID, w.class.Known, w.class.Answers = c.ID, true, c.Answers
		}
	}
}

func (w *work) newClass() {
	if w.class == nil {
		w.class = &Class{Answers: survey.Answers{}}
		w.plan.Kind, w.plan.Class = Classes, w.class
	}
}

// titleOf is what stands over the header, and the sheet's name.
func titleOf(s *sheet.Sheet, l *sheet.Layout) string {
	out := s.Name
	for line := range l.Top {
		out += "\n" + lineText(s, line)
	}
	return out
}

// rosterClass takes a roster for that of a class where the lines over it say what is taught and when it begins.
func (w *work) rosterClass(s *sheet.Sheet, l *sheet.Layout, h *sheet.Headings) {
	f := &form{w: w, sheet: s, heads: h, class: &Class{Answers: survey.Answers{}}, at: map[string]place{}}
	for f.line = range l.Top {
		for _, c := range f.cells() {
			f.colons(c)
		}
	}
	a := f.class.Answers
	if w.class == nil && (a[training.Trade] == "" || a[training.StartsOn] == "") {
		return
	}
	w.newClass()
	for key, v := range a { // the form knows better
		if w.class.Answers[key] == "" {
			w.class.Answers[key] = v
		}
	}
}

// ofForm says what is wrong with a cell of the form.
func (w *work) ofForm(s *sheet.Sheet, line, col int, label string, level Level, kind, found, to string) {
	p := Problem{Sheet: s.Name, Row: line + 1, Column: label, Kind: kind, Level: level, Found: found, To: to, at: col}
	w.plan.sheetProblems = append(w.plan.sheetProblems, p)
}

// checkForm compares the hours of the courses with their total.
func (w *work) checkForm(f *form) {
	sum := 0.0
	for _, c := range f.class.Courses {
		sum += c.Theory + c.Practice
	}
	said, err := strconv.ParseFloat(f.class.Answers[training.Hours], 64)
	if at, ok := f.at[training.Hours]; ok && err == nil && sum > 0 && sum != said {
		w.ofForm(f.sheet, at.line, at.col, at.label, Warning, kindFormHours, f.class.Answers[training.Hours], number(sum))
	}
	w.form = f
}

// checkCount compares the number of trainees in the form with the roster, when it is known who is who.
func (w *work) checkCount() error {
	rows, people := 0, 0
	for i := range w.plan.Rows {
		if r := &w.plan.Rows[i]; r.state.noise == "" {
			rows++
			if r.With < 0 {
				people++
			}
		}
	}
	if w.form == nil || rows == 0 {
		return nil
	}
	at, ok := w.form.at[training.Planned]
	said, err := strconv.Atoi(w.class.Answers[training.Planned])
	if ok && err == nil && said != people {
		to := strconv.Itoa(rows)
		if people != rows {
			to = strings.Join([]string{to, strconv.Itoa(people)}, "/")
		}
		w.ofForm(w.form.sheet, at.line, at.col, at.label, Warning, kindFormCount, w.class.Answers[training.Planned], to)
	}
	return nil
}

// knownClass finds the class in the register: by its number, or by institution, trade and first day. What people have filled in
// since stays; only what is blank there is filled. A class of that number with another trade and another first day is another
// one: one of the two numbers is wrong, and that is said.
func (w *work) knownClass() {
	reg, ok := w.reg.(ClassRegister)
	if !ok {
		return
	}
	a := w.class.Answers
	for _, c := range reg.Classes() {
		no := a[training.ClassNo] != "" && c.No() == a[training.ClassNo]
		if no && differ(c, a, training.Trade) && differ(c, a, training.StartsOn) {
			w.numberTaken(c)
			continue
		}
		same := a[training.StartsOn] != "" && c.Answers[training.StartsOn] == a[training.StartsOn] && c.Trade() == a[training.Trade] &&
			c.Answers[training.Institution] == a[training.Institution]
		if !no && !(same && (c.No() == "" || a[training.ClassNo] == "")) {
			continue
		}
		w.class.ID, w.class.Known = c.ID, true
		for _, d := range differences(training.ClassTable, c.Answers, a) {
			if d.Old == "" {
				w.class.Diffs = append(w.class.Diffs, d)
			} else if d.Key != training.Stage {
				w.class.Kept = append(w.class.Kept, d)
			}
		}
		w.class.Answers = c.Answers
		return
	}
}

// differ tells whether both say something of key, and not the same.
func differ(c training.Class, a survey.Answers, key string) bool {
	return a[key] != "" && c.Answers[key] != "" && a[key] != c.Answers[key]
}

func (w *work) numberTaken(c training.Class) {
	if w.form == nil {
		return
	}
	if at, ok := w.form.at[training.ClassNo]; ok {
		w.ofForm(w.form.sheet, at.line, at.col, at.label, Warning, kindClassNoTaken, c.No(), c.Name())
	}
}
