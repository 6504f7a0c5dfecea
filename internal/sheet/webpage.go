package sheet

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html" // many offices' systems export web pages under the name .xls; the standard library cannot read them
)

// Many systems hand out under the name .xls or .xlsx what Excel opens all the same: a web page with a table, or the XML of Excel
// 2003 (SpreadsheetML). Both are read as far as they are tables; a page without any, such as one that asks to log in, is refused.

const excel2003 = "urn:schemas-microsoft-com:office:spreadsheet"

func readWebPage(ctx context.Context, f *file, l Limits) (*Book, error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, ErrNotOpened.With(f.name).Because(err)
	}
	b, err := io.ReadAll(io.LimitReader(f, l.File))
	if err != nil {
		return nil, ErrNotOpened.With(f.name).Because(err)
	}
	s, encoding, ok := decode(b)
	if !ok {
		return nil, ErrWebPage.With(f.name)
	}
	p := page{ctx: ctx, left: l.Cells, pool: newPool()}
	read := p.readHTML
	if strings.Contains(s[:min(len(s), 4096)], excel2003) {
		read = p.readXML
	}
	switch err := read(s); {
	case err == errTooMany:
		return nil, ErrTooBig.With(f.name)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, ErrBroken.With(f.name).Because(err)
	case len(p.sheets) == 0:
		return nil, ErrWebPage.With(f.name)
	}
	return &Book{Format: "xls", Encoding: encoding, Sheets: p.sheets}, nil
}

// page gathers the tables of a page.
type page struct {
	ctx      context.Context
	left     int // cells that may still come
	pool     *pool
	sheets   []Sheet
	row, col int
	deep     int             // tables within tables
	taken    map[[2]int]bool // places that cells further up reach down to
	text     strings.Builder
	inCell   bool
	wide     int // of the cell, columns and rows
	high     int
	inData   bool // of XML: the text of a cell, not of a remark on it
}

// mostSpan keeps a hostile page from one cell of a million rows.
const mostSpan = 4096

func (p *page) begin(name string) {
	p.sheets = append(p.sheets, Sheet{Name: name})
	p.row, p.col, p.taken = -1, 0, map[[2]int]bool{}
}

func (p *page) sheet() *Sheet { return &p.sheets[len(p.sheets)-1] }

// put puts the cell that ends in its place: the next that no cell further up reaches down to.
func (p *page) put() error {
	p.inCell = false
	for p.taken[[2]int{p.row, p.col}] {
		p.col++
	}
	words := strings.TrimFunc(p.text.String(), isSpace)
	p.text.Reset()
	if p.row < 0 || p.row >= mostRows || p.col >= mostCols {
		return errTooMany
	}
	gap := max(0, p.col-p.sheet().width(p.row)) // empty cells that come to be before it
	if p.left -= 1 + gap + 16*(p.wide*p.high-1); p.left < 0 {
		return errTooMany
	}
	if words != "" {
		p.sheet().set(p.pool, p.row, p.col, p.pool.cellOf(words))
	}
	if p.wide > 1 || p.high > 1 {
		p.sheet().Merged = append(p.sheet().Merged, Range{p.row, p.col, p.row + p.high - 1, p.col + p.wide - 1})
		for r := 1; r < p.high; r++ {
			for c := range p.wide {
				p.taken[[2]int{p.row + r, p.col + c}] = true
			}
		}
	}
	p.col += p.wide
	return nil
}

// drop leaves out tables without a cell, such as those that only hold pictures.
func (p *page) drop() {
	if s := p.sheet(); len(trimRows(s.Rows)) == 0 {
		p.sheets = p.sheets[:len(p.sheets)-1]
	}
}

func (p *page) readHTML(s string) error {
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(1 << 20)
	for n := 0; ; n++ {
		kind := z.Next()
		if kind == html.ErrorToken {
			return p.endHTML(z.Err())
		}
		if n%4096 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		if err := p.token(z.Token()); err != nil {
			return err
		}
	}
}

func (p *page) endHTML(err error) error {
	if p.deep > 0 {
		p.drop()
	}
	if len(p.sheets) == 1 {
		p.sheets[0].Name = ""
	}
	if err == io.EOF {
		return nil
	}
	return err
}

func (p *page) token(t html.Token) error {
	opens := t.Type == html.StartTagToken
	switch {
	case t.Type == html.TextToken:
		if p.inCell {
			p.text.WriteString(strings.Join(strings.FieldsFunc(t.Data, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " "))
		}
	case t.Data == "br" && p.inCell:
		p.text.WriteByte('\n')
	case t.Data == "table":
		return p.table(opens)
	case p.deep != 1:
	case t.Data == "tr" && opens:
		if err := p.endCell(); err != nil {
			return err
		}
		p.row, p.col = p.row+1, 0
	case t.Data == "td" || t.Data == "th":
		if err := p.endCell(); err != nil {
			return err
		}
		if p.inCell = opens; opens {
			p.wide, p.high = span(t, "colspan"), span(t, "rowspan")
		}
	}
	return nil
}

func (p *page) table(opens bool) error {
	switch {
	case opens && p.deep == 0:
		p.begin(strconv.Itoa(len(p.sheets) + 1))
	case !opens && p.deep == 1:
		if err := p.endCell(); err != nil {
			return err
		}
		p.drop()
	}
	if opens {
		p.deep++
	} else {
		p.deep = max(0, p.deep-1)
	}
	return nil
}

func (p *page) endCell() error {
	if !p.inCell {
		return nil
	}
	return p.put()
}

func span(t html.Token, name string) int {
	for _, a := range t.Attr {
		if n, err := strconv.Atoi(strings.TrimSpace(a.Val)); a.Key == name && err == nil {
			return max(1, min(n, mostSpan))
		}
	}
	return 1
}

// readXML reads the XML of Excel 2003: Worksheet, Table, Row, Cell, Data. A row or cell may say at what place it stands.
func (p *page) readXML(s string) error {
	d := xml.NewDecoder(bytes.NewReader([]byte(s)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	for n := 0; ; n++ {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if n%4096 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "Comment" {
				err = d.Skip()
			} else {
				p.open(t)
			}
		case xml.EndElement:
			err = p.shut(t.Name.Local)
		case xml.CharData:
			if p.inData {
				p.text.Write(t)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (p *page) open(t xml.StartElement) {
	number := func(name string, least int) int {
		n, err := strconv.Atoi(attribute(t, name))
		if err != nil || n < least {
			return least
		}
		return n
	}
	switch t.Name.Local {
	case "Worksheet":
		p.begin(attribute(t, "Name"))
	case "Row":
		p.row, p.col = max(p.row+1, number("Index", 0)-1), 0
	case "Cell":
		p.col = max(p.col, number("Index", 0)-1)
		p.wide, p.high = min(number("MergeAcross", 0), mostSpan)+1, min(number("MergeDown", 0), mostSpan)+1
		p.inCell = true
	case "Data":
		p.inData = p.inCell
	}
}

func (p *page) shut(name string) error {
	switch {
	case len(p.sheets) == 0:
	case name == "Data":
		p.inData = false
	case name == "Cell" && p.inCell:
		return p.put()
	case name == "Worksheet":
		p.drop()
	}
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
