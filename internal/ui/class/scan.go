package class

import (
	"path/filepath"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// prefScans is the folder that a picture of a signed sheet was taken from last.
const prefScans = "class.scans"

// pictures are the endings of files that codes are read off.
var pictures = []string{".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".gif"}

// fileScan files the picture of a signed sheet with the session it belongs to: the code on the page says which.
func (p *Page) fileScan() {
	kit.ChooseFile(p.deps.Window, text.T("class.scan"), text.T("class.scan.take"), pictures, p.deps.Prefs.String(prefScans), func(path string) {
		if path == "" {
			p.Focus()
			return
		}
		p.deps.Prefs.SetString(prefScans, filepath.Dir(path))
		var filed []desk.Filed
		var err error
		p.deps.Go(func() { filed, err = p.deps.Desk.FileScan(path) }, func() {
			if err != nil {
				p.deps.ShowError(err)
				return
			}
			kit.Tell(p.deps.Window, text.T("class.scan"), filedWords(filed))
			p.deps.Changed()
		})
	})
}

// filedWords say what became of each code on the picture.
func filedWords(filed []desk.Filed) string {
	out := ""
	for _, f := range filed {
		switch {
		case f.Err != nil:
			out += text.Explain(f.Err).What
		case f.Code.Kind == training.CardCode:
			out += text.T("class.scan.card", f.Class.Name(), f.Seat)
		case f.Again:
			out += text.T("class.scan.again", f.Class.Name(), f.Caption())
		default:
			out += text.T("class.scan.filed", f.Class.Name(), f.Caption())
		}
		out += "\n"
	}
	return out
}
