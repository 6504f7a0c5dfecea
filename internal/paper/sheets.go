package paper

import (
	"fmt"
	"image"
	"io"
	"sync"
)

// Sheets are the pages of a paper as they would be printed, to be looked at. Given to a paper in place of the file that it writes, it
// keeps the pages; each is drawn when it is asked for, so that the first of a thousand shows at once. It is safe for several
// goroutines.
type Sheets struct {
	mu  sync.Mutex
	doc *doc
	ink *inkwell
}

// Write is never called: finish knows Sheets and writes no PDF.
func (s *Sheets) Write([]byte) (int, error) { return 0, ErrDrawing }

// Len is the number of pages.
func (s *Sheets) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.doc == nil {
		return 0
	}
	return len(s.doc.pages)
}

// Size is the size of a page, the first being 0, in millimetres.
func (s *Sheets) Size(n int) (w, h float64) {
	if n < 0 || n >= s.Len() {
		return 0, 0
	}
	return s.doc.pages[n].w, s.doc.pages[n].h
}

// Render draws a page, the first being 0, so many dots to the inch.
func (s *Sheets) Render(n int, dpi float64) (img image.Image, err error) {
	if n < 0 || n >= s.Len() {
		return nil, ErrDrawing
	}
	defer func() { // as for a PDF: a paper must never take the program down
		if r := recover(); r != nil {
			err = ErrDrawing.Because(fmt.Errorf("%v", r))
		}
	}()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.doc.raster(s.doc.pages[n], dpi, s.ink), nil
}

// PDF writes the same pages as a file.
func (s *Sheets) PDF(w io.Writer) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.doc == nil {
		return ErrDrawing
	}
	return s.doc.write(w)
}

func (s *Sheets) keep(d *doc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.doc, s.ink = d, newInkwell()
}
