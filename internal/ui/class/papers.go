package class

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// papers are the class's papers in the order of its life, each a press away from the page that prints it.
type papers struct {
	p     *Page
	first *kit.Button
	box   *fyne.Container
}

// times are the papers of each time in the life of a class, by their names in paper.All; those of no time come last.
var times = []struct {
	word   string
	papers []string
}{
	{"class.papers.before", []string{"application", "posting", "licence", "board", "undertaking", "pledge", "privacy", "survey"}},
	{"class.papers.during", []string{"roster", "cards", "signin", "month"}},
	{"class.papers.end", []string{"scores", "certs", "certlist", "feedback", "evaluation", "closing"}},
	{"class.papers.rest", nil},
}

func newPapers(p *Page) *papers { return &papers{p: p, box: container.NewStack()} }

func (s *papers) content() fyne.CanvasObject { return s.box }

func (s *papers) show(training.Class) error {
	s.first = nil
	rows := kit.Rows(8, kit.Head(kit.Prose(text.T("class.papers.how"), kit.Quiet),
		kit.Line(8, kit.NewButton(text.T("class.papers.file"), s.file), kit.NewButton(text.T("class.scan"), s.p.fileScan))))
	for _, t := range times {
		if ways := s.of(t.papers); len(ways) > 0 {
			rows.Add(kit.Strong(text.T(t.word), kit.Plain))
			rows.Add(kit.Tiles(12, ways...))
		}
	}
	s.box.Objects = []fyne.CanvasObject{kit.Panel(container.NewVScroll(rows))}
	s.box.Refresh()
	return nil
}

// of are the buttons to papers by name; nil names are all those that no other time has.
func (s *papers) of(names []string) (ways []fyne.CanvasObject) {
	all := names
	if names == nil {
		for _, one := range paper.All {
			if !slices.ContainsFunc(times, func(t struct {
				word   string
				papers []string
			}) bool {
				return slices.Contains(t.papers, one.Name)
			}) {
				all = append(all, one.Name)
			}
		}
	}
	for _, name := range all {
		one, ok := paper.Find(name)
		if !ok {
			continue
		}
		b := kit.NewButton(text.T(one.Title), func() { s.p.deps.Show(page.Papers, s.p.class.ID+"/"+one.Name) })
		if s.first == nil {
			s.first = b
		}
		ways = append(ways, b)
	}
	return ways
}

// file writes the application for the class as a workbook, beside the papers, and opens it.
func (s *papers) file() {
	folder := page.PapersFolder(s.p.deps)
	path := filepath.Join(folder, text.T("class.papers.file.name", s.p.class.Trade(), s.p.class.Answers[training.StartsOn])+".xlsx")
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		err = s.p.deps.Desk.File(s.p.class.ID, path)
	}
	if err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.p.deps.Toast(text.T("class.papers.filed", path))
	if err := s.p.deps.Open(path); err != nil {
		s.p.deps.ShowError(err)
	}
}

func (s *papers) focus() {
	if s.first != nil {
		s.p.deps.Window.Canvas().Focus(s.first)
	}
}
