package main

import (
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// recordTypes are what record lists and adds.
const recordTypes = "fact,event,slip,referral,jobrec,followup,outreach,target,place,school,wish,visit,inspection,check_call,feedback,claim,trade,programme,institution,assessor,teacher"

// factCommand is about the dated facts of a person or a household.
type factCommand struct {
	List factList `cmd:"" help:"${factlist}"`
	Add  factAdd  `cmd:"" help:"${factadd}"`
}

// Help shows an example.
func (factCommand) Help() string { return text.T("ruhuctl.example.fact") }

type factList struct {
	Of string `arg:"" placeholder:"PERSON" help:"${recordof}"`
}

// Help shows an example.
func (factList) Help() string { return text.T("ruhuctl.example.factlist") }

// Run lists them.
func (c factList) Run(f *flags, w *world) error { return listRecords(f, w, registry.TypeFact, c.Of) }

type factAdd struct {
	Of string `arg:"" placeholder:"PERSON" help:"${recordof}"`
	answers
}

// Help shows an example.
func (factAdd) Help() string { return text.T("ruhuctl.example.fact") }

// Run adds one, or changes the one named by --id.
func (c factAdd) Run(f *flags, w *world) error {
	return addRecord(f, w, registry.TypeFact, c.Of, c.answers)
}

// recordCommand is about every kind of record that hangs on somebody, or on nothing.
type recordCommand struct {
	List   recordList   `cmd:"" help:"${recordlist}"`
	Add    recordAdd    `cmd:"" help:"${recordadd}"`
	Delete recordDelete `cmd:"" help:"${recorddelete}"`
}

// Help shows an example.
func (recordCommand) Help() string { return text.T("ruhuctl.example.record") }

type recordList struct {
	Type string `arg:"" enum:"${records}" placeholder:"TYPE" help:"${recordtype}"`
	Of   string `arg:"" optional:"" placeholder:"PERSON" help:"${recordof}"`
}

// Help shows an example.
func (recordList) Help() string { return text.T("ruhuctl.example.recordlist") }

// Run lists them, all of the type where no owner is named.
func (c recordList) Run(f *flags, w *world) error { return listRecords(f, w, c.Type, c.Of) }

type recordAdd struct {
	Type string `arg:"" enum:"${records}" placeholder:"TYPE" help:"${recordtype}"`
	Of   string `placeholder:"PERSON" help:"${recordof}"`
	answers
}

// Help shows an example.
func (recordAdd) Help() string { return text.T("ruhuctl.example.record") }

// Run adds one, or changes the one named by --id.
func (c recordAdd) Run(f *flags, w *world) error { return addRecord(f, w, c.Type, c.Of, c.answers) }

type recordDelete struct {
	Type   string `arg:"" enum:"${records}" placeholder:"TYPE" help:"${recordtype}"`
	ID     string `arg:"" placeholder:"ID" help:"${recordid}"`
	Reason string `required:"" placeholder:"REASON" help:"${reason}"`
}

// Help shows an example.
func (recordDelete) Help() string { return text.T("ruhuctl.example.recorddelete") }

// Run deletes it.
func (c recordDelete) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		if _, err := d.Record(c.Type, c.ID); err != nil {
			return err
		}
		if err := d.DeleteRecord(c.Type, c.ID, c.Reason); err != nil {
			return err
		}
		return f.say(w, map[string]string{"id": c.ID}, "ruhuctl.deleted", c.ID)
	})
}

// addRecord saves a record of somebody, or of nobody.
func addRecord(f *flags, w *world, typ, of string, c answers) error {
	return f.with(w, func(d *desk.Desk) error {
		t := d.Table(typ)
		old := survey.Answers{}
		if c.ID != "" {
			r, err := d.Record(typ, c.ID)
			if err != nil {
				return err
			}
			old = r.Unpack()
		}
		a, err := c.read(d, t, old)
		if err != nil {
			return err
		}
		if err := hang(d, t, of, a); err != nil {
			return err
		}
		id, err := d.SaveRecord(typ, c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

// hang says in the answers whose the record is: a person's where its table asks for one and one is found, else a household's.
func hang(d *desk.Desk, t *survey.Table, of string, a survey.Answers) error {
	if of == "" {
		return nil
	}
	_, takesPerson := t.Field(survey.OfPerson)
	_, takesHouse := t.Field(survey.OfHousehold)
	if takesPerson {
		p, err := person(d, of)
		if err == nil {
			a[survey.OfPerson] = p.ID
			return nil
		}
		if !takesHouse {
			return err
		}
	}
	house, err := home(d, of)
	a[survey.OfHousehold] = house
	return err
}

// ownerOf finds the person or the household whose records are asked for: a name is a person's, an id either's.
func ownerOf(d *desk.Desk, typ, of string) (string, error) {
	if of == "" {
		return "", nil
	}
	if _, err := d.Household(of); err == nil {
		return of, nil
	}
	if _, ok := d.Table(typ).Field(survey.OfPerson); ok {
		if p, err := person(d, of); err == nil {
			return p.ID, nil
		}
	}
	return home(d, of)
}

// one is a record as it is shown.
type one struct {
	ID      string            `json:"id"`
	Day     string            `json:"day,omitempty"`
	Of      string            `json:"of,omitempty"`      // the id of the person or the household
	Name    string            `json:"of_name,omitempty"` // the person's, or that of the household's head
	Answers map[string]string `json:"answers"`           // by the question's label

	line string // what is said of it without --json
}

func (o one) words() string { return o.line }

func listRecords(f *flags, w *world, typ, of string) error {
	return f.with(w, func(d *desk.Desk) error {
		owner, err := ownerOf(d, typ, of)
		if err != nil {
			return err
		}
		all, err := d.Records(typ, owner)
		if err != nil {
			return err
		}
		out := []one{}
		for _, r := range all {
			o := shownRecord(d.Table(typ), r)
			o.Of, o.Name = whose(d, r.Unpack())
			o.line = text.T("ruhuctl.record", o.Day, o.Name, inWords(d.Table(typ), r), o.ID)
			out = append(out, o)
		}
		return showAll(f, w, out, one.words, "ruhuctl.records")
	})
}

// whose gives the person or the household that a record is about, with a name; nothing where it is about neither.
func whose(d *desk.Desk, a survey.Answers) (id, name string) {
	if r, ok := d.Row(a[survey.OfPerson]); ok {
		return r.ID, r.Name
	}
	if h, err := d.Household(a[survey.OfHousehold]); err == nil {
		return h.ID, h.Get(survey.HeadName)
	}
	return "", ""
}

func shownRecord(t *survey.Table, r registry.Record) one {
	out := one{ID: r.ID, Day: r.Day(), Answers: map[string]string{}}
	for _, field := range t.Fields {
		if v := r.Get(field.Key); v != "" && !field.Hidden && field.Kind != survey.Link {
			out.Answers[field.Label] = field.Show(v)
		}
	}
	return out
}

// inWords are the answers of a record on one line, in the order asked.
func inWords(t *survey.Table, r registry.Record) string {
	var parts []string
	for _, field := range t.Fields {
		if v := r.Get(field.Key); v != "" && !field.Hidden && field.Kind != survey.Link && v != r.Day() {
			parts = append(parts, text.T("ruhuctl.answer", field.Label, field.Show(v)))
		}
	}
	return strings.Join(parts, text.T("ruhuctl.semicolon"))
}
