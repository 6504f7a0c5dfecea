package papers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// make writes the paper into the output folder. What the paper lacks is asked about first: a box where a name should be is
// not found out at the printer.
func (p *Page) make() {
	if p.class.ID == "" || p.save.Disabled() {
		return
	}
	if n := len(p.report.Missing); n > 0 {
		message := text.T("papers.missing", n, glyphs(p.report.Missing)) + "\n" + text.T("papers.missing.ask")
		kit.Ask(p.deps.Window, text.T("papers.missing.title"), message, text.T("papers.missing.yes"), false, func(yes bool) {
			if yes {
				p.write()
			}
		})
		return
	}
	p.write()
}

func (p *Page) write() {
	path := filepath.Join(p.folder(), p.fileName())
	kind, class, o := p.kind.Name, p.class.ID, p.chosen()
	var report paper.Report
	var err error
	p.save.Disable()
	p.deps.Go(func() {
		if err = os.MkdirAll(filepath.Dir(path), 0o700); err == nil {
			report, err = p.deps.Desk.Print(kind, class, path, o)
		}
	}, func() {
		p.save.Enable()
		if err != nil {
			p.deps.ShowError(err)
			return
		}
		p.deps.Toast(text.T("papers.saved", text.T(paperOf(kind)), report.Pages))
		p.made.refresh()
		p.made.point(path)
	})
}

// paperOf is the key of a paper's name.
func paperOf(kind string) string {
	i := slices.IndexFunc(kinds, func(k paper.Paper) bool { return k.Name == kind })
	return kinds[i].Title
}

func (p *Page) folder() string { return page.PapersFolder(p.deps) }

// fileName names the paper, its variant and the class; never a person. The time keeps the last print from being overwritten.
func (p *Page) fileName() string {
	parts := []string{clean(text.T(p.kind.Title))}
	if len(p.kind.Sizes) > 1 {
		parts = append(parts, p.size.Value())
	}
	if p.kind.Name == "roster" || p.kind.Name == "signin" {
		parts = append(parts, text.T(map[bool]string{true: "papers.file.public", false: "papers.file.internal"}[p.public()]))
	}
	if p.kind.Name == "signin" && p.day.Value() != "" {
		parts = append(parts, p.day.Value())
	}
	parts = append(parts, clean(p.class.Name()))
	return strings.Join(append(parts, p.deps.Now().Format("20060102-150405")), "_") + ".pdf"
}

// clean takes out what Windows does not allow in a file name.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > 40 {
		s = string(runes[:40])
	}
	return strings.Trim(strings.ReplaceAll(s, " ", ""), ".")
}
