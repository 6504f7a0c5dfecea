package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/region"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// who is who works at this computer: their name stands beside every change.
type who struct {
	p        *Page
	name     *kit.Entry
	unit     *kit.Entry
	township *kit.Picker
	places   []kit.Item
	save     *kit.Button
	shown    desk.Settings
	box      fyne.CanvasObject
}

func newWho(p *Page) *who {
	w := &who{p: p, name: kit.NewEntry(), unit: kit.NewEntry()}
	w.township = kit.NewPickerOf(w.townships)
	w.save = kit.NewPrimary(text.T("settings.save"), w.store)
	w.name.SetPlaceHolder(text.T("settings.name.hint"))
	w.unit.SetPlaceHolder(text.T("settings.unit.hint"))
	w.name.Save, w.unit.Save, w.township.Save = w.store, w.store, w.store
	w.box = section("settings.who", kit.Prose(text.T("settings.who.what"), kit.Quiet), field("settings.name", w.name), field("settings.unit", w.unit),
		field("settings.township", w.township), kit.Line(8, w.save))
	w.read()
	return w
}

// province whose townships are offered.
const province = "53"

// townships are those of the province once they are read, until then the one that is chosen.
func (w *who) townships() []kit.Item {
	if w.places == nil && w.shown.Township != "" {
		return []kit.Item{{Value: w.shown.Township, Name: region.Name(w.shown.Township)}}
	}
	return w.places
}

// read reads the townships away from the window's thread: the list is long, and the page must open at once.
func (w *who) read() {
	var places []kit.Item
	w.p.deps.Go(func() { places = townships() }, func() {
		w.places = places
		w.township.Refresh()
	})
}

func townships() (items []kit.Item) {
	tree, err := region.Load(province)
	if err != nil {
		return nil
	}
	for _, prefecture := range tree.Children(province) {
		for _, county := range tree.Children(prefecture.Code) {
			for _, t := range tree.Children(county.Code) {
				items = append(items, kit.Item{Value: t.Code, Name: county.Name + t.Name, Code: t.Code, Also: []string{t.Name}})
			}
		}
	}
	return items
}

// refresh shows what is stored unless somebody is at it.
func (w *who) refresh() {
	s, err := w.p.deps.Desk.Settings()
	if err != nil {
		w.p.deps.ShowError(err)
		return
	}
	if w.name.Text != w.shown.Actor || w.unit.Text != w.shown.Unit || w.township.Value() != w.shown.Township {
		return
	}
	w.shown = s
	w.name.SetQuietly(s.Actor)
	w.unit.SetQuietly(s.Unit)
	w.township.SetValue(s.Township)
}

func (w *who) store() {
	s, err := w.p.deps.Desk.Settings()
	if err != nil {
		w.p.deps.ShowError(err)
		return
	}
	s.Actor, s.Unit, s.Township = strings.TrimSpace(w.name.Text), strings.TrimSpace(w.unit.Text), w.township.Value()
	if s.Actor == "" {
		kit.Focus(w.name)
		w.p.deps.Toast(text.T("settings.name.missing"))
		return
	}
	if err := w.p.deps.Desk.SaveSettings(s); err != nil {
		w.p.deps.ShowError(err)
		return
	}
	w.shown = s
	w.name.SetQuietly(s.Actor)
	w.unit.SetQuietly(s.Unit)
	w.p.deps.Toast(text.T("settings.saved"))
	w.p.deps.Changed()
}
