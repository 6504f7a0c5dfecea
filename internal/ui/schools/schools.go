// Package schools is the page of the schools that young people are pointed to, with whom to call there (技工院校对接联系名单,
// 云人社发〔2018〕71号 附件1). The ledger of schools leads here.
package schools

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/records"
)

// ledgerName is the ledger of the schools.
const ledgerName = "xuexiao"

// shown are the questions that the list has columns for; the form has all.
var shown = []struct {
	key string
	em  float32
}{{survey.SchoolName, 10}, {survey.SchoolKind, 5}, {"recruits", 8}, {"programmes", 9}, {"contact", 5}, {"contact_phone", 7}}

// Page is the list of schools, or the form of one.
type Page struct{ records.Page }

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{}
	t := d.Desk.Table(registry.TypeSchool)
	var columns []kit.Column
	for _, s := range shown {
		f, _ := t.Field(s.key)
		columns = append(columns, kit.Column{Title: f.Label, Em: s.em, Grow: s.em >= 8})
	}
	table := kit.NewTable(columns, func() int { return len(p.All) }, func(row, column int) kit.Cell {
		return kit.Cell{Text: p.All[row].Get(shown[column].key)}
	})
	table.OnOpen = p.Change
	table.OnMove = func(int) {}
	p.Begin(d, records.Kind{
		Type: registry.TypeSchool, Icon: theme.AccountIcon(),
		Title: text.T("ui.page.schools"), Add: text.T("schools.add"), Edit: text.T("schools.edit"), Saved: text.T("schools.saved"),
		None: text.T("schools.none"), Hint: text.T("schools.none.hint"), Count: func(n int) string { return text.T("schools.count", n) },
		Read: func() ([]registry.Record, error) { return d.Desk.Records(registry.TypeSchool, "") },
		Ways: []fyne.CanvasObject{kit.NewButton(text.T("schools.ledger"), func() { d.Show(page.Ledgers, ledgerName) })},
	}, table, nil)
	return p
}
