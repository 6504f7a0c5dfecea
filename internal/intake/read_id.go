package intake

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// readID reads the ID number. A number that cannot be good is never taken: it is kept as found, and the person is one whose
// papers are still to be seen (证件待补).
func (r *Row) readID() {
	t := person(survey.IDNo)
	c, there := r.state.cell(t)
	switch found := idText(c); {
	case !there || c.Blank() && r.Person[survey.DisabilityNo] != "":
		r.idOfCertificate()
	case !strings.ContainsAny(found, "0123456789０１２３４５６７８９"): // nothing, or 无, 办理中
		if r.Name() != "" {
			r.say(t, Warning, kindIDMissing, found, "")
		}
	case c.Number && c.Lost:
		r.lostID(t, c)
	case otherPaper(r.Person[survey.IDType]):
		r.Person[survey.IDPending] = strings.TrimSpace(found)
		r.say(t, Warning, kindIDOtherPaper, found, "")
	default:
		r.parseID(t, found)
	}
}

// idOfCertificate takes the ID number out of that of a disability certificate: lists of 残联 often have no other.
func (r *Row) idOfCertificate() {
	no := r.Person[survey.DisabilityNo]
	switch id, err := survey.ParseID(no); {
	case err == nil && id.Number != "": // also one that lacks kind and grade at its end
		r.Person[survey.IDNo] = id.Number
		r.disability(id)
	case err != nil && len(no) >= 18: // of an older certificate the number is no ID number
		r.parseID(person(survey.DisabilityNo), no)
	}
}

// idText is the cell as typed, so that ="…" is seen; of a number what a spreadsheet shows.
func idText(c sheet.Cell) string {
	if c.Number {
		return c.Shown
	}
	return c.Raw
}

// otherPaper tells kinds of document that have numbers of their own.
func otherPaper(idType string) bool {
	code := survey.CodeOf("id_type", idType)
	return idType != "" && code != "" && code != "01"
}

// lostID: a spreadsheet number has 15 digits; the last three of 18 became 000, and one in eleven such numbers has a check
// digit that fits.
func (r *Row) lostID(t sheet.Target, c sheet.Cell) {
	r.Person[survey.IDPending] = c.Shown
	r.remember(c)
	kind := kindIDDestroyed
	if f, err := strconv.ParseFloat(c.Raw, 64); err == nil && f >= 1e17 && f < 1e18 {
		digits := strings.Replace(strconv.FormatFloat(f, 'e', 14, 64)[:16], ".", "", 1)
		if survey.ValidID(digits + "000") {
			kind = kindIDDestroyedButGood
		}
	}
	r.say(t, Warning, kind, c.Shown, "")
}

// remember keeps what is left of a number: the first digits tell the birth date, and who of one name it may be.
func (r *Row) remember(c sheet.Cell) {
	l, ok := lostOf(c)
	if !ok {
		return
	}
	r.state.lost, r.state.isLost = l, true
	if born := l.born(); born != "" && r.Person[survey.Born] == "" {
		r.Person[survey.Born] = born
	}
}

func (r *Row) parseID(t sheet.Target, found string) {
	id, err := survey.ParseID(found)
	switch {
	case err == nil, errors.Is(err, survey.ErrID15), errors.Is(err, survey.ErrIDSuffix):
		r.Person[survey.IDNo] = id.Number
		for _, kind := range id.Found {
			if err == nil || !strings.HasPrefix(kind, "id_suffix") {
				r.say(t, Normalised, kind, found, id.Number)
			}
		}
		if errors.Is(err, survey.ErrIDSuffix) {
			r.say(t, Warning, kindIDSuffixBad, found, id.Number)
		}
		r.disability(id)
	case errors.Is(err, survey.ErrIDDestroyed):
		r.remember(sheet.Cell{Shown: found})
		r.pendingID(t, Warning, kindIDDestroyed, found)
	default:
		r.pendingID(t, Doubt, kindOf(err), found)
	}
}

func (r *Row) pendingID(t sheet.Target, l Level, kind, found string) {
	r.Person[survey.IDPending] = strings.TrimFunc(found, unseen)
	r.say(t, l, kind, found, "")
}

