package ledger

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ruhu/internal/paper"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// patience is how long writing may take before it is shown, and can be stopped.
const patience = 500 * time.Millisecond

// job is one file being written.
type job struct {
	Export
	as, template, folder string

	path    string
	volumes []string // the files of a PDF: several of a long ledger
	gaps    []sheet.Gap
	err     error
}

// run writes away from the window's thread. A file that was stopped is not there, also not in part.
func (j *job) run() {
	ctx, cancel := context.WithCancel(context.Background())
	dialog := &kit.Dialog{Title: text.T("ledger.writing")}
	bar := kit.NewProgress(text.T("ledger.writing.note", j.Title, j.What), cancel)
	bar.Cancel.Hide() // the dialog has the button
	stop := kit.NewButton(text.T("ledger.stop"), cancel)
	dialog.Content, dialog.Buttons = bar, []*kit.Button{stop}
	done, shown := false, false
	dialog.OnClose = cancel
	j.D.After(patience, func() {
		if !done {
			shown = true
			dialog.Show(j.D.Window)
		}
	})
	j.D.Go(func() { j.err = j.write(ctx) }, func() {
		stopped := ctx.Err() != nil
		if done = true; shown {
			dialog.Close()
		}
		j.end(stopped)
	})
}

func (j *job) end(stopped bool) {
	switch {
	case stopped && j.err != nil:
		j.D.Toast(text.T("ledger.stopped"))
	case j.err != nil:
		j.D.ShowError(j.err)
	default:
		j.D.Prefs.SetString(prefFolder, j.folder)
		written(j.D, j.path, j.missing())
	}
}

// missing are the cells of a template that nothing was found for; of a long PDF, that there are several files.
func (j *job) missing() string {
	if len(j.volumes) > 1 {
		return text.T("ledger.volumes", len(j.volumes))
	}
	var cells []string
	for _, g := range j.gaps {
		cells = append(cells, text.T("ledger.gap", g.Sheet, g.Cell, g.Words))
	}
	if len(cells) == 0 {
		return ""
	}
	return text.T("ledger.gaps", strings.Join(cells, text.T("ledger.and")))
}

func (j *job) write(ctx context.Context) error {
	if err := makeFolder(j.folder); err != nil {
		return err
	}
	ending := j.as
	if j.as == asForm {
		ending = asXLSX
	}
	j.path = filepath.Join(j.folder, fmt.Sprintf("%s %s.%s", fileName(j.Title), j.D.Now().Format("2006-01-02 150405"), ending))
	if j.as == asForm {
		var err error
		j.gaps, err = j.D.Desk.FillTemplate(j.template, j.path, j.Filter, nil)
		return err
	}
	t, err := j.Make(j.Filter)
	if err == nil {
		err = t.Check()
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	return j.put(ctx, t)
}

func (j *job) put(ctx context.Context, t report.Table) error {
	if j.as != asPDF {
		return store.WriteDurably(j.path, func(w io.Writer) error { return sheet.Write(stoppable{ctx, w}, t, j.as) })
	}
	for _, v := range paper.Volumes(t) {
		if err := j.putVolume(ctx, v); err != nil {
			for _, path := range j.volumes {
				os.Remove(path)
			}
			return err
		}
	}
	j.path = j.volumes[0]
	return nil
}

func (j *job) putVolume(ctx context.Context, v paper.Volume) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	pdf, _, err := j.D.Desk.PreviewTable(v.Table, paper.Options{Public: v.Public, Unit: v.Unit, Period: v.Period})
	if err != nil {
		return err
	}
	path := v.Path(j.path)
	err = store.WriteDurably(path, func(w io.Writer) error {
		_, err := stoppable{ctx, w}.Write(pdf)
		return err
	})
	if err == nil {
		j.volumes = append(j.volumes, path)
	}
	return err
}

// fileName is a title without what no file may be called.
func fileName(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, title)
}

// stoppable is a writer that fails once it is to stop.
type stoppable struct {
	ctx context.Context
	w   io.Writer
}

func (s stoppable) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(b)
}
