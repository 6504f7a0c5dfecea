package intake

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// prefFolder remembers where the last file lay.
const prefFolder = "import.folder"

// endings are the files that can be read.
var endings = []string{".xlsx", ".xls", ".csv", ".xlsm", ".txt"}

// begin shows how to bring a file in, what was begun and waits from earlier ones, and what was brought in before.
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
	list := newPast(p)
	zone := kit.Empty(theme.DownloadIcon(), text.T("import.drop"), text.T("import.drop.hint"), choose)
	if list != nil { // who knows the page needs the room for what was done
		zone = kit.Rows(6, kit.Line(10, kit.Strong(text.T("import.drop"), kit.Plain), kit.Gap(), choose), kit.Prose(text.T("import.drop.hint"), kit.Quiet))
	}
	rows := kit.Rows(10, kit.Title(text.T("import.title")), kit.Prose(text.T("import.intro"), kit.Quiet), kit.Panel(zone), path)
	rows.Objects = append(rows.Objects, p.unfinished()...)
	body := container.NewBorder(rows, nil, nil, nil)
	if list != nil {
		body.Add(list.content())
	}
	p.show(body, choose)
	p.start = true
}

// unfinished are ways back into what was begun: a file that was being decided about, and rows that were set aside.
func (p *Page) unfinished() (out []fyne.CanvasObject) {
	drafts, err := begun(p.d.Desk)
	p.d.ShowError(err)
	for _, x := range drafts {
		if _, err := os.Stat(x.ID); err == nil {
			on := kit.NewButton(text.T("import.go_on"), func() { p.read(x.ID) })
			drop := kit.NewQuiet(text.T("import.go_on.not"), func() { p.forget(x.ID); p.begin() })
			out = append(out, kit.Tinted(kit.Accent, kit.Line(10, kit.Words(text.T("import.begun", filepath.Base(x.ID), len(x.Answers)), kit.Plain), kit.Gap(), drop, on)))
		}
	}
	w, err := p.d.Desk.Waiting()
	p.d.ShowError(err)
	if len(w) > 0 {
		see := kit.NewButton(text.T("import.waiting.see"), p.showWaiting)
		out = append(out, kit.Tinted(kit.Warn, kit.Line(10, kit.Words(text.T("import.waiting.some", len(w)), kit.Warn), kit.Gap(), see)))
	}
	return out
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
