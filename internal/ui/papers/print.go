package papers

import (
	"os"
	"path/filepath"

	"ruhu/internal/paper"
	"ruhu/internal/text"
)

// ErrPrint is a printer that did not take the paper; the file is there.
var ErrPrint = text.NewError("papers.print.failed")

// print makes the PDF and sends it to the printer that the system takes by itself. Where there is none, or the system does not know how to
// print a PDF, the file is opened instead, and printed from there.
func (p *Page) print() { p.sure(func() { p.write(p.send) }) }

func (p *Page) send(path string, size string) {
	var sent bool
	p.deps.Go(func() { sent = toPrinter(path, size) == nil }, func() {
		if sent {
			p.deps.Toast(text.T("papers.print.sent", shown(filepath.Base(path))))
			return
		}
		p.deps.Toast(text.T("papers.print.open"))
		if err := p.deps.Open(path); err != nil {
			p.deps.ShowError(ErrPrint.Because(err))
		}
	})
}

// media is the printer's name of a paper's size: boards in two halves are A4.
func media(size string) string {
	if size == "A4x2" || size == "" {
		return "A4"
	}
	return size
}

func (p *Page) produce(path, kind, class string, o paper.Options) (paper.Report, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return paper.Report{}, err
	}
	return p.deps.Desk.Print(kind, class, path, o)
}
