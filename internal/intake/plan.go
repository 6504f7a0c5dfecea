package intake

import (
	"encoding/json"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Plan is what would become of a book. It may be looked at, decided upon (Decide), and in the end written (Puts, Waiting).
type Plan struct {
	File     string
	Kind     Kind
	Mappings []Mapping // which column answers which question
	Rows     []Row     // every row below a header, in order
	Problems []Problem // of all rows, in order
	Class    *Class    // of an application for a class
	Targets  []Target  // of a table of targets
	Terms    Terms     // of a table of targets

	Data       int // rows that speak of people
	Households int // households that the book names
	Persons    int // people who would be in the register: New + Changed + Same
	New        int
	Changed    int
	Same       int
	Merged     int // rows that speak of somebody once more
	Undecided  int // rows that wait for a decision
	Rejected   int
	Skipped    int // rows that are no data, and those that people skip
	Enrolled   int // people on the roster of a class who would be enrolled
	Refused    int // who may not be
	Asked      int // whose enrolment waits for a decision

	reg           Register
	book          *sheet.Book
	houses        []*house
	sheetProblems []Problem
	rulings       map[string]ruling // of differences, by what they are about
	o             Options
	given         int // records that EachPut has given
	wrote         int // rows that are in the register (Wrote)
}

// Mapping is what a sheet's columns were taken for.
type Mapping struct {
	Sheet   string      `json:"sheet"`
	Header  int         `json:"header"` // row of the header; 0 where the sheet has none and was left out
	Hidden  bool        `json:"hidden,omitempty"`
	Rows    int         `json:"rows"` // rows with data
	Columns []ColumnUse `json:"columns"`

	Signature string `json:"signature,omitempty"` // of its headings, whatever their order
	Learned   string `json:"learned,omitempty"`   // the file in which people told what its headings mean
}

// ColumnUse is what one column was taken for. Key is empty where the heading is not known: the column is not read.
type ColumnUse struct {
	Column string `json:"column"` // A, B …
	Title  string `json:"title"`
	Table  string `json:"table,omitempty"`
	Key    string `json:"key,omitempty"`
	Label  string `json:"label,omitempty"` // of the question
	Filled int    `json:"filled"`          // cells with something in them
	Hidden bool   `json:"hidden,omitempty"`

	Told    bool    `json:"told,omitempty"`    // people have said what it means
	Guesses []Guess `json:"guesses,omitempty"` // of a heading that is not known, the likeliest first
}

// running are headings of numbers that only count the rows.
var running = map[string]bool{"序号": true, "编号": true, "序": true, "行号": true, "NO": true, "NO.": true}

// Unknown gives the titles of columns that are not read although they have something in them, but for numbers that only count
// the rows.
func (p *Plan) Unknown() []string {
	var out []string
	for _, m := range p.Mappings {
		for _, c := range m.Columns {
			title := strings.ToUpper(strings.Join(strings.Fields(c.Title), ""))
			if c.Key == "" && c.Filled > 0 && !running[title] {
				out = append(out, c.Title)
			}
		}
	}
	return out
}

// MarshalJSON gives the counts and the problems, as scripts want them.
func (p *Plan) MarshalJSON() ([]byte, error) {
	problems := p.Problems
	if problems == nil {
		problems = []Problem{}
	}
	return json.Marshal(struct {
		File       string    `json:"file"`
		Kind       Kind      `json:"kind"`
		Rows       int       `json:"rows"`
		Households int       `json:"households"`
		Persons    int       `json:"persons"`
		New        int       `json:"new"`
		Changed    int       `json:"changed"`
		Same       int       `json:"same"`
		Merged     int       `json:"merged"`
		Waiting    int       `json:"waiting"`
		Rejected   int       `json:"rejected"`
		Skipped    int       `json:"skipped"`
		Mappings   []Mapping `json:"mappings"`
		Problems   []Problem `json:"problems"`
		Extra
	}{p.File, p.Kind, p.Data, p.Households, p.Persons, p.New, p.Changed, p.Same, p.Merged, p.Undecided, p.Rejected, p.Skipped, p.Mappings, problems, p.Extra()})
}

// Extra is what plans of some kinds have beside counts and problems, as scripts want it.
type Extra struct {
	Targets  []Target  `json:"targets,omitempty"`
	Terms    *Terms    `json:"terms,omitempty"`
	Class    *Class    `json:"class,omitempty"`
	Verdicts []Verdict `json:"verdicts,omitempty"`
}

// Extra gives targets, class and verdicts.
func (p *Plan) Extra() Extra {
	out := Extra{Targets: p.Targets, Class: p.Class}
	if p.Kind == Targets {
		out.Terms = &p.Terms
	}
	for i := range p.Rows {
		if v := p.Rows[i].Enrol; v != nil {
			out.Verdicts = append(out.Verdicts, *v)
		}
	}
	return out
}

// Row is one row of the book.
type Row struct {
	Sheet     string
	Row       int // as a spreadsheet shows it
	Outcome   Outcome
	Person    survey.Answers // what the row says of the person
	Household survey.Answers // and of the household
	Wish      survey.Answers // and of a wish to learn something, where the list asks for it
	Fact      survey.Answers // and what a roll says of who is on it: since when, how much; nil elsewhere
	ID        string         // of the person in the register, "" for somebody new
	With      int            // index in Plan.Rows of the earlier row about the same person, -1 without one
	Problems  []Problem
	Diffs     []Diff
	Choices   []Choice // what may be decided; the first is the mildest
	Chosen    Choice   // "" while nobody has decided
	Enrol     *Verdict // of somebody on the roster of a class
	Kept      []Diff   // values in which the list differs and the register stays as it is
	Suggested string   // what a decision may rest on: the household's number by its head's ID number, the village by its other rows

	state *rowState
}

// Name is whom the row speaks of.
func (r *Row) Name() string {
	if r.Person == nil && r.state != nil { // written, and let go
		return r.state.name
	}
	return r.Person[survey.FullName]
}

// Outcome is what becomes of a row.
type Outcome string

// The outcomes.
const (
	Fresh   Outcome = "new"
	Same    Outcome = "same"
	Changed Outcome = "changed"
	Merge   Outcome = "merge"  // speaks of the person of an earlier row
	Decide  Outcome = "decide" // waits
	Reject  Outcome = "reject"
	Skip    Outcome = "skip"
)

// Diff is one value that would change: of the person, or (Table) of the household. In a row that is merged it is a value in
// which the two rows differ, and Old, the earlier row's, stays.
type Diff struct {
	Table string
	Key   string
	Label string
	Old   string
	New   string
}

// Label is the outcome in words.
func (o Outcome) Label() string { return text.T("intake.outcome." + string(o)) }
