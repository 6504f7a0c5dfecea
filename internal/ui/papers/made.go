package papers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// ErrFolder is an output folder that cannot be made or written to.
var ErrFolder = text.NewError("papers.folder.bad")

// made lists what lies in the output folder, the newest first: the folder itself is asked, so that what was deleted is gone
// here too.
type made struct {
	p     *Page
	files []file
	table *kit.Table
	where *kit.Note
	box   *fyne.Container
	full  fyne.CanvasObject
	none  fyne.CanvasObject
	tools fyne.CanvasObject
}

type file struct {
	path string
	at   time.Time
}

func newMade(p *Page) *made {
	m := &made{p: p, where: kit.NewNote(), box: container.NewStack()}
	m.table = kit.NewTable([]kit.Column{{Title: text.T("papers.col.file"), Em: 10, Grow: true}, {Title: text.T("papers.col.at"), Em: 6}},
		func() int { return len(m.files) }, m.cell)
	m.table.OnOpen = func(int) { m.open() }
	m.tools = kit.Rows(6, kit.Flow(6, kit.NewButton(text.T("papers.open"), m.open), kit.NewButton(text.T("papers.folder.open"), m.openFolder),
		kit.NewQuiet(text.T("papers.folder.change"), m.change)))
	m.full = m.table
	how := kit.NewNote()
	how.Set(text.T("papers.none.do"), kit.Quiet)
	m.none = kit.Rows(6, kit.Words(text.T("papers.none"), kit.Quiet), how)
	return m
}

func (m *made) cell(row, column int) kit.Cell {
	f := m.files[row]
	if column == 1 {
		return kit.Cell{Text: f.at.Format("01-02 15:04"), Tone: kit.Quiet}
	}
	return kit.Cell{Text: shown(filepath.Base(f.path))}
}

// shown is a file's name without the time that keeps it apart, which stands beside it.
func shown(name string) string {
	name = strings.TrimSuffix(name, ".pdf")
	if i := strings.LastIndexByte(name, '_'); i > 0 && len(name)-i == len("_20060102-150405") {
		name = name[:i]
	}
	return strings.ReplaceAll(name, "_", " · ")
}

func (m *made) refresh() {
	m.files = nil
	entries, _ := os.ReadDir(m.p.folder()) // a folder that is not there yet has no files
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.EqualFold(filepath.Ext(e.Name()), ".pdf") {
			m.files = append(m.files, file{filepath.Join(m.p.folder(), e.Name()), info.ModTime()})
		}
	}
	slices.SortFunc(m.files, func(a, b file) int { return b.at.Compare(a.at) })
	m.table.Reload()
	m.where.Set(text.T("papers.folder.at", m.p.folder()), kit.Quiet)
	body := m.full
	if len(m.files) == 0 {
		body = m.none
	}
	m.box.Objects = []fyne.CanvasObject{container.NewBorder(kit.Rows(4, kit.Strong(text.T("papers.made"), kit.Plain), m.where), m.tools, nil, nil, body)}
	m.box.Refresh()
}

// point goes to a file that was just written.
func (m *made) point(path string) {
	for i, f := range m.files {
		if f.path == path {
			m.table.SetCurrent(i)
		}
	}
	m.p.deps.Window.Canvas().Focus(m.table)
}

func (m *made) open() {
	if row := m.table.Current(); row >= 0 {
		m.p.deps.ShowError(m.p.deps.Open(m.files[row].path))
	}
}

func (m *made) openFolder() {
	if err := os.MkdirAll(m.p.folder(), 0o700); err != nil {
		m.p.deps.ShowError(err)
		return
	}
	m.p.deps.ShowError(m.p.deps.Open(m.p.folder()))
}

// change asks for another folder: its path typed or pasted, or one of the usual places. (Fyne's own folder dialog knows
// neither the keyboard nor Windows' places.)
func (m *made) change() {
	path := kit.NewEntry()
	path.SetQuietly(m.p.folder())
	d := &kit.Dialog{Title: text.T("papers.folder.change"), First: path}
	take := func() {
		to := strings.Trim(strings.TrimSpace(path.Text), `"`)
		if err := os.MkdirAll(to, 0o700); err != nil || to == "" {
			m.p.deps.ShowError(ErrFolder.With(to).Because(err))
			return
		}
		m.p.deps.Prefs.SetString(page.PrefPapers, to)
		d.Close()
		m.refresh()
	}
	path.Enter = func() bool { take(); return true }
	path.Escape = d.Close
	usual := kit.Line(6)
	for _, name := range []string{"Desktop", "Documents"} {
		if at := place(name); at != "" {
			usual.Add(kit.NewQuiet(text.T("papers.place."+name), func() { path.SetQuietly(at); kit.Focus(path) }))
		}
	}
	d.Content = kit.Rows(8, kit.Prose(text.T("papers.folder.ask"), kit.Plain), path, usual)
	d.Buttons = []*kit.Button{kit.NewButton(text.T("papers.cancel"), d.Close), kit.NewPrimary(text.T("papers.folder.use"), take)}
	d.Show(m.p.deps.Window)
}

// place is a folder of the person's home that exists, "" otherwise.
func place(name string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	at := filepath.Join(home, name)
	if info, err := os.Stat(at); err != nil || !info.IsDir() {
		return ""
	}
	return filepath.Join(at, text.T("papers.folder.name"))
}
