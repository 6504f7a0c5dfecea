package form

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// attachable are the endings of files that can be attached.
var attachable = []string{".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".heic", ".pdf", ".docx", ".xlsx", ".ofd"}

// prefAttachFolder is the folder that a file was attached from last.
const prefAttachFolder = "attach.folder"

// maxThumb is the largest file that is read for its small picture.
const maxThumb = 24 << 20

// Attachments shows what is attached to a thing as small pictures. They are read away from the window's thread.
func Attachments(d page.Deps, all []registry.Record) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.Prose(text.T("form.attach.none"), kit.Quiet)
	}
	var faces []fyne.CanvasObject
	for _, r := range all {
		caption := r.Get(survey.AttachKind)
		if c := r.Get(survey.Caption); c != "" {
			caption = c
		}
		p := kit.NewPicture(caption, r.Get(survey.TakenOn), func() { openAttached(d, r) })
		faces = append(faces, p)
		if strings.HasPrefix(r.Get(survey.Mime), "image/") {
			var b []byte
			d.Go(func() { b, _ = attachedFile(d, r.ID, maxThumb) }, func() { p.Draw(b) })
		}
	}
	return kit.Flow(10, faces...)
}

// attachedFile reads an attached file of up to most bytes.
func attachedFile(d page.Deps, id string, most int64) ([]byte, error) {
	f, err := d.Desk.Attachment(id)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// fetched reads an attached file; one that another computer made is brought from the county first.
func fetched(d page.Deps, r registry.Record) ([]byte, error) {
	b, err := attachedFile(d, r.ID, 1<<30)
	if !errors.Is(err, desk.ErrNoBlob) {
		return b, err
	}
	if err := d.Exchange.Fetch(context.Background(), r.Get(survey.Blob)); err != nil {
		return nil, err
	}
	return attachedFile(d, r.ID, 1<<30)
}

// openAttached shows a picture large; what is no picture is written to a folder of the person's choice.
func openAttached(d page.Deps, r registry.Record) {
	var b []byte
	var err error
	if !d.Desk.Store().HasBlob(r.Get(survey.Blob)) {
		d.Toast(text.T("form.attach.fetching"))
	}
	d.Go(func() { b, err = fetched(d, r) }, func() {
		if err != nil {
			d.ShowError(err)
			return
		}
		img, ok := kit.Drawn(b)
		if !ok {
			askKeep(d, r, b)
			return
		}
		var x *kit.Dialog
		remove := kit.NewQuiet(text.T("form.attach.remove"), func() { x.Close(); removeAttached(d, r) })
		keep := kit.NewButton(text.T("form.attach.keep"), func() { x.Close(); keepFile(d, r, b) })
		x = kit.ShowPicture(d.Window, titleOf(r), img, remove, keep, kit.NewPrimary(text.T("kit.close"), func() { x.Close() }))
	})
}

func titleOf(r registry.Record) string {
	return strings.Join(present(r.Get(survey.AttachKind), r.Get(survey.Caption), r.Get(survey.TakenOn)), "　")
}

// askKeep asks what is to become of a file that the window cannot show.
func askKeep(d page.Deps, r registry.Record, b []byte) {
	x := &kit.Dialog{Title: titleOf(r), Content: kit.Prose(text.T("form.attach.other"), kit.Plain)}
	x.Buttons = []*kit.Button{
		kit.NewQuiet(text.T("form.attach.remove"), func() { x.Close(); removeAttached(d, r) }),
		kit.NewButton(text.T("kit.cancel"), func() { x.Close() }),
		kit.NewPrimary(text.T("form.attach.keep"), func() { x.Close(); keepFile(d, r, b) }),
	}
	x.Default = 2
	x.Show(d.Window)
}

// keepFile writes a copy to a folder; its name tells nothing of the person.
func keepFile(d page.Deps, r registry.Record, b []byte) {
	kit.ChooseFolder(d.Window, text.T("form.attach.keep"), text.T("form.attach.here"), d.Prefs.String(prefAttachFolder), func(folder string) {
		if folder == "" {
			return
		}
		path := filepath.Join(folder, text.T("form.attach.file", r.ID[:min(len(r.ID), 8)])+ending(r.Get(survey.Mime)))
		if err := os.WriteFile(path, b, 0o600); err != nil {
			d.ShowError(err)
			return
		}
		d.Toast(text.T("form.attach.kept", path))
	})
}

// ending is what the name of a kind of file ends with.
func ending(mime string) string {
	switch mime {
	case "image/jpeg":
		return ".jpg"
	case "application/pdf":
		return ".pdf"
	case "application/zip":
		return ".zip"
	}
	_, kind, _ := strings.Cut(mime, "/")
	return "." + kind
}

func removeAttached(d page.Deps, r registry.Record) {
	kit.AskWords(d.Window, text.T("form.attach.remove"), text.T("form.attach.remove.ask"), text.T("form.attach.remove.hint"), text.T("form.attach.remove"), func(reason string) {
		if reason == "" {
			return
		}
		if err := d.Desk.DeleteRecord(registry.TypeAttachment, r.ID, reason); err != nil {
			d.ShowError(err)
			return
		}
		d.Undo(text.T("form.attach.removed"))
		d.Changed()
	})
}

// AttachFile asks for a file and attaches it.
func AttachFile(d page.Deps, of desk.Ref) {
	kit.ChooseFile(d.Window, text.T("form.attach.add"), text.T("form.attach.choose"), attachable, d.Prefs.String(prefAttachFolder), func(path string) {
		if path == "" {
			return
		}
		d.Prefs.SetString(prefAttachFolder, filepath.Dir(path))
		AttachPath(d, of, path)
	})
}

// AttachPath asks what a file is and attaches it: one that was chosen, or dropped on the window.
func AttachPath(d page.Deps, of desk.Ref, path string) {
	what := Ask(d, survey.Attachment, survey.AttachKind, guessKind(path))
	caption := Ask(d, survey.Attachment, survey.Caption, "")
	s := &Short{
		Title: text.T("form.attach.add"), Intro: filepath.Base(path), Yes: text.T("form.attach.yes"), Rows: []ShortRow{what, caption},
		Do: func(how ...desk.How) error {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			return attach(d, of, what.Input.Value(), caption.Input.Value(), f, how)
		},
	}
	s.Show(d)
}

// guessKind is what a file is most likely to be: pictures of a telephone are photographs, the rest are scans.
func guessKind(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jpg", ".jpeg", ".heic":
		return survey.AttachPhoto
	case ".png", ".pdf", ".bmp":
		return survey.AttachScan
	}
	return survey.AttachOther
}

