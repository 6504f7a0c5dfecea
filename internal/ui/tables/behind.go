package tables

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// behind is the list of who was counted in a number, in the place of the table.
type behind struct {
	d       page.Deps
	content *fyne.Container
	title   *canvas.Text
	count   *canvas.Text
	body    *fyne.Container
	rows    *ledger.List
	out     func()
	open    bool
	row     string // the id of the row that the number stands in
	column  string // its key
	said    string // what the number is, in words
	round   int
}

func newBehind(d page.Deps, out func()) *behind {
	b := &behind{d: d, out: out, title: kit.Strong("", kit.Plain), count: kit.Words("", kit.Quiet), body: container.NewStack()}
	back := kit.NewButton(text.T("tables.back"), out)
	file := kit.NewPrimary(text.T("tables.export"), b.export)
	head := kit.Head(kit.Line(12, back, b.title), kit.Line(12, b.count, file))
	b.content = container.NewStack(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(b.body))))
	return b
}

func (b *behind) on() bool { return b.open }

func (b *behind) shut() { b.open, b.rows = false, nil }

func (b *behind) focus() {
	if b.rows != nil {
		b.d.Window.Canvas().Focus(b.rows.Grid)
	}
}

// show lists who was counted in a cell of a table.
func (b *behind) show(t report.Table, row, column int) {
	b.row, b.column = rowKey(t, row), t.Columns[column].Key
	c := t.Columns[column]
	var words []string
	for _, s := range []string{t.Period, shown(t, row, 1), c.Over, c.Label} {
		if s != "" && !slices.Contains(words, s) {
			words = append(words, s)
		}
	}
	b.read(strings.Join(words, text.T("tables.dot")), func() (report.Table, error) { return b.d.Desk.Behind(t, row, column) })
}

// list lists things by their ids: who an identity lacks.
func (b *behind) list(title, typ string, ids []string) {
	b.row, b.column = "", ""
	b.read(title, func() (report.Table, error) { return b.d.Desk.List(typ, ids) })
}

// rowKey tells the rows of a table apart: by what they are about, and those that sum up by their words.
func rowKey(t report.Table, row int) string { return t.IDs[row] + "|" + t.Rows[row][1] }

// refresh lists anew after the table was made anew.
func (b *behind) refresh(t report.Table) {
	if b.column == "" {
		return
	}
	column := slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.Key == b.column })
	for row := range t.Rows {
		if column >= 0 && rowKey(t, row) == b.row && counted(t, row, column) {
			b.show(t, row, column)
			return
		}
	}
	b.out() // nobody is counted there any more
}

// read makes the list away from the window's thread.
func (b *behind) read(title string, make func() (report.Table, error)) {
	b.open, b.said = true, title
	b.round++
	round := b.round
	if b.rows == nil {
		b.wait(round)
	}
	var made report.Table
	var err error
	b.d.Go(func() { made, err = make() }, func() {
		switch {
		case round != b.round || !b.open:
		case err != nil:
			b.d.ShowError(err)
			b.out()
		default:
			b.draw(made)
		}
	})
}

// wait shows what the number is over an empty sheet, never over who stood behind another one; where it takes a while it says so.
func (b *behind) wait(round int) {
	b.title.Text = b.said
	kit.SetWords(b.count, "", kit.Quiet)
	b.body.Objects = nil
	b.content.Refresh()
	b.d.After(patience, func() {
		if b.rows == nil && b.open && round == b.round {
			b.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("tables.busy"), "")}
			b.body.Refresh()
		}
	})
}

func (b *behind) draw(made report.Table) {
	b.title.Text = b.said
	b.title.Refresh()
	kit.SetWords(b.count, ledger.Count(made, len(made.Rows)), kit.Quiet)
	if b.rows == nil || len(b.rows.Made.Columns) != len(made.Columns) || b.rows.Made.Of != made.Of {
		b.rows = ledger.NewList(b.d, made)
		b.rows.Grid.Escape = b.out
		b.body.Objects = []fyne.CanvasObject{b.rows.Grid}
	}
	b.rows.Show(made, ledger.All(made))
	b.content.Refresh()
	b.focus()
}

func (b *behind) export() {
	if b.rows == nil {
		return
	}
	made := b.rows.Made
	made.Title = b.said
	ledger.Export{
		D: b.d, Title: b.said, What: ledger.Count(made, len(made.Rows)), People: true, Inner: true,
		Make: func(report.Filter) (report.Table, error) { return made, nil },
	}.Ask()
}
