// Package rulespage is the page of a county's own rules: ages, months, groups and lists by which people are counted and called on,
// each with the paper that says so, changed in a form, with what a change does before it counts, and the way back to what ships.
//
// The parameters are read out of the JSON of data/rules: a new one is asked for here without a line of code, under its key until
// rulespage.key.<key> has a word for it.
package rulespage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the list of rules beside the current one, or its form.
type Page struct {
	form.Sheet
	d      page.Deps
	all    []desk.Rule
	table  *kit.Table
	card   *fyne.Container
	latest *ledger.Latest
}

// listed is what Sheet takes for the id of the list: it is always there.
const listed = "rules"

// ruleChecks is the rule that has a page of its own: that of findings.
const ruleChecks = "checks"

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d, card: container.NewStack(), latest: ledger.NewLatest(d)}
	p.ID, p.Draw, p.Rest = listed, p.draw, func() fyne.Focusable { return p.table }
	p.table = kit.NewTable([]kit.Column{{Title: text.T("rulespage.rule"), Em: 8, Grow: true}, {Title: text.T("rulespage.state"), Em: max(ledger.Letters(text.T("rulespage.ships")), ledger.Letters(text.T("rulespage.own"))) + 0.7}},
		func() int { return len(p.all) }, p.cell)
	p.table.OnOpen = func(int) { p.IfRead(p.edit)() }
	p.table.OnMove = func(int) { p.show() }
	return p
}

// Open shows the rule of a name; "" the list as it was.
func (p *Page) Open(name string) {
	p.Done()
	p.draw()
	for i, r := range p.all {
		if r.Name == name {
			p.table.SetCurrent(i)
		}
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return append([]kit.Command{
		kit.Ctrl(text.T("rulespage.edit"), fyne.KeyE, p.IfRead(p.edit)),
		kit.Ctrl(text.T("rulespage.reset"), fyne.KeyR, p.IfRead(p.reset)),
	}, p.Sheet.Commands()...)
}

func (p *Page) draw() {
	all, err := p.d.Desk.Rules()
	if err != nil {
		p.d.ShowError(err)
	}
	p.all = p.all[:0]
	for _, r := range all {
		if r.Name != ruleChecks {
			p.all = append(p.all, r)
		}
	}
	p.table.Reload()
	p.show()
	left := kit.Panel(kit.Em(17.5, p.table))
	head := kit.Head(kit.Title(text.T("ui.page.rules")), kit.NewButton(text.T("rulespage.checks"), func() { p.d.Show(page.Quality, "") }))
	p.Put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Prose(text.T("rulespage.what"), kit.Quiet), kit.Gap()), nil, left, nil, kit.Panel(p.card))))
}

func (p *Page) cell(i, column int) kit.Cell {
	r := p.all[i]
	switch {
	case column == 0:
		return kit.Cell{Text: r.Title}
	case r.Own:
		return kit.Cell{Text: text.T("rulespage.own"), Tone: kit.Accent, Badge: true}
	}
	return kit.Cell{Text: text.T("rulespage.ships"), Tone: kit.Quiet}
}

// current is the rule that the keyboard is at.
func (p *Page) current() (desk.Rule, bool) {
	i := p.table.Current()
	if i < 0 || i >= len(p.all) {
		return desk.Rule{}, false
	}
	return p.all[i], true
}

func (p *Page) ask(title, words, yes string, do func()) {
	kit.Ask(p.d.Window, title, words, yes, false, func(sure bool) {
		if sure {
			do()
		}
	})
}
