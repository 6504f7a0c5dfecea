package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"ruhu/internal/text"
)

// Why a file cannot be read as a spreadsheet. Each names the file.
var (
	ErrMissing   = text.NewError("sheet.missing")
	ErrFolder    = text.NewError("sheet.folder")
	ErrNotOpened = text.NewError("sheet.not_opened")
	ErrEmpty     = text.NewError("sheet.empty")
	ErrTooBig    = text.NewError("sheet.too_big")
	ErrOldXLS    = text.NewError("sheet.old_xls") // of Excel 5 or older
	ErrEncrypted = text.NewError("sheet.encrypted")
	ErrBroken    = text.NewError("sheet.broken")
	ErrWebPage   = text.NewError("sheet.web_page")
	ErrForeign   = text.NewError("sheet.foreign") // of another kind: ods, xlsb
	ErrNotSheet  = text.NewError("sheet.not_sheet")
)

// file is an open file of which the kind is still to be found.
type file struct {
	*os.File
	name string
	size int64
}

func openFile(path string, l Limits) (*file, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrMissing.With(name).Because(err)
	}
	if err != nil {
		return nil, ErrNotOpened.With(name).Because(err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
		err = ErrNotOpened.With(name).Because(err)
	case info.IsDir():
		err = ErrFolder.With(name)
	case !info.Mode().IsRegular():
		err = ErrNotSheet.With(name)
	case info.Size() == 0:
		err = ErrEmpty.With(name)
	case info.Size() > l.File:
		err = ErrTooBig.With(name)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &file{File: f, name: name, size: info.Size()}, nil
}

// compoundMagic begins Microsoft's compound files; bareXLS a workbook that some exporters write without one.
var (
	compoundMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	bareXLS       = []byte{0x09, 0x08, 0x10, 0x00, 0x00, 0x06}
)

// read finds out by content what the file is; the ending of its name proves nothing.
func (f *file) read(ctx context.Context, l Limits) (*Book, error) {
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, ErrNotOpened.With(f.name).Because(err)
	}
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		return readXLSX(ctx, f, l)
	case bytes.HasPrefix(head, compoundMagic) || bytes.HasPrefix(head, bareXLS):
		return readXLS(ctx, f, l)
	case isWebPage(head):
		return readWebPage(ctx, f, l)
	case isOther(head):
		return nil, ErrNotSheet.With(f.name)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, ErrNotOpened.With(f.name).Because(err)
	}
	return readCSV(ctx, f, l)
}

func utf16le(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// isWebPage: many systems hand out a web page, or the XML of Excel 2003, under the name .xls.
func isWebPage(head []byte) bool {
	h := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n"))
	for _, start := range []string{"<html", "<!doctype", "<table", "<?xml", "<meta", "<head"} {
		if bytes.HasPrefix(h, []byte(start)) {
			return true
		}
	}
	return false
}

// isOther knows the first bytes of files that people rename or pick by mistake.
func isOther(head []byte) bool {
	for _, magic := range []string{"\x89PNG", "\xFF\xD8\xFF", "GIF8", "BM", "%PDF", "Rar!", "7z\xBC\xAF", "\x1F\x8B", "MZ", "\x7FELF", "RIFF", "SQLite format", "{\\rtf"} {
		if bytes.HasPrefix(head, []byte(magic)) && (len(magic) > 2 || bytes.IndexByte(head, 0) >= 0) {
			return true
		}
	}
	return false
}
