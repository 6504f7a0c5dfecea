package kit

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
)

const leading = widget.ButtonAlignLeading

// fileRow is one thing in a folder.
type fileRow struct {
	name   string
	folder bool
	at     time.Time
	size   int64
}

// readFolder lists folders first, then the files with one of endings, by name. What is hidden stays hidden.
func readFolder(folder string, endings []string) ([]fileRow, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var rows []fileRow
	for _, e := range entries {
		info, err := os.Stat(filepath.Join(folder, e.Name())) // a link is what it leads to
		if err != nil || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if info.IsDir() || slices.Contains(endings, strings.ToLower(filepath.Ext(e.Name()))) {
			rows = append(rows, fileRow{e.Name(), info.IsDir(), info.ModTime(), info.Size()})
		}
	}
	slices.SortStableFunc(rows, func(a, b fileRow) int { return strings.Compare(a.key(), b.key()) })
	return rows, nil
}

// key sorts folders before files.
func (r fileRow) key() string {
	kind := "b"
	if r.folder {
		kind = "a"
	}
	return kind + spell(r.name).key() + r.name
}

func (r fileRow) when() string { return r.at.Local().Format("2006-01-02 15:04") }

func (r fileRow) bytes() string { return fmt.Sprintf("%d", r.size) }

// sizeWords is a size as people read it; a folder is called one.
func (r fileRow) sizeWords() string {
	switch {
	case r.folder:
		return text.T("kit.files.folder")
	case r.size >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(r.size)/(1<<20))
	}
	return fmt.Sprintf("%d KB", (r.size+1023)/1024)
}

func (f *files) sortByName(row int) string { return f.found[row].key() }

func (f *files) cell(row, column int) Cell {
	r := f.found[row]
	switch column {
	case 0:
		return Cell{Text: r.name, Bold: r.folder}
	case 1:
		return Cell{Text: r.when(), Tone: Quiet}
	}
	return Cell{Text: r.sizeWords(), Tone: Quiet}
}

// filePlace is a folder that people know by a name.
type filePlace struct{ name, path string }

// usualPlaces are those that exist on this computer: the person's own folders, then drives and sticks.
func usualPlaces() []filePlace {
	var all []filePlace
	add := func(name, path string) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			all = append(all, filePlace{name, path})
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{"desktop", "documents", "downloads"} {
			for folder := range strings.SplitSeq(text.T("kit.files."+name+".at"), "|") {
				add(text.T("kit.files."+name), filepath.Join(home, folder))
			}
		}
		add(text.T("kit.files.home"), home)
	}
	for _, path := range drives() {
		add(text.T("kit.files.drive", cmp.Or(filepath.VolumeName(path), filepath.Base(path))), path)
	}
	return all
}
