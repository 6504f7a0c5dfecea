package ui

import (
	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// passLength is the shortest passphrase: long enough that guessing it offline takes longer than anyone has, given how slow
// each guess is made.
const passLength = 8

// What can be wrong on the first run.
var (
	errName     = text.NewError("ui.first.no_name")
	errTownship = text.NewError("ui.first.no_township")
	errShort    = text.NewError("ui.first.short")
	errUnlike   = text.NewError("ui.first.unlike")
)

// firstRun asks three things and makes the data file: who works here, for which township, and the passphrase, twice.
type firstRun struct {
	w           *Window
	content     fyne.CanvasObject
	name        *kit.Entry
	township    *kit.Picker
	pass, again *kit.Entry
	trouble     *kit.Paragraph
	make        *kit.Button
}

func newFirstRun(w *Window) *firstRun {
	r := &firstRun{w: w, name: kit.NewEntry(), pass: kit.NewSecret(), again: kit.NewSecret(), trouble: kit.Prose("", kit.Bad)}
	r.trouble.Hide()
	r.name.SetPlaceHolder(text.T("ui.first.name.hint"))
	r.township = kit.NewPicker(townships()...)
	r.township.Hint = text.T("ui.first.township.hint")
	r.pass.SetPlaceHolder(text.T("ui.first.pass.hint", passLength))
	r.again.Enter = func() bool { r.create(); return true }
	r.make = kit.NewPrimary(text.T("ui.first.make"), r.create)
	for _, e := range []*kit.Entry{r.name, r.pass, r.again} {
		e.Save = r.create
	}
	rows := kit.Rows(6, heading(text.T("ui.first.title")), kit.Prose(text.T("ui.first.intro"), kit.Quiet),
		labelled("ui.first.name", r.name), labelled("ui.first.township", r.township),
		labelled("ui.first.pass", r.pass), labelled("ui.first.again", r.again),
		kit.Tinted(kit.Warn, kit.Prose(text.T("ui.first.warning"), kit.Warn)), r.trouble, r.make)
	r.content = sheet(460, rows)
	return r
}

func labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Rows(2, kit.Caption(text.T(key), kit.Quiet), o)
}

func (r *firstRun) check() error {
	switch {
	case r.name.Text == "":
		r.w.Win.Canvas().Focus(r.name)
		return errName
	case r.township.Value() == "":
		r.w.Win.Canvas().Focus(r.township)
		return errTownship
	case len([]rune(r.pass.Text)) < passLength:
		r.w.Win.Canvas().Focus(r.pass)
		return errShort.With(passLength)
	case r.pass.Text != r.again.Text:
		r.w.Win.Canvas().Focus(r.again)
		return errUnlike
	}
	return nil
}

func (r *firstRun) create() {
	if r.make.Disabled() {
		return
	}
	if err := r.check(); err != nil {
		r.failed(err)
		return
	}
	r.make.Disable()
	r.make.SetText(text.T("ui.first.making"))
	settings := desk.Settings{Actor: r.name.Text, Township: r.township.Value(), Unit: r.township.Shown()}
	var d *desk.Desk
	var err error
	r.w.o.Go(func() {
		if d, err = r.w.o.Make(r.w.o.Store, r.pass.Text); err == nil {
			err = d.SaveSettings(settings)
		}
	}, func() {
		if err != nil {
			r.failed(err)
			return
		}
		r.w.enter(d)
	})
}

func (r *firstRun) failed(err error) {
	r.make.Enable()
	r.make.SetText(text.T("ui.first.make"))
	r.trouble.Set(text.Explain(err).String(), kit.Bad)
	r.trouble.Show()
}
