package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// toastTime is how long a toast stays; one with a button stays longer.
const toastTime = 4 * time.Second

// Toaster shows one short message at a time at the foot of the window, without taking the keyboard. The frame has one; pages
// speak through their Deps.
type Toaster struct {
	widget.BaseWidget
	After func(time.Duration, func()) // runs later on the window's thread

	word   *canvas.Text
	button *Button
	sheet  *fyne.Container
	round  int
}

// NewToaster makes an empty toaster; after is how it waits.
func NewToaster(after func(time.Duration, func())) *Toaster {
	t := &Toaster{After: after, word: canvas.NewText("", nil)}
	t.button = NewButton("", nil)
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Say shows a message.
func (t *Toaster) Say(message string) { t.Offer(message, "", nil) }

// Offer shows a message with a button, as "undo".
func (t *Toaster) Offer(message, label string, do func()) {
	t.round++
	round := t.round
	t.word.Text, t.word.TextSize, t.word.Color = message, Size(theme.SizeNameText), Color(theme.ColorNameForegroundOnPrimary)
	t.button.SetText(label)
	t.button.OnTapped = func() { t.Hide(); call(do) }
	t.button.Hidden = do == nil
	t.Show()
	t.Refresh()
	stay := toastTime
	if do != nil {
		stay *= 2
	}
	t.After(stay, func() {
		if round == t.round {
			t.Hide()
		}
	})
}

// Message is what is shown now, "" while nothing is.
func (t *Toaster) Message() string {
	if t.Hidden {
		return ""
	}
	return t.word.Text
}

// Press does what the button offers.
func (t *Toaster) Press() { t.button.OnTapped() }

// CreateRenderer lays the words on a dark sheet.
func (t *Toaster) CreateRenderer() fyne.WidgetRenderer {
	bg := canvas.NewRectangle(Color(theme.ColorNameForeground))
	bg.CornerRadius = 6
	t.sheet = container.NewStack(bg, container.New(layout.NewCustomPaddedLayout(6, 6, 16, 10), Line(14, t.word, t.button)))
	return widget.NewSimpleRenderer(t.sheet)
}
