// Package qualitypage is the page of what cannot be right, is doubtful or is missing in the register: as a list that leads to the
// field, by village and check, and how late each village writes down what happened.
package qualitypage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/quality"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the page of findings.
type Page struct {
	d       page.Deps
	content fyne.CanvasObject
	view    *kit.Toggle
	filter  *filter
	count   *canvas.Text
	body    *fyne.Container
	stats   *fyne.Container
	found   *found // nil until the register was looked through
	rows    []int  // those of found that the filter leaves
	list    *kit.Grid
	whole   *kit.Note // the current finding
	latest  *ledger.Latest

	checkRow int  // of the check changed last
	looking  bool // the register is looked through
	edition  int  // of the register that is
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, count: kit.Words("", kit.Quiet), body: container.NewStack(), stats: container.NewStack(), latest: ledger.NewLatest(d), whole: kit.NewNote()}
	p.whole.Keep = true
	p.view = kit.NewToggle(text.T("qualitypage.list"), text.T("qualitypage.villages"), text.T("qualitypage.lag"), text.T("qualitypage.checks"))
	p.view.SetValue(text.T("qualitypage.list"))
	p.view.OnChange(func() { p.draw(); p.Focus() })
	p.view.Escape = p.Focus
	p.filter = newFilter(p.draw, p.Focus)
	p.list = p.newList()
	file := kit.NewPrimary(text.T("qualitypage.export"), p.export)
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.quality")), p.view), kit.Line(10, p.count, file))
	p.content = kit.Padded(container.NewBorder(kit.Rows(8, head, p.stats, p.filter.content, kit.Gap()), nil, nil, nil, kit.Panel(p.body)))
	p.wait()
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows what was found in a village; "" leaves what was chosen.
func (p *Page) Open(village string) {
	if village != "" {
		p.filter.set(village, "", "")
		p.view.SetValue(text.T("qualitypage.list"))
	}
}

// Focus puts the keyboard into the rows.
func (p *Page) Focus() {
	var grid *kit.Grid
	kit.Each(p.body, func(o fyne.CanvasObject) bool {
		if g, ok := o.(*kit.Grid); ok {
			grid = g
		}
		return grid == nil
	})
	if grid != nil && grid.Len() > 0 {
		p.d.Window.Canvas().Focus(grid)
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	commands := []kit.Command{
		kit.Ctrl(text.T("qualitypage.export"), fyne.KeyS, p.export),
		{Label: text.T("qualitypage.search"), Key: fyne.KeyF3, Do: func() { p.d.Window.Canvas().Focus(p.filter.search) }},
		{},
	}
	for i, key := range []string{"qualitypage.list", "qualitypage.villages", "qualitypage.lag", "qualitypage.checks"} {
		commands = append(commands, kit.Ctrl(text.T(key), fyne.KeyName(rune('1'+i)), func() { p.view.Choose(text.T(key)) }))
	}
	return commands
}

func (p *Page) wait() {
	p.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("qualitypage.looking"), text.T("qualitypage.looking.hint"))}
}

// Refresh looks the register through anew, away from the window's thread.
// What was looked through and has not changed since is shown as it is: with 100,000 people looking takes ten seconds. What was found
// before stays in sight meanwhile.
func (p *Page) Refresh() {
	if p.found != nil && p.found.edition == p.d.Desk.Edition() && p.found.src.On.Equal(p.d.Desk.Today()) {
		p.draw()
		return
	}
	if p.found != nil {
		kit.SetWords(p.count, text.T("qualitypage.looking"), kit.Accent)
	}
	now := p.d.Desk.Edition()
	if p.looking && p.edition == now {
		return // one came back to the page before it was done
	}
	p.looking, p.edition = true, now
	var f *found
	var err error
	p.latest.Run(func() { f, err = look(p.d.Desk) }, func() {
		p.looking = false
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.found = f
		p.filter.take(f)
		p.draw()
		if p.d.Window.Canvas().Focused() == nil {
			p.Focus()
		}
	})
}

