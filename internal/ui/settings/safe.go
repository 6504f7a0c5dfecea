package settings

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// Preferences of this computer about backups.
const (
	prefFolder = "backup.folder"
	prefLast   = "backup.last"
)

// ErrFolder is a folder that a backup cannot be written to.
var ErrFolder = text.NewError("settings.backup.folder.bad")

// safe says where the data lies and makes a copy of it.
type safe struct {
	p      *Page
	path   *kit.Paragraph
	last   *canvas.Text
	folder *kit.Entry
	do     *kit.Button
	busy   *fyne.Container
	result *fyne.Container
	box    fyne.CanvasObject
}

func newSafe(p *Page) *safe {
	s := &safe{p: p, path: kit.Prose("", kit.Plain), last: kit.Words("", kit.Quiet), folder: kit.NewEntry(), busy: container.NewStack(), result: container.NewStack()}
	s.folder.SetQuietly(s.where())
	s.folder.Enter = func() bool { s.backup(); return true }
	s.do = kit.NewPrimary(text.T("settings.backup.now"), s.backup)
	open := kit.NewButton(text.T("settings.data.open"), func() { p.deps.ShowError(p.deps.Open(filepath.Dir(p.deps.Desk.Store().Path()))) })
	s.box = section("settings.data",
		field("settings.data.file", s.path), kit.Line(8, open),
		kit.Prose(text.T("settings.backup.what"), kit.Quiet), field("settings.backup.folder", s.folder),
		kit.Line(8, s.do, s.last), s.busy, s.result)
	return s
}

// where backups went last; at first a folder of the person's own documents.
func (s *safe) where() string {
	if f := s.p.deps.Prefs.String(prefFolder); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if documents := filepath.Join(home, "Documents"); dir(documents) {
		home = documents
	}
	return filepath.Join(home, text.T("settings.backup.folder.name"))
}

func dir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (s *safe) refresh() {
	s.path.Set(s.p.deps.Desk.Store().Path(), kit.Plain)
	last := s.p.deps.Prefs.String(prefLast)
	if last == "" {
		kit.SetWords(s.last, text.T("settings.backup.never"), kit.Warn)
		return
	}
	kit.SetWords(s.last, text.T("settings.backup.last", last), kit.Quiet)
}

// backup copies the data file, sealed as it is, and has the copy checked before it counts.
func (s *safe) backup() {
	folder := strings.Trim(strings.TrimSpace(s.folder.Text), `"`)
	if s.do.Disabled() {
		return
	}
	now := s.p.deps.Now()
	path := filepath.Join(folder, text.T("settings.backup.file", now.Format("20060102-150405")))
	s.do.Disable()
	s.result.Objects = nil
	s.busy.Objects = []fyne.CanvasObject{kit.NewProgress(text.T("settings.backup.running"), nil)}
	s.busy.Refresh()
	var err error
	s.p.deps.Go(func() {
		if err = os.MkdirAll(folder, 0o700); err != nil || folder == "" {
			err = ErrFolder.With(folder).Because(err)
			return
		}
		err = s.p.deps.Desk.Backup(path)
	}, func() { s.finished(folder, path, now, err) })
}

func (s *safe) finished(folder, path string, at time.Time, err error) {
	s.do.Enable()
	s.busy.Objects = nil
	s.busy.Refresh()
	if err != nil {
		s.result.Objects = []fyne.CanvasObject{kit.Tinted(kit.Bad, kit.Prose(text.Explain(err).String(), kit.Bad))}
		s.result.Refresh()
		return
	}
	s.p.deps.Prefs.SetString(prefFolder, folder)
	s.p.deps.Prefs.SetString(prefLast, at.Format("2006-01-02 15:04"))
	open := kit.NewQuiet(text.T("settings.backup.open"), func() { s.p.deps.ShowError(s.p.deps.Open(folder)) })
	s.result.Objects = []fyne.CanvasObject{kit.Tinted(kit.Good, kit.Rows(4, kit.Prose(text.T("settings.backup.done", path), kit.Good), kit.Line(0, open)))}
	s.result.Refresh()
	s.refresh()
}
