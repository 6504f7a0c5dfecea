package ledgers

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/container"

	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// prefFolder remembers where the last file went.
const prefFolder = "ledgers.folder"

// export asks for the folder and writes what is shown, filter and all, as a spreadsheet.
func (p *Page) export() {
	if p.made.Count() == 0 {
		p.d.Toast(text.T("ledgers.nothing_to_export"))
		return
	}
	folder := kit.NewEntry()
	folder.SetQuietly(p.folder())
	masked := kit.NewToggle(text.T("ledgers.full"), text.T("ledgers.masked"))
	masked.SetValue(text.T("ledgers.full"))
	d := &kit.Dialog{Title: text.T("ledgers.export"), First: folder}
	d.Content = kit.Rows(8, kit.Prose(text.T("ledgers.export.ask", p.made.Title, p.made.Count()), kit.Plain),
		kit.Caption(text.T("ledgers.folder"), kit.Quiet), container.NewBorder(nil, nil, nil, kit.NewButton(text.T("ledgers.browse"), func() { p.browse(folder) }), folder), kit.Caption(text.T("ledgers.variant"), kit.Quiet), masked,
		kit.Prose(text.T("ledgers.export.warn"), kit.Quiet))
	write := func() {
		d.Close()
		p.write(folder.Text, masked.Value() == text.T("ledgers.masked"))
	}
	folder.Escape, folder.Save = d.Close, write
	d.Buttons = []*kit.Button{kit.NewButton(text.T("kit.cancel"), d.Close), kit.NewPrimary(text.T("ledgers.write"), write)}
	d.Show(p.d.Window)
}

// browse lets the person choose the folder.
func (p *Page) browse(folder *kit.Entry) {
	kit.ChooseFolder(p.d.Window, text.T("ledgers.folder"), text.T("ledgers.this_folder"), folder.Text, func(path string) {
		if path != "" {
			folder.SetQuietly(path)
		}
	})
}

// folder is where the last file went, at first the person's documents.
func (p *Page) folder() string {
	home, _ := os.UserHomeDir()
	return p.d.Prefs.StringWithFallback(prefFolder, filepath.Join(home, text.T("ledgers.folder.name")))
}

func (p *Page) write(folder string, public bool) {
	made, f, name := p.made, p.filter(), p.ledger().Name
	path := filepath.Join(folder, fmt.Sprintf("%s %s.xlsx", made.Title, p.d.Now().Format("2006-01-02 1504")))
	var err error
	p.d.Go(func() {
		if public {
			f.Public = true
			if made, err = p.d.Desk.Ledger(name, f); err != nil {
				return
			}
		}
		if err = os.MkdirAll(folder, 0o700); err != nil {
			err = store.ErrAccess.Because(err)
			return
		}
		err = store.WriteDurably(path, func(w io.Writer) error { return sheet.Write(w, made, "xlsx") })
	}, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.d.Prefs.SetString(prefFolder, folder)
		p.written(path)
	})
}

func (p *Page) written(path string) {
	d := &kit.Dialog{Title: text.T("ledgers.written"), Content: kit.Prose(path, kit.Plain)}
	folder := kit.NewButton(text.T("ledgers.open_folder"), func() { d.Close(); p.d.ShowError(p.d.Open(filepath.Dir(path))) })
	open := kit.NewButton(text.T("ledgers.open_file"), func() { d.Close(); p.d.ShowError(p.d.Open(path)) })
	d.Buttons = []*kit.Button{folder, open, kit.NewPrimary(text.T("kit.ok"), d.Close)}
	d.Default = 2
	d.Show(p.d.Window)
}
