// Package catalogue knows what may be taught, for whom, by whom and who examines: the trades and programmes that ship, and over them a
// county's own, each row from a day on and with the document it is from. It is asked by day, because a class of last year is judged by
// last year's row.
//
// What ships is data/catalogue. The rows are records of the survey's tables trade, programme, institution, assessor and teacher; to add
// an answer that code asks about, add it to the table there and to its type in entry.go. Files are read and written by package lists.
package catalogue

import (
	"slices"
	"sync"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Book is the catalogues in force. nil is Shipped.
type Book struct {
	trades       shelf[Trade]
	programmes   shelf[Programme]
	institutions shelf[Institution]
	assessors    shelf[Assessor]
	teachers     shelf[Teacher]
	words        *survey.Vocabulary
}

// Shipped is what ships, and nothing of a county's own.
var Shipped *Book

var shippedBook = sync.OnceValue(func() *Book { return NewBook(nil) })

// NewBook gives what ships with a county's own rows over it. A row of the county's with the name (and level, or institution) of one that
// ships takes its place from its own day on; one that has ended ends both. Records of other types are passed over.
func NewBook(own []registry.Record) *Book {
	ships := shippedRows()
	b := &Book{
		trades:       newShelf(registry.TypeTrade, own, ships, tradeOf),
		programmes:   newShelf(registry.TypeProgramme, own, ships, programmeOf),
		institutions: newShelf(registry.TypeInstitution, own, ships, institutionOf),
		assessors:    newShelf(registry.TypeAssessor, own, ships, assessorOf),
		teachers:     newShelf(registry.TypeTeacher, own, ships, teacherOf),
	}
	b.words = survey.Trades(choices(own)...)
	return b
}

// choices are a county's own trades as wishes may name them: those that have not ended are offered, in the order in which they stand.
func choices(own []registry.Record) []survey.ChoiceItem {
	var out []survey.ChoiceItem
	for _, r := range own {
		if r.Type != registry.TypeTrade || r.Get(survey.TradeName) == "" {
			continue
		}
		row := Row{Record: r, Own: true}
		also := row.list(survey.AlsoCalled)
		if i := slices.IndexFunc(out, func(c survey.ChoiceItem) bool { return c.Name == r.Get(survey.TradeName) }); i >= 0 {
			out[i].Also = append(out[i].Also, also...)
			continue
		}
		out = append(out, survey.ChoiceItem{Name: r.Get(survey.TradeName), Code: r.Get(survey.TradeCode), Also: also})
	}
	return out
}

func (b *Book) in() *Book {
	if b == nil {
		return shippedBook()
	}
	return b
}

// Words are the trades that wishes may name: the list that ships and the county's own.
func (b *Book) Words() *survey.Vocabulary { return b.in().words }

// Trade is a trade as it stands on a day: the row of the level, otherwise the one of every level. The name may be any that Words finds.
func (b *Book) Trade(name, level string, on time.Time) (Trade, bool) {
	b = b.in()
	day := on.Format(time.DateOnly)
	if t, holds, known := b.tradeAt(name, level, day); known {
		return t, holds
	}
	t, holds, _ := b.tradeAt(b.words.Name(name), level, day)
	return t, holds
}

func (b *Book) tradeAt(name, level, day string) (t Trade, holds, known bool) {
	if t, holds, known = b.trades.on(b.trades.key(name, level), day); known || level == "" {
		return t, holds, known
	}
	return b.trades.on(b.trades.key(name, ""), day)
}

// Trades are all trades on a day.
func (b *Book) Trades(on time.Time) []Trade { return b.in().trades.all(on) }

// Programme is a programme as it stands on a day.
func (b *Book) Programme(name string, on time.Time) (Programme, bool) {
	p, holds, _ := b.in().programmes.on(b.in().programmes.key(name), on.Format(time.DateOnly))
	return p, holds
}

// Programmes are all programmes on a day.
func (b *Book) Programmes(on time.Time) []Programme { return b.in().programmes.all(on) }

// Exclude tells whether nobody may have both programmes, and gives the row that says so.
func (b *Book) Exclude(one, other string, on time.Time) (Programme, bool) {
	for _, pair := range [][2]string{{one, other}, {other, one}} {
		p, ok := b.Programme(pair[0], on)
		if ok && slices.ContainsFunc(p.Exclusive, func(n string) bool { return survey.Fold(n) == survey.Fold(pair[1]) }) {
			return p, true
		}
	}
	return Programme{}, false
}

// Institution is an institution by its name or its credit code.
func (b *Book) Institution(nameOrCode string, on time.Time) (Institution, bool) {
	b = b.in()
	if i, holds, known := b.institutions.on(b.institutions.key(nameOrCode), on.Format(time.DateOnly)); known {
		return i, holds
	}
	code, err := survey.ParseCredit(nameOrCode)
	if err != nil {
		return Institution{}, false
	}
	for _, i := range b.institutions.all(on) {
		if i.Code == code {
			return i, true
		}
	}
	return Institution{}, false
}

// Institutions are all institutions on a day.
func (b *Book) Institutions(on time.Time) []Institution { return b.in().institutions.all(on) }

// Assessor is an assessor by its name.
func (b *Book) Assessor(name string, on time.Time) (Assessor, bool) {
	a, holds, _ := b.in().assessors.on(b.in().assessors.key(name), on.Format(time.DateOnly))
	return a, holds
}

// Assessors are all assessors on a day.
func (b *Book) Assessors(on time.Time) []Assessor { return b.in().assessors.all(on) }

// Teacher is a teacher of an institution; where it has none of the name, or inst is "", the only one of that name there is. Of two of a
// name nobody is guessed at.
func (b *Book) Teacher(name, inst string, on time.Time) (Teacher, bool) {
	b = b.in()
	if t, holds, known := b.teachers.on(b.teachers.key(name, inst), on.Format(time.DateOnly)); known {
		return t, holds
	}
	var found []Teacher
	for _, t := range b.teachers.all(on) {
		if survey.Fold(t.Name) == survey.Fold(name) {
			found = append(found, t)
		}
	}
	if len(found) != 1 {
		return Teacher{}, false
	}
	return found[0], true
}

// Teachers are all teachers on a day.
func (b *Book) Teachers(on time.Time) []Teacher { return b.in().teachers.all(on) }
