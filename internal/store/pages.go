package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
)

// bbolt has no sums on its pages, and scans them at open in a goroutine whose panic nobody can catch. So we look at the
// structure first: every page that can be reached lies in the file, is reached once, and holds its keys in order and its
// entries side by side as bbolt writes them. Values have their own seals. The layout is that of bbolt's version 2 files,
// little endian, see the comments in bbolt's internal/common.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	pageHead    = 16 // id u64, flags u16, count u16, overflow u32
	entryHead   = 16 // branch: pos u32, ksize u32, id u64; leaf: flags u32, pos u32, ksize u32, vsize u32
	metaSize    = 64
	bucketHead  = 16 // root u64, sequence u64

	flagBranch = 0x01
	flagLeaf   = 0x02
	flagBucket = 0x01 // of a leaf entry
	maxDepth   = 64
)

var order = binary.LittleEndian

// meta is one of the two records of the last save.
type meta struct {
	pageSize       uint32
	root, high, tx uint64
}

// parseMeta reads the meta page that begins at b; false where its sum does not fit.
func parseMeta(b []byte) (m meta, ok bool) {
	b = b[pageHead : pageHead+metaSize]
	if order.Uint32(b) != boltMagic || order.Uint32(b[4:]) != boltVersion {
		return m, false
	}
	sum := fnv.New64a()
	sum.Write(b[:56])
	m = meta{order.Uint32(b[8:]), order.Uint64(b[16:]), order.Uint64(b[40:]), order.Uint64(b[48:])}
	return m, order.Uint64(b[56:]) == sum.Sum64() && m.pageSize >= 512 && m.pageSize <= 1<<16
}

// looksLikeStore tells a file of ours, even a damaged one, from other files before bbolt would write into it.
func looksLikeStore(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return explain(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return explain(err)
	}
	if !info.Mode().IsRegular() {
		return ErrNotStore
	}
	head := make([]byte, 1<<17)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return explain(err)
	}
	for at := 0; at+pageHead+metaSize <= n; at += 512 {
		if order.Uint32(head[at+pageHead:]) == boltMagic {
			return nil
		}
	}
	return ErrNotStore
}

// pages walks a file.
type pages struct {
	r    io.ReaderAt
	size int64
	meta meta
	seen []uint64 // one bit for each page
	big  []byte   // memory for pages whose values are not read
}

// checkPages looks at the structure of the file at path. doubt is ErrLastSave when only one record of the last save is whole.
func checkPages(path string) (doubt, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, explain(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, explain(err)
	}
	p := &pages{r: f, size: info.Size()}
	whole, err := p.findMeta()
	if err == nil {
		p.seen = make([]uint64, p.size/int64(p.meta.pageSize)/64+1)
		err = p.node(p.meta.root, nil, nil, 0)
	}
	if err != nil {
		return nil, damaged(err)
	}
	if whole < 2 {
		doubt = ErrLastSave
	}
	return doubt, nil
}

func damaged(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) && !errors.Is(err, io.EOF) {
		return explain(err)
	}
	return ErrDamaged.Because(err)
}

// findMeta takes the record that bbolt takes, the newer of those whose sum fits, and tells how many are whole. One that names
// another page than its own is a copy of the other and not whole.
func (p *pages) findMeta() (whole int, err error) {
	buf := make([]byte, pageHead+metaSize)
	for size := int64(512); size <= 1<<16; size *= 2 {
		for page := range int64(2) {
			if _, err := p.r.ReadAt(buf, page*size); err != nil {
				continue
			}
			m, ok := parseMeta(buf)
			if !ok || int64(m.pageSize) != size {
				continue
			}
			if order.Uint64(buf) == uint64(page) {
				whole++
			}
			if p.meta.pageSize == 0 || m.tx > p.meta.tx {
				p.meta = m
			}
		}
	}
	if p.meta.pageSize == 0 {
		return 0, fmt.Errorf("no whole meta page")
	}
	return whole, nil
}

// node checks the page id and what hangs below; its keys lie from low on and before high (nil: no bound).
func (p *pages) node(id uint64, low, high []byte, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("page %d: too deep", id)
	}
	b, keys, err := p.read(id)
	if err != nil {
		return err
	}
	return p.entries(id, b, keys, low, high, depth)
}

// bigPage is how many pages must lie together for their values to be left unread: photographs lie in such.
const bigPage = 8

