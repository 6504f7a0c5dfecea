package intake

// Kind is what a book is.
type Kind string

// The kinds of books. A list of people is read even where its name or title says more: 低保, 残疾人, 退役军人.
const (
	People    Kind = "people"
	Classes   Kind = "class"     // an application for a class: its form, its roster, or both
	Targets   Kind = "targets"   // a table of targets and units
	Questions Kind = "questions" // a county's own questions: read Plan.Book with package xlsform
)
