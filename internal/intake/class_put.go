package intake

import (
	"maps"

	"ruhu/internal/training"
)

// putClass is the record of the class: whole where it is new, otherwise what the register lacked. What the codes of its cards are
// made with is for who writes it.
func (p *Plan) putClass() []Put {
	c := p.Class
	if c == nil {
		return nil
	}
	fields := map[string]string{}
	if c.Known {
		for _, d := range c.Diffs {
			fields[d.Key] = d.New
		}
		if len(fields) == 0 {
			return nil
		}
		return []Put{{training.TypeClass, c.ID, fields}}
	}
	maps.Copy(fields, c.Answers)
	fields[training.Stage] = c.stage(p.Enrolled)
	return []Put{{training.TypeClass, c.ID, fields}}
}

// eachEnrolment gives the enrolments, in the order of the roster. Seats that somebody had are not given out again.
func (p *Plan) eachEnrolment(yield func(Put) bool) bool {
	if p.Class == nil {
		return true
	}
	seat := 1
	if reg, ok := p.reg.(ClassRegister); ok && p.Class.Known {
		seat = training.NextSeat(reg.Enrolments(p.Class.ID))
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		if !r.enrolled() {
			continue
		}
		id := r.ID
		if id == "" {
			id = r.state.newID
		}
		e := training.NewEnrolment(p.Class.ID, id, seat)
		seat++
		if !yield(Put{training.TypeEnrolment, e.ID, e.Answers}) {
			return false
		}
	}
	return true
}
