package paper

import (
	"io"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Family is a household that gets a 入户告知单: who it is, and what is offered to it.
type Family struct {
	Household registry.Household
	Village   string            // as people read it: 左门村委会
	Members   []registry.Person // living members; the head first
	Slip      survey.Answers    // the slip's own answers (survey table slip): 岗位, 培训, 时间, 方式, 帮扶措施
	Claims    []string          // policies it may claim, a sentence each; nil: by Claims
	Contact   string            // whom to ask: name and office
	Phone     string            // of the contact: an official's, not masked
}

// Slip draws the 入户告知单 of one or several families, each beginning on a sheet of its own, with a receipt to tear off.
func Slip(w io.Writer, families []Family, o Options) (Report, error) {
	return Report{}, ErrNoRows
}
