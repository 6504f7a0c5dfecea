package form

import (
	"os"
	"path/filepath"

	"ruhu/internal/paper"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Print makes a paper of a person or a household in the folder of papers and opens it, to be looked at and printed there. Its name
// tells of nobody. Characters that the font lacks are told of: they are drawn as hollow boxes, to be written in by hand.
func Print(d page.Deps, kind, id, title string) {
	path := filepath.Join(page.PapersFolder(d), title+"_"+d.Now().Format("20060102-150405")+".pdf")
	var report paper.Report
	var err error
	d.Go(func() {
		if err = os.MkdirAll(filepath.Dir(path), 0o700); err == nil {
			report, err = d.Desk.Print(kind, id, path, paper.Options{By: d.Desk.Actor(), At: d.Now()})
		}
	}, func() {
		if err != nil {
			d.ShowError(err)
			return
		}
		d.Toast(text.T("form.printed", path))
		if len(report.Missing) > 0 {
			kit.Tell(d.Window, title, text.T("form.print.missing", string(report.Missing)))
		}
		if err := d.Open(path); err != nil {
			d.ShowError(err)
		}
	})
}
