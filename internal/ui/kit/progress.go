package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
)

// Progress is a row that says what is being done, how far it is, and lets the person stop it.
type Progress struct {
	widget.BaseWidget
	label  *canvas.Text
	bar    *widget.ProgressBar
	Cancel *Button
}

// NewProgress makes a row for work that cancel stops; nil for work that cannot be stopped.
func NewProgress(label string, cancel func()) *Progress {
	p := &Progress{label: line(label, Plain, theme.SizeNameText, false), bar: widget.NewProgressBar()}
	p.Cancel = NewButton(text.T("kit.cancel"), cancel)
	if cancel == nil {
		p.Cancel.Hide()
	}
	p.ExtendBaseWidget(p)
	return p
}

// Set shows that done of all is done; all 0 means that nobody knows how much there is.
func (p *Progress) Set(label string, done, all int) {
	SetWords(p.label, label, Plain)
	if all > 0 {
		p.bar.SetValue(float64(done) / float64(all))
	}
}

// CreateRenderer lays words over the bar.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	bar := container.NewVBox(layout.NewSpacer(), p.bar, layout.NewSpacer())
	return widget.NewSimpleRenderer(Rows(4, p.label, container.NewBorder(nil, nil, nil, p.Cancel, bar)))
}
