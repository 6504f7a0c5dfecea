package form

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// historyLines is how many of the latest edits are shown.
const historyLines = 40

// History shows what happened to a thing, the latest first, and beneath it who changed what when, once that is read. ID numbers are
// masked unless open.
func History(d page.Deps, of desk.Ref, events []registry.Record, open bool) fyne.CanvasObject {
	rows, edits := kit.Rows(6), kit.Rows(6)
	for _, e := range events {
		rows.Add(eventLine(d, e))
	}
	if len(events) == 0 {
		rows.Add(kit.Prose(text.T("form.history.none"), kit.Quiet))
	}
	rows.Add(kit.Strong(text.T("form.history.show"), kit.Quiet))
	rows.Add(edits)
	var all []desk.Edit
	var err error
	d.Go(func() { all, err = d.Desk.History(of.Type, of.ID) }, func() {
		if err != nil {
			edits.Add(kit.Prose(text.Explain(err).String(), kit.Bad))
			return
		}
		fillEdits(edits, all, open)
		rows.Refresh()
	})
	return rows
}

func fillEdits(rows *fyne.Container, all []desk.Edit, open bool) {
	rows.RemoveAll()
	shown := 0
	for _, e := range all {
		if len(e.Set) == 0 {
			continue // an event; it stands above
		}
		if shown++; shown > historyLines {
			rows.Add(kit.Caption(text.T("form.history.more"), kit.Quiet))
			break
		}
		who := text.T("form.history.who", e.At.Format("2006-01-02 15:04"), cmp.Or(e.By, text.T("form.dispute.nobody")))
		if e.Why != "" {
			who += "　" + e.Why
		}
		rows.Add(kit.Rows(1, kit.Caption(who, kit.Quiet), kit.Prose(strings.Join(changesOf(e, open), "；"), kit.Plain)))
	}
	rows.Refresh()
}

// changesOf are the answers that one edit changed, each in words.
func changesOf(e desk.Edit, open bool) (words []string) {
	for _, c := range e.Set {
		was, now := c.Was, c.Now
		if !open {
			was, now = guarded(was), guarded(now)
		}
		switch {
		case c.Was == "":
			words = append(words, text.T("form.labelled", c.Label, now))
		case c.Now == "":
			words = append(words, text.T("form.history.cleared", c.Label, was))
		default:
			words = append(words, text.T("form.history.changed", c.Label, was, now))
		}
	}
	return words
}

// eventLine is one event: when, what, from where to where.
func eventLine(d page.Deps, e registry.Record) fyne.CanvasObject {
	a := e.Unpack()
	row := kit.Line(10, kit.Words(a[survey.EventOn], kit.Quiet), kit.Badge(a[survey.EventKind], kit.Accent))
	words := []string{page.PersonName(d.Desk, a[survey.OfPerson])}
	if from, to := between(d, e); from != "" && to != "" {
		words = append(words, text.T("form.history.moved", page.HouseName(d.Desk, from), page.HouseName(d.Desk, to)))
	}
	return Beside(row, kit.Prose(strings.Join(present(append(words, a[survey.EventNote])...), "　"), kit.Plain))
}

// between are the households an event was written for. Its answers read a household that was joined to another as that other
// one, which would say that people moved from a household into the same.
func between(d page.Deps, e registry.Record) (from, to string) {
	written, err := d.Desk.Seen(registry.TypeEvent, e.ID)
	if err != nil || !written.Exists() {
		return e.Get(survey.OfHousehold), e.Get(survey.ToHousehold)
	}
	return written.Value(survey.OfHousehold), written.Value(survey.ToHousehold)
}
