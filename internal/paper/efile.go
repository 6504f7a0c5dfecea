package paper

import (
	"io"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Dossier is everything that the register holds about one person.
type Dossier struct {
	Person    registry.Person
	Household registry.Household
	Village   string            // as people read it: 左门村委会
	Members   []registry.Person // of the household, the person among them
	Photo     []byte            // JPEG or PNG; nil leaves the place empty

	// Logs are the person's dated records by survey table: fact, wish, visit, referral, jobrec, followup …, the household's
	// own facts and visits among them, in any order.
	Logs    map[string][]survey.Answers
	Classes []Attended
}

// Attended is a class that the person is or was in.
type Attended struct {
	Class     training.Class
	Enrolment training.Enrolment
	Hours     float64 // attended, by the marks; 0 where none are kept
}

// File draws the 劳动者电子档案 of a person on one A4 page (三湖政办〔2019〕17号: “探索建立劳动者职业培训电子档案”). It is internal only.
// What does not fit is said on the page by number of entries, and in Report.Omitted.
func File(w io.Writer, d Dossier, o Options) (Report, error) {
	return Report{}, ErrNoRows
}
