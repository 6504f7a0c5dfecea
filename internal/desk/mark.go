package desk

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// What can be wrong with a mark.
var (
	ErrSymbol        = text.NewError("desk.symbol")
	ErrCorrectReason = text.NewError("desk.correct_reason")
	ErrMinutes       = text.NewError("desk.minutes")
	ErrNotThen       = text.NewError("desk.not_then")
	ErrClassOfCard   = text.NewError("desk.class_of_card")
)

// halfDay is how many minutes a session lasts at the most: nobody comes later or leaves earlier than that.
const halfDay = 300

// Marks reads the marks of a session, corrected ones too; training.Current says which count.
func (d *Desk) Marks(session string) ([]training.Mark, error) {
	var all []training.Mark
	for _, id := range d.of(training.TypeMark, session) {
		a, err := d.answers(training.TypeMark, id)
		if err != nil {
			return nil, err
		}
		all = append(all, training.MarkFrom(id, a))
	}
	return all, nil
}

// Attendance adds up the marks of a class up to a day; "" is all of them.
func (d *Desk) Attendance(class, upTo string) (training.Attendance, error) {
	sessions, err := d.Sessions(class)
	if err != nil {
		return training.Attendance{}, err
	}
	enrolments, err := d.Enrolments(class)
	if err != nil {
		return training.Attendance{}, err
	}
	var marks []training.Mark
	for _, s := range sessions {
		more, err := d.Marks(s.ID)
		if err != nil {
			return training.Attendance{}, err
		}
		marks = append(marks, more...)
	}
	return training.AddUp(sessions, enrolments, marks, upTo), nil
}

// Mark notes how a trainee attended a session. A mark is never overwritten: where another one stands, the new one corrects it,
// and that wants a reason. Noting the same again adds nothing and gives the mark that stands.
func (d *Desk) Mark(session, enrolment, symbol string, minutes int, reason, way string) (training.Mark, error) {
	y, ok := training.SymbolOf(symbol)
	switch {
	case !ok:
		return training.Mark{}, ErrSymbol.With(symbol)
	case !y.Minutes:
		minutes = 0
	case minutes < 0 || minutes > halfDay:
		return training.Mark{}, ErrMinutes.With(minutes, halfDay)
	}
	m := training.Mark{Session: session, Enrolment: enrolment, Symbol: symbol, Minutes: minutes, Reason: reason, Way: way}
	s, e, err := d.seatAt(session, enrolment)
	if err != nil {
		return m, err
	}
	if !e.In(s.Answers[training.HeldOn]) {
		return m, ErrNotThen.With(d.nameOf(e.PersonID()))
	}
	if err := d.mayStart(s); err != nil {
		return m, err
	}
	d.marking.Lock()
	defer d.marking.Unlock()
	marks, err := d.Marks(session)
	if err != nil {
		return m, err
	}
	standing := training.StandingMarks(marks)[enrolment]
	if len(standing) == 1 && standing[0].Same(m) {
		return standing[0], nil
	}
	if len(standing) > 0 && reason == "" {
		return m, ErrCorrectReason.With(d.nameOf(e.PersonID()), standing[0].Symbol)
	}
	return d.addMark(training.Correct(m, marks), s.ClassID(), e)
}

// mayStart refuses marks of a class that has not shown licence and board: 云人社发〔2018〕71号 二（一）2 “同时亮证亮牌开展培训”. The error
// names the answer that is missing (training.KeyOf).
func (d *Desk) mayStart(s training.Session) error {
	c, err := d.Class(s.ClassID())
	if err != nil {
		return err
	}
	return c.MayStart()
}

func (d *Desk) seatAt(session, enrolment string) (training.Session, training.Enrolment, error) {
	s, err := d.Session(session)
	if err != nil {
		return s, training.Enrolment{}, err
	}
	a, err := d.answers(training.TypeEnrolment, enrolment)
	return s, training.Enrolment{ID: enrolment, Answers: a}, err
}

// Scanned is what a card on the scanner came to.
type Scanned struct {
	Person    registry.Person
	Enrolment training.Enrolment
	Mark      training.Mark
	Again     bool   // was marked as present already; nothing was added
	Was       string // the symbol that the scan corrected, if any
}

// Scan marks the owner of a card as present in a session. Two scans of one card are one; a card scanned after its owner was
// noted as absent corrects that.
func (d *Desk) Scan(session, code string) (Scanned, error) {
	e, err := d.cardOwner(session, code)
	if err != nil {
		return Scanned{}, err
	}
	out := Scanned{Enrolment: e}
	if out.Person, err = d.Person(e.PersonID()); err != nil {
		return out, err
	}
	marks, err := d.Marks(session)
	if err != nil {
		return out, err
	}
	reason := ""
	if now, ok := training.Current(marks)[e.ID]; ok {
		if came, _ := training.SymbolOf(now.Symbol); came.Came {
			out.Mark, out.Again = now, true
			return out, nil
		}
		out.Was, reason = now.Symbol, text.T("desk.reason.scan")
	}
	out.Mark, err = d.Mark(session, e.ID, training.Present, 0, reason, training.ByScan)
	return out, err
}

// cardOwner finds whose card it is. A card of another class is said with that class's name, if it is one of ours.
func (d *Desk) cardOwner(session, code string) (training.Enrolment, error) {
	s, err := d.Session(session)
	if err != nil {
		return training.Enrolment{}, err
	}
	c, err := d.Class(s.ClassID())
	if err != nil {
		return training.Enrolment{}, err
	}
	seat, err := c.ReadCard(code)
	if err != nil {
		return training.Enrolment{}, d.nameClass(code, err)
	}
	enrolments, err := d.Enrolments(c.ID)
	if err != nil {
		return training.Enrolment{}, err
	}
	return training.AtSeat(enrolments, seat)
}

// nameClass adds to the error of a foreign card which class it belongs to.
func (d *Desk) nameClass(code string, err error) error {
	parsed, bad := training.ParseCode(code)
	classes, unread := d.Classes()
	if bad != nil || unread != nil {
		return err
	}
	for _, c := range classes {
		if c.Number() == parsed.Class() && parsed.Valid(c.Secret()) && parsed.Kind == training.CardCode {
			return ErrClassOfCard.With(c.Name())
		}
	}
	return err
}

// MarksOf reads the marks that were ever made of one trainee in one session, the latest first.
func (d *Desk) MarksOf(session, enrolment string) ([]training.Mark, error) {
	marks, err := d.Marks(session)
	var theirs []training.Mark
	for _, m := range marks {
		if m.Enrolment == enrolment {
			theirs = append(theirs, m)
		}
	}
	sortMarks(theirs)
	return theirs, err
}

func sortMarks(marks []training.Mark) {
	slices.SortFunc(marks, func(a, b training.Mark) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID)) })
}
