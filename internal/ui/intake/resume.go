package intake

import (
	"maps"
	"slices"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What was decided about a file that is not taken in yet is kept as a draft: who is called away, or loses the power, goes on where
// they were. The draft lies in the sealed register; its keys are those of rows (Row.Decisions), which tell nothing of them.
const (
	draftForm = "import"
	keepAfter = time.Second // how soon what was decided is kept
)

// begun are the files that were being decided about, the latest first. Their ids are their paths.
func begun(d *desk.Desk) ([]desk.Draft, error) {
	all, err := d.Drafts()
	all = slices.DeleteFunc(all, func(x desk.Draft) bool { return x.Form != draftForm })
	slices.SortFunc(all, func(a, b desk.Draft) int { return b.At.Compare(a.At) })
	return all, err
}

// keep keeps what is decided now, in a moment: who decides fast is not to wait for the disk.
func (v *preview) keep() {
	if v.keeping {
		return
	}
	v.keeping = true
	v.p.d.After(keepAfter, func() {
		if v.p.busy { // the rows are being worked out anew; what is decided then is kept after
			v.keeping = false
		}
		if v.keeping && v.p.preview == v {
			v.keepNow(nil)
		}
	})
}

// keepNow keeps it at once.
func (v *preview) keepNow(then func()) {
	v.keeping = false
	a, err := v.decisions(), error(nil)
	v.p.d.Go(func() {
		if len(a) == 0 {
			err = v.p.d.Desk.DropDraft(draftForm, v.path)
		} else {
			err = v.p.d.Desk.SaveDraft(draftForm, v.path, a)
		}
	}, func() {
		v.p.d.ShowError(err)
		if then != nil {
			then()
		}
	})
}

// decisions are all that were made, by the key of the row.
func (v *preview) decisions() survey.Answers {
	a := survey.Answers{}
	for i := range v.plan.Rows {
		if r := &v.plan.Rows[i]; decided(r) {
			for key, c := range r.Decisions() {
				a[key] = string(c)
			}
		}
	}
	return a
}

func decided(r *intake.Row) bool { return r.Chosen != "" || r.Enrol != nil && r.Enrol.Decided != "" }

// resume decides as it was decided before, and tells how many rows that were.
func resume(plan *intake.Plan, a survey.Answers) (n int) {
	for range 2 { // whether to enrol is asked once it is known who somebody is
		by := map[intake.Choice][]int{}
		for i := range plan.Rows {
			if r := &plan.Rows[i]; len(a) > 0 && r.Waits() {
				for _, key := range []string{r.Key(), r.Key() + ".enrol"} {
					c := intake.Choice(a[key])
					by[c] = append(by[c], i)
				}
			}
		}
		delete(by, "")
		for c, rows := range by {
			n += plan.DecideRows(rows, c)
		}
	}
	return n
}

// resumeDrafts goes on where somebody was, also where the file lies elsewhere now.
func (p *Page) resumeDrafts(plan *intake.Plan) (int, error) {
	drafts, err := begun(p.d.Desk)
	a := survey.Answers{}
	for _, x := range slices.Backward(drafts) {
		maps.Copy(a, x.Answers)
	}
	return resume(plan, a), err
}

// forget drops what was decided about a file: it was taken in, or is not to be.
func (p *Page) forget(path string) {
	if _, ok, _ := p.d.Desk.Draft(draftForm, path); ok {
		p.d.ShowError(p.d.Desk.DropDraft(draftForm, path))
	}
}

// resumed says that one goes on.
func (p *Page) resumed(n int) {
	if n > 0 {
		p.d.Toast(text.T("import.resumed", n))
	}
}
