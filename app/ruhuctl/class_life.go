package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

type classPropose struct {
	classArg
	Save bool `help:"${proposesave}"`
}

// Help shows an example.
func (classPropose) Help() string { return text.T("ruhuctl.example.propose") }

// proposal is who would be taken into a class.
type proposal struct {
	Class   string     `json:"class"`
	Size    int        `json:"size"`
	Limit   string     `json:"limit"`
	In      int        `json:"in"`
	Take    []proposed `json:"take"`
	Reserve []proposed `json:"reserve"`
	Ask     []proposed `json:"ask"`
	Out     []proposed `json:"out"`
}

type proposed struct {
	Person string   `json:"person"`
	Name   string   `json:"name"`
	First  string   `json:"first,omitempty"`
	Why    []string `json:"why"`
}

func proposedOf(all []desk.Candidate) []proposed {
	out := []proposed{}
	for _, c := range all {
		out = append(out, proposed{c.Person.ID, c.Person.Name(), c.First, append([]string{}, c.Why...)})
	}
	return out
}

// Run proposes who is taken in and who waits, each with the reason; with --save it enrols them so.
func (c classPropose) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		p, err := d.Propose(k.ID)
		if err != nil {
			return err
		}
		out := proposal{k.ID, p.Size, p.Limit, p.In, proposedOf(p.Take), proposedOf(p.Reserve), proposedOf(p.Ask), proposedOf(p.Out)}
		if c.Save {
			if err = d.Enrol(k.ID, candidateIDs(p.Take)); err == nil {
				err = d.EnrolReserve(k.ID, candidateIDs(p.Reserve))
			}
			if err != nil {
				return err
			}
		}
		if f.JSON {
			return print(w.out, out)
		}
		for _, part := range []struct {
			key string
			all []proposed
		}{{"take", out.Take}, {"reserve", out.Reserve}, {"ask", out.Ask}, {"out", out.Out}} {
			for _, one := range part.all {
				fmt.Fprintln(w.out, text.T("ruhuctl.propose."+part.key, one.Name, strings.Join(one.Why, text.T("ruhuctl.semicolon"))))
			}
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.proposed", out.Limit, out.In, len(out.Take), len(out.Reserve), len(out.Ask), len(out.Out)))
		return err
	})
}

func candidateIDs(all []desk.Candidate) (out []string) {
	for _, c := range all {
		out = append(out, c.Person.ID)
	}
	return out
}

type classReserve struct {
	classArg
	People []string `arg:"" placeholder:"PERSON" help:"${who}"`
}

// Help shows an example.
func (classReserve) Help() string { return text.T("ruhuctl.example.reserve") }

// Run puts people on the reserve list.
func (c classReserve) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		found, err := people(d, c.People)
		if err != nil {
			return err
		}
		var who []string
		for _, p := range found {
			who = append(who, p.ID)
		}
		if err := d.EnrolReserve(k.ID, who); err != nil {
			return err
		}
		return f.say(w, map[string]any{"class": k.ID, "reserve": who}, "ruhuctl.reserved", len(who), k.Name())
	})
}

type classPromote struct{ classArg }

// Help shows an example.
func (classPromote) Help() string { return text.T("ruhuctl.example.promote") }

// Run moves the next of the reserve list into the class.
func (c classPromote) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		p, err := d.Promote(k.ID)
		if err != nil {
			return err
		}
		if f.JSON {
			return print(w.out, map[string]any{"person": p.Candidate.Person.ID, "name": p.Candidate.Person.Name(), "seat": p.Seat, "notice": p.Notice})
		}
		_, err = fmt.Fprintln(w.out, p.Notice)
		return err
	})
}

type classAssess struct {
	classArg
	File  string `arg:"" placeholder:"FILE" help:"${scoresfile}"`
	Resit bool   `help:"${resit}"`
	On    string `placeholder:"DATE" help:"${resiton}"`
}

// Help shows an example.
func (classAssess) Help() string { return text.T("ruhuctl.example.assess") }

// assessed is what scores came to.
type assessed struct {
	Name   string `json:"name"`
	Seat   int    `json:"seat,omitempty"`
	Result string `json:"result,omitempty"`
	Why    string `json:"why,omitempty"`
	Error  string `json:"error,omitempty"`
}

var errSomeScores = text.NewError("ruhuctl.some_scores")

// Run reads scores from a spreadsheet and writes down what they come to. What is wrong with one row keeps no other back.
func (c classAssess) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		list, rows, err := c.read(d, k.ID)
		if err != nil {
			return err
		}
		all, err := d.Assess(k.ID, list)
		if err != nil {
			return err
		}
		for _, a := range all {
			r := assessed{a.Name, a.Enrolment.Seat(), a.Result, a.Why, ""}
			if a.Err != nil {
				r.Error = text.Explain(a.Err).What
			}
			rows = append(rows, r)
		}
		return showScores(f, w, rows)
	})
}

func showScores(f *flags, w *world, rows []assessed) error {
	bad, results := 0, map[string]int{}
	for _, r := range rows {
		if r.Error != "" {
			bad++
			if !f.JSON {
				fmt.Fprintln(w.out, text.T("ruhuctl.problem", r.Name, r.Error))
			}
			continue
		}
		results[r.Result]++
		if r.Result != training.Passed && !f.JSON {
			fmt.Fprintln(w.out, text.T("ruhuctl.assessed_one", r.Seat, r.Name, r.Result, r.Why))
		}
	}
	var err error
	if f.JSON {
		err = print(w.out, rows)
	} else {
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.assessed", len(rows)-bad, results[training.Passed], bad))
	}
	if err == nil && bad > 0 {
		err = errSomeScores.With(bad, len(rows))
	}
	return err
}

