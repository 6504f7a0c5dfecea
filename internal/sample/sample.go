// Package sample fills a new register with the sample township: made-up people in the real villages of 左门乡, 姚安县, with wishes,
// visits and two classes, one finished and one in its fifth day. It is what a newcomer opens, and what scripts work on.
//
// The people lie in data/sample, one CSV for each kind of thing, readable in a spreadsheet. They are made by the generator in
// generate_test.go; change that and run its test with -update.
package sample

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"ruhu/data"
	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Anchor is the day that the files call today. Visits, wishes, classes and marks are moved along when the sample is opened, so
// that one of the classes always has a session today.
var Anchor = time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC)

// Township is the code of 左门乡.
const Township = "532325202"

// Create makes a new register with the sample township in it.
func Create(path, pass string, o desk.Options) (*desk.Desk, error) {
	d, err := desk.Create(path, pass, o)
	if err != nil {
		return nil, err
	}
	if err := Fill(d); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

// Fill puts the sample township into a register.
func Fill(d *desk.Desk) error {
	m := &maker{shift: int(d.Today().Sub(Anchor).Hours() / 24)}
	for _, part := range [][]func() error{
		{m.facts}, // before whom they are about: otherwise the answers would open facts that know no day
		{m.households, m.people, m.double, m.wishes, m.visits, m.classes, m.trainees, m.attendance, m.records, m.life, m.form},
	} {
		if err := m.write(d, part); err != nil {
			return err
		}
	}
	if err := m.signatures(d); err != nil {
		return err
	}
	d.Settle() // nobody should lose the whole township to one Undo
	s, err := d.Settings()
	if err != nil {
		return err
	}
	s.Township = Township
	return d.SaveSettings(s)
}

// write makes the records of some files and writes them.
func (m *maker) write(d *desk.Desk, steps []func() error) error {
	m.puts = nil
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	_, err := d.Write(context.Background(), text.T("sample.act"), text.T("sample.reason"), slices.Values(m.puts), nil)
	return err
}

// maker turns the files into records.
type maker struct {
	shift    int // days to move dates by
	puts     []intake.Put
	sessions map[string][]training.Session // by class number
	ends     map[string]tip                // by class, the last of its chain of marks
}

// idOf makes the same ID for the same thing each time, so that two devices with the sample do not send everybody twice.
func idOf(typ, no string) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte("ruhu sample/"+typ+"/"+no)).String()
}

func (m *maker) put(typ, id string, a survey.Answers) {
	m.puts = append(m.puts, intake.Put{Type: typ, ID: id, Fields: a})
}

// row is one line of a file by column.
type row map[string]string

func read(name string) ([]row, error) {
	f, err := data.Sample.Open("sample/" + name + ".csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("sample %s: %w", name, err)
	}
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, title := range lines[0] {
			r[title] = line[i]
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// answers takes from a row what a table asks, by label, moving the days of what happened lately.
func (m *maker) answers(t *survey.Table, r row) survey.Answers {
	a := survey.Answers{}
	for _, f := range t.Fields {
		v := r[f.Label]
		if v == "" {
			continue
		}
		if f.Kind == survey.DateKind && t != survey.Person && t != survey.Household {
			v = m.moved(v)
		}
		a[f.Key] = v
	}
	return a
}

func (m *maker) moved(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, m.shift).Format(time.DateOnly)
}

// each reads a file whose rows are things of one table, found again by the column no.
func (m *maker) each(name, no string, t *survey.Table, more func(r row, a survey.Answers) error) error {
	rows, err := read(name)
	if err != nil {
		return err
	}
	for _, r := range rows {
		a := m.answers(t, r)
		if more != nil {
			if err := more(r, a); err != nil {
				return err
			}
		}
		m.put(t.Name, idOf(t.Name, r[no]), a)
	}
	return nil
}

func label(t *survey.Table, key string) string {
	f, _ := t.Field(key)
	return f.Label
}

func (m *maker) households() error {
	return m.each("household", label(survey.Household, survey.HouseNo), survey.Household, nil)
}

func (m *maker) people() error {
	house := label(survey.Household, survey.HouseNo)
	return m.each("person", label(survey.Person, survey.PersonNo), survey.Person, func(r row, a survey.Answers) error {
		a[survey.InHousehold] = idOf(registry.TypeHousehold, r[house])
		for _, key := range []string{survey.AskedOn, survey.LeftOn} { // what happened lately, unlike birthdays
			if day := a[key]; day != "" {
				a[key] = m.moved(day)
			}
		}
		return nil
	})
}

func (m *maker) wishes() error {
	person := label(survey.Person, survey.PersonNo)
	return m.each("wish", person, survey.Wish, func(r row, a survey.Answers) error {
		a[survey.OfPerson] = idOf(registry.TypePerson, r[person])
		return nil
	})
}

func (m *maker) visits() error {
	house := label(survey.Household, survey.HouseNo)
	return m.each("visit", house, survey.Visit, func(r row, a survey.Answers) error {
		a[survey.OfHousehold] = idOf(registry.TypeHousehold, r[house])
		return nil
	})
}

func (m *maker) classes() error {
	no := label(training.ClassTable, training.ClassNo)
	m.sessions = map[string][]training.Session{}
	return m.each("class", no, training.ClassTable, func(r row, a survey.Answers) error {
		secrets, err := training.NewSecrets(&dice{seed: r[no]})
		if err != nil {
			return err
		}
		for key, v := range secrets {
			a[key] = v
		}
		return m.plan(r[no], a)
	})
}

// plan lays out the sessions, with what is taught in them by course.csv.
func (m *maker) plan(no string, a survey.Answers) error {
	sessions, err := training.PlanSessions(training.Class{ID: idOf(training.TypeClass, no), Answers: a}, nil)
	if err != nil {
		return err
	}
	courses, err := read("course")
	i := 0
	for _, c := range courses {
		n, _ := strconv.Atoi(c["课次"])
		for ; c["培训班编号"] == no && n > 0 && i < len(sessions); n-- {
			sessions[i].Answers[training.Course], sessions[i].Answers[training.Teacher] = c["课程"], c["授课教师"]
			i++
		}
	}
	for _, s := range sessions {
		m.put(training.TypeSession, s.ID, s.Answers)
	}
	m.sessions[no] = sessions
	return err
}

// trainees reads who was in which class, and what came of it.
func (m *maker) trainees() error {
	rows, err := read("trainee")
	for _, r := range rows {
		e := training.NewEnrolment(idOf(training.TypeClass, r["培训班编号"]), idOf(registry.TypePerson, r["人口编号"]), 0)
		for key, v := range m.answers(training.EnrolmentTable, r) {
			e.Answers[key] = v
		}
		e.Answers[training.Seat] = r["座号"]
		m.put(training.TypeEnrolment, e.ID, e.Answers)
	}
	return err
}

func lines(name string, f func(cells []string) error) error {
	file, err := data.Sample.Open("sample/" + name + ".csv")
	if err != nil {
		return err
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return fmt.Errorf("sample %s: %w", name, err)
	}
	for _, cells := range all[1:] {
		if err := f(cells); err != nil {
			return err
		}
	}
	return nil
}
