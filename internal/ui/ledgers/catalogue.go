package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// catalogue is the list of all ledgers, by group, each with what it is; typing narrows it down.
type catalogue struct {
	d       page.Deps
	content fyne.CanvasObject
	search  *kit.SearchBox
	body    *fyne.Container
	cards   []*card
	shown   []*card
	open    func(name string)
}

func newCatalogue(d page.Deps, open func(name string)) *catalogue {
	c := &catalogue{d: d, open: open, body: kit.Rows(4)}
	c.search = kit.NewSearchBox(text.T("ledgers.find"))
	c.search.Search = func(string) { c.show() }
	c.search.Down = func() { c.to(0) }
	c.search.Go = func() {
		if len(c.shown) > 0 {
			c.open(c.shown[0].name)
		}
	}
	head := container.NewBorder(nil, nil, kit.Line(12, kit.Title(text.T("ui.page.ledgers")), kit.Wide(1, kit.Gap())), nil, c.search)
	c.content = kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, container.NewVScroll(c.body)))
	for _, g := range groups {
		for _, l := range g.of() {
			c.cards = append(c.cards, newCard(c, l.Name, g.name, text.T(l.TitleKey), text.T("ledgers.about."+l.Name)))
		}
	}
	c.show()
	return c
}

// note says how much a ledger held when it was last looked at.
func (c *catalogue) note(name, count string) {
	for _, k := range c.cards {
		if k.name == name {
			k.count.Text = count
			k.count.Refresh()
		}
	}
}

func (c *catalogue) focus() { c.d.Window.Canvas().Focus(c.search) }

// show lays all ledgers out by group; while one searches, those found, the closest first.
func (c *catalogue) show() {
	c.shown, c.body.Objects = nil, nil
	if c.search.Text == "" {
		for _, g := range groups {
			c.add(text.T("ledgers.group."+g.name), func(k *card) bool { return k.group == g.name })
		}
	} else if c.shown = c.found(); len(c.shown) > 0 {
		c.tile(c.shown)
	} else {
		c.body.Objects = []fyne.CanvasObject{kit.Empty(theme.SearchIcon(), text.T("ledgers.find.none"), text.T("ledgers.find.none.hint"))}
	}
	c.body.Refresh()
}

func (c *catalogue) add(title string, in func(*card) bool) {
	var cards []*card
	for _, k := range c.cards {
		if in(k) {
			cards = append(cards, k)
		}
	}
	words := kit.Strong(title, kit.Quiet)
	c.body.Objects = append(c.body.Objects, words)
	c.shown = append(c.shown, cards...)
	c.tile(cards)
}

func (c *catalogue) tile(cards []*card) {
	var objects []fyne.CanvasObject
	for _, k := range cards {
		objects = append(objects, k)
	}
	c.body.Objects = append(c.body.Objects, &fyne.Container{Layout: &columns{}, Objects: objects}, kit.Gap())
}

// found are the ledgers whose name or group is what was typed, or its pinyin.
func (c *catalogue) found() []*card {
	all := make([]kit.Item, 0, len(c.cards))
	by := map[string]*card{}
	for _, k := range c.cards {
		by[k.name] = k
		all = append(all, kit.Item{Value: k.name, Name: k.words, Also: []string{k.name, text.T("ledgers.group." + k.group)}})
	}
	var out []*card
	for _, i := range kit.Filter(all, c.search.Text) {
		out = append(out, by[i.Value])
	}
	return out
}

// to puts the keyboard on one of the ledgers shown; before the first stands the search box.
func (c *catalogue) to(i int) {
	switch {
	case i < 0:
		c.focus()
	case i < len(c.shown):
		c.d.Window.Canvas().Focus(c.shown[i])
	}
}

// step goes from a ledger to another: by one with the arrows to the side, to the nearest in the next line with those up and down.
func (c *catalogue) step(from *card, k fyne.KeyName) {
	at := 0
	for i, x := range c.shown {
		if x == from {
			at = i
		}
	}
	switch k {
	case fyne.KeyLeft:
		c.to(at - 1)
	case fyne.KeyRight:
		c.to(at + 1)
	case fyne.KeyDown:
		c.to(c.beside(at, 1))
	case fyne.KeyUp:
		c.to(c.beside(at, -1))
	}
}

// beside is the ledger of the next line, down or up, that stands nearest; -1 over the first line.
func (c *catalogue) beside(at, way int) int {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	from, line, best := where(c.shown[at]), float32(0), -1
	for i := at + way; i >= 0 && i < len(c.shown); i += way {
		p := where(c.shown[i])
		if p.Y == from.Y || line != 0 && p.Y != line {
			if line != 0 {
				break
			}
			continue
		}
		if line = p.Y; best < 0 || abs(p.X-from.X) < abs(where(c.shown[best]).X-from.X) {
			best = i
		}
	}
	if best < 0 && way > 0 {
		return at
	}
	return best
}

func abs(x float32) float32 { return max(x, -x) }
