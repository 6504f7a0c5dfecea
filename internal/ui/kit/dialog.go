package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
)

// Dialog is a sheet over the window with a title, content and buttons. Esc is the last button's neighbour: it closes. Enter
// presses the button that has the focus, or Default from within content.
type Dialog struct {
	Title   string
	Content fyne.CanvasObject
	Buttons []*Button // from left to right
	Default int       // the button that has the focus at first
	First   fyne.Focusable
	OnClose func() // after closing, however it came about

	popup *widget.PopUp
}

// Show opens the dialog over w.
func (d *Dialog) Show(w fyne.Window) {
	row := []fyne.CanvasObject{Gap()}
	for _, b := range d.Buttons {
		b.Escape = d.Close
		row = append(row, b)
	}
	content := container.NewBorder(Rows(8, Subtitle(d.Title), widget.NewSeparator()), Line(8, row...), nil, nil, container.New(layout.NewCustomPaddedLayout(10, 14, 0, 0), d.Content))
	d.popup = widget.NewModalPopUp(container.New(&wideLayout{width: 500}, Padded(content)), w.Canvas())
	d.popup.Show()
	w.Canvas().Focus(d.first())
}

func (d *Dialog) first() fyne.Focusable {
	if d.First != nil {
		return d.First
	}
	if d.Default < len(d.Buttons) {
		return d.Buttons[d.Default]
	}
	return nil
}

// Resize gives the dialog a size; it grows to what its content needs.
func (d *Dialog) Resize(s fyne.Size) { d.popup.Resize(s) }

// Close takes the dialog away.
func (d *Dialog) Close() {
	if d.popup == nil {
		return
	}
	d.popup.Hide()
	d.popup = nil
	call(d.OnClose)
}

// Ask puts a question with a word for going on; done is told true only for that. A dangerous one is asked with the focus on
// the way back.
func Ask(w fyne.Window, title, message, yes string, danger bool, done func(bool)) *Dialog {
	d := &Dialog{Title: title, Content: Prose(message, Plain)}
	answer := false
	no := NewButton(text.T("kit.cancel"), func() { d.Close() })
	ok := NewPrimary(yes, func() { answer = true; d.Close() })
	if danger {
		ok = NewDanger(yes, func() { answer = true; d.Close() })
	}
	d.Buttons = []*Button{no, ok}
	if !danger {
		d.Default = 1
	}
	d.OnClose = func() { done(answer) }
	d.Show(w)
	return d
}

// AskWords asks for a line of words, as a reason; done is told "" where the person gives up.
func AskWords(w fyne.Window, title, message, hint, yes string, done func(string)) *Dialog {
	entry := NewEntry()
	entry.SetPlaceHolder(hint)
	d := &Dialog{Title: title, Content: Rows(8, Prose(message, Plain), entry), First: entry}
	words := ""
	ok := NewPrimary(yes, func() {
		if words = entry.Text; words != "" {
			d.Close()
		}
	})
	entry.Enter = func() bool { ok.Tapped(nil); return true }
	entry.Save = func() { ok.Tapped(nil) }
	entry.Escape = func() { d.Close() }
	d.Buttons = []*Button{NewButton(text.T("kit.cancel"), func() { d.Close() }), ok}
	d.OnClose = func() { done(words) }
	d.Show(w)
	return d
}

// Tell shows a message with one button.
func Tell(w fyne.Window, title, message string) *Dialog {
	d := &Dialog{Title: title, Content: Prose(message, Plain)}
	d.Buttons = []*Button{NewPrimary(text.T("kit.ok"), func() { d.Close() })}
	d.Show(w)
	return d
}

// ShowError is the only place on screen that shows an error: what happened and what to do.
func ShowError(w fyne.Window, err error) *Dialog {
	x := text.Explain(err)
	d := &Dialog{Title: text.T("kit.error")}
	rows := Rows(8, Prose(x.What, Plain))
	if x.Way != "" {
		rows.Add(Prose(x.Way, Quiet))
	}
	d.Content = rows
	d.Buttons = []*Button{NewPrimary(text.T("kit.ok"), func() { d.Close() })}
	d.Show(w)
	return d
}
