package intake

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// prefFolder remembers where the last file lay.
const prefFolder = "import.folder"

// endings are the files that can be read.
var endings = []string{".xlsx", ".xlsm", ".csv", ".txt", ".xls"}

// begin shows how to bring a file in, and what still waits from earlier ones.
func (p *Page) begin() {
	p.preview, p.waiting = nil, nil
	choose := kit.NewPrimary(text.T("import.choose"), p.choose)
	path := kit.NewEntry()
	path.SetPlaceHolder(text.T("import.path"))
	path.Enter = func() bool {
		if s := strings.Trim(strings.TrimSpace(path.Text), `"`); s != "" {
			p.read(s)
		}
		return true
	}
	zone := kit.Empty(theme.DownloadIcon(), text.T("import.drop"), text.T("import.drop.hint"), choose)
	rows := kit.Rows(10, kit.Panel(zone), path)
	if w, err := p.d.Desk.Waiting(); err == nil && len(w) > 0 {
		see := kit.NewButton(text.T("import.waiting.see"), p.showWaiting)
		rows.Add(kit.Tinted(kit.Warn, kit.Line(10, kit.Words(text.T("import.waiting.some", len(w)), kit.Warn), kit.Gap(), see)))
	}
	p.show(container.NewBorder(kit.Rows(10, kit.Title(text.T("import.title")), kit.Prose(text.T("import.intro"), kit.Quiet)), nil, nil, nil, rows), choose)
	p.start = true
}

// choose asks for a file, beginning where the last one lay.
func (p *Page) choose() {
	kit.ChooseFile(p.d.Window, text.T("import.choose"), text.T("import.open"), endings, p.d.Prefs.String(prefFolder), func(path string) {
		if path != "" {
			p.read(path)
		}
	})
}

func (p *Page) remember(path string) { p.d.Prefs.SetString(prefFolder, filepath.Dir(path)) }
