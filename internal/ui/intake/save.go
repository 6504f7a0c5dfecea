package intake

import (
	"fmt"
	"path/filepath"
	"strings"

	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// prefReports remembers where the last report was put.
const prefReports = "import.reports"

// save keeps what became of the rows as a spreadsheet, in a folder that the person chooses.
func (p *Page) save(t report.Table) {
	kit.ChooseFolder(p.d.Window, text.T("import.save"), text.T("import.save.here"), p.d.Prefs.StringWithFallback(prefReports, p.d.Prefs.String(prefFolder)), func(folder string) {
		if folder == "" {
			return
		}
		path := filepath.Join(folder, fmt.Sprintf("%s %s.xlsx", fileName(t.Title), p.d.Now().Format("2006-01-02 150405")))
		var err error
		p.d.Go(func() { err = p.d.Desk.SaveTable(t, path) }, func() {
			if err != nil {
				p.d.ShowError(err)
				return
			}
			p.d.Prefs.SetString(prefReports, folder)
			p.saved(path)
		})
	})
}

// fileName is a title without what a file's name may not have.
func fileName(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, title)
}

// saved says where the file lies, with ways to it.
func (p *Page) saved(path string) {
	d := &kit.Dialog{Title: text.T("import.saved"), Content: kit.Prose(path, kit.Plain)}
	folder := kit.NewButton(text.T("import.saved.folder"), func() { d.Close(); p.d.ShowError(p.d.Open(filepath.Dir(path))) })
	open := kit.NewButton(text.T("import.saved.open"), func() { d.Close(); p.d.ShowError(p.d.Open(path)) })
	d.Buttons = []*kit.Button{folder, open, kit.NewPrimary(text.T("kit.ok"), d.Close)}
	d.Default = 2
	d.Show(p.d.Window)
}