// narrows tells whether the view shows findings, which the tiles and the filter above it narrow down.
func (p *Page) narrows() bool {
	v := p.view.Value()
	return v != text.T("qualitypage.lag") && v != text.T("qualitypage.checks")
}

// draw shows what was found in the view chosen.
func (p *Page) draw() {
	if hidden := !p.narrows(); hidden != p.stats.Hidden {
		p.stats.Hidden, p.filter.content.Hidden = hidden, hidden
		p.content.Refresh()
	}
	if p.found == nil {
		if p.view.Value() == text.T("qualitypage.checks") {
			p.body.Objects = []fyne.CanvasObject{p.checks()}
		} else {
			p.wait()
		}
		p.body.Refresh()
		return
	}
	p.rows = p.found.pass(p.filter.value())
	kit.SetWords(p.count, text.T("qualitypage.count", len(p.rows)), kit.Quiet)
	p.stats.Objects = []fyne.CanvasObject{p.tiles()}
	p.stats.Refresh()
	p.body.Objects = []fyne.CanvasObject{p.face()}
	p.body.Refresh()
}

func (p *Page) face() fyne.CanvasObject {
	switch {
	case p.view.Value() == text.T("qualitypage.lag"):
		return p.lag()
	case p.view.Value() == text.T("qualitypage.checks"):
		return p.checks()
	case len(p.found.all) == 0:
		return kit.Empty(theme.ConfirmIcon(), text.T("qualitypage.none"), text.T("qualitypage.none.hint"))
	case p.view.Value() == text.T("qualitypage.villages"):
		return p.villages()
	case len(p.rows) == 0:
		clear := kit.NewButton(text.T("qualitypage.clear"), func() { p.filter.set("", "", ""); p.filter.search.SetQuietly(""); p.draw() })
		return kit.Empty(theme.SearchIcon(), text.T("qualitypage.none_match"), text.T("qualitypage.none_match.hint"), clear)
	}
	p.list.Reload()
	p.tell()
	return container.NewBorder(nil, p.whole, nil, nil, p.list)
}

// tiles are how many findings there are of each severity; a tap shows only those.
func (p *Page) tiles() fyne.CanvasObject {
	var tiles []fyne.CanvasObject
	for _, s := range quality.Severities {
		stat := kit.NewStat(s.Words(), func() {
			p.filter.set(p.filter.village.Value(), string(s), "")
			p.view.SetValue(text.T("qualitypage.list"))
			p.draw()
			p.Focus()
		})
		n, tone := p.found.bySeverity[s], tones[s]
		if n == 0 {
			tone = kit.Good
		}
		stat.Set(text.T("qualitypage.number", n), tone, text.T("qualitypage.about."+string(s)))
		tiles = append(tiles, stat)
	}
	return kit.Tiles(14, tiles...)
}

// tones are how loud each severity is.
var tones = map[quality.Severity]kit.Tone{quality.Error: kit.Bad, quality.Doubt: kit.Warn, quality.Hint: kit.Quiet}

// show lists the findings of a village and a check.
func (p *Page) show(village, check string) {
	p.filter.set(village, "", check)
	p.view.SetValue(text.T("qualitypage.list"))
	p.draw()
	p.Focus()
}

// export writes what is shown.
func (p *Page) export() {
	if p.found == nil || len(p.found.all) == 0 {
		p.d.Toast(text.T("qualitypage.nothing_to_export"))
		return
	}
	var some []quality.Finding
	for _, i := range p.rows {
		some = append(some, p.found.all[i])
	}
	made := quality.Table(p.found.src, some)
	if p.view.Value() == text.T("qualitypage.lag") {
		made = p.found.checks.LagTable(p.found.src)
	}
	ledger.Export{
		D: p.d, Title: made.Title, What: ledger.Count(report.Table{Of: report.Villages}, len(made.Rows)), People: true, Inner: true,
		Make: func(report.Filter) (report.Table, error) { return made, nil },
	}.Ask()
}
