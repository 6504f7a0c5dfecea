// Package places is the page of villages and villager groups: the list that ships with the county's own changes on top. What was
// renamed, dissolved or merged keeps its history.
package places

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is the list of villages of the township.
type Page struct {
	d        page.Deps
	content  *fyne.Container
	table    *kit.Table
	tree     *region.Tree
	township string
	villages []region.Place
	used     map[string]int // households by village
	changes  []registry.Record
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, content: container.NewStack()}
	p.table = kit.NewTable([]kit.Column{
		{Title: text.T("places.name"), Em: 10, Grow: true}, {Title: text.T("places.code"), Em: 8}, {Title: text.T("places.households"), Em: 4, Right: true},
		{Title: text.T("places.groups"), Em: 14, Grow: true}, {Title: text.T("places.became"), Em: 10, Grow: true},
	}, func() int { return len(p.villages) }, p.cell)
	p.table.OnOpen = func(i int) { p.group(p.villages[i]) }
	p.table.OnMove = func(int) {}
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard into the list.
func (p *Page) Focus() {
	if len(p.villages) > 0 {
		p.d.Window.Canvas().Focus(p.table)
	}
}

// Refresh reads the villages anew.
func (p *Page) Refresh() {
	if err := p.read(); err != nil {
		p.d.ShowError(err)
		return
	}
	if p.township == "" {
		to := kit.NewPrimary(text.T("places.to_settings"), func() { p.d.Show(page.Settings, "") })
		p.put(kit.Empty(theme.SettingsIcon(), text.T("places.nowhere"), text.T("places.nowhere.hint"), to))
		return
	}
	p.table.Reload()
	p.put(p.lay())
}

func (p *Page) read() error {
	s, err := p.d.Desk.Settings()
	if err != nil {
		return err
	}
	if p.tree, err = p.d.Desk.Tree(); err != nil {
		return err
	}
	p.township, p.used = s.Township, p.d.Desk.Villages()
	p.villages = p.tree.Children(s.Township)
	p.changes, err = p.d.Desk.Places()
	return err
}

func (p *Page) put(o fyne.CanvasObject) {
	p.content.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

// mostMade is the most height, in characters, that the county's own changes take from the villages.
const mostMade = 8.5

func (p *Page) lay() fyne.CanvasObject {
	head := kit.Head(kit.Line(12, kit.Title(text.T("places.title", p.tree.Name(p.township))), kit.Words(text.T("places.count", len(p.villages)), kit.Quiet)),
		kit.Line(8, kit.NewMore(text.T("places.change"), p.acts), kit.NewButton(text.T("places.group"), p.at(p.group)), kit.NewPrimary(text.T("places.new"), p.add)))
	hint := kit.Prose(text.T("places.what"), kit.Quiet)
	body := fyne.CanvasObject(kit.Panel(p.table))
	if len(p.changes) > 0 {
		made := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), p.made()))
		made.SetMinSize(fyne.NewSize(200, kit.Size(theme.SizeNameText)*min(mostMade, 4+2*float32(len(p.changes)))))
		body = container.NewBorder(nil, kit.Rows(0, kit.Gap(), kit.Panel(made)), nil, nil, body)
	}
	return kit.Padded(container.NewBorder(kit.Rows(8, head, hint, kit.Gap()), nil, nil, nil, body))
}

// made lists the county's own changes, the latest first.
func (p *Page) made() fyne.CanvasObject {
	rows := kit.Rows(4, kit.Subtitle(text.T("places.made")))
	for i := len(p.changes) - 1; i >= 0; i-- {
		a := p.changes[i].Unpack()
		r := p.changes[i]
		words := strings.Join(filled(a[survey.PlaceFrom], p.nameThen(a), a[survey.PlaceName], p.intoWords(a[survey.PlaceInto]), a["place_source"]), "　")
		remove := kit.NewQuiet(text.T("places.remove"), func() { p.remove(r) })
		rows.Add(kit.Line(10, kit.Badge(a[survey.PlaceWhat], kit.Accent), kit.Words(words, kit.Plain), kit.Gap(), remove))
	}
	return rows
}

// nameThen is what a place was called when it was changed: of one that got another name, the old one.
func (p *Page) nameThen(a survey.Answers) string {
	for _, s := range p.tree.Became(a[survey.PlaceCode]) {
		if s.What == region.Rename && a[survey.PlaceWhat] == survey.PlaceRename && s.From == a[survey.PlaceFrom] {
			return s.Name
		}
	}
	return p.nameOf(a[survey.PlaceCode], a[survey.PlaceParent])
}

func (p *Page) nameOf(code, parent string) string {
	return cmp.Or(region.Name(code), p.tree.Name(code), page.VillageName(parent), code)
}

func (p *Page) intoWords(code string) string {
	if code == "" {
		return ""
	}
	return text.T("places.into", cmp.Or(p.tree.Name(code), code))
}

