package cataloguepage

import (
	"strings"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// column is a question that the list has a column for, and how many characters wide.
type column struct {
	key string
	em  float32
}

// shown are the questions of each catalogue that the list shows, the name first; the form has all.
var shown = map[string][]column{
	registry.TypeTrade: {{survey.TradeName, 11}, {survey.TradeLevel, 5}, {survey.CertKind, 5.5}, {survey.MinHours, 4}, {survey.TheoryShare, 5}, {survey.Subsidy, 5},
		{survey.AlsoCalled, 12}, {survey.ValidFrom, 6}, {survey.ValidTo, 6}},
	registry.TypeProgramme: {{survey.ProgName, 13}, {survey.ProgGroups, 14}, {survey.ProgProject, 8}, {survey.ProgHours, 4}, {survey.ProgMonths, 4}, {survey.ProgSubsidy, 5},
		{survey.ProgUnit, 5}, {survey.ProgTimes, 5}, {survey.Exclusive, 10}, {survey.ValidFrom, 6}, {survey.ValidTo, 6}},
	registry.TypeInstitution: {{survey.InstName, 13}, {survey.InstGrade, 4}, {survey.LicenceUntil, 6}, {survey.InstTrades, 14}, {survey.InstRoom, 5}, {survey.InstContact, 6},
		{survey.InstPhone, 7}, {survey.ValidFrom, 6}, {survey.ValidTo, 6}},
	registry.TypeAssessor: {{survey.AssName, 13}, {survey.AssKind, 8}, {survey.AssNo, 8}, {survey.AssTrades, 14}, {survey.AssContact, 6}, {survey.AssPhone, 7},
		{survey.ValidFrom, 6}, {survey.ValidTo, 6}},
	registry.TypeTeacher: {{survey.TeachName, 6}, {survey.TeachInst, 12}, {survey.TeachTitle, 7}, {survey.TeachCert, 8}, {survey.TeachCertUntil, 6}, {survey.TeachTrades, 12},
		{survey.TeachPhone, 7}, {survey.ValidFrom, 6}, {survey.ValidTo, 6}},
	registry.TypeSchool: {{survey.SchoolName, 12}, {survey.SchoolKind, 6}, {"recruits", 9}, {"programmes", 12}, {"contact", 6}, {"contact_phone", 7}},
}

// columnsOf are the columns of a list: how the row stands, and the questions.
func columnsOf(t *survey.Table, typ string) []kit.Column {
	columns := []kit.Column{{Title: text.T("cataloguepage.state"), Em: 5}}
	for _, c := range shown[typ] {
		f, _ := t.Field(c.key)
		columns = append(columns, kit.Column{Title: f.Label, Em: c.em, Right: f.Kind.Right})
	}
	return columns
}

func (p *Page) cell(row, column int) kit.Cell {
	i := p.rows[row]
	r := p.all[i]
	if column == 0 {
		return state(r, p.standing[i])
	}
	c := shown[p.typ][column-1]
	f, _ := p.d.Desk.Table(p.typ).Field(c.key)
	cell := kit.Cell{Text: f.Show(r.Get(c.key))}
	if r.ID == "" || p.standing[i] == catalogue.Ended || p.standing[i] == catalogue.Replaced {
		cell.Tone = kit.Quiet
	}
	return cell
}

// state is the first column: what does not count says so, otherwise whose the row is.
func state(r registry.Record, s catalogue.Standing) kit.Cell {
	switch s {
	case catalogue.Ended:
		return kit.Cell{Text: text.T("cataloguepage.ended"), Tone: kit.Quiet}
	case catalogue.Replaced:
		return kit.Cell{Text: text.T("cataloguepage.replaced"), Tone: kit.Quiet}
	case catalogue.Coming:
		return kit.Cell{Text: text.T("cataloguepage.coming"), Tone: kit.Warn, Badge: true}
	}
	if r.ID == "" {
		return kit.Cell{Text: text.T("cataloguepage.ships"), Tone: kit.Quiet}
	}
	return kit.Cell{Text: text.T("cataloguepage.ours"), Tone: kit.Accent, Badge: true}
}

// tell says beneath the list what the current row is from.
func (p *Page) tell() {
	i, ok := p.current()
	if !ok {
		p.about.Set("", kit.Quiet)
		return
	}
	r := p.all[i]
	source := r.Get(survey.CatSource)
	if source == "" {
		source = text.T("cataloguepage.no_source")
	}
	words := []string{name(r), text.T("cataloguepage.source", source)}
	if note := (catalogue.Row{Record: r}).Note(); note != "" {
		words = append(words, note)
	}
	p.about.Set(strings.Join(words, "　"), kit.Quiet)
}
