package ledger

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/report"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// prefFolder remembers where the last file went.
const prefFolder = "ledgers.folder"

// Export is a table on its way to a file: what is asked, and what is written.
type Export struct {
	D      page.Deps
	Name   string // of the ledger or table, by which its templates are kept; "" where there can be none
	Title  string
	What   string // how much it is, in words
	Filter report.Filter
	People bool // names people: who may read it is asked
	Inner  bool // has no public variant

	// Make makes the table, the public variant of it where f says so; it runs away from the window's thread.
	Make func(f report.Filter) (report.Table, error)
}

// The forms of a file, as the words ledger.as.<form> call them.
const (
	asXLSX = "xlsx"
	asCSV  = "csv"
	asPDF  = "pdf"
	asForm = "form" // a county's own workbook, filled
)

// asked is the dialog.
type asked struct {
	Export
	dialog *kit.Dialog
	form   *kit.Toggle
	public *kit.Toggle
	note   *kit.Note
	forms  *forms
	folder *kit.Entry
	open   bool
}

// Ask asks in what form, for whom and where, and writes it.
func (e Export) Ask() {
	a := &asked{Export: e, note: kit.NewNote(), folder: kit.NewEntry()}
	a.note.Keep = true
	a.form = kit.NewToggle(a.offered()...)
	a.form.SetValue(text.T("ledger.as.xlsx"))
	a.form.OnChange(a.turned)
	a.public = kit.NewToggle(text.T("ledger.full"), text.T("ledger.masked"))
	a.public.SetValue(text.T("ledger.full"))
	a.public.OnChange(a.turned)
	a.forms = newForms(e, a.turned)
	a.folder.SetQuietly(folderOf(e.D))
	a.show()
}

func (a *asked) offered() []string {
	all := []string{text.T("ledger.as.xlsx"), text.T("ledger.as.csv"), text.T("ledger.as.pdf")}
	if a.Name != "" {
		all = append(all, text.T("ledger.as.form"))
	}
	return all
}

func (a *asked) show() {
	rows := kit.Rows(6, kit.Prose(text.T("ledger.export.ask", a.Title, a.What), kit.Plain), kit.Caption(text.T("ledger.as"), kit.Quiet), a.form)
	if a.Name != "" {
		rows.Add(a.forms.content)
	}
	if a.People {
		rows.Add(kit.Caption(text.T("ledger.variant"), kit.Quiet))
		rows.Add(a.public)
	}
	browse := kit.NewButton(text.T("ledger.browse"), a.browse)
	rows.Add(a.note)
	rows.Add(kit.Caption(text.T("ledger.folder"), kit.Quiet))
	rows.Add(container.NewBorder(nil, nil, nil, browse, a.folder))
	a.dialog = &kit.Dialog{Title: text.T("ledger.export"), Content: rows, First: a.form}
	a.dialog.Buttons = []*kit.Button{kit.NewButton(text.T("kit.cancel"), a.dialog.Close), kit.NewPrimary(text.T("ledger.write"), a.write)}
	a.folder.Escape, a.form.Escape, a.public.Escape = a.dialog.Close, a.dialog.Close, a.dialog.Close
	a.folder.Save, a.form.Save, a.public.Save = a.write, a.write, a.write
	a.folder.Enter = func() bool { a.write(); return true }
	if a.Inner {
		a.public.Disable()
	}
	a.turned()
	a.dialog.OnClose = func() { a.open = false }
	a.dialog.Show(a.D.Window)
	a.open = true
}

// turned says what a choice means, and asks for the template only where one is filled.
func (a *asked) turned() {
	a.forms.show(a.as() == asForm)
	note, tone := text.T("ledger.note."+a.as()), kit.Quiet
	switch {
	case a.as() == asForm:
	case a.People && a.isPublic():
		note = text.T("ledger.note.public")
	case a.People && a.Inner:
		note = text.T("ledger.note.inner")
	case a.People:
		note = text.T("ledger.note.full")
	}
	a.note.Set(note, tone)
	if a.open {
		a.dialog.Resize(fyne.Size{})
	}
}

func (a *asked) as() string {
	for _, form := range []string{asXLSX, asCSV, asPDF, asForm} {
		if a.form.Value() == text.T("ledger.as."+form) {
			return form
		}
	}
	return asXLSX
}

func (a *asked) isPublic() bool { return a.People && a.public.Value() == text.T("ledger.masked") }

// browse lets the person choose the folder.
func (a *asked) browse() {
	kit.ChooseFolder(a.D.Window, text.T("ledger.folder"), text.T("ledger.this_folder"), a.folder.Text, func(path string) {
		if path != "" {
			a.folder.SetQuietly(path)
		}
	})
}

// folderOf is where the last file went, at first the person's documents.
func folderOf(d page.Deps) string {
	home, _ := os.UserHomeDir()
	return d.Prefs.StringWithFallback(prefFolder, filepath.Join(home, text.T("ledger.folder.name")))
}

// write closes the dialog and writes the file.
func (a *asked) write() {
	as := a.as()
	if as == asForm && a.forms.chosen() == "" {
		a.forms.ask()
		return
	}
	a.dialog.Close()
	j := &job{Export: a.Export, as: as, template: a.forms.chosen(), folder: strings.TrimSpace(a.folder.Text)}
	j.Filter.Public = a.isPublic()
	j.run()
}

// written tells where the file is and opens it.
func written(d page.Deps, path string, missing string) {
	dialog := &kit.Dialog{Title: text.T("ledger.written")}
	rows := kit.Rows(8, kit.Prose(path, kit.Plain))
	if missing != "" {
		rows.Add(kit.Prose(missing, kit.Warn))
	}
	dialog.Content = rows
	folder := kit.NewButton(text.T("ledger.open_folder"), func() { dialog.Close(); d.ShowError(d.Open(filepath.Dir(path))) })
	open := kit.NewButton(text.T("ledger.open_file"), func() { dialog.Close(); d.ShowError(d.Open(path)) })
	dialog.Buttons = []*kit.Button{folder, open, kit.NewPrimary(text.T("kit.ok"), dialog.Close)}
	dialog.Default = 2
	dialog.Show(d.Window)
}

var _ fyne.CanvasObject = (*kit.Grid)(nil)

func makeFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return store.ErrAccess.Because(err)
	}
	return nil
}
