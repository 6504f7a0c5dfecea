package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tapIcon is an icon within an entry that can be tapped and is no stop for Tab: the keyboard has a key for it.
type tapIcon struct {
	widget.BaseWidget
	icon   *widget.Icon
	tapped func()
}

func newTapIcon(icon fyne.Resource, tapped func()) *tapIcon {
	t := &tapIcon{icon: widget.NewIcon(icon), tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped does it.
func (t *tapIcon) Tapped(*fyne.PointEvent) { t.tapped() }

// Cursor is an arrow, not the entry's bar.
func (t *tapIcon) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the icon.
func (t *tapIcon) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewPadded(t.icon))
}
