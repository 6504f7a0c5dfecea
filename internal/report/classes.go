package report

import (
	"slices"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

var classes = sheet{
	name: "banji", of: training.TypeClass,
	columns: slices.Concat(
		own(number, 6, false),
		of(training.ClassTable, training.Institution, training.ClassName, training.Term, training.ClassNo, training.Project, training.Programme, training.Trade, training.Level,
			training.Mode, training.Hours, training.StartsOn, training.EndsOn, training.Place, training.Target, training.Planned),
		counted("class_people", 8, false),
		of(training.ClassTable, training.Manager, training.ManagerPhone, training.Supervisor, training.SupervisorPhone, training.Hotline, training.ApprovalNo),
		own("stage", 10, true), own("upstream", 16, true), own("accepted_on", 12, true),
	),
	note: []note{plain("report.note.classes")},
	list: (*view).classes,
	pickRecord: func(v *view, e *entry) bool {
		c := e.class
		if v.filter.Public && slices.Index(training.Stages, c.Stage()) < slices.Index(training.Stages, training.Approved) {
			return false // nothing that may still be refused is published
		}
		e.say("stage", c.Stage())
		e.say("upstream", c.Answers[training.UpstreamNo])
		e.say("accepted_on", c.Answers[training.AcceptedOn])
		e.status = c.Stage()
		return v.between(c.Answers[training.StartsOn])
	},
}

// ClassList is the list of classes that is open to everybody and goes up to the province (目录清单管理，向社会公开并汇总报省厅备案登记,
// 云人社发〔2018〕71号 二（一）3): the public variant has no class that is not approved yet. Officials' names and phones stand in it whole, as on
// the board.
func ClassList(src Source, f Filter) Table { return classes.make(src, f) }

// classes gives each class, those to come too, with how many are in it.
func (v *view) classes() []*entry {
	in := map[string]int{}
	for _, list := range v.Enrolments {
		for _, e := range list {
			in[e.ClassID()] += btoi(e.Standing() == training.Enrolled)
		}
	}
	var out []*entry
	for id, c := range v.Classes {
		e := &entry{id: id, class: c, order: c.Answers[training.StartsOn]}
		e.house.Packed = survey.Pack(survey.Answers{survey.Village: v.villageOf(c)})
		if n := in[id]; n > 0 {
			e.say("class_people", itoa(n))
		}
		out = append(out, e)
	}
	return out
}

func btoi(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
