package xlsform

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with a row.
var (
	ErrName        = text.NewError("xlsform.name")
	ErrTwice       = text.NewError("xlsform.twice")
	ErrAlready     = text.NewError("xlsform.already")
	ErrNoEnd       = text.NewError("xlsform.no_end")
	ErrNoBegin     = text.NewError("xlsform.no_begin")
	ErrTable       = text.NewError("xlsform.table")
	ErrNoTable     = text.NewError("xlsform.no_table")
	ErrTooMany     = text.NewError("xlsform.too_many")
	ErrNoQuestions = text.NewError("xlsform.no_questions")
)

// reader makes a form of its rows, from the first to the last: what they are, then what their expressions say.
type reader struct {
	form      Form
	source    source
	scope     *scope
	lists     map[string][]survey.ChoiceItem
	questions []*question
	keys      map[string]bool
	groups    []group
	notes     []note
	skipped   int // how deep in repeats, which are left out
	ledger    bool
	problems  []Problem
}

// group is a part of the form that is open.
type group struct {
	row     row
	section string
	repeat  bool
	asked   *condition // nil: always
}

// Read reads a form from a book. What is wrong in it is told as problems, and everything else is in the form; an error is a
// book without any question.
func Read(book *sheet.Book, o ...Option) (Form, []Problem, error) {
	s, ok := find(book)
	if !ok {
		return Form{}, nil, ErrNoForm.With(book.Name)
	}
	f, problems, err := build(s, o...)
	name := strings.TrimSuffix(book.Name, filepath.Ext(book.Name))
	if f.Title == "" {
		f.Title = name
	}
	if f.ID == "" {
		f.ID = f.Title
	}
	return f, problems, err
}

func build(s source, o ...Option) (Form, []Problem, error) {
	r := &reader{source: s, keys: map[string]bool{}, form: Form{Defaults: survey.Answers{}, source: s}}
	r.ledger = slices.ContainsFunc(s.survey.rows, func(x row) bool { return yes(x.get("ledger")) })
	for _, set := range o {
		set(r)
	}
	r.settings()
	r.scope = &scope{table: survey.TableOf(r.form.Table), by: map[string]*question{}, known: map[string]*question{}}
	r.readChoices()
	for _, x := range s.survey.rows {
		if len(r.questions) >= mostQuestions {
			r.doubt(x, "", ErrTooMany.With(mostQuestions))
			break
		}
		r.read(x)
	}
	r.close()
	r.logic()
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return cmp.Or(strings.Compare(b.Sheet, a.Sheet), a.Row-b.Row) })
	if len(r.form.Fields) == 0 {
		return r.form, r.problems, ErrNoQuestions
	}
	return r.form, r.problems, nil
}

// tables are the names that a table goes under in the settings.
var tables = map[string]string{"人": "person", "人员": "person", "个人": "person", "户": "household", "家庭": "household", "农户": "household", "走访": "visit", "意愿": "wish", "培训意愿": "wish"}

// settings reads what the form says of itself. It belongs to people where nobody says otherwise.
func (r *reader) settings() {
	x := row{cells: map[string]string{}}
	if len(r.source.settings.rows) > 0 {
		x = r.source.settings.rows[0]
	}
	f := &r.form
	f.ID, f.Title, f.Version = x.get("form_id"), plainWords(x.get("form_title")), x.get("version")
	said := strings.ToLower(x.get("table"))
	if name, ok := tables[said]; ok {
		said = name
	}
	switch {
	case said != "" && askable(said):
		f.Table = said
	case said != "":
		r.say(r.source.settings, x, "table", "", ErrTable.With(x.get("table")), false)
	}
	if !askable(f.Table) {
		f.Table = survey.Person.Name
		r.say(r.source.settings, row{}, "", "", ErrNoTable, false)
	}
}

func askable(table string) bool {
	return slices.Contains([]string{survey.Person.Name, survey.Household.Name, survey.Visit.Name, survey.Wish.Name}, table)
}

// read takes one row of the survey sheet.
func (r *reader) read(x row) {
	if x.get("type") == "" || yes(x.get("disabled")) {
		return
	}
	c, ok := typeOf(x.get("type"))
	switch {
	case !ok && r.skipped == 0:
		r.left(x, "type", ErrType.With(x.get("type")))
	case c.act == openRepeat:
		r.open(x, group{row: x, repeat: true})
	case c.act == openGroup:
		r.open(x, group{row: x, section: r.section(x), asked: conditionOf(x)})
	case c.act == closeGroup || c.act == closeRepeat:
		r.end(x, c.act == closeRepeat)
	case r.skipped > 0 || !ok:
	case c.never != nil:
		r.left(x, "type", c.never.With(labelOf(x)))
	case c.act == say:
		r.note(x)
	default:
		r.question(x, c)
	}
}

func (r *reader) open(x row, g group) {
	if g.repeat {
		if r.skipped == 0 {
			r.left(x, "type", ErrRepeat.With(labelOf(x)))
		}
		r.skipped++
	}
	r.groups = append(r.groups, g)
}

// section is the part of the form that a group's questions stand in. A group without words is only for its condition.
func (r *reader) section(x row) string {
	if label := plainWords(x.get("label")); label != "" {
		return label
	}
	if n := len(r.groups); n > 0 {
		return r.groups[n-1].section
	}
	return ""
}

func (r *reader) end(x row, repeat bool) {
	n := len(r.groups)
	if n == 0 || r.groups[n-1].repeat != repeat {
		r.doubt(x, "type", ErrNoBegin)
		return
	}
	if repeat {
		r.skipped--
	}
	r.groups = r.groups[:n-1]
}

// close ends what the sheet did not.
func (r *reader) close() {
	for _, g := range r.groups {
		r.doubt(g.row, "type", ErrNoEnd)
	}
	if n := len(r.questions); n > 0 {
		r.questions[n-1].field.Hint = r.notesFor(r.questions[n-1])
	}
}

// conditions are those of the groups that are open, and the row's own.
func (r *reader) conditions(x row) []*condition {
	var out []*condition
	for _, g := range r.groups {
		if g.asked != nil {
			out = append(out, g.asked)
		}
	}
	if c := conditionOf(x); c != nil {
		out = append(out, c)
	}
	return out
}

// labelOf is what a row is called in a problem.
func labelOf(x row) string {
	if s := plainWords(x.get("label")); s != "" {
		return s
	}
	return x.get("name")
}

// say adds a problem.
func (r *reader) say(p page, x row, column, name string, err error, left bool) {
	r.problems = append(r.problems, Problem{Sheet: p.name, Row: x.at, Column: column, Name: name, Err: err, Left: left})
}

// left names a question that is not in the form, doubt one that is, though not as it is written.
func (r *reader) left(x row, column string, err error) {
	r.say(r.source.survey, x, column, x.get("name"), err, true)
}

func (r *reader) doubt(x row, column string, err error) {
	r.say(r.source.survey, x, column, x.get("name"), err, false)
}

// yes reads what forms write for yes; the constants of XPath too.
func yes(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "yes", "true", "true()", "1", "是", "√", "必填":
		return true
	}
	return false
}

func no(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "no", "false", "false()", "0", "否":
		return true
	}
	return false
}
