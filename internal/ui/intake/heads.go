package intake

import (
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// heads shows what each heading was taken for, and lets people say better.
type heads struct {
	v      *preview
	uses   []headUse
	table  *kit.Table
	detail *fyne.Container
	note   *fyne.Container
	whole  fyne.CanvasObject
	pick   *kit.Picker
	sheets bool // there are columns of several sheets
}

// headUse is one column of one sheet.
type headUse struct {
	of int // in Plan.Mappings
	intake.ColumnUse
}

func newHeads(v *preview) *heads {
	h := &heads{v: v, detail: container.NewStack(), note: container.NewStack()}
	h.list()
	columns := []kit.Column{{Title: text.T("import.col.column"), Em: 2.4}, {Title: text.T("import.col.heading"), Em: 8, Grow: true},
		{Title: text.T("import.col.means"), Em: 7, Grow: true}, {Title: text.T("import.col.filled"), Em: 3.2, Right: true}, {Title: text.T("import.col.state"), Em: 3.8}}
	if h.sheets = h.several(); h.sheets {
		columns = append([]kit.Column{{Title: text.T("import.col.sheet"), Em: 4.5}}, columns...)
	}
	h.table = kit.NewTable(columns, func() int { return len(h.uses) }, h.cell)
	h.table.OnMove = h.look
	h.table.OnType = h.byNumber
	h.table.OnOpen = func(int) { h.openPicker("") }
	split := container.NewHSplit(kit.Panel(h.table), kit.Panel(h.detail))
	split.Offset = 0.58
	h.whole = container.NewBorder(h.note, nil, nil, nil, split)
	for i := range h.uses {
		if h.unread(i) {
			h.table.SetCurrent(i)
			break
		}
	}
	return h
}

func (h *heads) several() bool {
	return slices.ContainsFunc(h.uses, func(u headUse) bool { return u.of != h.uses[0].of })
}

func (h *heads) list() {
	h.uses = nil
	for m := range h.v.plan.Mappings {
		for _, c := range h.v.plan.Mappings[m].Columns {
			if c.Title != "" || c.Filled > 0 {
				h.uses = append(h.uses, headUse{m, c})
			}
		}
	}
}

// unread tells whether a column has something that nobody reads, and nobody has said that it is not to be read.
func (h *heads) unread(i int) bool {
	u := &h.uses[i]
	if u.Key != "" || u.Told || u.Filled == 0 {
		return false
	}
	for _, title := range h.v.plan.Unknown() {
		if title == u.Title {
			return true
		}
	}
	return false
}

func (h *heads) name() string {
	n := 0
	for i := range h.uses {
		if h.unread(i) {
			n++
		}
	}
	if n > 0 {
		return text.T("import.part.heads.unknown", n)
	}
	return text.T("import.part.heads")
}

func (h *heads) content() fyne.CanvasObject { return h.whole }
func (h *heads) focus() fyne.Focusable      { return h.table }

func (h *heads) redraw() {
	h.list()
	h.note.Objects = []fyne.CanvasObject{kit.Rows(0, h.learned(), kit.Gap())}
	h.note.Refresh()
	h.table.Reload()
	if i := h.table.Current(); i >= 0 {
		h.look(i)
	}
}

// learned says what was known of these headings from before, with a way to forget it, and what was said now.
func (h *heads) learned() fyne.CanvasObject {
	rows := kit.Rows(6)
	for i := range h.v.plan.Mappings {
		m := &h.v.plan.Mappings[i]
		n := 0
		for _, c := range m.Columns {
			if c.Told {
				n++
			}
		}
		switch {
		case n == 0:
		case m.Learned != "":
			forget := kit.NewQuiet(text.T("import.forget"), func() { h.forget(m.Signature) })
			rows.Add(kit.Tinted(kit.Accent, kit.Head(kit.Words(text.T("import.learned", n, filepath.Base(m.Learned)), kit.Plain), forget)))
		default:
			rows.Add(kit.Tinted(kit.Good, kit.Words(text.T("import.teaching", n), kit.Plain)))
		}
	}
	if len(rows.Objects) == 0 { // the table is not to jump when the first heading is explained
		rows.Add(kit.Tinted(kit.Quiet, kit.Words(text.T("import.heading.hint"), kit.Quiet)))
	}
	return rows
}

// forget drops what people said of these headings, and reads the file anew; what is decided about rows stays.
func (h *heads) forget(signature string) {
	kit.Ask(h.v.p.d.Window, text.T("import.forget"), text.T("import.forget.ask"), text.T("import.forget.yes"), false, func(yes bool) {
		if !yes {
			return
		}
		if err := h.v.p.d.Desk.DropMapping(signature); err != nil {
			h.v.p.d.ShowError(err)
			return
		}
		h.v.p.readWith(h.v.path, h.v.decisions())
	})
}

func (h *heads) cell(i, column int) kit.Cell {
	u := &h.uses[i]
	if h.sheets {
		if column == 0 {
			return kit.Cell{Text: h.v.plan.Mappings[u.of].Sheet, Tone: kit.Quiet}
		}
		column--
	}
	switch column {
	case 0:
		return kit.Cell{Text: u.Column, Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: u.Title}
	case 2:
		if u.Key == "" {
			return kit.Cell{Text: text.T("import.not_read"), Tone: kit.Quiet}
		}
		return kit.Cell{Text: u.Label}
	case 3:
		return kit.Cell{Text: strconv.Itoa(u.Filled), Tone: kit.Quiet}
	}
	words, tone := h.state(i)
	return kit.Cell{Text: words, Tone: tone, Badge: words != ""}
}

// state is what should be known of a column, in a word.
func (h *heads) state(i int) (string, kit.Tone) {
	switch u := &h.uses[i]; {
	case u.Told:
		return text.T("import.state.told"), kit.Good
	case h.unread(i):
		return text.T("import.state.unknown"), kit.Warn
	case u.Hidden:
		return text.T("import.state.hidden"), kit.Quiet
	}
	return "", kit.Plain
}

// remap says what a heading means and works everything out anew.
func (h *heads) remap(title string, t sheet.Target) {
	v, at := h.v, h.table.Current()
	var plan *intake.Plan
	var err error
	_, ctx := v.p.work(text.T("import.reading", v.plan.File))
	v.p.d.Go(func() { plan, err = v.plan.Remap(ctx, title, t) }, func() {
		v.p.busy = false
		part := v.at
		if err == nil {
			v.plan = plan
		}
		w := v.p.showPreview(v.path, v.plan)
		if part < len(w.parts) {
			w.goTo(part)
		}
		if x, ok := w.parts[w.at].(*heads); ok && at >= 0 {
			x.table.SetCurrent(min(at, len(x.uses)-1))
			x.look(x.table.Current())
		}
		v.p.d.Window.Canvas().Focus(w.parts[w.at].focus())
		if ctx.Err() == nil {
			v.p.d.ShowError(err)
		}
	})
}
