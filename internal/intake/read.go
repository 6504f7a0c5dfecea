package intake

import (
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// who are the questions by which a row speaks of a person.
var who = []sheet.Target{person(survey.FullName), person(survey.IDNo)}

// read turns the cells of all sheets into answers.
func (w *work) read() error {
	found := w.class != nil
	for i := range w.plan.book.Sheets {
		s := &w.plan.book.Sheets[i]
		w.joinTicks(s, w.headings(s))
		l, heads, err := w.lay(s)
		if err == nil {
			l, heads = w.rollSheet(s, l, heads)
			l = firstTable(s, l, heads)
		}
		w.heads = heads
		if err != nil || s.Hidden || !speaksOfPeople(l) {
			if w.class == nil || w.class.Sheet != s.Name {
				w.leaveOut(s)
			}
			w.plan.Mappings = append(w.plan.Mappings, Mapping{Sheet: s.Name, Hidden: s.Hidden})
			w.done += len(s.Rows)
			continue
		}
		found = true
		if err := w.readSheet(s, l); err != nil {
			return err
		}
	}
	if !found {
		return ErrNothingFound.With(w.plan.File)
	}
	return nil
}

// speaksOfPeople tells whether a sheet says who its people are: by ID number, or by name and where they belong. A bare list
// of names, such as the teachers of a class, does not.
func speaksOfPeople(l *sheet.Layout) bool {
	has := func(t sheet.Target) bool {
		_, ok := l.Column(t)
		return ok
	}
	where := has(household(survey.HouseNo)) || has(household(survey.HeadName)) || has(household(survey.Village)) || has(person(survey.PersonNo))
	return has(person(survey.IDNo)) || has(person(survey.FullName)) && (where || has(person(survey.DisabilityNo)))
}

func (w *work) readSheet(s *sheet.Sheet, l *sheet.Layout) error {
	s.FillDown(l.Data)
	c := w.column(s, l)
	header, beside := w.beside[s]
	before := len(w.plan.Rows)
	if beside {
		w.ofSheet(Problem{Sheet: s.Name, Row: header, Kind: kindSideBySide, Level: Normalised})
	} else if w.class == nil || w.class.Sheet != s.Name {
		w.above(s, c)
	}
	for line := l.Data; line < len(s.Rows); line++ {
		if err := w.tick(); err != nil {
			return err
		}
		if next, ok := c.Again(s, w.heads, line); ok {
			w.noise(s, c, line, kindRepeatedHeader)
			line = max(line, next.Head)
			if !speaksOfPeople(next) || next.SameColumns(c.Layout) {
				continue
			}
			w.closeColumns(s, c)
			c = w.column(s, next)
			continue
		}
		if w.titleBelow(s, c, line) {
			w.noise(s, c, line, kindTitleRow)
			continue
		}
		if n := sheet.NoiseOf(s, c.Layout, line, who...); n != sheet.Data {
			if !beside || n != sheet.Blank {
				w.noise(s, c, line, string(n))
			}
			continue
		}
		several := w.apart(s, c, line)
		for _, cells := range several {
			one := &sheet.Sheet{Name: s.Name, Rows: [][]sheet.Cell{cells}}
			w.await(one, c, 0, s, line)
		}
		if several == nil {
			w.await(s, c, line, nil, line)
		}
	}
	w.closeColumns(s, c)
	if !beside {
		w.hiddenRows(s, l)
	}
	if !w.anybody(before) {
		w.ofSheet(Problem{Sheet: s.Name, Row: l.Head + 1, Kind: kindNoRows, Level: Skipped})
	}
	return nil
}

// titleBelow tells the title of a further list in the sheet: one text over a header. It also tells a row below the header that only
// says more of columns that are not read: 成员1, 身份证号1 under 家庭成员.
func (w *work) titleBelow(s *sheet.Sheet, c *columns, line int) bool {
	filled, known := 0, 0
	for col, cell := range s.Rows[line] {
		if cell.Blank() {
			continue
		}
		filled++
		if i := slices.IndexFunc(c.list, func(q *question) bool { return q.At == col }); i >= 0 {
			known++
		}
	}
	if line == c.Data && filled > 0 && known == 0 {
		return true
	}
	for next := line + 1; filled == 1 && next < len(s.Rows) && next <= line+2; next++ {
		if _, again := c.Again(s, w.heads, next); again {
			return true
		}
	}
	return false
}

// anybody tells whether a row read since speaks of people.
func (w *work) anybody(since int) bool {
	return slices.ContainsFunc(w.plan.Rows[since:], func(r Row) bool { return r.state.noise == "" })
}

// leaveOut names a sheet that is not read.
func (w *work) leaveOut(s *sheet.Sheet) {
	switch {
	case len(s.Rows) == 0:
	case s.Hidden:
		w.ofSheet(Problem{Sheet: s.Name, Kind: kindHiddenSheet, Level: Skipped})
	default:
		w.ofSheet(Problem{Sheet: s.Name, Kind: kindSheetLeftOut, Level: Skipped})
	}
}

// hiddenRows: a list that was filtered still has all its rows, and all are read; people should know.
func (w *work) hiddenRows(s *sheet.Sheet, l *sheet.Layout) {
	n := 0
	for line := l.Data; line < len(s.Rows); line++ {
		if s.HiddenRows[line] {
			n++
		}
	}
	if n > 0 {
		w.ofSheet(Problem{Sheet: s.Name, Row: l.Head + 1, Kind: kindHiddenRows, Level: Normalised, Found: strconv.Itoa(n)})
	}
}

// ofSheet adds a problem of a whole sheet.
func (w *work) ofSheet(p Problem) {
	p.at = -1
	w.plan.sheetProblems = append(w.plan.sheetProblems, p)
}

// above names the rows over the header that are no part of it.
func (w *work) above(s *sheet.Sheet, c *columns) {
	for line := range c.Top {
		switch words := lineText(s, line); {
		case words == "":
		case strings.Count(words, "：")+strings.Count(words, ":") >= particulars:
			w.noise(s, c, line, kindNoteRow)
		default:
			w.noise(s, c, line, kindTitleRow)
		}
	}
}

// particulars is how many of them (填报单位：…　填报日期：…　单位：…) make a line over the header a note.
const particulars = 3

// noise adds a row that is no data.
func (w *work) noise(s *sheet.Sheet, c *columns, line int, kind string) {
	r := w.add(s, c, line)
	r.state.noise = sheet.Noise(kind)
	r.say(sheet.Target{}, Skipped, kind, "", "")
}

func (w *work) add(s *sheet.Sheet, c *columns, line int) *Row {
	w.plan.Rows = append(w.plan.Rows, Row{
		Sheet: s.Name, Row: line + 1, With: -1,
		state: &rowState{sheet: s, line: line, columns: c, other: -1},
	})
	return &w.plan.Rows[len(w.plan.Rows)-1]
}

// answers gives the map that a question's answers belong in.
func (r *Row) answers(q *question) survey.Answers {
	switch q.table {
	case survey.Person.Name:
		return r.Person
	case survey.Wish.Name:
		return r.Wish
	case survey.Fact.Name:
		return r.Fact
	}
	return r.Household
}

// missing finds rows of nobody.
func (r *Row) missing() {
	named, numbered := r.Person[survey.FullName] != "", r.state.filled(person(survey.IDNo))
	switch {
	case named:
	case numbered:
		r.say(person(survey.FullName), Rejected, kindNameMissing, "", "")
	default:
		r.say(person(survey.FullName), Rejected, kindPersonMissing, "", "")
	}
}
