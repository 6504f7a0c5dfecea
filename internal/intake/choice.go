package intake

import (
	"slices"

	"ruhu/internal/text"
)

// ErrChoice is a decision that the row does not ask for.
var ErrChoice = text.NewError("intake.choice_unknown")

// Choice is a person's decision about a row.
type Choice string

// The choices.
const (
	Accept Choice = "accept" // take the row in; what is doubtful is left out and kept as found
	Theirs Choice = "theirs" // the same person: the list is right
	Ours   Choice = "ours"   // the same person: the register is right; only what it lacks is taken
	Two    Choice = "two"    // two people: take this one in without the number that is the other's
	Leave  Choice = "skip"   // leave the row out

	Enrol    Choice = "enrol"     // on the roster of a class: enrol all the same
	NotEnrol Choice = "not_enrol" // register the person, and do not enrol
)

// Label is the choice in words.
func (c Choice) Label() string { return text.T("intake.choice." + string(c)) }

// Decide decides about one row of the plan, by its place in Rows; "" takes the decision back.
func (p *Plan) Decide(row int, c Choice) error {
	if row < 0 || row >= len(p.Rows) || c != "" && !slices.Contains(p.Rows[row].Choices, c) {
		return ErrChoice
	}
	p.Rows[row].choose(c)
	p.settle()
	return nil
}

// DecideAll decides alike about all undecided rows that have a problem of a kind ("" for any), where they allow it, and
// tells how many those were.
func (p *Plan) DecideAll(kind string, c Choice) int {
	n := 0
	for i := range p.Rows {
		r := &p.Rows[i]
		if (r.Waits() || kind != "" && r.Chosen == "") && slices.Contains(r.Choices, c) && (kind == "" || r.has(kind)) {
			r.choose(c)
			n++
		}
	}
	p.settle()
	return n
}

// choose keeps a decision: who it is, or whether to enrol. "" takes both back.
func (r *Row) choose(c Choice) {
	switch c {
	case Enrol, NotEnrol:
		r.state.enrolling = c
	case "":
		r.Chosen, r.state.enrolling = "", ""
	default:
		r.Chosen = c
	}
}

func (r *Row) has(kind string) bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Kind == kind })
}
