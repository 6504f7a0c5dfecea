package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"ruhu/internal/text"
)

// ChooseFile asks for a file with one of endings, beginning in a folder. done is told "" where the person gives up.
func ChooseFile(w fyne.Window, title, confirm string, endings []string, folder string, done func(path string, err error)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			done("", err)
			return
		}
		path := r.URI().Path()
		done(path, r.Close()) // only its name is wanted
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	showFiles(w, d, title, confirm, folder)
}

// ChooseFolder asks for a folder.
func ChooseFolder(w fyne.Window, title, confirm, folder string, done func(path string, err error)) {
	d := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
		if err != nil || l == nil {
			done("", err)
			return
		}
		done(l.Path(), nil)
	}, w)
	showFiles(w, d, title, confirm, folder)
}

// showFiles shows the dialog nearly as large as the window; its size can only be set once it is there.
func showFiles(w fyne.Window, d *dialog.FileDialog, title, confirm, folder string) {
	d.SetTitleText(title)
	d.SetConfirmText(confirm)
	d.SetDismissText(text.T("kit.cancel"))
	if folder != "" {
		if l, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
			d.SetLocation(l)
		}
	}
	d.Show()
	s := w.Canvas().Size()
	d.Resize(fyne.NewSize(s.Width*0.85, s.Height*0.85))
}
