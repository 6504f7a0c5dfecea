package class

import (
	"errors"
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// life is the stages of a class as steps across the page, and beneath them what the next one lacks, each piece one press away.
type life struct {
	p      *Page
	stages []stage
}

func newLife(p *Page) *life { return &life{p: p} }

func (l *life) draw() fyne.CanvasObject {
	var err error
	if l.stages, err = l.p.readStages(); err != nil {
		return kit.Prose(text.Explain(err).String(), kit.Bad)
	}
	steps := container.NewGridWithColumns(len(l.stages))
	for _, s := range l.stages {
		steps.Add(newStep(s, func() { l.tell(s) }))
	}
	return kit.Rows(6, steps, l.lacking())
}

// open tells of the next stage, or of the last.
func (l *life) open() {
	if len(l.stages) == 0 || l.p.known() == "" {
		return
	}
	if s, ok := l.next(); ok {
		l.tell(s)
		return
	}
	l.tell(l.stages[len(l.stages)-1])
}

// next is the stage after the present one.
func (l *life) next() (stage, bool) {
	for _, s := range l.stages {
		if s.next {
			return s, true
		}
	}
	return stage{}, false
}

// lacking is the line under the steps.
func (l *life) lacking() fyne.CanvasObject {
	s, ok := l.next()
	switch {
	case !ok:
		return kit.Words(text.T("class.stage.last"), kit.Good)
	case len(s.Missing) == 0:
		return kit.Line(10, kit.Words(text.T("class.stage.ready", s.Stage), kit.Good), l.advance(s))
	}
	said, tone := text.T("class.stage.missing", s.Stage), kit.Bad
	end := fyne.CanvasObject(kit.NewButton(text.T("class.stage.all", len(s.Missing)), func() { l.tell(s) }))
	if len(s.must()) == 0 { // nothing is missing that must be there: a person may go on
		said, tone = text.T("class.stage.doubts", s.Stage), kit.Warn
		end = kit.Line(6, end, l.advance(s))
	}
	ways := []fyne.CanvasObject{kit.Strong(said, tone), end}
	for _, err := range s.Missing {
		ways = append(ways, l.way(err))
	}
	return container.New(&fitLayout{}, ways...)
}

// way is a button to where one missing thing is put right. That board and licence hang is said with the press itself.
func (l *life) way(err error) *kit.Button {
	switch training.KeyOf(err) {
	case training.BoardPostedOn:
		return kit.NewButton(text.T("class.post.board"), func() { l.post(training.BoardPostedOn) })
	case training.LicencePostedOn:
		return kit.NewButton(text.T("class.post.licence"), func() { l.post(training.LicencePostedOn) })
	}
	return kit.NewQuiet(lackName(err), func() { l.p.toLack(err) })
}

func (l *life) post(key string) {
	l.p.Leave(func() {
		a := maps.Clone(l.p.class.Answers)
		a[key] = l.p.deps.Desk.Today().Format("2006-01-02")
		if _, err := l.p.deps.Desk.SaveClass(l.p.class.ID, a); err != nil {
			l.p.deps.ShowError(err)
			return
		}
		l.p.saved(text.T("class.saved"))
	})
}

func (l *life) advance(s stage) *kit.Button {
	return kit.NewPrimary(text.T("class.advance", s.Stage), func() { l.p.Leave(func() { l.move(s) }) })
}

// move brings the class to the next stage. What the rules have against it is passed for a reason.
func (l *life) move(s stage, how ...desk.How) {
	err := l.p.deps.Desk.Advance(l.p.class.ID, s.Stage, how...)
	var r *desk.Refusal
	switch {
	case err == nil:
		l.p.saved(text.T("class.advanced", s.Stage))
	case errors.As(err, &r) && r.Warnings() && len(how) == 0:
		var lines []string
		for _, p := range r.Problems {
			lines = append(lines, "· "+text.Explain(p.Err).What)
		}
		l.p.askReason(text.T("class.advance", s.Stage), strings.Join(lines, "\n")+"\n\n"+text.T("class.advance.ask"), text.T("class.advance.yes"),
			text.T("class.reasons.advance"), func(why string) { l.move(s, desk.Anyway(why)) })
	default:
		l.p.deps.ShowError(err)
	}
}
