package report

import (
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/training"
)

// Source is the register, as ledgers and tables read it. Fill it with Put, then Settle it; it is not changed any more then.
type Source struct {
	On         time.Time // today: the day of a ledger that names none
	People     []registry.Person
	Households map[string]registry.Household // by id
	Wishes     map[string][]registry.Wish    // by person, the latest first

	Visits    map[string][]registry.Visit // by household, the latest first, as all below
	Facts     map[string][]Record         // by person or household
	Events    map[string][]Record         // by person, or by household where they name nobody
	Slips     map[string][]Record         // by household
	Referrals map[string][]Record         // by person, as the next two
	JobRecs   map[string][]Record
	Followups map[string][]Record
	Outreach  []Record
	Targets   []Record
	Schools   []Record // the directory: of no village

	Classes    map[string]training.Class       // by id
	Enrolments map[string][]training.Enrolment // by person
	Sessions   map[string][]training.Session   // by class
	Came       map[string]bool                 // by session whose attendance was taken: whether anybody came
	Turnout    map[string]Turnout              // by enrolment: of the sessions whose attendance was taken
	Bursts     map[string]Burst                // by session, those whose marks all say the same and are of one device

	Claims      map[string][]Record // by class, as the next three
	Calls       map[string][]Record // 电话核查
	Inspections map[string][]Record
	Feedback    map[string][]Record

	Tree       *region.Tree     // the county's places; nil: the list that ships
	Rules      *rules.Book      // with a county's own; nil: those that ship
	LeftSchool rules.LeftSchool // the zero value: the one of Rules
	Catalogue  *catalogue.Book  // with a county's own; nil: what ships

	merged map[string]string          // merged record -> the one it stands for
	marks  map[string][]training.Mark // by session, until it is settled who came
}

// Turnout is how many hours somebody was to come to a class, and how many they came.
type Turnout struct{ Planned, Attended float64 }

// Burst is how the marks of a session came that all say the same and are of one device.
type Burst struct {
	Marks  int
	Device string
	At     time.Time     // of the first
	Within time.Duration // from the first to the last
}

// Record is a record of any type: a fact, an event, a slip.
type Record = registry.Record
