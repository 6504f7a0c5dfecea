package desk

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"

	"ruhu/internal/blob"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with a file that is to be attached.
var (
	ErrFileKind = text.NewError("desk.file_kind")
	ErrNoBlob   = text.NewError("desk.no_blob")
)

// Attach keeps a photograph, a signature or a scan with the thing it belongs to: as given, byte for byte, sealed like everything
// else. What it is is read from its content, whatever its name says. The errors for people are blob.ErrTooBig, blob.ErrEmpty,
// ErrFileKind and a *Refusal.
func (d *Desk) Attach(of Ref, kind, caption string, r io.Reader, how ...How) (string, error) {
	content, err := io.ReadAll(io.LimitReader(r, blob.MaxSize+1))
	if err != nil {
		return "", err
	}
	if err := blob.CheckSize(int64(len(content))); err != nil {
		return "", err
	}
	mime, ok := sniff(content)
	if !ok {
		return "", ErrFileKind
	}
	s := d.saving(registry.TypeAttachment, "", survey.Answers{
		survey.Of: of.ID, survey.OfType: of.Type, survey.AttachKind: kind, survey.Caption: caption, survey.TakenOn: d.day(),
		survey.Mime: mime, survey.Bytes: strconv.Itoa(len(content)), survey.Blob: blob.Of(content).String(),
	}, how)
	s.what = text.T("desk.act.attach", s.answers[survey.AttachKind])
	s.check(d)
	if err := d.checkParent(s); err != nil {
		return "", err
	}
	if err := s.verdict(nil); err != nil {
		return "", err
	}
	if _, _, err := d.store.PutBlob(context.Background(), bytes.NewReader(content)); err != nil {
		return "", err
	}
	return d.write(registry.TypeAttachment, s)
}

// sniff tells what a file is. Pictures, PDF and office documents are taken; a program is not, nor what nobody can tell.
func sniff(content []byte) (mime string, ok bool) {
	mime, _, _ = strings.Cut(http.DetectContentType(content), ";")
	switch {
	case mime == "image/svg+xml":
		return mime, false // may hold a script
	case strings.HasPrefix(mime, "image/"), mime == "application/pdf":
		return mime, true
	case len(content) > 12 && string(content[4:8]) == "ftyp" && isHeif(string(content[8:12])):
		return "image/heic", true
	case mime == "application/zip": // docx, xlsx, ofd
		return mime, true
	}
	return mime, false
}

// isHeif knows the brands of the pictures that telephones take (ISO 23008-12).
func isHeif(brand string) bool {
	switch brand {
	case "heic", "heix", "heim", "heis", "mif1", "msf1", "avif":
		return true
	}
	return false
}

// Attachments are what is attached to a thing, the latest first.
func (d *Desk) Attachments(of string) ([]registry.Record, error) {
	return d.Records(registry.TypeAttachment, of)
}

// Attachment reads an attached file. One that was attached elsewhere may not have come yet: ErrNoBlob.
func (d *Desk) Attachment(id string) (io.ReadCloser, error) {
	r, err := d.Record(registry.TypeAttachment, id)
	if err != nil {
		return nil, err
	}
	if !d.store.HasBlob(r.Get(survey.Blob)) {
		return nil, ErrNoBlob.With(r.Get(survey.Caption))
	}
	return d.store.Blob(r.Get(survey.Blob))
}