// scoreColumns are the columns of a list of scores; each goes by any of the names in the words "ruhuctl.score.<column>".
var scoreColumns = []string{"seat", "name", "id", "theory", "practice", "note"}

var errScoreList = text.NewError("ruhuctl.score_list")

// read takes a row by its ID number, otherwise by its seat and name: the name must be that of who has the seat.
func (c classAssess) read(d *desk.Desk, class string) ([]desk.Score, []assessed, error) {
	lines, err := cellsOf(c.File)
	if err != nil {
		return nil, nil, err
	}
	on := ""
	if c.On != "" {
		if on, err = wholeDay(c.On); err != nil {
			return nil, nil, err
		}
	}
	roster, err := d.Roster(class)
	if err != nil {
		return nil, nil, err
	}
	var list []desk.Score
	var bad []assessed
	var at map[string]int
	for n, line := range lines {
		if at == nil {
			at = headOfScores(line)
			continue
		}
		cell := func(key string) string {
			if i, ok := at[key]; ok && i < len(line) {
				return strings.TrimSpace(line[i])
			}
			return ""
		}
		name, seat, id := cell("name"), cell("seat"), survey.Fold(cell("id"))
		if name == "" && id == "" {
			continue
		}
		found := ""
		for _, r := range roster {
			mine := id != "" && survey.Fold(r.Person.IDNumber()) == id || id == "" && r.Person.Name() == name && (seat == "" || fmt.Sprint(r.Enrolment.Seat()) == seat)
			if mine && found != "" {
				found = "?"
			} else if mine {
				found = r.Enrolment.ID
			}
		}
		if found == "" || found == "?" {
			bad = append(bad, assessed{Name: place("", n+1), Error: text.T("ruhuctl.score_whose", name)})
			continue
		}
		list = append(list, desk.Score{Enrolment: found, Theory: cell("theory"), Practice: cell("practice"), Resit: c.Resit, On: on, NoShow: strings.Contains(cell("note"), training.NoShow)})
	}
	if at == nil {
		return nil, nil, errScoreList.With(c.File)
	}
	return list, bad, nil
}

// headOfScores finds the columns; nil where the line is no header.
func headOfScores(line []string) map[string]int {
	at := map[string]int{}
	for i, cell := range line {
		for _, key := range scoreColumns {
			names := strings.Split(text.T("ruhuctl.score."+key), "|")
			if _, taken := at[key]; !taken && slices.Contains(names, strings.TrimSpace(cell)) {
				at[key] = i
			}
		}
	}
	_, theory := at["theory"]
	_, practice := at["practice"]
	_, name := at["name"]
	_, id := at["id"]
	if (theory || practice) && (name || id) {
		return at
	}
	return nil
}

// cellsOf reads the lines of the first sheet of a file.
func cellsOf(path string) ([][]string, error) {
	if path == "-" {
		return csv.NewReader(io.Reader(os.Stdin)).ReadAll()
	}
	book, err := sheet.Read(path)
	if err != nil || len(book.Sheets) == 0 {
		return nil, err
	}
	var out [][]string
	for _, row := range book.Sheets[0].Rows {
		var line []string
		for _, c := range row {
			line = append(line, c.Shown)
		}
		out = append(out, line)
	}
	return out, nil
}

type classCertify struct {
	classArg
	Series string `placeholder:"SERIES" help:"${series}"`
	On     string `placeholder:"DATE" help:"${certon}"`
}

// Help shows an example.
func (classCertify) Help() string { return text.T("ruhuctl.example.certify") }

// series is the one that was named, otherwise the one that the register's last certificates were given in.
func (c classCertify) series(d *desk.Desk) (string, error) {
	if c.Series != "" {
		return c.Series, nil
	}
	used, err := d.Series()
	if err == nil && len(used) == 0 {
		err = errNoSeries
	}
	if err != nil {
		return "", err
	}
	return used[0], nil
}

var errNoSeries = text.NewError("ruhuctl.no_series")

// issued is a certificate that was given, or why not.
type issued struct {
	Name  string `json:"name"`
	No    string `json:"no,omitempty"`
	Until string `json:"until,omitempty"`
	Error string `json:"error,omitempty"`
}

// Run gives certificates to all who passed and have none.
func (c classCertify) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		on := d.Today().Format("2006-01-02")
		if c.On != "" {
			if on, err = wholeDay(c.On); err != nil {
				return err
			}
		}
		series, err := c.series(d)
		if err != nil {
			return err
		}
		all, err := d.IssueCertificates(k.ID, series, on)
		if err != nil {
			return err
		}
		rows, given := []issued{}, 0
		for _, a := range all {
			r := issued{a.Name, a.No, a.Until, ""}
			if a.Err != nil {
				r.Error = text.Explain(a.Err).What
			} else {
				given++
			}
			rows = append(rows, r)
			if !f.JSON && r.Error != "" {
				fmt.Fprintln(w.out, text.T("ruhuctl.problem", r.Name, r.Error))
			}
		}
		if f.JSON {
			return print(w.out, rows)
		}
		first, last := "", ""
		for _, r := range rows {
			if r.Error == "" {
				if first == "" {
					first = r.No
				}
				last = r.No
			}
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.certified", given, first, last))
		return err
	})
}
