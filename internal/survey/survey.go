// Package survey holds what is asked: tables of questions about a household, a person, a wish and a visit.
//
// A question is one row (Field). The form, the checks, the ledger's columns, the import and export of spreadsheets, the
// papers and the masks all read that row. To add a question, add a row to the table's file (household.go, person.go …) and
// run the tests with -update; to add a list of choices, add a file to data/codes; to add a kind of answer, see kind.go.
// A key that was released is never renamed, never reused, never given another kind (testdata/released.txt).
package survey

import "time"

// Answers are the answers about one thing: key to stored form. An unanswered question is absent; "" is never stored.
type Answers map[string]string

// Date is a day "2006-01-02", a month "2006-01" or a year "2006": what is known of it, and no more.
type Date = string

// Places are the papers and lists where a field is shown. What has no place is seen in the form only.
type Places uint8

// The places. What others than officials may read there is for Class to say.
const (
	Ledger Places = 1 << iota // columns of a ledger and of its file
	Roster                    // roster of a class
	Notice                    // what hangs on a wall
	Card                      // a person's card in the window: the few lines under a name
)

// Class says how well a field is guarded; what leaves the office or is printed for a wall obeys it.
type Class uint8

// The classes, from free to closed. Sensitive is what article 28 of the 个人信息保护法 calls so: 低保, disability, illness,
// poverty; it never goes on a public list, masked or not.
const (
	Free      Class = iota
	Identity        // tells who somebody is: masked in public
	Contact         // phone numbers: masked in public
	Sensitive       // left out in public
)

// Field is one question.
type Field struct {
	Key      string // stored name, for ever
	Label    string // heading of the form and of the column; the monitoring system's own where it has one
	Hint     string
	Kind     *Kind
	List     string               // name of the list of choices, for Choice and Choices; of a Text, words to pick from beside free ones
	Lists    func(Answers) string // of a Text: the list to pick from, where other answers decide
	Items    []ChoiceItem         // choices of the field's own, in place of a list: a county's question
	Also     []string             // other headings of this column in spreadsheets that people already own
	Section  string               // part of the form; its title is the word survey.section.<Section>
	Required bool
	On       Places
	Class    Class
	Hidden   bool                                 // the program's own: neither asked nor shown
	Retired  bool                                 // no longer asked; still read, shown and carried
	When     func(Answers) bool                   // asked only when true
	From     func(a Answers, on time.Time) string // worked out from other answers
	OrAsked  bool                                 // with From: asked all the same where it cannot be worked out (sex and birth without an ID number)
	Check    func(a Answers, on time.Time) error  // what Kind alone cannot know

	words *Vocabulary // finds Items, where they are a county's trades (Table.Offering)
}

// Clean turns what was typed into the stored form. Nothing typed is nothing stored, and no error.
func (f Field) Clean(typed string) (string, error) {
	if blank(typed) {
		return "", nil
	}
	return f.Kind.Clean(f, typed)
}

// Show turns the stored form into what people read.
func (f Field) Show(stored string) string {
	if stored == "" || f.Kind.Show == nil {
		return stored
	}
	return f.Kind.Show(f, stored)
}

// Public is the stored form as a public list may show it: masked, or "" where it may not be shown at all.
func (f Field) Public(stored string) string {
	switch {
	case stored == "" || f.Class == Sensitive:
		return ""
	case f.Class == Free:
		return f.Show(stored)
	case f.Kind.Mask != nil:
		return f.Kind.Mask(stored)
	}
	return maskAll(stored)
}

// Asked tells whether the form asks f now: neither retired nor hidden nor worked out nor a link, and its condition holds.
func (f Field) Asked(a Answers) bool {
	if f.Retired || f.Hidden || f.Kind == Link || f.From != nil && (!f.OrAsked || f.From(a, time.Time{}) != "") {
		return false
	}
	return f.When == nil || f.When(a)
}
