package desk

import (
	"io"
	"strconv"
	"strings"

	"ruhu/internal/catalogue"
	"ruhu/internal/paper"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// File writes the application for a class (开班申请) as a filled workbook, with the attachments that 云人社发〔2018〕71号 二(一)1 names: roster,
// teaching plan, teachers, teaching resources, assessment plan. Import reads it again as what it is, here and at the county.
func (d *Desk) File(class, path string) error {
	if f, err := sheet.FormatOf(path); err != nil || f != "xlsx" {
		return sheet.ErrFormat.With(path)
	}
	j, err := d.job(class)
	if err != nil {
		return err
	}
	a := application{Job: j, book: d.Catalogue(), today: d.day()}
	pages := []sheet.Page{a.form(), a.roster(), a.plan(), a.teachers(), a.resources(), a.assessment()}
	return d.deliver(path, func(w io.Writer) error { return sheet.WritePages(w, pages) })
}

// application is a class that is applied for.
type application struct {
	paper.Job
	book  *catalogue.Book
	today survey.Date
}

// said is an answer of the class as people read it.
func (a application) said(key string) string {
	f, _ := training.ClassTable.Field(key)
	return f.Show(a.Class.Answers[key])
}

func asked(key string) string {
	f, _ := training.ClassTable.Field(key)
	return f.Label
}

// pair is a row of the form: one question and its answer, or two side by side.
func (a application) pair(keys ...string) sheet.Line {
	l := sheet.Line{Kind: sheet.Pairs}
	for _, key := range keys {
		l.Cells = append(l.Cells, asked(key), a.said(key))
	}
	return l
}

// official is somebody with unit and phone in one cell, as such forms have it.
func (a application) official(name, unit, phone string) string {
	var parts []string
	for _, key := range []string{name, unit, phone} {
		if v := a.said(key); v != "" {
			parts = append(parts, v)
		}
	}
	return strings.Join(parts, "　")
}

func words(s string) sheet.Line { return sheet.Line{Kind: sheet.Words, Cells: []string{s}} }

func head(keys ...string) sheet.Line {
	l := sheet.Line{Kind: sheet.Head}
	for _, key := range keys {
		l.Cells = append(l.Cells, text.T("desk.file."+key))
	}
	return l
}

func body(cells ...string) sheet.Line { return sheet.Line{Kind: sheet.Body, Cells: cells} }

// form are the particulars, the courses and the teachers in short.
func (a application) form() sheet.Page {
	applied := a.Class.Answers[training.FiledOn]
	if applied == "" && a.Class.Stage() == training.Draft { // it is being handed in
		applied = a.today
	}
	p := sheet.Page{Name: text.T("desk.file.form"), Title: text.T("desk.file.title"), Widths: []float64{18, 30, 18, 30}}
	p.Lines = []sheet.Line{
		words(text.T("desk.file.number", a.Class.No(), applied)),
		a.pair(training.Institution, training.InstitutionCode), a.pair(training.LegalPerson, training.Licence),
		a.pair(training.ClassName, training.Term), a.pair(training.Trade, training.Level),
		a.pair(training.Project, training.Target), a.pair(training.Planned, training.Hours), a.pair(training.TheoryHours, training.HoursPerDay),
		a.pair(training.StartsOn, training.EndsOn), a.pair(training.Halves, training.DailyTime), a.pair(training.Mode, training.OrderFirm), a.pair(training.Programme, training.Brand),
		a.pair(training.Place, training.RoomSize), a.pair(training.Measures),
		{Kind: sheet.Pairs, Cells: []string{asked(training.Manager), a.official(training.Manager, training.ManagerUnit, training.ManagerPhone),
			asked(training.Supervisor), a.official(training.Supervisor, training.SupervisorUnit, training.SupervisorPhone)}},
		a.pair(training.HeadTeacher, training.Hotline), a.pair(training.GroupQuotas), a.pair(training.Resources),
		a.pair(training.AssessOn, training.AssessPlace), a.pair(training.Assessor, training.Examiners), a.pair(training.AssessPlan),
	}
	p.Lines = append(p.Lines, a.courses()...)
	p.Lines = append(p.Lines, a.staff()...)
	p.Lines = append(p.Lines, words(text.T("desk.file.opinion")), words(text.T("desk.file.note")))
	return p
}

// courses are the courses of the sessions with their hours.
func (a application) courses() []sheet.Line {
	var names []string
	hours, teachers := map[string]float64{}, map[string][]string{}
	for _, s := range a.Sessions {
		name := s.Answers[training.Course]
		if name == "" {
			continue
		}
		if hours[name] == 0 {
			names = append(names, name)
		}
		hours[name] += s.Hours()
		if t := s.Answers[training.Teacher]; t != "" && !strings.Contains(strings.Join(teachers[name], "、"), t) {
			teachers[name] = append(teachers[name], t)
		}
	}
	if len(names) == 0 {
		return nil
	}
	out := []sheet.Line{head("course", "hours", "teacher")}
	for _, n := range names {
		out = append(out, body(n, strconv.FormatFloat(hours[n], 'f', -1, 64), strings.Join(teachers[n], "、")))
	}
	return out
}

// staffed are who teaches in the sessions, as the catalogue has them; of one that it does not have only the name is known.
func (a application) staffed() []catalogue.Teacher {
	first, _ := a.Class.Dates()
	var out []catalogue.Teacher
	seen := map[string]bool{}
	for _, s := range a.Sessions {
		name := s.Answers[training.Teacher]
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		t, ok := a.book.Teacher(name, a.Class.Answers[training.Institution], first)
		if !ok {
			t = catalogue.Teacher{Name: name}
		}
		out = append(out, t)
	}
	return out
}

func (a application) staff() []sheet.Line {
	var out []sheet.Line
	for _, t := range a.staffed() {
		if len(out) == 0 {
			out = append(out, head("name", "qualification", "teaches", "phone"))
		}
		out = append(out, body(t.Name, t.Get(survey.TeachTitle), a.teaches(t.Name), t.Get(survey.TeachPhone)))
	}
	return out
}

// teaches are the courses of somebody.
func (a application) teaches(name string) string {
	var out []string
	seen := map[string]bool{}
	for _, s := range a.Sessions {
		if c := s.Answers[training.Course]; s.Answers[training.Teacher] == name && c != "" && !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return strings.Join(out, "、")
}

// roster is the list of trainees; in full, for the office that decides on the class.
func (a application) roster() sheet.Page {
	p := sheet.Page{Name: text.T("desk.file.roster"), Title: text.T("desk.file.roster_title"), Widths: []float64{6, 16, 6, 6, 22, 14, 12, 12, 18, 14}}
	p.Lines = append(p.Lines, words(text.T("desk.file.of", a.Class.Name(), a.said(training.Institution))),
		head("no", "name", "sex", "age", "id_no", "phone", "education", "ethnic", "village", "group"))
	for _, r := range a.Rows {
		if r.Enrolment.Standing() != training.Enrolled {
			continue
		}
		show := func(key string) string {
			f, _ := survey.Person.Field(key)
			return f.Show(r.Person.Get(key))
		}
		age := ""
		if first, _ := a.Class.Dates(); !first.IsZero() {
			if n, ok := r.Person.Age(first); ok {
				age = strconv.Itoa(n)
			}
		}
		p.Lines = append(p.Lines, body(strconv.Itoa(r.Enrolment.Seat()), r.Person.Name(), r.Person.Sex(), age, show(survey.IDNo), show(survey.Phone),
			show(survey.Education), show(survey.Ethnic), r.Village, r.Group))
	}
	return p
}

// plan is the timetable.
func (a application) plan() sheet.Page {
	p := sheet.Page{Name: text.T("desk.file.plan"), Title: text.T("desk.file.plan_title"), Widths: []float64{14, 8, 8, 40, 16}}
	p.Lines = append(p.Lines, words(text.T("desk.file.of", a.Class.Name(), a.said(training.DailyTime))), head("date", "half", "hours", "course", "teacher"))
	for _, s := range a.Sessions {
		p.Lines = append(p.Lines, body(s.Answers[training.HeldOn], s.Half(), strconv.FormatFloat(s.Hours(), 'f', -1, 64), s.Answers[training.Course], s.Answers[training.Teacher]))
	}
	return p
}

// teachers are who teaches, with their certificates.
func (a application) teachers() sheet.Page {
	keys := []string{survey.TeachName, survey.TeachTitle, survey.TeachCert, survey.TeachCertNo, survey.TeachCertUntil, survey.TeachTrades}
	p := sheet.Page{Name: text.T("desk.file.teachers"), Title: text.T("desk.file.teachers_title"), Widths: []float64{14, 16, 20, 22, 16, 20}}
	l := sheet.Line{Kind: sheet.Head}
	for _, key := range keys {
		f, _ := survey.TeacherTable.Field(key)
		l.Cells = append(l.Cells, f.Label)
	}
	p.Lines = append(p.Lines, words(text.T("desk.file.of", a.Class.Name(), a.said(training.Institution))), l)
	for _, t := range a.staffed() {
		cells := []string{t.Name}
		for _, key := range keys[1:] {
			f, _ := survey.TeacherTable.Field(key)
			cells = append(cells, f.Show(t.Get(key)))
		}
		p.Lines = append(p.Lines, body(cells...))
	}
	return p
}

func (a application) resources() sheet.Page {
	return sheet.Page{Name: text.T("desk.file.resources"), Title: text.T("desk.file.resources_title"), Widths: []float64{20, 76}, Lines: []sheet.Line{
		a.pair(training.Place), a.pair(training.RoomSize), a.pair(training.Resources), a.pair(training.OnlineHours),
	}}
}

func (a application) assessment() sheet.Page {
	return sheet.Page{Name: text.T("desk.file.assess"), Title: text.T("desk.file.assess_title"), Widths: []float64{20, 76}, Lines: []sheet.Line{
		a.pair(training.AssessOn), a.pair(training.AssessPlace), a.pair(training.Assessor), a.pair(training.Examiners), a.pair(training.AssessPlan),
	}}
}
