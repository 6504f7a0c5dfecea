package class

import (
	"maps"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// money is the claims of a class: what might be asked for and why, what was asked, accepted, paid and taken back, each counted apart.
type money struct {
	p      *Page
	claims []registry.Record
	may    *proposal
	table  *kit.Table
	box    *fyne.Container
}

func newMoney(p *Page) *money {
	s := &money{p: p, box: container.NewStack()}
	s.table = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.claim"), Em: 8, Grow: true}, {Title: text.T("class.col.claimed_on"), Em: 6}, {Title: text.T("class.col.people"), Em: 3, Right: true},
		{Title: text.T("class.col.claimed"), Em: 5.4, Right: true}, {Title: text.T("class.col.accepted"), Em: 5.4, Right: true},
		{Title: text.T("class.col.paid"), Em: 5.4, Right: true}, {Title: text.T("class.col.clawed"), Em: 5, Right: true}, {Title: text.T("class.col.upstream"), Em: 7, Grow: true},
	}, func() int { return len(s.claims) }, s.cell)
	s.table.OnOpen = s.open
	s.table.OnMove = func(int) {}
	s.table.Fit = true
	return s
}

func (s *money) content() fyne.CanvasObject { return s.box }

func (s *money) show(c training.Class) error {
	var err error
	if s.claims, err = s.p.deps.Desk.Claims(c.ID); err != nil {
		return err
	}
	if s.may == nil {
		s.may = newProposal(s)
	}
	s.may.reckon()
	s.table.Reload()
	rows := kit.Rows(8, s.stats(), s.may.box, kit.Panel(s.list()))
	s.box.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 12), rows))}
	s.box.Refresh()
	return nil
}

// list are the claims that were made.
func (s *money) list() fyne.CanvasObject {
	head := kit.Strong(text.T("class.claims", len(s.claims)), kit.Plain)
	if len(s.claims) == 0 {
		return kit.Rows(6, head, kit.Prose(text.T("class.claim.none"), kit.Quiet))
	}
	ways := kit.Line(8, kit.NewButton(text.T("class.claim.open"), func() { s.open(s.table.Current()) }), kit.NewButton(text.T("class.drop"), s.dropCurrent))
	return kit.Rows(6, kit.Head(head, ways), s.table, kit.Caption(text.T("class.claim.how"), kit.Quiet))
}

// stats are the four sums side by side: what the office asked for is one thing, what the platform accepted and what came another.
func (s *money) stats() fyne.CanvasObject {
	sum := func(key string) float64 {
		total := 0.0
		for _, r := range s.claims {
			n, _ := strconv.ParseFloat(r.Get(key), 64)
			total += n
		}
		return total
	}
	var tiles []fyne.CanvasObject
	for _, x := range []struct {
		key, word, what string
		tone            kit.Tone
	}{
		{training.ClaimAmount, "class.sum.claimed", "class.sum.claimed.what", kit.Plain}, {training.AcceptedAmount, "class.sum.accepted", "class.sum.accepted.what", kit.Accent},
		{training.PaidAmount, "class.sum.paid", "class.sum.paid.what", kit.Good}, {training.ClawAmount, "class.sum.clawed", "class.sum.clawed.what", kit.Bad},
	} {
		stat, tone := kit.NewStat(text.T(x.word), nil), x.tone
		total := sum(x.key)
		if total == 0 {
			tone = kit.Quiet
		}
		stat.Set(text.T("class.yuan", number(total)), tone, text.T(x.what))
		tiles = append(tiles, stat)
	}
	return kit.Tiles(11, tiles...)
}

func (s *money) cell(row, column int) kit.Cell {
	r := s.claims[row]
	switch column {
	case 0:
		return kit.Cell{Text: text.T("class.claim.name", r.Get(training.ClaimKind), r.Get(training.ClaimPart)), Bold: true}
	case 1:
		return kit.Cell{Text: r.Get(training.AppliedOn)}
	case 2:
		return kit.Cell{Text: r.Get(training.ClaimPeople)}
	case 3:
		return kit.Cell{Text: r.Get(training.ClaimAmount)}
	case 4:
		return kit.Cell{Text: r.Get(training.AcceptedAmount), Tone: kit.Accent}
	case 5:
		return kit.Cell{Text: r.Get(training.PaidAmount), Tone: kit.Good}
	case 6:
		return kit.Cell{Text: r.Get(training.ClawAmount), Tone: kit.Bad}
	}
	if r.Get(training.UpstreamNo) == "" {
		return kit.Cell{Text: text.T("class.claim.no_number"), Tone: kit.Warn, Badge: true}
	}
	return kit.Cell{Text: r.Get(training.UpstreamNo)}
}

func (s *money) open(row int) {
	if row >= 0 && row < len(s.claims) {
		s.fill(s.claims[row].ID, nil)
	}
}

func (s *money) fill(id string, preset survey.Answers) {
	s.p.fill(filling{title: text.T("class.claim.add"), typ: training.TypeClaim, id: id, preset: preset, said: text.T("class.claim.saved")})
}

// add opens a claim as it is proposed.
func (s *money) add() {
	a := maps.Clone(s.may.plan.Answers)
	if a == nil {
		a = survey.Answers{training.OfClass: s.p.class.ID}
	}
	a[training.AppliedOn], a[training.UpstreamNo] = s.p.deps.Desk.Today().Format("2006-01-02"), s.p.class.Answers[training.UpstreamNo]
	s.fill("", a)
}

func (s *money) dropCurrent() {
	if row := s.table.Current(); row >= 0 {
		s.p.drop(training.TypeClaim, s.claims[row].ID, s.cell(row, 0).Text)
	}
}

func (s *money) focus() {
	if len(s.claims) > 0 {
		s.p.deps.Window.Canvas().Focus(s.table)
		return
	}
	s.p.deps.Window.Canvas().Focus(s.may.part)
}