func attach(d page.Deps, of desk.Ref, kind, caption string, r io.Reader, how []desk.How) error {
	if _, err := d.Desk.Attach(of, kind, caption, r, how...); err != nil {
		return err
	}
	d.Undo(text.T("form.attach.done"))
	d.Changed()
	return nil
}

// Signature shows a sheet to sign on and attaches what was drawn.
func Signature(d page.Deps, of desk.Ref, who string) {
	sheet := kit.NewSign()
	x := &kit.Dialog{Title: text.T("form.sign", who), First: sheet}
	x.Content = container.NewBorder(nil, kit.Caption(text.T("form.sign.how"), kit.Quiet), nil, nil, sheet)
	save := kit.NewPrimary(text.T("form.sign.yes"), func() {
		if sheet.Empty() {
			return
		}
		if err := attach(d, of, survey.AttachSignature, who, bytes.NewReader(sheet.PNG()), nil); err != nil {
			d.ShowError(err)
			return
		}
		x.Close()
	})
	sheet.Save, sheet.Escape = func() { save.Tapped(nil) }, func() { x.Close() }
	x.Buttons = []*kit.Button{kit.NewQuiet(text.T("form.sign.clear"), sheet.Clear), kit.NewButton(text.T("kit.cancel"), func() { x.Close() }), save}
	for _, b := range x.Buttons {
		b.Save = sheet.Save // after "once more" the keyboard is on that button
	}
	x.Show(d.Window)
	x.Resize(fyne.NewSize(min(d.Window.Canvas().Size().Width*0.8, 760), min(d.Window.Canvas().Size().Height*0.7, 420)))
}