// read gives a page with its overflow and marks it as seen. Of a big leaf only the heads of the entries are read at first, and keys
// reads a key when it is looked at; it is nil where all is there.
func (p *pages) read(id uint64) (b []byte, keys io.ReaderAt, err error) {
	size := int64(p.meta.pageSize)
	head := make([]byte, pageHead)
	if id < 2 || id >= p.meta.high {
		return nil, nil, fmt.Errorf("page %d of %d", id, p.meta.high)
	}
	if _, err := p.r.ReadAt(head, int64(id)*size); err != nil {
		return nil, nil, fmt.Errorf("page %d: %w", id, err)
	}
	n := uint64(order.Uint32(head[12:])) + 1
	if order.Uint64(head) != id || id+n > p.meta.high || int64(id+n)*size > p.size {
		return nil, nil, fmt.Errorf("page %d: calls itself %d with %d pages", id, order.Uint64(head), n)
	}
	for i := id; i < id+n; i++ {
		if p.seen[i/64]&(1<<(i%64)) != 0 {
			return nil, nil, fmt.Errorf("page %d: reached twice", i)
		}
		p.seen[i/64] |= 1 << (i % 64)
	}
	whole := io.NewSectionReader(p.r, int64(id)*size, int64(n)*size)
	if heads := pageHead + int(order.Uint16(head[10:]))*entryHead; n >= bigPage && order.Uint16(head[8:]) == flagLeaf && heads <= int(size) {
		if int64(len(p.big)) < int64(n)*size {
			p.big = make([]byte, int64(n)*size)
		}
		b = p.big[:int64(n)*size]
		if _, err := whole.ReadAt(b[:heads], 0); err != nil || !hasBuckets(b[:heads]) {
			return b, whole, err
		}
	}
	b = make([]byte, int64(n)*size)
	_, err = whole.ReadAt(b, 0)
	return b, nil, err
}

// hasBuckets tells whether a leaf holds buckets, by the heads of its entries.
func hasBuckets(heads []byte) bool {
	for at := pageHead; at < len(heads); at += entryHead {
		if order.Uint32(heads[at:]) == flagBucket {
			return true
		}
	}
	return false
}

// entries checks the entries of the page in b.
func (p *pages) entries(id uint64, b []byte, keys io.ReaderAt, low, high []byte, depth int) error {
	flags, count := order.Uint16(b[8:]), int(order.Uint16(b[10:]))
	if flags != flagBranch && flags != flagLeaf || flags == flagBranch && count == 0 {
		return fmt.Errorf("page %d: flags %x, %d entries", id, flags, count)
	}
	at := pageHead + count*entryHead // where the bytes of the next entry must begin
	if at > len(b) {
		return fmt.Errorf("page %d: %d entries", id, count)
	}
	list := make([]pageEntry, count)
	for i := range list {
		if keys != nil {
			h := b[pageHead+i*entryHead:]
			if end := uint64(at) + uint64(order.Uint32(h[8:])); end <= uint64(len(b)) {
				if _, err := keys.ReadAt(b[at:end], int64(at)); err != nil {
					return fmt.Errorf("page %d: %w", id, err)
				}
			}
		}
		e, err := readEntry(b, flags, i, at)
		if err != nil {
			return fmt.Errorf("page %d: %w", id, err)
		}
		at += len(e.key) + len(e.value)
		if i == 0 && bytes.Compare(e.key, low) < 0 || i > 0 && bytes.Compare(e.key, list[i-1].key) <= 0 ||
			high != nil && bytes.Compare(e.key, high) >= 0 {
			return fmt.Errorf("page %d: entry %d: keys out of order", id, i)
		}
		list[i] = e
	}
	return p.below(list, high, depth)
}

// below checks what the entries point to.
func (p *pages) below(list []pageEntry, high []byte, depth int) error {
	for i, e := range list {
		var err error
		switch {
		case e.page != 0:
			next := high
			if i+1 < len(list) {
				next = list[i+1].key
			}
			err = p.node(e.page, e.key, next, depth+1)
		case e.bucket:
			err = p.bucket(e.value, depth+1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bucket checks a bucket by its entry: a root page, or a small page within the entry itself.
func (p *pages) bucket(value []byte, depth int) error {
	if len(value) < bucketHead {
		return fmt.Errorf("a bucket entry of %d bytes", len(value))
	}
	if root := order.Uint64(value); root != 0 {
		return p.node(root, nil, nil, depth)
	}
	inline := value[bucketHead:]
	if len(inline) < pageHead || order.Uint16(inline[8:]) != flagLeaf {
		return fmt.Errorf("an inline bucket of %d bytes", len(inline))
	}
	return p.entries(0, inline, nil, nil, nil, depth)
}

type pageEntry struct {
	key, value []byte
	page       uint64 // of a branch
	bucket     bool
}

// readEntry reads entry i of the page in b, whose bytes must begin at at.
func readEntry(b []byte, flags uint16, i, at int) (e pageEntry, err error) {
	head := pageHead + i*entryHead
	h := b[head : head+entryHead]
	var pos, ksize, vsize uint32
	if flags == flagBranch {
		pos, ksize, e.page = order.Uint32(h), order.Uint32(h[4:]), order.Uint64(h[8:])
		if e.page == 0 {
			return e, fmt.Errorf("entry %d leads nowhere", i)
		}
	} else {
		e.bucket = order.Uint32(h) == flagBucket
		if f := order.Uint32(h); f > flagBucket {
			return e, fmt.Errorf("entry %d: flags %x", i, f)
		}
		pos, ksize, vsize = order.Uint32(h[4:]), order.Uint32(h[8:]), order.Uint32(h[12:])
	}
	end := uint64(at) + uint64(ksize) + uint64(vsize)
	if uint64(head)+uint64(pos) != uint64(at) || end > uint64(len(b)) {
		return e, fmt.Errorf("entry %d lies at %d with %d+%d bytes", i, head+int(pos), ksize, vsize)
	}
	e.key, e.value = b[at:at+int(ksize)], b[at+int(ksize):end]
	return e, nil
}
