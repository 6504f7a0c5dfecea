package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// minPass is the shortest passphrase, as at the first run.
const minPass = 8

// What can be wrong with a new passphrase.
var (
	errShort  = text.NewError("settings.pass.short")
	errUnlike = text.NewError("settings.pass.unlike")
)

// pass changes the passphrase. It rewraps the key and touches no record.
type pass struct {
	p               *Page
	old, one, again *kit.Entry
	do              *kit.Button
	word            *kit.Paragraph
	result          *fyne.Container
	box             fyne.CanvasObject
}

func newPass(p *Page) *pass {
	s := &pass{p: p, old: kit.NewSecret(), one: kit.NewSecret(), again: kit.NewSecret(), result: container.NewStack()}
	s.do = kit.NewButton(text.T("settings.pass.change"), s.change)
	s.again.Enter = func() bool { s.change(); return true }
	if p.deps.Sample {
		s.box = section("settings.pass", kit.Prose(text.T("settings.pass.sample"), kit.Quiet))
		return s
	}
	s.box = section("settings.pass", kit.Prose(text.T("settings.pass.what"), kit.Quiet), field("settings.pass.old", s.old),
		field("settings.pass.new", s.one), field("settings.pass.again", s.again), kit.Line(8, s.do), s.result)
	return s
}

func (s *pass) check() error {
	switch {
	case len([]rune(s.one.Text)) < minPass:
		kit.Focus(s.one)
		return errShort.With(minPass)
	case s.one.Text != s.again.Text:
		kit.Focus(s.again)
		return errUnlike
	}
	return nil
}

// change takes a second or two on purpose: deriving a key from a passphrase is slow so that guessing is.
func (s *pass) change() {
	if s.do.Disabled() {
		return
	}
	if s.old.Text == "" {
		kit.Focus(s.old)
		return
	}
	if err := s.check(); err != nil {
		s.say(err)
		return
	}
	old, one := s.old.Text, s.one.Text
	s.do.Disable()
	s.do.SetText(text.T("settings.pass.changing"))
	var err error
	s.p.deps.Go(func() { err = s.p.deps.Desk.Store().ChangePassphrase(old, one) }, func() {
		s.do.Enable()
		s.do.SetText(text.T("settings.pass.change"))
		s.say(err)
		if err == nil {
			for _, e := range []*kit.Entry{s.old, s.one, s.again} {
				e.SetQuietly("")
			}
		}
	})
}

func (s *pass) say(err error) {
	words, tone := text.T("settings.pass.changed"), kit.Good
	if err != nil {
		words, tone = text.Explain(err).String(), kit.Bad
	}
	s.word = kit.Prose(words, tone)
	s.result.Objects = []fyne.CanvasObject{kit.Tinted(tone, s.word)}
	s.result.Refresh()
}
