package sheet

import "errors"

// sst is the table of texts, to which most cells point. It is longer than one record may be, and goes on in others; a text
// that is cut there says anew whether its characters have one byte or two.
type sstReader struct {
	now  []byte
	more [][]byte
}

var errTexts = errors.New("a table of texts that ends too early")

func (x *xls) sst(r record) error {
	if len(r.data) < 8 {
		return errTexts
	}
	s := &sstReader{now: r.data[8:], more: r.more}
	left := int64(le.Uint32(r.data[4:]))
	for ; left > 0 && s.filled(); left-- {
		t, err := s.text()
		if err != nil {
			return err
		}
		x.texts = append(x.texts, x.pool.cell([]byte(t)))
	}
	return nil
}

// filled goes to the next piece where this one is used up; false at the end of all.
func (s *sstReader) filled() bool {
	for len(s.now) == 0 {
		if len(s.more) == 0 {
			return false
		}
		s.now, s.more = s.more[0], s.more[1:]
	}
	return true
}

// take gives n bytes of the head of a text, which is never cut but between two pieces.
func (s *sstReader) take(n int) ([]byte, error) {
	if !s.filled() || len(s.now) < n {
		return nil, errTexts
	}
	b := s.now[:n]
	s.now = s.now[n:]
	return b, nil
}

// skip passes over n bytes, through as many pieces as they need.
func (s *sstReader) skip(n int64) error {
	for n > 0 {
		if !s.filled() {
			return errTexts
		}
		k := min(n, int64(len(s.now)))
		s.now, n = s.now[k:], n-k
	}
	return nil
}

func (s *sstReader) text() (string, error) {
	head, err := s.take(3)
	if err != nil {
		return "", err
	}
	n, flags := int(le.Uint16(head)), head[2]
	behind := int64(0)
	if flags&8 != 0 { // fonts within the text
		b, err := s.take(2)
		if err != nil {
			return "", err
		}
		behind += 4 * int64(le.Uint16(b))
	}
	if flags&4 != 0 { // readings
		b, err := s.take(4)
		if err != nil {
			return "", err
		}
		behind += int64(le.Uint32(b))
	}
	t, err := s.characters(n, flags&1 != 0)
	if err != nil {
		return "", err
	}
	return t, s.skip(behind)
}

// characters reads n characters. They are gathered as units of UTF-16 before they become text: a piece may end between the two
// halves of 𬭳.
func (s *sstReader) characters(n int, wide bool) (string, error) {
	units := make([]byte, 0, 2*min(n, 1<<15))
	for n > 0 {
		if len(s.now) == 0 {
			if !s.filled() {
				return "", errTexts
			}
			wide, s.now = s.now[0]&1 != 0, s.now[1:]
			continue
		}
		if !wide {
			k := min(n, len(s.now))
			for _, c := range s.now[:k] {
				units = append(units, c, 0)
			}
			s.now, n = s.now[k:], n-k
			continue
		}
		k := min(n, len(s.now)/2)
		if k == 0 {
			return "", errTexts
		}
		units = append(units, s.now[:2*k]...)
		s.now, n = s.now[2*k:], n-k
	}
	return wideText(units), nil
}