func filled(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

func (p *Page) cell(i, column int) kit.Cell {
	v := p.villages[i]
	switch column {
	case 0:
		return kit.Cell{Text: v.Name}
	case 1:
		return kit.Cell{Text: v.Code, Tone: kit.Quiet}
	case 2:
		return kit.Cell{Text: strconv.Itoa(p.used[v.Code])}
	case 3:
		return kit.Cell{Text: strings.Join(p.tree.Groups(v.Code), "、"), Tone: kit.Quiet}
	}
	var steps []string
	for _, s := range p.tree.Became(v.Code) {
		if s.What == region.Rename {
			steps = append(steps, text.T("places.was", s.Name, s.From))
		}
	}
	return kit.Cell{Text: strings.Join(steps, "；"), Tone: kit.Quiet}
}

// at does something with the village that the table stands at.
func (p *Page) at(do func(region.Place)) func() {
	return func() {
		if i := p.table.Current(); i >= 0 {
			do(p.villages[i])
		}
	}
}

func (p *Page) acts() []kit.Command {
	return []kit.Command{
		{Label: text.T("places.rename"), Do: p.at(p.rename)}, {Label: text.T("places.merge"), Do: p.at(p.merge)}, {Label: text.T("places.end"), Do: p.at(p.end)},
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{kit.Ctrl(text.T("places.new"), fyne.KeyE, p.add), kit.Ctrl(text.T("places.group"), fyne.KeyG, p.at(p.group)), kit.Ctrl(text.T("places.rename"), fyne.KeyR, p.at(p.rename))}
}

// save keeps a change and says so.
func (p *Page) save(a survey.Answers, how []desk.How) error {
	_, err := p.d.Desk.SavePlace("", a, how...)
	if err == nil {
		p.d.Undo(text.T("places.saved"))
		p.d.Changed()
		p.Refresh()
	}
	return err
}

func (p *Page) remove(r registry.Record) {
	kit.AskWords(p.d.Window, text.T("places.remove"), text.T("places.remove.ask"), text.T("places.remove.hint"), text.T("places.remove"), func(reason string) {
		if reason == "" {
			return
		}
		if err := p.d.Desk.DeleteRecord(registry.TypePlace, r.ID, reason); err != nil {
			p.d.ShowError(err)
			return
		}
		p.d.Undo(text.T("places.removed"))
		p.d.Changed()
		p.Refresh()
	})
}

// ask asks for what a change needs: the answers of keys, a day and the paper it rests on.
func (p *Page) ask(title string, fixed survey.Answers, rows map[string]form.ShortRow, order ...string) {
	on, source := form.NewDay(p.d), form.Ask(p.d, survey.Place, "place_source", "")
	s := &form.Short{Title: title, Yes: text.T("places.yes")}
	for _, key := range order {
		s.Rows = append(s.Rows, rows[key])
	}
	s.Rows = append(s.Rows, form.ShortRow{Label: text.T("places.from"), Input: on}, source)
	s.Do = func(how ...desk.How) error {
		a := survey.Answers{survey.PlaceFrom: on.Value(), "place_source": source.Input.Value()}
		for k, v := range fixed {
			a[k] = v
		}
		for key, r := range rows {
			a[key] = r.Input.Value()
			if a[key] == "" {
				return errMissing.With(r.Label)
			}
		}
		return p.save(a, how)
	}
	s.Show(p.d)
}

var errMissing = text.NewError("places.missing")

func named(label, value string) form.ShortRow {
	e := kit.NewEntry()
	e.SetValue(value)
	return form.ShortRow{Label: label, Input: e}
}

// add asks for a new village.
func (p *Page) add() {
	p.ask(text.T("places.new"), survey.Answers{survey.PlaceWhat: survey.PlaceNew, survey.PlaceParent: p.township},
		map[string]form.ShortRow{survey.PlaceName: named(text.T("places.name"), ""), survey.PlaceCode: named(text.T("places.code"), p.township)}, survey.PlaceName, survey.PlaceCode)
}

// group asks for the name of a villager group.
func (p *Page) group(v region.Place) {
	p.ask(text.T("places.group.title", v.Name), survey.Answers{survey.PlaceWhat: survey.PlaceGroup, survey.PlaceParent: v.Code},
		map[string]form.ShortRow{survey.PlaceName: named(text.T("places.group.name"), "")}, survey.PlaceName)
}

func (p *Page) rename(v region.Place) {
	p.ask(text.T("places.rename.title", v.Name), survey.Answers{survey.PlaceWhat: survey.PlaceRename, survey.PlaceCode: v.Code},
		map[string]form.ShortRow{survey.PlaceName: named(text.T("places.rename.to"), v.Name)}, survey.PlaceName)
}

func (p *Page) merge(v region.Place) {
	var others []kit.Item
	for _, o := range p.villages {
		if o.Code != v.Code {
			others = append(others, kit.Item{Value: o.Code, Name: o.Name})
		}
	}
	p.ask(text.T("places.merge.title", v.Name), survey.Answers{survey.PlaceWhat: survey.PlaceMerge, survey.PlaceCode: v.Code},
		map[string]form.ShortRow{survey.PlaceInto: {Label: text.T("places.merge.into"), Input: kit.NewPicker(others...)}}, survey.PlaceInto)
}

func (p *Page) end(v region.Place) {
	p.ask(text.T("places.end.title", v.Name), survey.Answers{survey.PlaceWhat: survey.PlaceEnd, survey.PlaceCode: v.Code}, nil)
}
