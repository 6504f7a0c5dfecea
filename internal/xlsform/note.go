package xlsform

import (
	"slices"
	"strings"

	"ruhu/internal/text"
)

// ErrNote is a note that is only shown under a condition.
var ErrNote = text.NewError("xlsform.note")

// note is words between questions. They stand as a hint over the next question: our forms have nothing without an answer.
type note struct {
	row        row
	words      string
	conditions []*condition
}

func (r *reader) note(x row) {
	words := strings.TrimSpace(plainWords(x.get("label")) + "\n" + plainWords(x.get("hint")))
	if words != "" {
		r.notes = append(r.notes, note{x, words, r.conditions(x)})
	}
}

// notesFor gives the words of the notes before a question, and its own hint. A note with a condition of its own is shown with a
// question that has the same one; otherwise it would be said to those whom it does not concern.
func (r *reader) notesFor(q *question) string {
	var out []string
	for _, n := range r.notes {
		if slices.EqualFunc(n.conditions, q.conditions, func(a, b *condition) bool { return a.text == b.text }) || len(n.conditions) == 0 {
			out = append(out, n.words)
			continue
		}
		r.left(n.row, "relevant", ErrNote)
	}
	r.notes = nil
	if q.field.Hint != "" {
		out = append(out, q.field.Hint)
	}
	return strings.Join(out, "\n")
}
