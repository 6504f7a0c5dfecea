package paper

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// fpdf parses a whole font for each document, 40 to 80 ms each, and walks all its tables again when it writes. So a document
// is drawn into memory first, and fpdf is handed a font that is already cut to the glyphs drawn. The cut font has a map of
// characters of our own making, which is also what lets a character beyond the BMP through: fpdf panics on its code, so
// the glyph goes by a private-use code instead.

var errFontTables = errors.New("font tables are not as TrueType wants them")

// cut makes a TrueType font of the glyphs in use, reached by the codes given (all within the BMP).
func (f *face) cut(codes map[rune]sfnt.GlyphIndex) ([]byte, error) {
	tables, err := tablesOf(f.data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.name, err)
	}
	src := glyphSource{glyf: tables["glyf"], loca: tables["loca"], long: be16(tables["head"], 50) == 1}
	order, err := src.closure(slices.Collect(maps.Values(codes)))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.name, err)
	}
	place := map[uint16]uint16{}
	for i, g := range order {
		place[g] = uint16(i)
	}
	out := map[string][]byte{}
	for _, keep := range []string{"OS/2", "name", "cvt ", "fpgm", "prep", "gasp"} {
		if t, ok := tables[keep]; ok {
			out[keep] = t
		}
	}
	out["glyf"], out["loca"] = src.copy(order, place)
	out["hmtx"] = cutMetrics(tables["hmtx"], be16(tables["hhea"], 34), order)
	out["cmap"] = charMap(codes, place)
	out["head"] = patched(tables["head"], 50, 1) // long offsets
	out["hhea"] = patched(tables["hhea"], 34, uint16(len(order)))
	out["maxp"] = patched(tables["maxp"], 4, uint16(len(order)))
	out["post"] = append([]byte{0, 3, 0, 0}, tables["post"][4:32]...)
	return assemble(out), nil
}

func be16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

func patched(table []byte, at int, v uint16) []byte {
	out := slices.Clone(table)
	binary.BigEndian.PutUint16(out[at:], v)
	return out
}

// tablesOf finds the tables of a font file and makes sure that those we touch are there and whole.
func tablesOf(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errFontTables
	}
	out := map[string][]byte{}
	count := be16(data, 4)
	if len(data) < 12+16*count {
		return nil, errFontTables
	}
	for i := range count {
		rec := data[12+16*i:]
		at, size := binary.BigEndian.Uint32(rec[8:]), binary.BigEndian.Uint32(rec[12:])
		if uint64(at)+uint64(size) > uint64(len(data)) {
			return nil, errFontTables
		}
		out[string(rec[:4])] = data[at : at+size]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "post": 32, "hmtx": 4, "loca": 4, "glyf": 1, "name": 6} {
		if len(out[name]) < least {
			return nil, errFontTables
		}
	}
	return out, nil
}

// glyphSource reads glyphs in place.
type glyphSource struct {
	glyf, loca []byte
	long       bool
}

func (s glyphSource) glyph(i uint16) []byte {
	if s.long {
		from, to := binary.BigEndian.Uint32(s.loca[4*int(i):]), binary.BigEndian.Uint32(s.loca[4*int(i)+4:])
		return s.glyf[from:to]
	}
	return s.glyf[2*be16(s.loca, 2*int(i)) : 2*be16(s.loca, 2*int(i)+2)]
}

// closure gives the glyphs to keep, in order, those that others are composed of included. Glyph 0 must be the first.
func (s glyphSource) closure(used []sfnt.GlyphIndex) ([]uint16, error) {
	keep := map[uint16]bool{0: true}
	todo := []uint16{0}
	for _, g := range used {
		todo = append(todo, uint16(g))
	}
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		keep[g] = true
		parts, err := components(s.glyph(g))
		if err != nil {
			return nil, err
		}
		for _, at := range parts {
			if part := uint16(be16(s.glyph(g), at)); !keep[part] {
				todo = append(todo, part)
			}
		}
	}
	return slices.Sorted(maps.Keys(keep)), nil
}

// Flags of a composite glyph's part (OpenType, glyf table).
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// components gives where in a composite glyph the numbers of its parts stand; none for a simple or an empty glyph.
func components(g []byte) ([]int, error) {
	if len(g) < 10 || be16(g, 0) < 0x8000 {
		return nil, nil
	}
	var out []int
	for at := 10; ; {
		if at+4 > len(g) {
			return nil, errFontTables
		}
		flags := be16(g, at)
		out = append(out, at+2)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return out, nil
		}
	}
}

// copy gives the glyf and loca tables of the kept glyphs, the parts of composites renumbered.
func (s glyphSource) copy(order []uint16, place map[uint16]uint16) (glyf, loca []byte) {
	for _, g := range order {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, s.glyph(g)...)
		parts, _ := components(glyf[start:]) // closure has read it already
		for _, at := range parts {
			old := uint16(be16(glyf[start:], at))
			binary.BigEndian.PutUint16(glyf[start+at:], place[old])
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// cutMetrics gives the hmtx table of the kept glyphs; glyphs beyond the last full entry have its advance.
func cutMetrics(hmtx []byte, full int, order []uint16) []byte {
	var out []byte
	for _, g := range order {
		i := min(int(g), full-1)
		out = append(out, hmtx[4*i:4*i+2]...)
		bearing := 4*i + 2
		if int(g) >= full {
			bearing = 4*full + 2*(int(g)-full)
		}
		out = append(out, hmtx[bearing:bearing+2]...)
	}
	return out
}

// charMap gives a cmap table of format 4 with one segment a code, which is what fpdf reads.
func charMap(codes map[rune]sfnt.GlyphIndex, place map[uint16]uint16) []byte {
	keys := slices.Sorted(maps.Keys(codes))
	n := len(keys) + 1
	var ends, starts, deltas, ranges []byte
	for _, k := range keys {
		ends = binary.BigEndian.AppendUint16(ends, uint16(k))
		starts = binary.BigEndian.AppendUint16(starts, uint16(k))
		deltas = binary.BigEndian.AppendUint16(deltas, place[uint16(codes[k])]-uint16(k))
		ranges = append(ranges, 0, 0)
	}
	ends, starts = append(ends, 0xff, 0xff), append(starts, 0xff, 0xff)
	deltas, ranges = append(deltas, 0, 1), append(ranges, 0, 0)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * power, log, 2*n - 2*power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	out = append(append(out, ends...), 0, 0)
	return append(append(append(out, starts...), deltas...), ranges...)
}

// assemble writes the font file: directory, then tables. Checksums are left at nought; fpdf works out its own.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	out := []byte{0, 1, 0, 0}
	out = binary.BigEndian.AppendUint16(out, uint16(len(names)))
	out = append(out, 0, 0, 0, 0, 0, 0)
	at := len(out) + 16*len(names)
	for _, name := range names {
		out = append(out, name...)
		out = append(out, 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		at += (len(tables[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}
