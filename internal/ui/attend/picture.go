package attend

import (
	"path/filepath"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// prefPictures is the folder that a picture of a card was taken from last.
const prefPictures = "attend.pictures"

// pictures are the endings of files that codes are read off.
var pictures = []string{".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".gif"}

// fromPicture notes whose cards are on a picture: a photograph sent by phone, where there is no scanner.
func (p *Page) fromPicture() {
	if len(p.people) == 0 {
		return
	}
	kit.ChooseFile(p.deps.Window, text.T("attend.picture"), text.T("attend.picture.take"), pictures, p.deps.Prefs.String(prefPictures), func(path string) {
		if path == "" {
			p.Focus()
			return
		}
		p.deps.Prefs.SetString(prefPictures, filepath.Dir(path))
		p.readPicture(path)
	})
}

// Drop notes whose cards are on pictures that were dropped on the window.
func (p *Page) Drop(paths []string) {
	for _, path := range paths {
		if len(p.people) > 0 {
			p.readPicture(path)
		}
	}
}

func (p *Page) readPicture(path string) {
	var codes []string
	var err error
	p.deps.Go(func() { codes, err = p.deps.Desk.CodesIn(path) }, func() {
		if err != nil {
			p.refuse(err)
		}
		for _, code := range codes {
			p.card(code)
		}
		p.Focus()
	})
}
