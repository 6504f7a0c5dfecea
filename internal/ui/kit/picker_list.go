package kit

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
)

// pickerRows is how many choices the open list shows at once.
const pickerRows = 9

// pickerList is the open list of a Picker: an entry that filters, and what it leaves. It lies over everything, so it has the
// keyboard to itself until Enter, Tab or Esc closes it.
type pickerList struct {
	of    *Picker
	entry *Entry
	list  *widget.List
	found []Item
	at    int
	none  *canvas.Text // stands in the place of the list where nothing is found
	popup *widget.PopUp
}

// Open shows the list, filtered by typed.
func (p *Picker) Open(typed string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.spot())
	if c == nil || p.disabled || p.open != nil {
		return
	}
	l := &pickerList{of: p}
	p.open = l
	l.build(c)
	l.entry.SetText(typed)
	l.entry.CursorColumn = len([]rune(typed))
	l.filter(typed)
	if typed == "" {
		l.toCurrent()
	}
	c.Focus(l.entry.outer.(fyne.Focusable))
}

// pickerEntry is the filter; it takes Tab, which would otherwise go nowhere.
type pickerEntry struct{ Entry }

// AcceptsTab makes Fyne hand Tab over.
func (e *pickerEntry) AcceptsTab() bool { return true }

func (l *pickerList) build(c fyne.Canvas) {
	e := &pickerEntry{}
	e.start(e)
	l.entry = &e.Entry
	e.SetPlaceHolder(text.T("kit.pick.filter"))
	e.OnChange(func() { l.filter(e.Text) })
	e.Escape = func() { l.close(false) }
	e.Enter = func() bool { l.choose(); return true }
	e.Save = func() {
		if len(l.found) > 0 {
			l.choose()
			call(l.of.Save)
		}
	}
	e.Keys = l.key
	l.list = widget.NewList(func() int { return len(l.found) }, l.row, l.fill)
	l.list.HideSeparators = true
	l.list.OnSelected = func(i int) { l.tapped(i) }
	l.none = Words("", Quiet)
	l.none.Alignment = fyne.TextAlignCenter
	l.popup = widget.NewPopUp(container.NewBorder(e, nil, nil, nil, container.NewStack(l.list, container.NewCenter(l.none))), c)
}

// place puts the list under the picker, or over it where the window ends, as high as what is found.
func (l *pickerList) place() {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.of.spot())
	if c == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.of.spot())
	row := l.row().MinSize().Height + Size(theme.SizeNamePadding)
	rows := float32(max(min(max(len(l.of.Items()), len(l.found)), pickerRows), 2))
	w, whole := max(l.of.spot().Size().Width, 260), l.entry.MinSize().Height+row*rows+12
	h := l.entry.MinSize().Height + row*min(rows, float32(max(len(l.found), 1))) + 12
	if room := c.Size().Height - at.Y; whole > room && at.Y > room {
		at.Y = max(at.Y+l.of.spot().Size().Height-whole, 0)
		h = whole // it hangs upwards: the entry must not jump as the list shrinks
	} else {
		h = min(h, room)
	}
	at.X = max(min(at.X, c.Size().Width-w), 0)
	l.popup.Resize(fyne.NewSize(w, h))
	l.popup.ShowAtPosition(at)
	l.popup.Resize(fyne.NewSize(w, h))
}

// row is a ground with mark, name and code.
func (l *pickerList) row() fyne.CanvasObject {
	ground := canvas.NewRectangle(nil)
	ground.CornerRadius = 3
	words := container.NewBorder(nil, nil, line("✓", Accent, "text", false), line("", Quiet, "helperText", false), line("M", Plain, "text", false))
	return container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(3, 3, 6, 8), words))
}

func (l *pickerList) fill(i int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	ground := parts[0].(*canvas.Rectangle)
	ground.FillColor = Color(ColorPanel)
	if i == l.at {
		ground.FillColor = Color(ColorTint)
	}
	ground.Refresh()
	cells := parts[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	it := l.found[i]
	mark := "　"
	if l.of.has(it.Value) {
		mark = "✓"
	}
	set(cells[1], mark)
	set(cells[2], it.Code)
	set(cells[0], it.name())
}

func (l *pickerList) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyPageDown:
		l.move(pickerRows)
	case fyne.KeyPageUp:
		l.move(-pickerRows)
	case fyne.KeyTab:
		l.choose()
	default:
		return false
	}
	return true
}

func (l *pickerList) move(by int) {
	l.at = max(min(l.at+by, len(l.found)-1), 0)
	l.list.Refresh()
	l.list.ScrollTo(l.at)
}

// choose takes the row the arrow stands at; with several to pick, an empty filter means that all are picked.
func (l *pickerList) choose() {
	if l.of.Many && l.entry.Text == "" && l.of.value != "" && l.at == 0 {
		l.close(true)
		return
	}
	l.tapped(l.at)
}

func (l *pickerList) tapped(i int) {
	if i < 0 || i >= len(l.found) {
		return
	}
	l.of.take(l.found[i].Value)
	if !l.of.Many {
		l.close(true)
		return
	}
	l.list.UnselectAll()
	l.entry.SetText("")
	l.filter("")
}

func (l *pickerList) close(next bool) {
	if l.of.open == nil {
		return
	}
	l.of.open = nil
	l.popup.Hide()
	Focus(l.of.spot().(fyne.Focusable))
	if next {
		goOn(l.of.Next, l.of.spot())
	}
}

func (l *pickerList) filter(typed string) {
	l.found = l.of.found(typed)
	l.at = 0
	l.sayNone()
	l.list.Refresh()
	l.list.ScrollToTop()
	l.place()
}

// sayNone says that nothing is found, or that there is nothing to pick from.
func (l *pickerList) sayNone() {
	words := ""
	switch {
	case len(l.found) > 0:
	case strings.TrimSpace(l.entry.Text) == "":
		words = text.T("kit.pick.empty")
	default:
		words = text.T("kit.pick.none")
	}
	SetWords(l.none, words, Quiet)
}

func (l *pickerList) toCurrent() {
	for i, it := range l.found {
		if it.Value == l.of.value {
			l.move(i)
		}
	}
}

// Filter gives the items that typed means, the closest first: the start of the name, of its initials, of its pinyin or of
// the code before what only contains it.
func Filter(items []Item, typed string) []Item {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" {
		return items
	}
	type hit struct {
		Item
		rank int
	}
	var hits []hit
	for _, it := range items {
		if r := rank(it, typed); r > 0 {
			hits = append(hits, hit{it, r})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].rank < hits[j].rank })
	out := make([]Item, len(hits))
	for i, h := range hits {
		out[i] = h.Item
	}
	return out
}

// rank is how well typed names it: 1 best, 0 not at all.
func rank(it Item, typed string) int {
	best := 0
	better := func(r int) {
		if best == 0 || r < best {
			best = r
		}
	}
	for _, word := range append([]string{it.name(), it.Code}, it.Also...) {
		word = strings.ToLower(word)
		if word == "" {
			continue
		}
		read := spell(word)
		switch {
		case word == typed || len(read) == len([]rune(typed)) && read.initials(typed):
			better(1)
		case strings.HasPrefix(word, typed) || read.initials(typed):
			better(2)
		case read.begins(typed):
			better(3)
		case strings.Contains(word, typed) || read.within(typed):
			better(4)
		case read.scattered([]rune(typed)):
			better(5)
		}
	}
	return best
}
