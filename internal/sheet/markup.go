package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// markup reads the tags and texts of a part of an xlsx file, one after the other, from a buffer that slides over it. It is
// written here because encoding/xml makes several small objects of every cell, and a list has millions: this is ten times as
// fast, and makes none. What it gives out is good until the next call.
type markup struct {
	r     io.Reader
	buf   []byte // what is read and not yet used
	store []byte
	end   error
	depth int
	tag   tag
	text  []byte
}

// tag is a tag as it stands in the part.
type tag struct {
	name   []byte // without its prefix
	attrs  []byte
	closed bool // <x/>: nothing stands in it
}

// kinds of what next gives.
type mark byte

const (
	markEnd mark = iota // of the part
	markOpen
	markClose
	markText
)

var errMarkup = errors.New("a part that is no XML")

// longestTag is how long one tag or one text may be: a cell holds at most 32,767 characters.
const longestTag = 1 << 20

func newMarkup(r io.Reader) *markup {
	return &markup{r: r, store: make([]byte, 1<<16)}
}

// fill reads more behind what is there.
func (m *markup) fill() error {
	if m.end != nil {
		return m.end
	}
	if len(m.buf) == len(m.store) {
		if len(m.store) >= longestTag {
			return errTooMany
		}
		m.store = make([]byte, 2*len(m.store))
	}
	n := copy(m.store, m.buf)
	k, err := m.r.Read(m.store[n:])
	m.buf, m.end = m.store[:n+k], err
	if k > 0 {
		return nil
	}
	return err
}

// until makes sure that the buffer holds the sign, at or after from, and gives its place.
func (m *markup) until(sign string, from int) (int, error) {
	for {
		at := -1
		if len(sign) == 1 {
			at = bytes.IndexByte(m.buf[min(from, len(m.buf)):], sign[0])
		} else {
			at = bytes.Index(m.buf[min(from, len(m.buf)):], []byte(sign))
		}
		if at >= 0 {
			return from + at, nil
		}
		if err := m.fill(); err != nil {
			return 0, endless(err)
		}
	}
}

// next gives what comes next. A part that ends with a tag still open was cut off.
func (m *markup) next() (mark, error) {
	for len(m.buf) == 0 {
		if err := m.fill(); err == io.EOF && m.depth == 0 {
			return markEnd, nil
		} else if err != nil {
			return markEnd, endless(err)
		}
	}
	if m.buf[0] != '<' {
		return m.words()
	}
	end, err := m.until(">", 1)
	if err != nil {
		return markEnd, err
	}
	switch m.buf[1] {
	case '!', '?':
		return m.aside()
	case '/':
		m.tag = tag{name: local(bytes.TrimRight(m.buf[2:end], " \t\r\n"))}
		m.buf, m.depth = m.buf[end+1:], max(m.depth-1, 0)
		return markClose, nil
	}
	if end, err = m.outside(end); err != nil {
		return markEnd, err
	}
	m.open(m.buf[1:end])
	m.buf = m.buf[end+1:]
	return markOpen, nil
}

// words takes text up to the next tag. Blanks behind the last tag are text too.
func (m *markup) words() (mark, error) {
	end, err := m.until("<", 0)
	if err != nil {
		if m.depth == 0 && err == io.ErrUnexpectedEOF {
			m.buf = nil
			return markEnd, nil
		}
		return markEnd, err
	}
	m.text, m.buf = m.buf[:end], m.buf[end:]
	return markText, nil
}

// outside finds the ">" that ends a tag, which may have others within its quotes.
func (m *markup) outside(end int) (int, error) {
	for {
		quote := byte(0)
		for _, c := range m.buf[1:end] {
			switch {
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			}
		}
		if quote == 0 {
			return end, nil
		}
		var err error
		if end, err = m.until(">", end+1); err != nil {
			return 0, err
		}
	}
}

func (m *markup) open(b []byte) {
	m.tag = tag{closed: len(b) > 0 && b[len(b)-1] == '/'}
	if m.tag.closed {
		b = b[:len(b)-1]
	} else {
		m.depth++
	}
	end := 0
	for end < len(b) && !isBlank(b[end]) {
		end++
	}
	m.tag.name, m.tag.attrs = local(b[:end]), b[end:]
}

// aside passes over comments, instructions and declarations, and gives what stands in CDATA as text.
func (m *markup) aside() (mark, error) {
	for len(m.buf) < 9 {
		if err := m.fill(); err != nil {
			break
		}
	}
	begin, stop := 2, ">"
	switch {
	case bytes.HasPrefix(m.buf, []byte("<!--")):
		begin, stop = 4, "-->"
	case bytes.HasPrefix(m.buf, []byte("<![CDATA[")):
		begin, stop = 9, "]]>"
	case bytes.HasPrefix(m.buf, []byte("<?")):
		stop = "?>"
	}
	end, err := m.until(stop, begin)
	if err != nil {
		return markEnd, err
	}
	inner := m.buf[begin:end]
	m.buf = m.buf[end+len(stop):]
	if begin == 9 {
		m.text = bytes.ReplaceAll(inner, []byte("&"), []byte("&amp;"))
		return markText, nil
	}
	return m.next()
}

func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// attr takes one attribute off the front of what is left of a tag's.
func attrOf(b []byte) (name, value, rest []byte, ok bool) {
	eq := bytes.IndexByte(b, '=')
	if eq < 0 {
		return nil, nil, nil, false
	}
	name = bytes.TrimSpace(b[:eq])
	b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
	if len(b) < 2 || b[0] != '"' && b[0] != '\'' {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(b[1:], b[0])
	if end < 0 {
		return nil, nil, nil, false
	}
	return name, b[1 : 1+end], b[end+2:], true
}

// attr finds an attribute by its name without prefix.
func (t tag) attr(name string) string {
	for b := t.attrs; ; {
		n, v, rest, ok := attrOf(b)
		if !ok {
			return ""
		}
		if string(local(n)) == name {
			return string(decoded(nil, v))
		}
		b = rest
	}
}

// decoded adds text to b with &amp; and the like made what they stand for.
func decoded(b, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(b, text...)
		}
		b = append(b, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			b, text = append(b, '&'), text[1:]
			continue
		}
		b = entity(b, text[1:end])
		text = text[end+1:]
	}
}

func entity(b, name []byte) []byte {
	switch string(name) {
	case "amp":
		return append(b, '&')
	case "lt":
		return append(b, '<')
	case "gt":
		return append(b, '>')
	case "quot":
		return append(b, '"')
	case "apos":
		return append(b, '\'')
	}
	if len(name) < 2 || name[0] != '#' {
		return append(append(append(b, '&'), name...), ';')
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		n = utf8.RuneError
	}
	return utf8.AppendRune(b, rune(n))
}
