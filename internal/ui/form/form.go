// Package form draws any survey.Table as a form: its sections, labels, hints, the red star of what must not be missing, and
// what is wrong with an answer beneath it. It keeps a draft while the person types, and asks before work is thrown away.
//
// A new field needs nothing here. A new kind of answer needs one case in input.go.
package form

import (
	"errors"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Drafts keep what is typed and not saved, so that it survives a crash. A *desk.Desk does.
type Drafts interface {
	Draft(form, id string) (desk.Draft, bool, error)
	SaveDraft(form, id string, a survey.Answers) error
	DropDraft(form, id string) error
}

// Options are what a form needs from its page.
type Options struct {
	Window fyne.Window
	Now    func() time.Time
	// Items gives the choices of a field whose choices are no list of data/codes: villages, people. Nil items: as the kind says.
	Items func(f survey.Field) []kit.Item
	// Offers gives usual words, by key, for a Text whose list is none of data/codes: the villager groups of the village that is filled in.
	Offers map[string]page.Offer
	// Touched is called after each change by the person, with what the form holds then; nil for nothing.
	Touched func(survey.Answers)
	// Brief tells which fields are shown at once; the others of a section are one press away, or there when answered. Nil
	// shows all.
	Brief func(survey.Field) bool
	// Skip leaves fields out that the page sets itself.
	Skip []string
	// First is the question that the keyboard begins at, where those before it have answers already; "" is the first of all.
	First string
	// Drafts and DraftID: where drafts lie, under the table's name and this id. Nil Drafts keeps none.
	Drafts  Drafts
	DraftID string
	// After runs f on the window's thread later; drafts wait for a pause in typing with it. Nil writes at once.
	After func(time.Duration, func())
	// Save stores the answers; anyway is true once the person wants it in spite of warnings. A *desk.Refusal it returns is
	// shown at the fields, any other error in a dialog; nil means saved.
	Save func(a survey.Answers, anyway bool) error
	// Cancel is Esc and the button beside save; nil has no such button.
	Cancel func()
	// SaveLabel names the save button; "" is the usual word.
	SaveLabel string
	// Doubles finds who in the register may be the one that is typed in; it is asked when an answer of Watch changed. Nil asks
	// nobody.
	Doubles func(survey.Answers) []Double
	Watch   []string

	answers func() survey.Answers // what the form holds now; the form sets it
}

// ErrAsked is what Save returns where it asks the person first, and saves by itself once that is answered: the form stays as it is.
var ErrAsked = errors.New("form: asked first")

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
	watch  watch
}

