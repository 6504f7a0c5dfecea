package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/region"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// info is the class's own form: the items of the notice board.
type info struct {
	p    *Page
	form *form.Form
	of   string // class the form shows
	seen change.Entity
	box  *fyne.Container

	first  string // the question asked for by whoever opened the page
	chosen string // institution that the catalogue was asked about
}

func newInfo(p *Page) *info { return &info{p: p, box: container.NewStack()} }

func (i *info) content() fyne.CanvasObject { return i.box }

// reset forgets what was typed: another class is opened.
func (i *info) reset() { i.form, i.of = nil, "" }

// show draws the form once; a redraw while somebody types must not take the words away.
func (i *info) show(c training.Class) error {
	if i.form != nil && i.of == i.p.id && i.form.Changed() {
		return nil
	}
	if i.form == nil || i.of != i.p.id {
		i.form = form.New(training.ClassTable, form.Options{
			Window: i.p.deps.Window, Now: i.p.deps.Now, After: i.p.deps.After,
			Drafts: i.p.deps.Desk, DraftID: i.p.known(), Skip: []string{training.Stage},
			Items: i.items, Offers: i.offers(), Touched: i.follow, Save: i.save, Cancel: i.cancel,
		})
		i.of = i.p.id
		i.box.Objects = []fyne.CanvasObject{i.form.Content()}
	}
	i.seen = change.Entity{}
	if c.ID != "" {
		seen, err := i.p.deps.Desk.Seen(training.TypeClass, c.ID)
		if err != nil {
			return err
		}
		i.seen = seen
	}
	a := i.start(c)
	i.chosen = a[training.Institution]
	i.form.Load(a)
	return nil
}

// start are the answers that a new class begins with: those of the last class that this office formed, which seldom change.
func (i *info) start(c training.Class) survey.Answers {
	if c.ID != "" {
		return c.Answers
	}
	a := survey.Answers{}
	if s, err := i.p.deps.Desk.Settings(); err == nil && s.Township != "" {
		a[training.Township] = s.Township
	}
	all, err := i.p.deps.Desk.Classes()
	if err != nil || len(all) == 0 {
		return a
	}
	for _, key := range carried {
		if v := all[0].Answers[key]; v != "" {
			a[key] = v
		}
	}
	return a
}

// carried are what one class has in common with the one before it.
var carried = []string{
	training.Issuer, training.Hotline, training.Approver, training.Manager, training.ManagerUnit, training.ManagerPhone,
	training.Supervisor, training.SupervisorUnit, training.SupervisorPhone, training.Measures, training.Halves,
	training.DailyTime, training.HoursPerDay, training.AssessPlan,
}

// items give the trades, found by pinyin, and the townships of the county.
func (i *info) items(f survey.Field) []kit.Item {
	switch f.Key {
	case training.Trade:
		return form.Items("trade")
	case training.Township:
		return i.townships()
	}
	return nil
}

func (i *info) townships() []kit.Item {
	s, err := i.p.deps.Desk.Settings()
	if err != nil || len(s.Township) < int(region.County) {
		return nil
	}
	tree, err := region.Of(s.Township)
	if err != nil {
		return nil
	}
	var items []kit.Item
	for _, place := range tree.Children(s.Township[:region.County]) {
		items = append(items, kit.Item{Value: place.Code, Name: place.Name})
	}
	return items
}

func (i *info) save(a survey.Answers, anyway bool) error {
	var how []desk.How
	if i.seen.Exists() {
		how = append(how, desk.Over(i.seen))
	}
	if anyway {
		how = append(how, desk.Anyway(""))
	}
	id, err := i.p.deps.Desk.SaveClass(i.p.known(), a, how...)
	if err != nil {
		return err
	}
	i.p.deps.Undo(text.T("class.saved"))
	i.p.deps.After(0, func() { // the form has taken note of it by then
		if i.p.id == newClass {
			i.formed(id)
			return
		}
		i.p.Refresh()
	})
	return nil
}

// formed goes on with the class that was just made: who is to be in it.
func (i *info) formed(id string) {
	i.reset()
	i.p.deps.Show(page.Class, id)
	i.p.goTo(atPeople)
}

func (i *info) cancel() { i.leave(i.p.deps.Back) }

func (i *info) leave(then func()) {
	if i.form == nil {
		then()
		return
	}
	i.form.Leave(then)
}

func (i *info) focus() {
	switch {
	case i.form == nil:
	case i.first != "":
		i.form.Focus(i.first)
		i.first = ""
	case i.p.id == newClass:
		i.form.FocusFirst()
	}
}

// focusOn puts the keyboard on one question.
func (i *info) focusOn(key string) {
	if i.form != nil {
		i.form.Focus(key)
	}
}
