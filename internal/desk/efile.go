package desk

import (
	"io"
	"strings"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Slip is what was last offered to a household; nothing yet is a record without answers.
func (d *Desk) Slip(household string) (registry.Record, error) {
	all, err := d.Records(registry.TypeSlip, household)
	if err != nil || len(all) == 0 {
		return registry.Record{Type: registry.TypeSlip}, err
	}
	return all[0], nil
}

// Family is what the 入户告知单 of a household says.
func (d *Desk) Family(household string) (paper.Family, error) {
	h, err := d.Household(household)
	if err != nil {
		return paper.Family{}, err
	}
	members, err := d.Members(household)
	if err != nil {
		return paper.Family{}, err
	}
	slip, err := d.Slip(household)
	f := paper.Family{Household: h, Village: d.placeName(h.Village()), Slip: slip.Unpack(), Rules: d.RuleBook()}
	for _, p := range members {
		if !Left(p) {
			f.Members = append(f.Members, p)
		}
	}
	return f, err
}

// logged are the dated records of a person and of a household that an e-file tells of.
var logged = map[string][]string{
	registry.TypePerson: {registry.TypeFact, registry.TypeEvent, registry.TypeWish, registry.TypeReferral, registry.TypeJobRec,
		registry.TypeFollowUp},
	registry.TypeHousehold: {registry.TypeFact, registry.TypeVisit, registry.TypeSlip},
}

// EFile is everything that the register holds about a person, for the 劳动者电子档案 on one page.
func (d *Desk) EFile(person string) (paper.Dossier, error) {
	p, err := d.Person(person)
	if err != nil {
		return paper.Dossier{}, err
	}
	out := paper.Dossier{Person: p, Logs: map[string][]survey.Answers{}}
	if h := p.HouseholdID(); h != "" {
		if out.Household, err = d.Household(h); err != nil {
			return out, err
		}
		if out.Members, err = d.Members(h); err != nil {
			return out, err
		}
		out.Village = d.placeName(out.Household.Village())
	}
	for of, types := range logged {
		id := person
		if of == registry.TypeHousehold {
			id = p.HouseholdID()
		}
		if err := d.addLogs(&out, types, id); err != nil {
			return out, err
		}
	}
	if out.Photo, err = d.photo(person); err != nil {
		return out, err
	}
	out.Classes, err = d.attendedBy(person)
	return out, err
}

func (d *Desk) addLogs(out *paper.Dossier, types []string, id string) error {
	if id == "" {
		return nil
	}
	for _, typ := range types {
		all, err := d.Records(typ, id)
		if err != nil {
			return err
		}
		for _, r := range all {
			out.Logs[typ] = append(out.Logs[typ], r.Unpack())
		}
	}
	return nil
}

// attachedPhoto is the kind of attachment that shows a face; the list is data/codes/attach_kind.csv.
const attachedPhoto = "照片"

// photo is the latest photograph of a person that is here.
func (d *Desk) photo(person string) ([]byte, error) {
	all, err := d.Attachments(person)
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		mime := a.Get(survey.Mime)
		if a.Get(survey.AttachKind) != attachedPhoto || !strings.HasPrefix(mime, "image/") || !d.store.HasBlob(a.Get(survey.Blob)) {
			continue
		}
		if mime != "image/jpeg" && mime != "image/png" {
			continue // the paper draws no others
		}
		r, err := d.Attachment(a.ID)
		if err != nil {
			return nil, err
		}
		defer r.Close()
		return io.ReadAll(r)
	}
	return nil, nil
}

// attendedBy are the classes that a person is or was in, with the hours they came.
func (d *Desk) attendedBy(person string) ([]paper.Attended, error) {
	enrolments, err := d.ClassesOf(person)
	if err != nil {
		return nil, err
	}
	var all []paper.Attended
	for _, e := range enrolments {
		c, err := d.Class(e.ClassID())
		if err != nil {
			return nil, err
		}
		a, err := d.Attendance(c.ID, "")
		if err != nil {
			return nil, err
		}
		all = append(all, paper.Attended{Class: c, Enrolment: e, Hours: hoursIn(a, e.ID)})
	}
	return all, nil
}

func hoursIn(a training.Attendance, enrolment string) float64 {
	return a.Person[enrolment].Attended
}
