package sheet

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate" // unpacks a third faster than the standard library's
)

// xlsx is an open workbook. It is read here, part by part and in one pass, and not with excelize: excelize tells what kind a
// cell is, and what is hidden or merged, only after loading the whole sheet as objects, ten times the memory.
type xlsx struct {
	parts  map[string]*zip.File
	left   int64 // bytes that may still be unzipped
	cells  int   // cells that may still be read
	pool   *pool
	texts  []Cell // shared strings
	styles styles
}

// relation is where a part of the package points to.
type relation struct{ typ, target string }

func readXLSX(ctx context.Context, f *file, l Limits) (*Book, error) {
	b, err := parseXLSX(ctx, f, f.size, l)
	var other errForeign
	switch {
	case err == nil || ctx.Err() != nil:
		return b, err
	case errors.Is(err, errTooMany):
		return nil, ErrTooBig.With(f.name).Because(err)
	case errors.As(err, &other):
		return nil, ErrForeign.With(f.name, string(other)).Because(err)
	case errors.Is(err, errNoWorkbook):
		return nil, ErrNotSheet.With(f.name).Because(err)
	}
	return nil, ErrBroken.With(f.name).Because(err)
}

func parseXLSX(ctx context.Context, r io.ReaderAt, size int64, l Limits) (*Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, err
	}
	x := &xlsx{parts: map[string]*zip.File{}, left: l.Unzipped, cells: l.Cells, pool: newPool(), styles: styles{epoch: 1900}}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	for _, p := range z.File {
		x.parts[partName(p.Name)] = p
	}
	return x.book(ctx)
}

var errNoWorkbook = errors.New("no workbook in the package")

// book reads the workbook part and all that it lists.
func (x *xlsx) book(ctx context.Context) (*Book, error) {
	main := x.find(x.relations(""), "/officeDocument")
	if main == "" {
		main = "xl/workbook.xml"
	}
	if err := x.foreign(main); err != nil {
		return nil, err
	}
	if x.parts[partName(main)] == nil || strings.HasPrefix(main, "word/") || strings.HasPrefix(main, "ppt/") {
		return nil, errNoWorkbook
	}
	rels := x.relations(main)
	list, err := x.sheetList(main)
	if err == nil {
		err = x.readStrings(x.find(rels, "/sharedStrings"))
	}
	if err == nil {
		err = x.readStyles(x.find(rels, "/styles"))
	}
	if err != nil {
		return nil, err
	}
	b := &Book{Format: "xlsx"}
	for _, s := range list {
		r := rels[s.relation]
		if !strings.HasSuffix(r.typ, "/worksheet") {
			continue // a chart or a macro
		}
		t := Sheet{Name: s.name, Hidden: s.hidden}
		if err := x.readSheet(ctx, r.target, &t); err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, t)
	}
	return b, nil
}

type listed struct {
	name, relation string
	hidden         bool
}

func (x *xlsx) sheetList(part string) (list []listed, err error) {
	err = x.walk(part, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if isTrue(attr(e, "date1904")) {
				x.styles.epoch = 1904
			}
		case "sheet":
			state := attr(e, "state")
			list = append(list, listed{attr(e, "name"), relationID(e), state == "hidden" || state == "veryHidden"})
		}
		return nil
	})
	return list, err
}

// relations reads the relations of a part; a part without any has none.
func (x *xlsx) relations(part string) map[string]relation {
	all := map[string]relation{}
	folder, name := path.Split(part)
	x.walk(folder+"_rels/"+name+".rels", func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && attr(e, "TargetMode") != "External" {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			all[attr(e, "Id")] = relation{attr(e, "Type"), strings.TrimPrefix(path.Clean("/"+target), "/")}
		}
		return nil
	})
	return all
}

func (x *xlsx) find(rels map[string]relation, typ string) string {
	for _, r := range rels {
		if strings.HasSuffix(r.typ, typ) {
			return r.target
		}
	}
	return ""
}

// open opens a part, nil for one that is not there.
func (x *xlsx) open(part string) (io.ReadCloser, error) {
	p := x.parts[partName(part)]
	if p == nil {
		return nil, nil
	}
	r, err := p.Open()
	if err != nil {
		return nil, err
	}
	return &metered{r, &x.left}, nil
}

// walk calls f for each element of a part as it begins. A part that is not there is not walked. It is for the small parts; the
// rows and texts are read by markup.
func (x *xlsx) walk(part string, f func(*xml.Decoder, xml.StartElement) error) error {
	r, err := x.open(part)
	if r == nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := f(d, e); err != nil {
				return err
			}
		}
	}
}

// metered counts what is really unzipped: the sizes that a zip file claims may be lies.
type metered struct {
	io.ReadCloser
	left *int64
}

func (m *metered) Read(p []byte) (int, error) {
	if *m.left <= 0 {
		return 0, errTooMany
	}
	n, err := m.ReadCloser.Read(p[:min(int64(len(p)), *m.left)])
	*m.left -= int64(n)
	return n, err
}

// partName makes names alike that some programs write with other slashes or letters.
func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/"))
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// relationID: in "r:id" and "sheetId" only the first is the relation; its prefix is for the writer to choose.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || s == "true" }
