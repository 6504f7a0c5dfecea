package attend

import (
	"errors"
	"slices"
	"strings"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// submit takes what was typed or scanned: a card's code, a seat number, a piece of a name. Nothing shows the history of the
// row the arrow stands at.
func (p *Page) submit(typed string) {
	switch {
	case typed == "":
		p.history()
	case looksScanned(typed):
		p.card(typed)
	default:
		p.search(typed)
	}
}

// looksScanned tells a scan from a name or a seat by its length: what is longer than a name was not typed by hand.
func looksScanned(typed string) bool {
	if _, seat := seatNumber(typed); seat {
		return false
	}
	digits := strings.Trim(typed, "0123456789０１２３４５６７８９ ") == ""
	return digits || len([]rune(typed)) > 20
}

func (p *Page) search(typed string) {
	i := find(p.people, typed, p.at)
	if i < 0 {
		p.board.say(kit.Warn, text.T("attend.not_found", typed), "", text.T("attend.not_found.do"))
		return
	}
	p.goTo(i)
	one := p.people[i]
	p.board.say(kit.Accent, text.T("attend.seat", one.Seat()), one.name, text.T("attend.found.do"))
}

// card notes the holder of a card as present. Desk tells a second scan from a first, and corrects who was noted as missing.
func (p *Page) card(code string) {
	got, err := p.deps.Desk.Scan(p.session.ID, code)
	if err != nil {
		p.refuse(err)
		return
	}
	p.reread()
	i := slices.IndexFunc(p.people, func(one person) bool { return one.ID == got.Enrolment.ID })
	if i < 0 {
		p.refuse(training.ErrNoSeat.With(got.Enrolment.Seat()))
		return
	}
	p.goTo(i)
	one := p.people[i]
	switch {
	case got.Again:
		p.board.say(kit.Warn, text.T("attend.already"), one.name, text.T("attend.already.more", clock(got.Mark.At), got.Mark.Symbol))
	case got.Was != "":
		p.board.say(kit.Good, got.Mark.Symbol, one.name, text.T("attend.was.more", got.Was))
	default:
		p.board.say(kit.Good, got.Mark.Symbol, one.name, p.noted(one))
	}
}

func clock(at time.Time) string { return at.In(training.Zone).Format("15:04") }

// refuse answers a scan that notes nobody: amber for a card of another class, red for what is no card of ours.
func (p *Page) refuse(err error) {
	x := text.Explain(err)
	tone := kit.Bad
	if errors.Is(err, training.ErrOtherClass) || errors.Is(err, desk.ErrClassOfCard) || errors.Is(err, training.ErrNotCard) {
		tone = kit.Warn
	}
	p.board.say(tone, x.What, "", x.Way)
}

// key notes the row the arrow stands at, by hand.
func (p *Page) key(s training.Symbol) {
	if p.at >= len(p.people) {
		return
	}
	one := p.people[p.at]
	switch {
	case one.noted && one.now.Symbol == s.Name && !s.Minutes && !one.split:
		p.board.say(kit.Warn, text.T("attend.same", s.Name), one.name, text.T("attend.same.more"))
	case one.noted || s.Minutes || s.Reason:
		p.question(p.at, s)
	default:
		if p.put(p.at, s.Name, 0, "", training.ByHand) {
			p.walk(1)
		}
	}
}

// question asks for minutes or a reason, then notes.
func (p *Page) question(i int, s training.Symbol) {
	one := p.people[i]
	p.ask.done = func(minutes int, reason string) {
		moved := !one.noted
		if p.put(i, s.Name, minutes, reason, training.ByHand) && moved {
			p.walk(1)
		}
		p.Focus()
	}
	p.ask.ask(one.name, s, one.noted)
	p.deps.After(0, func() { p.list.ScrollTo(p.at) }) // the question took room from the roster
}

func (p *Page) stopAsking() {
	p.ask.hide()
	p.Focus()
}

// put notes row i through desk and says so on the board.
func (p *Page) put(i int, symbol string, minutes int, reason, way string) bool {
	one := p.people[i]
	if _, err := p.deps.Desk.Mark(p.session.ID, one.ID, symbol, minutes, reason, way); err != nil {
		p.refuse(err)
		return false
	}
	p.reread()
	one = p.people[i]
	s, _ := training.SymbolOf(symbol)
	p.board.say(toneOf(s), symbol, one.name, p.noted(one))
	return true
}

// noted is the smaller line after somebody was noted: seat, when, minutes, reason.
func (p *Page) noted(one person) string {
	parts := []string{text.T("attend.seat", one.Seat()), clock(one.now.At)}
	if one.now.Minutes > 0 {
		parts = append(parts, text.T("attend.row.minutes", one.now.Minutes))
	}
	if one.now.Reason != "" {
		parts = append(parts, one.now.Reason)
	}
	if len(one.marks) > 1 {
		parts = append(parts, text.T("attend.corrected"))
	}
	return strings.Join(parts, " · ")
}

// rest notes everybody who is still open, after a question: it is many people with one key.
func (p *Page) rest(symbol string) {
	var open []int
	for i, one := range p.people {
		if !one.noted {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return
	}
	message := text.T("attend.rest.ask", len(open), symbol)
	kit.Ask(p.deps.Window, text.T("attend.rest.title"), message, text.T("attend.rest.yes", symbol), symbol == training.Absent, func(yes bool) {
		if yes {
			p.putAll(open, symbol)
		}
		p.Focus()
	})
}

func (p *Page) putAll(rows []int, symbol string) {
	session, done := p.session.ID, 0
	var who []string
	for _, i := range rows {
		who = append(who, p.people[i].ID)
	}
	var failed error
	p.deps.Go(func() {
		for _, id := range who {
			if _, failed = p.deps.Desk.Mark(session, id, symbol, 0, "", training.ByHand); failed != nil {
				return
			}
			done++
		}
	}, func() {
		p.reread()
		p.deps.ShowError(failed)
		s, _ := training.SymbolOf(symbol)
		p.board.say(toneOf(s), symbol, text.T("attend.rest.done", done), "")
	})
}
