package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
)

// Item is one thing to pick.
type Item struct {
	Value string   // stored
	Name  string   // shown; "" shows Value
	Code  string   // also found by it, shown small behind the name
	Also  []string // other words that find it
}

func (i Item) name() string {
	if i.Name == "" {
		return i.Value
	}
	return i.Name
}

// Picker chooses among many things: typing opens a list that shrinks with each letter of the name, the pinyin, its initials
// or the code; Enter takes the first and goes on.
type Picker struct {
	answered
	Items    func() []Item             // asked each time the list opens
	Find     func(typed string) []Item // among too many to list: asked with each letter, in the place of Items
	Called   func(value string) string // what a value that Find gave is called
	Many     bool                      // several, joined by "、" in the stored form
	Hint     string
	value    string
	hovered  bool
	disabled bool
	open     *pickerList
	anchor   fyne.CanvasObject // where its list opens, when it is not drawn itself; see Suggest
}

// NewFinder makes a picker among more than can be listed: find is asked with each letter typed, called names what was picked.
func NewFinder(hint string, find func(typed string) []Item, called func(value string) string) *Picker {
	p := NewPicker()
	p.Find, p.Called, p.Hint = find, called, hint
	return p
}

// found are the items that typed means.
func (p *Picker) found(typed string) []Item {
	if p.Find != nil {
		return p.Find(typed)
	}
	return Filter(p.Items(), typed)
}

// spot is the widget that the list belongs to on the canvas.
func (p *Picker) spot() fyne.CanvasObject {
	if p.anchor != nil {
		return p.anchor
	}
	return p
}

// NewPicker makes a picker among items.
func NewPicker(items ...Item) *Picker { return NewPickerOf(func() []Item { return items }) }

// NewPickerOf makes a picker whose items are worked out when its list opens.
func NewPickerOf(items func() []Item) *Picker {
	p := &Picker{Items: items, Hint: text.T("kit.pick.hint")}
	p.ExtendBaseWidget(p)
	return p
}

// Value is the stored form of what is picked.
func (p *Picker) Value() string { return p.value }

// SetValue picks and tells nobody. A value that is not among the items is kept and shown as it is.
func (p *Picker) SetValue(v string) {
	p.value = v
	p.Refresh()
}

// Choose picks v as a person does.
func (p *Picker) Choose(v string) {
	if p.disabled || p.value == v {
		return
	}
	p.value = v
	p.Refresh()
	call(p.changed)
}

// take is one item chosen in the list: the pick itself, or one of several switched on or off.
func (p *Picker) take(v string) {
	if !p.Many {
		p.Choose(v)
		return
	}
	var kept []string
	had := false
	for _, x := range p.picked() {
		if x == v {
			had = true
			continue
		}
		kept = append(kept, x)
	}
	if !had {
		kept = append(kept, v)
	}
	p.Choose(strings.Join(kept, "、"))
}

func (p *Picker) picked() []string {
	if p.value == "" {
		return nil
	}
	if !p.Many {
		return []string{p.value}
	}
	return strings.Split(p.value, "、")
}

func (p *Picker) has(v string) bool {
	for _, x := range p.picked() {
		if x == v {
			return true
		}
	}
	return false
}

// Shown is what the closed picker reads.
func (p *Picker) Shown() string {
	var words []string
	for _, v := range p.picked() {
		word := v
		if p.Called != nil {
			word = p.Called(v)
		}
		for _, i := range p.Items() {
			if i.Value == v {
				word = i.name()
				break
			}
		}
		words = append(words, word)
	}
	return strings.Join(words, "、")
}

// Disable and its fellows make it a fyne.Disableable.
func (p *Picker) Disable()       { p.disabled = true; p.Refresh() }
func (p *Picker) Enable()        { p.disabled = false; p.Refresh() }
func (p *Picker) Disabled() bool { return p.disabled }

// TypedRune opens the list with what was typed.
func (p *Picker) TypedRune(r rune) {
	if r == ' ' {
		p.Open("")
		return
	}
	p.Open(string(r))
}

// TypedKey opens with the arrows, clears with Backspace, goes on with Enter.
func (p *Picker) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown, fyne.KeyUp:
		p.Open("")
	case fyne.KeyBackspace, fyne.KeyDelete:
		p.Choose("")
	case fyne.KeyReturn, fyne.KeyEnter:
		goOn(p.Next, p)
	case fyne.KeyEscape:
		call(p.Escape)
	default:
		pass(p, k)
	}
}

// Tapped opens the list.
func (p *Picker) Tapped(*fyne.PointEvent) {
	if !p.disabled {
		Focus(p)
		p.Open("")
	}
}

// MouseIn, MouseMoved and MouseOut show that it can be tapped.
func (p *Picker) MouseIn(*desktop.MouseEvent)    { p.hovered = true; p.Refresh() }
func (p *Picker) MouseMoved(*desktop.MouseEvent) {}
func (p *Picker) MouseOut()                      { p.hovered = false; p.Refresh() }

// CreateRenderer draws it as an entry with an arrow.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	r := &pickerRenderer{p: p, box: canvas.NewRectangle(nil), word: canvas.NewText("", nil), arrow: widget.NewIcon(theme.MenuDropDownIcon())}
	r.Refresh()
	return r
}

type pickerRenderer struct {
	p     *Picker
	box   *canvas.Rectangle
	word  *canvas.Text
	arrow *widget.Icon
}

func (r *pickerRenderer) Destroy() {}
func (r *pickerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.word, r.arrow}
}

func (r *pickerRenderer) MinSize() fyne.Size {
	t := Size(theme.SizeNameText)
	return fyne.NewSize(t*6, t*1.4+2*Size(theme.SizeNameInnerPadding))
}

func (r *pickerRenderer) Layout(s fyne.Size) {
	pad, icon := Size(theme.SizeNameInnerPadding), Size(theme.SizeNameInlineIcon)
	h := r.MinSize().Height
	r.box.Resize(fyne.NewSize(s.Width, h))
	r.word.Move(fyne.NewPos(pad+1, 0))
	r.word.Resize(fyne.NewSize(s.Width-2*pad-icon, h))
	r.arrow.Resize(fyne.NewSquareSize(icon))
	r.arrow.Move(fyne.NewPos(s.Width-icon-pad, (h-icon)/2))
	r.word.Text = Ellipsis(r.text(), s.Width-2*pad-icon-4, r.word.TextSize, fyne.TextStyle{})
}

func (r *pickerRenderer) text() string {
	if s := r.p.Shown(); s != "" {
		return s
	}
	return r.p.Hint
}

func (r *pickerRenderer) Refresh() {
	r.box.FillColor, r.box.CornerRadius = Color(theme.ColorNameInputBackground), Size(theme.SizeNameInputRadius)
	r.box.StrokeWidth, r.box.StrokeColor = 1, Color(theme.ColorNameInputBorder)
	if r.p.hovered {
		r.box.StrokeColor = Color(theme.ColorNameForeground)
	}
	if r.p.focused {
		r.box.StrokeWidth, r.box.StrokeColor = 2, Color(theme.ColorNamePrimary)
	}
	r.word.TextSize, r.word.Color = Size(theme.SizeNameText), Color(theme.ColorNameForeground)
	if r.p.value == "" {
		r.word.Color = Color(theme.ColorNamePlaceHolder)
	}
	if r.p.disabled {
		r.word.Color = Color(theme.ColorNameDisabled)
	}
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