// New makes an empty form.
func New(t *survey.Table, o Options) *Form {
	f := &Form{table: t, o: o, byKey: map[string]*cell{}, base: survey.Answers{}, extra: survey.Answers{}}
	if f.o.After == nil {
		f.o.After = func(_ time.Duration, do func()) { do() }
	}
	f.o.answers = f.Answers
	for _, field := range t.Fields {
		if f.shown(field) {
			c := newCell(f, field)
			c.rare = o.Brief != nil && !o.Brief(field)
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
	return !field.Retired && !field.Hidden && field.Kind != survey.Link
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
		v := a[c.field.Key]
		if c.field.From != nil && v == c.field.From(a, f.o.Now()) {
			v = "" // worked out, not said
		}
		c.set(v)
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
		if v := c.value(); v != "" {
			a[c.field.Key] = v
		}
	}
	a = f.table.Derive(a, f.o.Now())
	for _, c := range f.cells {
		if c.field.From == nil && c.field.When != nil && !c.field.When(a) {
			delete(a, c.field.Key)
		}
	}
	return a
}

// Changed tells whether there is something to save.
func (f *Form) Changed() bool {
	now := f.Answers()
	for _, c := range f.cells {
		if c.input == nil || c.known {
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
	f.watchDoubles()
	if f.o.Touched != nil {
		f.o.Touched(f.Answers())
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
	var bad []survey.Problem
	for _, p := range f.problems(a) {
		if !p.Warn {
			bad = append(bad, p)
		}
	}
	f.mark(bad)
	if len(bad) > 0 {
		f.stop(bad)
		return
	}
	f.store(a, false)
}

// stop says how much is wrong and goes to the first of it.
func (f *Form) stop(bad []survey.Problem) {
	f.view.foot(text.T("form.problems", len(bad)), kit.Bad)
	f.view.tellWrong(bad)
	f.goTo(bad[0].Key)
}

// problems are those of the table and of what is typed and cannot be stored, in the order of the form.
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
	slices.SortStableFunc(out, func(a, b survey.Problem) int { return f.place(a.Key) - f.place(b.Key) })
	return out
}

// place is where a question stands on the form.
func (f *Form) place(key string) int {
	return slices.IndexFunc(f.cells, func(c *cell) bool { return c.field.Key == key })
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

// goTo puts the keyboard on a question, wherever it is folded away.
func (f *Form) goTo(key string) {
	c := f.byKey[key]
	if c == nil {
		return
	}
	if p := f.view.partOf(c); p != nil && (p.shut || c.box.Hidden && c.asked) {
		p.open = p.open || c.rare
		f.view.shut(p, false)
	}
	f.view.reveal(c)
	c.focus()
}

func (f *Form) store(a survey.Answers, anyway bool) {
	err := f.o.Save(a, anyway)
	var r *desk.Refusal
	switch {
	case err == nil:
		f.saved(a)
	case errors.Is(err, ErrAsked):
	case !errors.As(err, &r):
		kit.ShowError(f.o.Window, err)
	case r.Warnings() && !anyway:
		f.mark(r.Problems)
		f.askDoubtful(a, r)
	default:
		f.mark(r.Problems)
		f.refused(r)
	}
}

func (f *Form) saved(a survey.Answers) {
	f.round++
	f.base = a
	f.drop()
	f.mark(nil)
	f.view.tellWrong(nil)
	f.view.foot("", kit.Quiet)
	f.view.notice("", nil)
}

// refused goes to the first problem; one with a field that the form does not show is told in a dialog.
func (f *Form) refused(r *desk.Refusal) {
	for _, p := range r.Problems {
		if f.byKey[p.Key] == nil {
			kit.ShowError(f.o.Window, r)
			return
		}
	}
	f.stop(r.Problems)
}

// askDoubtful lists what looks wrong and lets the person save all the same.
func (f *Form) askDoubtful(a survey.Answers, r *desk.Refusal) {
	lines := ""
	for _, p := range r.Problems {
		lines += "· " + r.Line(p) + "\n"
	}
	kit.Ask(f.o.Window, text.T("form.doubtful"), lines+text.T("form.doubtful.ask"), text.T("form.save_anyway"), false, func(yes bool) {
		if yes {
			f.store(a, true)
			return
		}
		f.goTo(r.Problems[0].Key)
	})
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

// next goes to the question after c, over what is worked out and what is folded away, and from the last one to the save button.
func (f *Form) next(c *cell) {
	past := false
	for _, x := range f.cells {
		if past && x.input != nil && !x.known && !x.box.Hidden && !f.view.partOf(x).shut {
			x.focus()
			return
		}
		past = past || x == c
	}
	f.o.Window.Canvas().Focus(f.view.save)
}

// NextPart goes to the first question of the next section, or with -1 of the one before.
func (f *Form) NextPart(by int) { f.view.step(by) }

// NextProblem goes to the next question that something is wrong with, round from the last to the first.
func (f *Form) NextProblem() {
	at := slices.IndexFunc(f.cells, func(c *cell) bool { return c.input != nil && f.o.Window.Canvas().Focused() == fyne.Focusable(c.input) })
	for n := range f.cells {
		if c := f.cells[(max(at, -1)+1+n)%len(f.cells)]; c.bad && !c.hidden() {
			f.goTo(c.field.Key)
			return
		}
	}
}

// FocusFirst puts the keyboard where one begins.
func (f *Form) FocusFirst() {
	if f.o.First != "" {
		f.goTo(f.o.First)
		return
	}
	for _, c := range f.cells {
		if c.input != nil && !c.hidden() {
			c.focus()
			return
		}
	}
}

// Focus puts the keyboard on a question.
func (f *Form) Focus(key string) { f.goTo(key) }
