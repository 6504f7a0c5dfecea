package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// papers are the class's papers, each a press away from the page that prints it.
type papers struct {
	p     *Page
	first *kit.Button
	box   *fyne.Container
}

func newPapers(p *Page) *papers { return &papers{p: p, box: container.NewStack()} }

func (s *papers) content() fyne.CanvasObject { return s.box }

func (s *papers) show(c training.Class) error {
	s.first = nil
	var ways []fyne.CanvasObject
	for _, one := range paper.All {
		b := kit.NewButton(text.T(one.Title), func() { s.p.deps.Show(page.Papers, c.ID+"/"+one.Name) })
		if s.first == nil {
			s.first = b
		}
		ways = append(ways, b)
	}
	rows := kit.Rows(10, kit.Prose(text.T("class.papers.how"), kit.Quiet), kit.Tiles(13, ways...))
	s.box.Objects = []fyne.CanvasObject{kit.Panel(container.NewVScroll(rows))}
	s.box.Refresh()
	return nil
}

func (s *papers) focus() {
	if s.first != nil {
		s.p.deps.Window.Canvas().Focus(s.first)
	}
}
