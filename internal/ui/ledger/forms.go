package ledger

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// forms are the county's own workbooks for one ledger: kept under a name, chosen, forgotten.
type forms struct {
	e       Export
	content *fyne.Container
	pick    *kit.Picker
	drop    *kit.Button
	changed func()
}

func newForms(e Export, changed func()) *forms {
	f := &forms{e: e, changed: changed}
	f.pick = kit.NewPickerOf(f.items)
	f.pick.Hint = text.T("ledger.form.none")
	f.pick.OnChange(changed)
	f.drop = kit.NewButton(text.T("ledger.form.drop"), f.forget)
	add := kit.NewButton(text.T("ledger.form.add"), f.ask)
	f.content = kit.Line(8, kit.Em(16.5, f.pick), add, f.drop)
	if items := f.items(); len(items) > 0 {
		f.pick.SetValue(items[0].Value)
	}
	return f
}

func (f *forms) show(on bool) { f.content.Hidden = !on }

func (f *forms) chosen() string { return f.pick.Value() }

func (f *forms) items() []kit.Item {
	all, err := f.e.D.Desk.Templates()
	if err != nil {
		f.e.D.ShowError(err)
	}
	var items []kit.Item
	for _, t := range all {
		if t.Report == f.e.Name {
			items = append(items, kit.Item{Value: t.Name})
		}
	}
	return items
}

// ask keeps a workbook that the person chooses.
func (f *forms) ask() {
	kit.ChooseFile(f.e.D.Window, text.T("ledger.form.choose"), text.T("ledger.form.take"), []string{".xlsx"}, folderOf(f.e.D), func(path string) {
		if path == "" {
			return
		}
		name := f.name(path)
		if err := f.e.D.Desk.SaveTemplate(name, f.e.Name, path); err != nil {
			f.e.D.ShowError(err)
			return
		}
		f.pick.SetValue(name)
		f.changed()
		f.e.D.Toast(text.T("ledger.form.kept", name))
	})
}

// name is what a workbook is kept as: what its file is called, with the ledger before it where another ledger has that name.
func (f *forms) name(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	all, _ := f.e.D.Desk.Templates()
	for _, t := range all {
		if t.Name == name && t.Report != f.e.Name {
			return f.e.Title + " " + name
		}
	}
	return name
}

func (f *forms) forget() {
	name := f.chosen()
	if name == "" {
		return
	}
	kit.Ask(f.e.D.Window, text.T("ledger.form.drop"), text.T("ledger.form.drop.ask", name), text.T("ledger.form.drop"), true, func(yes bool) {
		if !yes {
			return
		}
		if err := f.e.D.Desk.DropTemplate(name); err != nil {
			f.e.D.ShowError(err)
			return
		}
		f.pick.SetValue("")
		f.changed()
	})
}
