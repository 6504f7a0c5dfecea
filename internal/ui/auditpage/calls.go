package auditpage

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/audit"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// calls draws whom to call: the same people for the same word, on every computer, so that an auditor can draw again.
type calls struct {
	p     *Page
	ask   *fyne.Container
	class *kit.Picker
	seed  *kit.Entry
	grid  *kit.Grid
	made  report.Table
	found *found
}

// At these places a drawn row has what the list shows: the number, the class, the seat, who, the phone, when called, what was said.
var callColumns = []int{1, 3, 4, 5, 6, 7}

func newCalls(p *Page) *calls {
	c := &calls{p: p, seed: kit.NewEntry(), found: &found{}}
	c.class = kit.NewPickerOf(func() (items []kit.Item) {
		for _, k := range c.found.classes {
			items = append(items, kit.Item{Value: k.ID, Name: c.found.className(k.ID)})
		}
		return items
	})
	c.class.Hint = text.T("auditpage.all_classes")
	c.class.OnChange(p.draw)
	c.seed.SetQuietly(p.d.Desk.Today().Format(time.DateOnly))
	c.seed.OnChange(p.draw)
	c.seed.Enter = func() bool { p.Focus(); return true }
	c.class.Escape, c.seed.Escape = p.Focus, p.Focus
	c.ask = kit.Rows(4, kit.Line(8, kit.Em(18, c.class), kit.Words(text.T("auditpage.seed"), kit.Quiet), kit.Em(10, c.seed), kit.Gap()), kit.Prose(text.T("auditpage.seed.hint"), kit.Quiet))
	c.grid = c.newGrid()
	return c
}

func (c *calls) newGrid() *kit.Grid {
	titles := []string{"class", "seat", "who", "phone", "called", "said"}
	ems := []float32{16, 3, 7, 8, 6.5, 9}
	var columns []kit.Column
	for i, t := range titles {
		columns = append(columns, kit.Column{Title: text.T("auditpage.col." + t), Em: ems[i], Right: t == "seat", Exact: t == "phone"})
	}
	g := kit.NewGrid(columns, 1, func() int { return len(c.made.Rows) }, func(row, column int) kit.Cell {
		return kit.Cell{Text: c.made.Rows[row][callColumns[column]]}
	})
	g.Sorts = true
	g.OnOpen = func(row, _ int) { c.p.d.Show(page.Class, c.made.IDs[row]) }
	g.OnMove = func(int, int) {}
	g.Copied = c.p.copied
	g.Escape = func() { c.p.d.Window.Canvas().Focus(c.seed) }
	return g
}

func (c *calls) take(f *found) { c.found = f }

func (c *calls) face() fyne.CanvasObject {
	seed := strings.TrimSpace(c.seed.Text)
	if c.made = (report.Table{}); seed != "" {
		c.made = audit.SampleTable(c.found.src, c.class.Value(), seed)
	}
	if len(c.made.Rows) == 0 {
		return kit.Empty(theme.AccountIcon(), text.T("auditpage.calls.none"), text.T("auditpage.calls.none.hint"))
	}
	c.grid.Reload()
	return container.NewBorder(nil, kit.Prose(c.made.Note[0], kit.Quiet), nil, nil, c.grid)
}
