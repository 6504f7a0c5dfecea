package kit

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
)

// files asks for a file or a folder: a path that can be typed or pasted, the usual places, and what lies in the folder with
// date and size. Fyne's own dialog knows neither Esc nor the arrows, and names its places in English.
type files struct {
	d       *Dialog
	folder  string
	endings []string // nil asks for a folder
	found   []fileRow
	path    *Entry
	table   *Table
	trouble *Note
	done    func(path string)
	chosen  string
}

// ChooseFile asks for a file with one of endings, beginning in a folder. done is told "" where the person gives up.
func ChooseFile(w fyne.Window, title, confirm string, endings []string, folder string, done func(path string)) {
	newFiles(title, confirm, endings, done).show(w, folder)
}

// ChooseFolder asks for a folder.
func ChooseFolder(w fyne.Window, title, confirm, folder string, done func(path string)) {
	newFiles(title, confirm, nil, done).show(w, folder)
}

func newFiles(title, confirm string, endings []string, done func(string)) *files {
	f := &files{d: &Dialog{Title: title}, endings: endings, done: done, path: NewEntry(), trouble: NewNote()}
	f.trouble.Keep = true
	f.table = NewTable([]Column{
		{Title: text.T("kit.files.name"), Em: 14, Grow: true, Sort: f.sortByName},
		{Title: text.T("kit.files.at"), Em: 8.5, Sort: func(row int) string { return f.found[row].when() }},
		{Title: text.T("kit.files.size"), Em: 5, Right: true, Sort: func(row int) string { return f.found[row].bytes() }},
	}, func() int { return len(f.found) }, f.cell)
	f.table.OnOpen = f.open
	f.table.OnMove = func(int) {}
	f.table.OnType = f.jump
	f.table.Escape = f.d.Close
	f.table.Keys = f.key
	f.path.Enter = func() bool { f.takePath(); return true }
	f.path.Escape = f.d.Close
	f.path.Keys = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyDown {
			Focus(f.table)
		}
		return k.Name == fyne.KeyDown
	}
	f.d.Buttons = []*Button{NewButton(text.T("kit.cancel"), f.d.Close), NewPrimary(confirm, f.confirm)}
	f.d.OnClose = func() { f.done(f.chosen) }
	return f
}

// show opens the dialog nearly as large as the window, with the keyboard in the list.
func (f *files) show(w fyne.Window, folder string) {
	if !f.enter(folder) {
		home, _ := os.UserHomeDir()
		f.enter(home)
	}
	up := NewIcon(text.T("kit.files.up"), theme.MoveUpIcon(), func() { f.up(); Focus(f.table) })
	places := Rows(4)
	for _, p := range usualPlaces() {
		b := NewQuiet(p.name, func() { f.enter(p.path); Focus(f.table) })
		b.Alignment = leading
		places.Add(b)
	}
	top := Rows(6, container.NewBorder(nil, nil, nil, up, f.path), f.trouble)
	f.d.Content = container.NewBorder(top, nil, Wide(Size(theme.SizeNameText)*7, container.NewVScroll(places)), nil, f.table)
	f.d.First = f.table
	s := w.Canvas().Size()
	f.d.Show(w)
	f.d.Resize(fyne.NewSize(s.Width*0.8, s.Height*0.8))
}

// enter shows a folder; false where there is none to be read.
func (f *files) enter(folder string) bool {
	found, err := readFolder(folder, f.endings)
	if err != nil || folder == "" {
		return false
	}
	came := filepath.Base(f.folder)
	f.folder, f.found = folder, found
	f.path.SetQuietly(folder)
	f.trouble.Set(text.T("kit.files.how"), Quiet)
	if len(found) == 0 {
		f.trouble.Set(text.T("kit.files.none"), Warn)
	}
	f.table.Reload()
	f.table.SetCurrent(0)
	for i, r := range found {
		if r.folder && r.name == came { // coming up again, one stands where one was
			f.table.SetCurrent(i)
		}
	}
	return true
}

// open goes into the folder, or takes the file, at a row.
func (f *files) open(row int) {
	at := filepath.Join(f.folder, f.found[row].name)
	switch {
	case !f.found[row].folder:
		f.take(at)
	case !f.enter(at):
		f.trouble.Set(text.T("kit.files.closed", f.found[row].name), Bad)
	}
}

// key goes up with Backspace or Left, into a folder with Right.
func (f *files) key(k *fyne.KeyEvent) bool {
	row := f.table.Current()
	switch {
	case k.Name == fyne.KeyBackspace || k.Name == fyne.KeyLeft:
		f.up()
	case k.Name == fyne.KeyRight && row >= 0 && f.found[row].folder:
		f.open(row)
	default:
		return false
	}
	return true
}

func (f *files) up() { f.enter(filepath.Dir(f.folder)) }

// takePath goes to the path that was typed: into a folder, or the file itself.
func (f *files) takePath() {
	path := strings.Trim(strings.TrimSpace(f.path.Text), `"`)
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.IsDir():
		f.take(path)
	case err != nil || !f.enter(path):
		f.trouble.Set(text.T("kit.files.missing"), Bad)
	default:
		Focus(f.table)
	}
}

// confirm takes what one stands at; of folders, the one that is open.
func (f *files) confirm() {
	row := f.table.Current()
	switch {
	case f.endings == nil:
		f.take(f.folder)
	case row >= 0:
		f.open(row)
	}
}

func (f *files) take(path string) {
	f.chosen = path
	f.d.Close()
}

// jump goes to the next name that a letter begins, by pinyin too.
func (f *files) jump(r rune) {
	at, n := max(f.table.Current(), 0), len(f.found)
	for i := 1; i <= n; i++ {
		if Reads(f.found[(at+i)%n].name, string(r)) {
			f.table.SetCurrent((at + i) % n)
			return
		}
	}
}
