package ledgers

import (
	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// views is the menu of filters that were kept under a name.
func (p *Page) views() []kit.Command {
	all, err := p.d.Desk.Views()
	if err != nil {
		p.d.ShowError(err)
	}
	var use, drop []kit.Command
	for _, v := range all {
		l, ok := find(v.Report)
		if !ok {
			continue
		}
		use = append(use, kit.Command{Label: text.T("ledgers.view.use", v.Name, text.T(l.TitleKey)), Do: func() { p.use(v) }})
		drop = append(drop, kit.Command{Label: text.T("ledgers.view.drop", v.Name), Do: func() { p.dropView(v) }})
	}
	if len(use) > 0 {
		use = append(use, kit.Command{})
		drop = append([]kit.Command{{}}, drop...)
	}
	return append(append(use, kit.Ctrl(text.T("ledgers.view.save"), fyne.KeyD, p.saveView)), drop...)
}

// use shows a ledger by a filter that was kept.
func (p *Page) use(v desk.View) {
	p.which.SetValue(v.Report)
	p.filter.suit(v.Report)
	p.filter.set(v.Filter)
	p.put(p.sheet)
	p.fetch()
}

// saveView keeps the filter as it is now.
func (p *Page) saveView() {
	name := p.name()
	if name == "" || p.filter.idle() {
		p.d.Toast(text.T("ledgers.view.nothing"))
		return
	}
	f := p.filter.value()
	f.Text = p.filter.search.Text
	kit.AskWords(p.d.Window, text.T("ledgers.view.save"), text.T("ledgers.view.ask"), text.T("ledgers.view.hint"), text.T("ledgers.view.keep"), func(words string) {
		if words == "" {
			return
		}
		if err := p.d.Desk.SaveView(desk.View{Name: words, Report: name, Filter: f}); err != nil {
			p.d.ShowError(err)
			return
		}
		p.d.Toast(text.T("ledgers.view.kept", words))
	})
}

func (p *Page) dropView(v desk.View) {
	if err := p.d.Desk.DropView(v.Name); err != nil {
		p.d.ShowError(err)
		return
	}
	p.d.Toast(text.T("ledgers.view.dropped", v.Name))
}
