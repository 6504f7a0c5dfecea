package intake

import (
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Class is a class that is applied for.
type Class struct {
	ID       string         `json:"-"`
	Answers  survey.Answers `json:"answers"`
	Known    bool           `json:"known"` // the register has it already
	Diffs    []Diff         `json:"-"`     // what would change in one that it has
	Courses  []Course       `json:"courses,omitempty"`
	Teachers []Teacher      `json:"teachers,omitempty"`
	Unread   []string       `json:"unread,omitempty"`  // particulars that no question asks for: "label：value"
	Sheet    string         `json:"sheet,omitempty"`   // of the form
	Applied  string         `json:"applied,omitempty"` // day of the application
	Missing  []string       `json:"missing,omitempty"` // what it lacks to be handed in, in sentences
	Kept     []Diff         `json:"-"`                 // in what it differs from the register, which stays as it is
}

// Course is one row of the plan of teaching.
type Course struct {
	Name     string  `json:"name"`
	Theory   float64 `json:"theory"`
	Practice float64 `json:"practice"`
	Teacher  string  `json:"teacher,omitempty"`
}

// Teacher is one row of the list of teachers.
type Teacher struct {
	Name      string `json:"name"`
	Education string `json:"education,omitempty"`
	Title     string `json:"title,omitempty"`
	Teaches   string `json:"teaches,omitempty"`
	Phone     string `json:"-"`
}

// Answer is whether somebody on a roster may be enrolled.
type Answer string

// The answers.
const (
	MayEnrol    Answer = "yes"
	MayNotEnrol Answer = "no"
	AskFirst    Answer = "ask" // a person has to decide: Decide(row, Enrol) or Decide(row, NotEnrol)
)

// Verdict is what the rules say of somebody on a roster.
type Verdict struct {
	Sheet   string   `json:"sheet"`
	Row     int      `json:"row"`
	Name    string   `json:"name"`
	Known   bool     `json:"in_register"`
	Enrol   Answer   `json:"enrol"`
	Reasons []string `json:"reasons,omitempty"` // kinds of problems: class_over_age, id_missing …
	Words   []string `json:"words,omitempty"`   // the same in sentences
	Decided Choice   `json:"decided,omitempty"` // Enrol or NotEnrol, where people have decided
	In      bool     `json:"in,omitempty"`      // is in the class already
}

// ClassRegister is what intake asks of a register that knows classes. A Register that is none of these can still take a class
// in, but neither finds it again nor knows what classes somebody attended.
type ClassRegister interface {
	Classes() []training.Class
	Enrolments(class string) []training.Enrolment
	Attended(person string) []rules.Attended
}

// RuleRegister is asked for the rules in force, by a county's own among them.
type RuleRegister interface{ RuleBook() *rules.Book }

func bookOf(reg Register) *rules.Book {
	if r, ok := reg.(RuleRegister); ok {
		return r.RuleBook()
	}
	return rules.Shipped
}

// SoundRegister finds people by the sound of their name: 胡林 for 胡琳.
type SoundRegister interface {
	PeopleSounding(name string) []registry.Person
}

// FactRegister gives the dated facts about a person or household.
type FactRegister interface {
	FactsOf(id string) []registry.Record
}
