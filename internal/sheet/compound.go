package sheet

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// compound is Microsoft's compound file (MS-CFB): a small file system of sectors, in which old .xls workbooks lie, and xlsx
// files under a password.
type compound struct {
	b       []byte
	shift   uint // sectors are 1<<shift bytes
	fat     []uint32
	mini    []byte // the stream that holds all small streams
	miniFAT []uint32
	entries []entry
}

// entry is a file or folder in it.
type entry struct {
	name               string
	typ                byte // 1 folder, 2 stream, 5 root
	left, right, child uint32
	start, size        uint32
}

var errCompound = errors.New("a compound file that leads nowhere")

const (
	endOfChain  = 0xFFFFFFFE
	noEntry     = 0xFFFFFFFF
	miniSector  = 64
	smallStream = 4096
	mostEntries = 4096
)

var le = binary.LittleEndian

// openCompound reads the tables. Every chain of sectors is followed at most as far as the file has sectors, so that one that
// bites its own tail ends.
func openCompound(b []byte) (*compound, error) {
	if len(b) < 512 {
		return nil, errCompound
	}
	c := &compound{b: b, shift: uint(le.Uint16(b[30:]))}
	if c.shift != 9 && c.shift != 12 {
		return nil, errCompound
	}
	if err := c.readFAT(); err != nil {
		return nil, err
	}
	folder, err := c.chain(le.Uint32(b[48:]), 1<<20)
	if err != nil {
		return nil, err
	}
	for at := 0; at+128 <= len(folder) && len(c.entries) < mostEntries; at += 128 {
		c.entries = append(c.entries, readEntry(folder[at:at+128]))
	}
	if len(c.entries) == 0 {
		return nil, errCompound
	}
	return c, c.readMini()
}

func readEntry(b []byte) entry {
	n := min(int(le.Uint16(b[64:])), 64) / 2
	name := make([]uint16, 0, n)
	for i := range n {
		if u := le.Uint16(b[2*i:]); u != 0 {
			name = append(name, u)
		}
	}
	return entry{string(utf16.Decode(name)), b[66], le.Uint32(b[68:]), le.Uint32(b[72:]), le.Uint32(b[76:]), le.Uint32(b[116:]), le.Uint32(b[120:])}
}

// readFAT gathers the table of sectors: the first 109 of its own sectors stand in the header, the others in a chain.
func (c *compound) readFAT() error {
	list := c.b[76:512]
	next, most := le.Uint32(c.b[68:]), len(c.b)>>c.shift+1
	for count := 0; ; count++ {
		for at := 0; at+4 <= len(list); at += 4 {
			if s, ok := c.sector(le.Uint32(list[at:])); ok {
				for i := 0; i+4 <= len(s); i += 4 {
					c.fat = append(c.fat, le.Uint32(s[i:]))
				}
			}
			if len(c.fat) > most+1<<c.shift {
				return nil // more than the file has sectors
			}
		}
		s, ok := c.sector(next)
		if !ok {
			return nil
		}
		if count > most || len(s) < 8 {
			return errCompound
		}
		list, next = s[:len(s)-4], le.Uint32(s[len(s)-4:])
	}
}

// sector gives one sector; the last one may be cut short.
func (c *compound) sector(n uint32) ([]byte, bool) {
	from := (int64(n) + 1) << c.shift
	if n >= 0xFFFFFFFA || from >= int64(len(c.b)) {
		return nil, false
	}
	return c.b[from:min(from+1<<c.shift, int64(len(c.b)))], true
}

// chain gathers a chain of sectors, up to size bytes.
func (c *compound) chain(n uint32, size int) ([]byte, error) {
	var out []byte
	for count := 0; n != endOfChain && len(out) < size; count++ {
		s, ok := c.sector(n)
		if !ok || count > len(c.fat) || int64(n) >= int64(len(c.fat)) {
			return out, errCompound
		}
		out = append(out, s...)
		n = c.fat[n]
	}
	return out[:min(len(out), size)], nil
}

// readMini reads the tables of small streams. A file without any has none.
func (c *compound) readMini() error {
	b, err := c.chain(le.Uint32(c.b[60:]), len(c.b))
	if err != nil {
		return nil
	}
	for i := 0; i+4 <= len(b); i += 4 {
		c.miniFAT = append(c.miniFAT, le.Uint32(b[i:]))
	}
	c.mini, _ = c.chain(c.entries[0].start, min(int(c.entries[0].size), len(c.b)))
	return nil
}

// stream gives a stream of the topmost folder.
func (c *compound) stream(name string) ([]byte, bool) {
	for _, e := range c.top() {
		if e.typ != 2 || e.name != name {
			continue
		}
		size := min(int(e.size), len(c.b))
		if e.size >= smallStream {
			b, err := c.chain(e.start, size)
			return b, err == nil
		}
		return c.small(e.start, size)
	}
	return nil, false
}

func (c *compound) small(n uint32, size int) ([]byte, bool) {
	var out []byte
	for count := 0; n != endOfChain && len(out) < size; count++ {
		from := int64(n) * miniSector
		if int64(n) >= int64(len(c.miniFAT)) || from+miniSector > int64(len(c.mini)) || count > len(c.miniFAT) {
			return nil, false
		}
		out = append(out, c.mini[from:from+miniSector]...)
		n = c.miniFAT[n]
	}
	return out[:min(len(out), size)], true
}

// top are the entries of the topmost folder: a workbook that is put into a document as an object lies deeper, and is not meant.
func (c *compound) top() []entry {
	var out []entry
	seen := map[uint32]bool{}
	for todo := []uint32{c.entries[0].child}; len(todo) > 0; {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n == noEntry || int64(n) >= int64(len(c.entries)) || seen[n] {
			continue
		}
		seen[n] = true
		out = append(out, c.entries[n])
		todo = append(todo, c.entries[n].left, c.entries[n].right)
	}
	return out
}

func (c *compound) has(name string) bool {
	for _, e := range c.top() {
		if e.name == name {
			return true
		}
	}
	return false
}
