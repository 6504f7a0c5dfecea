package papers

import (
	"path/filepath"
	"slices"
	"strings"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// make writes the paper into the output folder.
func (p *Page) make() { p.sure(func() { p.write(nil) }) }

// sure asks about what the paper lacks before anything is written: a box where a name should be is not found out at the printer.
func (p *Page) sure(then func()) {
	if p.class.ID == "" || p.save.Disabled() {
		return
	}
	n := len(p.report.Missing)
	if n == 0 {
		then()
		return
	}
	message := text.T("papers.missing", n, glyphs(p.report.Missing)) + "\n" + text.T("papers.missing.ask")
	kit.Ask(p.deps.Window, text.T("papers.missing.title"), message, text.T("papers.missing.yes"), false, func(yes bool) {
		if yes {
			then()
		}
	})
}

// write makes the file and then, where there is more to do with it, does that.
func (p *Page) write(then func(path, size string)) {
	path := filepath.Join(p.folder(), p.fileName())
	kind, class, o := p.kind.Name, p.class.ID, p.chosen()
	var report paper.Report
	var err error
	p.busy(true)
	p.deps.Go(func() { report, err = p.produce(path, kind, class, o) }, func() {
		p.busy(false)
		if err != nil {
			p.deps.ShowError(err)
			return
		}
		p.deps.Toast(text.T("papers.saved", text.T(paperOf(kind)), report.Pages))
		p.made.refresh()
		if then != nil {
			then(path, o.Paper)
			return
		}
		p.side(true)
		p.made.point(path)
	})
}

// busy keeps a second paper from being made while the first is.
func (p *Page) busy(yes bool) {
	able(p.save, !yes)
	able(p.printer, !yes)
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
	if p.kind.Masks() {
		parts = append(parts, text.T(map[bool]string{true: "papers.file.public", false: "papers.file.internal"}[p.public()]))
	}
	if p.blank() {
		parts = append(parts, text.T("papers.file.blank"))
	}
	if p.large() {
		parts = append(parts, text.T("papers.file.large"))
	}
	if p.kind.ByDay() && p.day.Value() != "" {
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