// kindOf is the word for an error of survey: the last part of its key.
func kindOf(err error) string {
	var e *text.Error
	if !errors.As(err, &e) {
		return kindValueBad
	}
	return e.Key[strings.LastIndexByte(e.Key, '.')+1:]
}

// disability takes what the number of a disability certificate says. The column counts where both speak.
func (r *Row) disability(id survey.ID) {
	if id.DisabilityKind == 0 {
		return
	}
	kind := nameOf("disability_kind", id.DisabilityKind)
	r.Person[survey.DisabilityNo] = id.Number + strconv.Itoa(id.DisabilityKind) + strconv.Itoa(id.DisabilityGrade) + id.Reissue
	if said := r.Person[survey.DisabilityKind]; said == "" {
		r.Person[survey.DisabilityKind] = kind
	} else if said != kind {
		r.say(person(survey.DisabilityKind), Warning, kindDisabilityMismatch, said, kind)
	}
	if r.Person[survey.DisabilityGrade] == "" {
		r.Person[survey.DisabilityGrade] = nameOf("disability_grade", id.DisabilityGrade)
	}
}

// nameOf is the choice of a list with a code.
func nameOf(list string, code int) string {
	name, _ := survey.FindChoice(list, strconv.Itoa(code))
	return name
}

// derive works out what the ID number says, and compares it with what the row says. The number counts; both are kept.
func (r *Row) derive(today time.Time) {
	r.lostZero(r.Person[survey.Born])
	said := survey.Answers{}
	for _, key := range []string{survey.Sex, survey.Born, survey.IDNo} {
		if v := r.Person[key]; v != "" {
			said[key] = v
		}
	}
	full := survey.Person.Derive(said, today)
	if v := said[survey.Sex]; v != "" && full[survey.Sex] != v {
		r.say(person(survey.Sex), Warning, kindSexAgainstID, v, full[survey.Sex])
	}
	if v := said[survey.Born]; v != "" && !survey.SameDate(full[survey.Born], v) {
		r.say(person(survey.Born), Warning, kindBirthAgainstID, v, full[survey.Born])
	}
	if c, _ := r.state.cell(person(survey.Age)); !c.Blank() && full[survey.Age] != "" {
		r.age(c, full[survey.Age])
	}
	maps.Copy(r.Person, survey.Person.Stored(full))
	r.state.said = aside{said[survey.Sex], said[survey.Born]}
}

// without takes the number out of answers, for it is somebody else's, and all that it told: what the row itself says counts.
func (r *Row) without(a survey.Answers) {
	for _, key := range []string{survey.Sex, survey.Born, survey.SexSaid, survey.BornSaid} {
		delete(a, key)
	}
	if r.state.said.sex != "" {
		a[survey.Sex] = r.state.said.sex
	}
	if r.state.said.born != "" {
		a[survey.Born] = r.state.said.born
	}
	a[survey.IDPending] = a[survey.IDNo]
	delete(a, survey.IDNo)
}

// age: lists count the year of birth in different ways, so that one year more or less says nothing.
func (r *Row) age(c sheet.Cell, age string) {
	f, _ := survey.Person.Field(survey.Age)
	said, err := f.Clean(c.Shown)
	a, _ := strconv.Atoi(said)
	b, _ := strconv.Atoi(age)
	if err == nil && (a-b > 1 || b-a > 1) {
		r.say(person(survey.Age), Warning, kindAgeAgainstID, said, age)
	}
}

// lostZero: the number 2008.1 was the text 2008.10 before a spreadsheet took it for a number; the ID number tells.
func (r *Row) lostZero(born string) {
	c, _ := r.state.cell(person(survey.Born))
	id, err := survey.ParseID(r.Person[survey.IDNo])
	if err != nil || !c.Number || len(born) != len("2008-01") || !strings.HasSuffix(born, "-01") {
		return
	}
	if month := id.Born.Format("2006-01"); month == born[:5]+"10" {
		r.Person[survey.Born] = month
		r.state.maybe = slices.DeleteFunc(r.state.maybe, func(o oddity) bool { return o.q.Target == person(survey.Born) }) // it speaks of the 1
		r.say(person(survey.Born), Normalised, kindDateLostZero, c.Shown, month)
	}
}
