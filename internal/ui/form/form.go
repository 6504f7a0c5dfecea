// Package form draws any survey.Table as a form: its sections, labels, hints, the red star of what must not be missing, and
// what is wrong with an answer beneath it. It keeps a draft while the person types, and asks before work is thrown away.
//
// A new field needs nothing here. A new kind of answer needs one case in input.go.
package form

import (
	"maps"
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// Drafts keep what is typed and not saved, so that it survives a crash.
type Drafts interface {
	Draft(form, id string) (survey.Answers, time.Time, error) // nil answers: there is none
	SaveDraft(form, id string, a survey.Answers) error
	DropDraft(form, id string) error
}

// Options are what a form needs from its page.
type Options struct {
	Window fyne.Window
	Now    func() time.Time
	// Items gives the choices of a field whose choices are no list of data/codes: villages, people. Nil items: as the kind says.
	Items func(f survey.Field) []kit.Item
	// Skip leaves fields out that the page sets itself.
	Skip []string
	// Drafts and DraftID: where drafts lie, under the table's name and this id. Nil Drafts keeps none.
	Drafts  Drafts
	DraftID string
	// After runs f on the window's thread later; drafts wait for a pause in typing with it. Nil writes at once.
	After func(time.Duration, func())
	// Save stores the answers. What it returns is shown; nil means saved.
	Save func(a survey.Answers) error
	// Cancel is Esc and the button beside save; nil has no such button.
	Cancel func()
	// SaveLabel names the save button; "" is the usual word.
	SaveLabel string
}

// draftPause is the pause in typing after which the draft is written.
const draftPause = 700 * time.Millisecond

// Form is one open form.
type Form struct {
	table  *survey.Table
	o      Options
	base   survey.Answers // as loaded: what "changed" is measured against
	extra  survey.Answers // answers that no field of the form shows; kept untouched
	cells  []*cell
	byKey  map[string]*cell
	view   *view
	round  int // of draft timers
	loaded bool
}

// New makes an empty form.
func New(t *survey.Table, o Options) *Form {
	f := &Form{table: t, o: o, byKey: map[string]*cell{}, base: survey.Answers{}, extra: survey.Answers{}}
	if f.o.After == nil {
		f.o.After = func(_ time.Duration, do func()) { do() }
	}
	for _, field := range t.Fields {
		if f.shown(field) {
			c := newCell(f, field)
			f.cells = append(f.cells, c)
			f.byKey[field.Key] = c
		}
	}
	f.view = newView(f)
	f.redraw()
	return f
}

func (f *Form) shown(field survey.Field) bool {
	for _, k := range f.o.Skip {
		if k == field.Key {
			return false
		}
	}
	return !field.Retired && field.Kind != survey.Link
}

// Content is the form with its foot.
func (f *Form) Content() fyne.CanvasObject { return f.view.content }

// Load shows stored answers, and over them the draft that was not saved.
func (f *Form) Load(a survey.Answers) {
	f.loaded = false
	f.base, f.extra = maps.Clone(a), survey.Answers{}
	if f.base == nil {
		f.base = survey.Answers{}
	}
	for k, v := range f.base {
		if f.byKey[k] == nil {
			f.extra[k] = v
		}
	}
	f.fill(f.base)
	f.view.notice("", nil)
	f.restore()
	f.loaded = true
	f.redraw()
}

func (f *Form) fill(a survey.Answers) {
	for _, c := range f.cells {
		c.set(a[c.field.Key])
	}
}

// Set puts one answer in as the page found it out: the person may change it.
func (f *Form) Set(key, stored string) {
	if c := f.byKey[key]; c != nil {
		c.set(stored)
	} else {
		f.extra[key] = stored
	}
	f.touched()
}

// Answers are what the form holds now, in stored form: typed ones, those of fields it does not show, and derived ones.
// A field that is not asked any more (its When no longer holds) is left out.
func (f *Form) Answers() survey.Answers {
	a := maps.Clone(f.extra)
	for _, c := range f.cells {
		if v := c.value(); v != "" && c.field.From == nil {
			a[c.field.Key] = v
		}
	}
	a = f.table.Derive(a, f.o.Now())
	for _, c := range f.cells {
		if c.field.When != nil && !c.field.When(a) {
			delete(a, c.field.Key)
		}
	}
	return a
}

// Changed tells whether there is something to save.
func (f *Form) Changed() bool {
	now := f.Answers()
	for _, c := range f.cells {
		if c.field.From != nil {
			continue
		}
		if c.problem() != nil || now[c.field.Key] != f.base[c.field.Key] {
			return true
		}
	}
	return false
}

// touched is called after each change by the person: what depends on it is redrawn, the draft is kept.
func (f *Form) touched() {
	f.redraw()
	if !f.loaded {
		return
	}
	f.round++
	round := f.round
	f.o.After(draftPause, func() {
		if round == f.round {
			f.keep()
		}
	})
}

// redraw works out what is asked and what follows from the answers.
func (f *Form) redraw() {
	a := f.Answers()
	for _, c := range f.cells {
		c.ask(a)
	}
	f.view.arrange()
}

// Save stores the answers, or goes to the first problem.
func (f *Form) Save() {
	a := f.Answers()
	problems := f.problems(a)
	var bad, doubtful []survey.Problem
	for _, p := range problems {
		if p.Warn {
			doubtful = append(doubtful, p)
		} else {
			bad = append(bad, p)
		}
	}
	f.mark(problems)
	switch {
	case len(bad) > 0:
		f.view.foot(text.T("form.problems", len(bad)), kit.Bad)
		f.goTo(bad[0].Key)
	case len(doubtful) > 0:
		f.askDoubtful(a, doubtful)
	default:
		f.store(a)
	}
}

// problems are those of the table and of what is typed and cannot be stored.
func (f *Form) problems(a survey.Answers) []survey.Problem {
	var out []survey.Problem
	broken := map[string]bool{}
	for _, c := range f.cells {
		if err := c.problem(); err != nil && !c.hidden() {
			out = append(out, survey.Problem{Key: c.field.Key, Err: err})
			broken[c.field.Key] = true
		}
	}
	for _, p := range f.table.Check(a, f.o.Now()) {
		if f.byKey[p.Key] != nil && !broken[p.Key] {
			out = append(out, p)
		}
	}
	return out
}

func (f *Form) mark(problems []survey.Problem) {
	worst := map[string]survey.Problem{}
	for _, p := range problems {
		if old, ok := worst[p.Key]; !ok || old.Warn && !p.Warn {
			worst[p.Key] = p
		}
	}
	for _, c := range f.cells {
		p, ok := worst[c.field.Key]
		c.complain(p, ok)
	}
	f.view.arrange()
}

func (f *Form) goTo(key string) {
	if c := f.byKey[key]; c != nil {
		f.view.reveal(c)
		c.focus()
	}
}

func (f *Form) askDoubtful(a survey.Answers, doubtful []survey.Problem) {
	lines := ""
	for _, p := range doubtful {
		lines += "· " + text.Explain(p.Err).What + "\n"
	}
	kit.Ask(f.o.Window, text.T("form.doubtful"), lines+text.T("form.doubtful.ask"), text.T("form.save_anyway"), false, func(yes bool) {
		if yes {
			f.store(a)
		} else {
			f.goTo(doubtful[0].Key)
		}
	})
}

func (f *Form) store(a survey.Answers) {
	if err := f.o.Save(a); err != nil {
		kit.ShowError(f.o.Window, err)
		return
	}
	f.round++
	f.base = a
	f.drop()
	f.mark(nil)
	f.view.foot("", kit.Quiet)
}

// Leave calls then when nothing is unsaved, or once the person has decided what becomes of it.
func (f *Form) Leave(then func()) {
	if !f.Changed() {
		f.drop()
		then()
		return
	}
	askUnsaved(f, then)
}

// FocusFirst puts the keyboard on the first question.
func (f *Form) FocusFirst() {
	for _, c := range f.cells {
		if c.input != nil && !c.hidden() {
			c.focus()
			return
		}
	}
}

// Focus puts the keyboard on a question.
func (f *Form) Focus(key string) { f.goTo(key) }
