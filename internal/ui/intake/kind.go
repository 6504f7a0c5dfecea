package intake

import (
	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// told says in a sentence what a book is and how much it has.
func told(plan *intake.Plan) string {
	switch plan.Kind {
	case intake.Classes:
		return text.T("import.told.class", plan.Data, plan.Enrolled, waits(plan), plan.Refused)
	case intake.Targets:
		return text.T("import.told.targets", len(plan.Targets), tasks(plan))
	case intake.Questions:
		return text.T("import.told.questions")
	}
	if kind := rollOf(plan); kind != "" {
		return text.T("import.told.roll", kind, plan.Data, plan.Persons+plan.Undecided, people(plan))
	}
	return text.T("import.told.people", plan.Data, plan.Persons+plan.Undecided, houses(plan), people(plan))
}

// people says what would become of those on the list.
func people(plan *intake.Plan) string {
	return text.T("import.told.counts", plan.New, plan.Changed, plan.Same, plan.Merged, plan.Rejected)
}

// houses says how many households the list names, if any.
func houses(plan *intake.Plan) string {
	if plan.Households == 0 {
		return ""
	}
	return text.T("import.told.houses", plan.Households)
}

// rollOf is the kind of fact that an office's roll brings; "" for other lists.
func rollOf(plan *intake.Plan) string {
	n, most := map[string]int{}, ""
	for i := range plan.Rows {
		if k := plan.Rows[i].Fact[survey.FactKind]; k != "" {
			if n[k]++; n[k] > n[most] {
				most = k
			}
		}
	}
	return most
}

func tasks(plan *intake.Plan) (n int) {
	for _, t := range plan.Targets {
		n += len(t.Tasks)
	}
	return n
}

// goesIn says on the button what would be written.
func goesIn(plan *intake.Plan) string {
	switch plan.Kind {
	case intake.Targets:
		return text.T("import.do.targets", tasks(plan))
	case intake.Questions:
		return text.T("import.do.questions")
	case intake.Classes:
		return text.T("import.do.class", plan.Enrolled)
	}
	return text.T("import.do", plan.New+plan.Changed)
}

// waits counts the rows that wait for a decision: who somebody is, or whether to enrol them.
func waits(plan *intake.Plan) (n int) {
	for i := range plan.Rows {
		if plan.Rows[i].Waits() {
			n++
		}
	}
	return n
}
