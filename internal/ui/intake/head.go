package intake

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// look shows one column: what stands in it, what it may mean, and the list of all questions.
func (h *heads) look(i int) {
	u := &h.uses[i]
	rows := kit.Rows(9, kit.Subtitle(text.T("import.heading", u.Column, u.Title)))
	if u.Key != "" {
		rows.Add(kit.Prose(text.T("import.heading.means", u.Label), kit.Plain))
	} else {
		tone := kit.Quiet
		if h.unread(i) {
			tone = kit.Warn
		}
		rows.Add(kit.Prose(text.T("import.heading.unread"), tone))
	}
	if examples := h.examples(u); len(examples) > 0 {
		rows.Add(kit.Rows(2, kit.Caption(text.T("import.heading.examples"), kit.Quiet), kit.Prose(strings.Join(examples, "　│　"), kit.Plain)))
	}
	if len(u.Guesses) > 0 {
		rows.Add(h.guesses(u))
	}
	h.pick = kit.NewPicker(h.questions(u)...)
	h.pick.Hint = text.T("import.heading.pick.hint")
	if u.Key != "" {
		h.pick.SetValue(u.Table + "." + u.Key)
	}
	h.pick.OnChange(func() {
		if table, key, ok := strings.Cut(h.pick.Value(), "."); ok && (table != u.Table || key != u.Key) {
			h.remap(u.Title, sheet.Target{Table: table, Key: key})
		}
	})
	rows.Add(kit.Rows(3, kit.Caption(text.T("import.heading.pick"), kit.Quiet), h.pick))
	if u.Key != "" || !u.Told {
		rows.Add(kit.NewButton("0　"+text.T("import.heading.leave"), func() { h.remap(u.Title, sheet.Target{}) }))
	}
	fill(h.detail, rows)
}

// guesses are what a heading may mean, each with its number.
func (h *heads) guesses(u *headUse) fyne.CanvasObject {
	rows := kit.Rows(5, kit.Strong(text.T("import.heading.guess"), kit.Plain))
	for n, g := range u.Guesses {
		b := kit.NewButton(strconv.Itoa(n+1)+"　"+text.T("import.heading.guess."+g.Reason, g.Label), func() { h.remap(u.Title, sheet.Target{Table: g.Table, Key: g.Key}) })
		b.Alignment = widget.ButtonAlignLeading
		rows.Add(b)
	}
	return kit.Tinted(kit.Warn, rows)
}

// byNumber takes a guess by its number; 0 leaves the column unread, a letter opens the list of questions.
func (h *heads) byNumber(r rune) {
	i := h.table.Current()
	if i < 0 {
		return
	}
	u := &h.uses[i]
	n := int(r - '1')
	switch {
	case r == '0' && (u.Key != "" || !u.Told):
		h.remap(u.Title, sheet.Target{})
	case n >= 0 && n < len(u.Guesses):
		h.remap(u.Title, sheet.Target{Table: u.Guesses[n].Table, Key: u.Guesses[n].Key})
	case r > '9':
		h.openPicker(string(r))
	}
}

func (h *heads) openPicker(typed string) {
	if h.pick != nil {
		h.v.p.d.Window.Canvas().Focus(h.pick)
		h.pick.Open(typed)
	}
}

// shownExamples is how many different values of a column are shown.
const shownExamples = 4

// examples are the first different values of a column, numbers that tell who somebody is masked.
func (h *heads) examples(u *headUse) (out []string) {
	m := h.v.plan.Mappings[u.of]
	book := h.v.plan.Book()
	for s := range book.Sheets {
		if book.Sheets[s].Name != m.Sheet {
			continue
		}
		for line := m.Header; line < len(book.Sheets[s].Rows) && len(out) < shownExamples; line++ {
			for at, c := range book.Sheets[s].Rows[line] {
				if sheet.ColumnName(at) == u.Column && !c.Blank() && !slices.Contains(out, masked(c.Shown)) {
					out = append(out, masked(c.Shown))
				}
			}
		}
	}
	return out
}

// masked hides the middle of what looks like an ID number.
func masked(s string) string {
	if id, err := survey.ParseID(s); err == nil && id.Number != "" {
		return survey.MaskID(id.Number)
	}
	return s
}

// questions are all that a column may answer: what other columns answer says so.
func (h *heads) questions(u *headUse) (items []kit.Item) {
	taken := map[string]string{}
	for _, c := range h.v.plan.Mappings[u.of].Columns {
		taken[c.Table+"."+c.Key] = c.Column
	}
	for _, t := range h.tables() {
		for _, f := range t.Fields {
			if f.Kind == survey.Link || f.Hidden || f.Retired {
				continue
			}
			i := kit.Item{Value: t.Name + "." + f.Key, Name: f.Label, Code: text.T("import.of." + t.Name), Also: f.Also}
			if at := taken[i.Value]; at != "" && at != u.Column {
				i.Code = text.T("import.heading.taken", at)
			}
			items = append(items, i)
		}
	}
	return items
}

// tables are those whose questions the book may answer, with the county's own questions.
func (h *heads) tables() []*survey.Table {
	if h.v.plan.Kind == intake.Targets {
		return []*survey.Table{survey.Target}
	}
	out := slices.Clone(intake.Tables)
	for i, t := range out {
		if full := h.v.p.d.Desk.Table(t.Name); full != nil {
			out[i] = full
		}
	}
	if rollOf(h.v.plan) != "" {
		out = append(out, survey.Fact)
	}
	return out
}
