// Package intake takes a list that exists into the register: a spreadsheet becomes a Plan, which says of every row what
// would happen to it and of every doubtful cell what is wrong; people decide where two things could be meant; the plan then
// gives the records to be written.
//
// Nothing is guessed and nothing good is lost: a row with a doubtful cell goes in without it, a row that needs a decision
// waits (Waiting) and every other row goes in. A blank cell never clears what the register knows, and the same list taken in
// twice changes nothing.
//
// A book may be other than a list of people (Kind): a table of targets (target*.go), an application for a class with its roster
// (class*.go), a roll of an office that brings dated facts (roll*.go), a form of questions (question.go). What people told of
// headings is in learned.go, what is remembered of lists in remember.go.
//
// The steps of New for people, one file each: read (cells to answers), place (villages), house (which rows are one household), double
// (which rows are one person), match (who is in the register), rule (what does not fit together), settle (what becomes of
// each row). To find another kind of problem, add it to problem.go and to the step that can see it.
package intake

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"ruhu/internal/catalogue"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// ErrNothingFound is a book in which no sheet has columns that tell who somebody is.
var ErrNothingFound = text.NewError("intake.nothing_found")

// Register is what intake must know of the register.
type Register interface {
	PersonByIDNo(no string) []registry.Person       // 18 characters
	PeopleNamed(name string) []registry.Person      // by full name
	HouseholdByNo(no string) []registry.Household   // by 户编号
	Household(id string) (registry.Household, bool) // by our id
	Members(household string) []registry.Person
	WishesOf(person string) []registry.Wish
	Tree() *region.Tree
}

// Options of a plan.
type Options struct {
	Today    time.Time
	Township string                  // code, 9 digits; "": the township that most rows name
	Columns  map[string]sheet.Target // headings that people have told the meaning of
	NewID    func() string           // nil: UUIDs by time
	Progress func(done, all int)     // called every few hundred rows, and at the end
	Decided  func(key string) Choice // what people have decided about a row of this content (Row.Key) before; may be nil
	Tables   []*survey.Table         // survey tables with a county's own questions, in place of those of the same name in Tables
	Learned  []Learned               // what people have said about headings before
	Memory   Memory                  // of lists taken in before; may be nil
	Actor    string                  // who decides, for the report

	Catalogue *catalogue.Book // by which a class is judged; nil: those that ship

	village, houseNo, class string // of a waiting row, where nothing else tells
}

func (o Options) newID() string {
	if o.NewID != nil {
		return o.NewID()
	}
	return uuid.Must(uuid.NewV7()).String()
}

// New works out what would become of every row of a book. It changes nothing.
func New(ctx context.Context, book *sheet.Book, reg Register, o Options) (*Plan, error) {
	w := newWork(ctx, book, reg, o)
	if isQuestions(book) {
		w.plan.Kind = Questions
		return w.plan, nil
	}
	if w.readTargets() {
		w.plan.settle()
		return w.plan, nil
	}
	w.plan.Kind = People
	w.sideBySide()
	w.readClass()
	for _, step := range []func() error{w.read, w.place, w.house, w.double, w.match, w.rule, w.checkCount} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	w.plan.settle()
	if o.Progress != nil {
		o.Progress(w.all, w.all)
	}
	return w.plan, nil
}

// tables are Tables, with a county's own questions where it has some.
func (o Options) tables() []*survey.Table {
	out := slices.Clone(Tables)
	for _, own := range o.Tables {
		for i := range out {
			if out[i].Name == own.Name {
				out[i] = own
			}
		}
	}
	return out
}

// Tables are the survey tables whose headings are looked for, the likeliest first: 姓名 is the person's, 户主姓名 the
// household's.
var Tables = []*survey.Table{survey.Person, survey.Household, survey.Wish}
