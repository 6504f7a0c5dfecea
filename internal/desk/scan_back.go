package desk

import (
	"bytes"
	"image"
	_ "image/gif" // what scanners and telephones make
	_ "image/jpeg"
	_ "image/png"
	"io"
	"os"
	"slices"
	"time"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"ruhu/internal/blob"
	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// What can be wrong with the picture of a signed sheet.
var (
	ErrNotPicture = text.NewError("desk.not_picture")
	ErrPictureBig = text.NewError("desk.picture_big")
	ErrNoCodes    = text.NewError("desk.no_codes")
	ErrStrange    = text.NewError("desk.strange_code")
	ErrNoDay      = text.NewError("desk.no_day")
)

// mostScanPixels is the largest picture that is looked at; a scan of A3 with 600 dots to the inch has 70 million.
const mostScanPixels = 100_000_000

// Filed is what one code on a picture came to.
type Filed struct {
	Code       training.Code
	Class      training.Class
	Sessions   []training.Session // of a sign-in sheet: those of its day
	Paper      string             // the paper's name as people read it
	Page       int
	Seat       int      // of a card or a certificate: whose it is; a card is not filed
	Attachment []string // where the picture was filed
	Again      bool     // it was there already; nothing was added
	Err        error    // why this code led nowhere; others on the picture may have
}

// CodesIn reads the codes on a picture: of a card for Scan, of a sheet to see what it is.
func (d *Desk) CodesIn(path string) ([]string, error) {
	_, codes, err := codesIn(path)
	return codes, err
}

func codesIn(path string) (content []byte, codes []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }()
	if content, err = io.ReadAll(io.LimitReader(f, blob.MaxSize+1)); err != nil {
		return nil, nil, err
	}
	if err := blob.CheckSize(int64(len(content))); err != nil {
		return nil, nil, err
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, nil, ErrNotPicture.Because(err)
	}
	if size.Width*size.Height > mostScanPixels {
		return nil, nil, ErrPictureBig
	}
	img, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, nil, ErrNotPicture.Because(err)
	}
	if codes = paper.ReadCodes(img); len(codes) == 0 {
		return nil, nil, ErrNoCodes
	}
	return content, codes, nil
}

// FileScan files the picture of signed sheets where they belong: a sign-in sheet with the sessions of its day, any other page of ours with
// its class. Which it is the code on each page says; the same picture is filed once. A card on the picture is named, not filed. The error is
// about the picture as a whole; what is wrong with one code stands in its Filed.
func (d *Desk) FileScan(path string, how ...How) ([]Filed, error) {
	content, codes, err := codesIn(path)
	if err != nil {
		return nil, err
	}
	classes, err := d.Classes()
	if err != nil {
		return nil, err
	}
	var all []Filed
	fresh := map[string]bool{}
	for _, code := range codes {
		f := d.sheet(code, classes)
		if f.Err == nil && f.Code.Kind != training.CardCode {
			d.fileSheet(&f, content, fresh, how)
		}
		all = append(all, f)
	}
	return all, nil
}

// sheet finds what a code is of. A made-up or misread code is of nothing.
func (d *Desk) sheet(typed string, classes []training.Class) Filed {
	code, err := training.ParseCode(typed)
	if err != nil {
		return Filed{Err: ErrStrange.Because(err)}
	}
	f := Filed{Code: code, Page: code.Page, Seat: code.Seat(), Paper: paper.NameOfCode(code)}
	i := slices.IndexFunc(classes, func(c training.Class) bool { return c.Number() == code.Class() && code.Valid(c.Secret()) })
	if i < 0 {
		f.Err = ErrStrange.Because(training.ErrCodeCheck)
		return f
	}
	f.Class = classes[i]
	if code.Kind == training.SignInCode {
		f.Sessions, f.Err = d.sessionsOn(f.Class, code.Day)
	}
	return f
}

// sessionsOn are the sessions of a class's n-th day.
func (d *Desk) sessionsOn(c training.Class, n int) ([]training.Session, error) {
	first, _ := c.Dates()
	if first.IsZero() || n < 1 {
		return nil, ErrNoDay.With(c.Name(), n)
	}
	day := first.AddDate(0, 0, n-1).Format(time.DateOnly)
	all, err := d.Sessions(c.ID)
	all = slices.DeleteFunc(all, func(s training.Session) bool { return s.Answers[training.HeldOn] != day })
	if err == nil && len(all) == 0 {
		err = ErrNoDay.With(c.Name(), n)
	}
	return all, err
}

// fileSheet attaches the picture to what the sheet belongs to. fresh are the attachments of this picture made just now: of two pages on one
// picture the second finds what the first has filed.
func (d *Desk) fileSheet(f *Filed, content []byte, fresh map[string]bool, how []How) {
	to := []Ref{{Type: training.TypeClass, ID: f.Class.ID}}
	if len(f.Sessions) > 0 {
		to = nil
		for _, s := range f.Sessions {
			to = append(to, Ref{Type: training.TypeSession, ID: s.ID})
		}
	}
	f.Again = true
	for _, ref := range to {
		id, err := d.filedAs(ref.ID, content)
		if err == nil && id == "" {
			id, err = d.Attach(ref, survey.AttachScan, f.Caption(), bytes.NewReader(content), how...)
			fresh[id] = true
		}
		f.Again = f.Again && !fresh[id]
		if err != nil {
			f.Err = err
			return
		}
		f.Attachment = append(f.Attachment, id)
	}
}

// filedAs gives the attachment of a thing that is this very picture, "" when there is none.
func (d *Desk) filedAs(of string, content []byte) (string, error) {
	all, err := d.Attachments(of)
	if err != nil {
		return "", err
	}
	hash := blob.Of(content).String()
	i := slices.IndexFunc(all, func(r registry.Record) bool { return r.Get(survey.Blob) == hash })
	if i < 0 {
		return "", nil
	}
	return all[i].ID, nil
}

// Caption says in a line what the sheet is: 签到表 2026-10-21 第2页. It names nobody.
func (f Filed) Caption() string {
	words := f.Paper
	if len(f.Sessions) > 0 {
		words += " " + f.Sessions[0].Answers[training.HeldOn]
	}
	if f.Seat > 0 {
		return words + " " + text.T("desk.sheet_seat", f.Seat)
	}
	return words + " " + text.T("desk.sheet_page", f.Page)
}
