package cataloguepage

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/catalogue/lists"
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
)

// endings are the files that can be read.
var endings = []string{".xlsx", ".xls", ".csv", ".xlsm"}

// prefFolder remembers where the last file was.
const prefFolder = "catalogue.folder"

// choose asks for a file.
func (p *Page) choose() {
	kit.ChooseFile(p.d.Window, text.T("cataloguepage.in.title", kindName(p.typ)), text.T("cataloguepage.in.open"), endings, p.d.Prefs.String(prefFolder), func(path string) {
		if path != "" {
			p.d.Prefs.SetString(prefFolder, filepath.Dir(path))
			p.read(path)
		}
	})
}

// Drop reads the first file dropped on the window.
func (p *Page) Drop(paths []string) {
	if len(paths) > 0 {
		p.IfRead(func() { p.read(paths[0]) })()
	}
}

// read looks a file through, away from the window's thread; nothing is saved before somebody says so.
func (p *Page) read(path string) {
	var l desk.CatalogueList
	var err error
	typ := p.typ
	p.latest.Run(func() { l, err = p.d.Desk.ReadCatalogue(path, typ) }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.reading = p.newReading(l)
		p.draw()
		p.Focus()
	})
}

// reading is a file that was looked through: what is new in it, and what could not be taken.
type reading struct {
	p       *Page
	list    desk.CatalogueList
	content fyne.CanvasObject
	first   fyne.Focusable
}

func (p *Page) newReading(l desk.CatalogueList) *reading {
	r := &reading{p: p, list: l}
	back := kit.NewButton(text.T("kit.cancel"), r.back)
	back.Escape = r.back
	buttons := kit.Line(8, back)
	r.first = back
	if len(l.Save) > 0 {
		save := kit.NewPrimary(text.T("cataloguepage.in.save", len(l.Save)), r.save)
		save.Escape = r.back
		buttons.Add(save)
		r.first = save
	}
	head := kit.Head(kit.Title(text.T("cataloguepage.in.title", kindName(l.Type))), buttons)
	says := kit.Prose(text.T("cataloguepage.in.says", l.File, len(l.Rows), len(l.Save), len(l.Problems)), kit.Plain)
	r.content = kit.Padded(container.NewBorder(kit.Rows(8, head, says, kit.Gap()), nil, nil, nil, r.body()))
	return r
}

func (r *reading) body() fyne.CanvasObject {
	fresh, wrong := r.fresh(), r.problems()
	switch {
	case len(r.list.Problems) == 0 && len(r.list.Save) == 0:
		return kit.Panel(kit.Empty(theme.ConfirmIcon(), text.T("cataloguepage.in.nothing"), text.T("cataloguepage.in.nothing.hint")))
	case len(r.list.Problems) == 0:
		return fresh
	case len(r.list.Save) == 0:
		return wrong
	}
	split := container.NewVSplit(wrong, fresh)
	split.Offset = 0.5
	return split
}

// problems lists what could not be taken, by row and column as a person counts.
func (r *reading) problems() fyne.CanvasObject {
	all := r.list.Problems
	grid := kit.NewGrid([]kit.Column{{Title: text.T("cataloguepage.in.row"), Em: 3, Right: true}, {Title: text.T("cataloguepage.in.column"), Em: 8}, {Title: text.T("cataloguepage.in.problem"), Em: 20}, {Title: text.T("cataloguepage.in.way"), Em: 20},
		{Title: text.T("cataloguepage.in.sheet"), Em: 6}}, 2, func() int { return len(all) }, func(row, column int) kit.Cell { return problemCell(all[row], column) })
	r.tend(grid)
	return kit.Panel(container.NewBorder(kit.Strong(text.T("cataloguepage.in.problems", len(all)), kit.Warn), nil, nil, nil, grid))
}

func problemCell(x lists.Problem, column int) kit.Cell {
	words := text.Explain(x.Err)
	switch column {
	case 0:
		if x.Row == 0 {
			return kit.Cell{}
		}
		return kit.Cell{Text: strconv.Itoa(x.Row)}
	case 1:
		return kit.Cell{Text: x.Column}
	case 2:
		return kit.Cell{Text: words.What, Tone: kit.Warn}
	case 3:
		return kit.Cell{Text: words.Way}
	}
	return kit.Cell{Text: x.Sheet, Tone: kit.Quiet}
}

// fresh lists the rows that would be saved.
func (r *reading) fresh() fyne.CanvasObject {
	t, all := r.p.d.Desk.Table(r.list.Type), r.list.Save
	grid := kit.NewGrid(columnsOf(t, r.list.Type), 2, func() int { return len(all) }, func(row, column int) kit.Cell {
		if column == 0 {
			return r.whether(all[row])
		}
		c := shown[r.list.Type][column-1]
		f, _ := t.Field(c.key)
		return kit.Cell{Text: f.Show(all[row].Get(c.key))}
	})
	r.tend(grid)
	return kit.Panel(container.NewBorder(kit.Strong(text.T("cataloguepage.in.fresh", len(all)), kit.Plain), nil, nil, nil, grid))
}

// whether says if a row is new or says more of one that the county has.
func (r *reading) whether(one registry.Record) kit.Cell {
	for _, have := range r.p.all {
		if have.ID == one.ID && one.ID != "" {
			return kit.Cell{Text: text.T("cataloguepage.in.changed"), Tone: kit.Warn, Badge: true}
		}
	}
	return kit.Cell{Text: text.T("cataloguepage.in.new"), Tone: kit.Good, Badge: true}
}

func (r *reading) tend(g *kit.Grid) {
	g.OnMove = func(int, int) {}
	g.Escape = r.back
	g.Copied = func(rows int) { r.p.d.Toast(text.T("cataloguepage.copied", rows)) }
}

func (r *reading) back() {
	r.p.reading = nil
	r.p.draw()
	r.p.toRows()
}

func (r *reading) save() {
	n, err := r.p.d.Desk.SaveCatalogue(r.list)
	if err != nil {
		r.p.d.ShowError(err)
		return
	}
	r.back()
	r.p.d.Undo(text.T("cataloguepage.in.saved", n, r.list.File))
}

// export writes the whole catalogue, or the list to publish.
func (p *Page) export() {
	t, err := p.d.Desk.CatalogueTable(p.typ, false)
	if err != nil {
		p.d.ShowError(err)
		return
	}
	typ := p.typ
	ledger.Export{
		D: p.d, Title: t.Title, What: ledger.Count(t, len(t.Rows)), People: true,
		Make: func(f report.Filter) (report.Table, error) { return p.d.Desk.CatalogueTable(typ, f.Public) },
	}.Ask()
}
