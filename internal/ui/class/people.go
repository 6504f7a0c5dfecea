package class

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// people puts side by side who could join the class, each with what the rules say of them, and who is in it.
type people struct {
	p        *Page
	class    training.Class
	plan     desk.Proposal
	could    []desk.Candidate
	spot     map[string]string // what the plan has somebody as, by person: to take, on the reserve list
	in       []trainee
	search   *kit.SearchBox
	offer    *kit.Table
	seats    *kit.Table
	quota    *canvas.Text
	held     *kit.Note // places kept for groups
	count    *kit.Note
	why      *kit.Paragraph
	join     *kit.Button
	wait     *kit.Button
	pick     *kit.Button
	take     *kit.Button
	promote  *kit.Button
	box      fyne.CanvasObject
	searched string
}

func newPeople(p *Page) *people {
	s := &people{p: p, quota: kit.Strong("", kit.Plain), held: kit.NewNote(), count: kit.NewNote(), why: kit.Prose("", kit.Plain)}
	s.search = kit.NewSearchBox(text.T("class.find"))
	s.search.Search = func(typed string) { s.searched = typed; s.readCould() }
	s.search.Down = func() { s.p.deps.Window.Canvas().Focus(s.offer) }
	s.search.Go = func() { s.p.deps.Window.Canvas().Focus(s.offer) }
	s.buildTables()
	s.join = kit.NewPrimary(text.T("class.join", 0), s.enrol)
	s.wait = kit.NewButton(text.T("class.reserve"), s.reserve)
	s.pick = kit.NewButton(text.T("class.pick", 0), s.pickTaken)
	s.take = kit.NewButton(text.T("class.remove"), s.unenrol)
	s.promote = kit.NewButton(text.T("class.promote"), s.fillUp)
	s.box = s.lay()
	return s
}

func (s *people) buildTables() {
	s.offer = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.person"), Em: 6.5, Grow: true}, {Title: text.T("class.col.age"), Em: 4},
		{Title: text.T("class.col.where"), Em: 7, Grow: true}, {Title: text.T("class.col.verdict"), Em: 4}, {Title: text.T("class.col.reason"), Em: 9, Grow: true},
	}, func() int { return len(s.could) }, s.couldCell)
	s.offer.OnOpen = func(int) { s.enrol() }
	s.offer.OnMove = func(int) { s.showWhy() }
	s.offer.OnSelect = s.chosen
	s.offer.Escape = func() { s.p.deps.Window.Canvas().Focus(s.search) }
	s.seats = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.seat"), Em: 2.5, Right: true}, {Title: text.T("class.col.person"), Em: 6, Grow: true},
		{Title: text.T("class.col.where"), Em: 7, Grow: true},
	}, func() int { return len(s.in) }, s.inCell)
	s.seats.OnOpen = func(row int) { s.p.deps.Show(page.Person, s.in[row].PersonID()) }
}

func (s *people) lay() fyne.CanvasObject {
	left := container.NewBorder(kit.Rows(6, s.search, s.count), kit.Rows(4, newHigh(s.why, 2), kit.Head(kit.Caption(text.T("class.join.how"), kit.Quiet), kit.Line(8, s.pick, s.wait, s.join))), nil, nil, s.offer)
	how := kit.NewNote()
	how.Set(text.T("class.in.how"), kit.Quiet)
	right := container.NewBorder(kit.Rows(6, s.quota, s.held, how), kit.Line(8, kit.Gap(), s.promote, s.take), nil, nil, s.seats)
	split := container.NewHSplit(kit.Panel(left), kit.Panel(right))
	split.Offset = 0.56
	return split
}

func (s *people) content() fyne.CanvasObject { return s.box }

func (s *people) show(c training.Class) error {
	if c.ID != s.class.ID {
		s.searched = ""
		s.search.SetQuietly("")
	}
	s.class = c
	if err := s.readIn(); err != nil {
		return err
	}
	s.readCould()
	return nil
}

func (s *people) readIn() error {
	var err error
	if s.in, err = s.p.roster(); err != nil {
		return err
	}
	if s.plan, err = s.p.deps.Desk.Propose(s.class.ID); err != nil {
		return err
	}
	s.spot = map[string]string{}
	for _, c := range s.plan.Take {
		s.spot[c.Person.ID] = spotTake
	}
	for _, c := range s.plan.Reserve {
		s.spot[c.Person.ID] = spotWait
	}
	s.showQuota(len(seated(s.in)))
	s.showPromote()
	s.seats.Reload()
	return s.showKept()
}

// What a proposal has somebody as.
const (
	spotTake = "take"
	spotWait = "wait"
)

// waiting are how many are on the reserve list.
func (s *people) waiting() (n int) {
	for _, t := range s.in {
		if t.Standing() == training.Reserve {
			n++
		}
	}
	return n
}

// showPromote offers to fill a free place from the reserve list, where there is both.
func (s *people) showPromote() {
	n := s.waiting()
	s.promote.SetText(text.T("class.promote", n))
	s.promote.Hidden = n == 0
	able(s.promote, s.plan.Size == 0 || s.plan.In < s.plan.Size)
	s.promote.Refresh()
}

func (s *people) showKept() error {
	all, err := s.p.deps.Desk.Quotas(s.class.ID)
	if err != nil {
		return err
	}
	said := s.plan.Limit
	if len(all) > 0 {
		said = desk.QuotaLine(all)
	}
	s.held.Set(said, kit.Quiet)
	return nil
}

func (s *people) showQuota(n int) {
	size := s.plan.Size
	switch {
	case size == 0:
		kit.SetWords(s.quota, text.T("class.quota.open", n), kit.Plain)
	case n > size:
		kit.SetWords(s.quota, text.T("class.quota.over", n, size, n-size), kit.Bad)
	case n == size:
		kit.SetWords(s.quota, text.T("class.quota.full", n), kit.Good)
	default:
		kit.SetWords(s.quota, text.T("class.quota", n, size, size-n), kit.Plain)
	}
}

// readCould shows who wishes for the trade; with something typed, whoever is found by it.
func (s *people) readCould() {
	all, err := s.candidates()
	if err != nil {
		s.p.deps.ShowError(err)
		return
	}
	keep := s.kept()
	s.could = nil
	may := 0
	for _, c := range all {
		if c.Enrolled && s.searched == "" {
			continue
		}
		if c.Verdict.In {
			may++
		}
		s.could = append(s.could, c)
	}
	if s.searched == "" {
		s.count.Set(text.T("class.wishers", s.class.Trade(), len(s.could), may, len(s.plan.Take)), kit.Quiet)
	} else {
		s.count.Set(text.T("class.found", len(s.could)), kit.Quiet)
	}
	s.offer.Reload()
	s.restore(keep)
	s.chosen()
	s.showWhy()
}

// selection is who was chosen in the offer, by id: a redraw, as after a sync, must not let go of them.
type selection struct {
	chosen  map[string]bool
	current string
}

func (s *people) kept() selection {
	k := selection{chosen: map[string]bool{}}
	if row := s.offer.Current(); row >= 0 {
		k.current = s.could[row].Person.ID
	}
	if s.offer.Chosen() > 0 {
		for _, row := range s.offer.Selected() {
			k.chosen[s.could[row].Person.ID] = true
		}
	}
	return k
}

func (s *people) restore(k selection) {
	var rows []int
	for i, c := range s.could {
		if k.chosen[c.Person.ID] {
			rows = append(rows, i)
		}
		if c.Person.ID == k.current {
			s.offer.SetCurrent(i)
		}
	}
	s.offer.Select(rows...)
}

// maxFound bounds what a search shows: nobody reads further.
const maxFound = 60

func (s *people) candidates() ([]desk.Candidate, error) {
	if strings.TrimSpace(s.searched) == "" {
		return slices.Concat(s.plan.Take, s.plan.Reserve, s.plan.Ask, s.plan.Out), nil
	}
	var out []desk.Candidate
	for _, hit := range s.p.deps.Desk.Find(s.searched, maxFound) {
		c, err := s.p.deps.Desk.Candidate(s.class.ID, hit.ID)
		if err == nil { // a household that nobody lives in is found too; it cannot join a class
			out = append(out, c)
		}
	}
	return out, nil
}

func (s *people) couldCell(row, column int) kit.Cell {
	c := s.could[row]
	switch column {
	case 0:
		return kit.Cell{Text: c.Person.Name(), Bold: true}
	case 1:
		if age, ok := c.Person.Age(s.p.deps.Now()); ok {
			return kit.Cell{Text: text.T("class.age", c.Person.Sex(), age)}
		}
		return kit.Cell{Text: c.Person.Sex()}
	case 2:
		return kit.Cell{Text: s.p.where(c.Person)}
	}
	word, tone := s.verdictOf(c)
	if column == 4 {
		return kit.Cell{Text: reasonOf(c), Tone: kit.Quiet}
	}
	return kit.Cell{Text: word, Tone: tone, Badge: true}
}

// reasonOf is why somebody stands where they do, what puts them there first.
func reasonOf(c desk.Candidate) string {
	why := c.Why
	if len(why) == 0 {
		why = c.Verdict.Reasons
	}
	return strings.Join(why, text.T("class.why.sep"))
}

// verdictOf is what the rules and the places say in a word.
func (s *people) verdictOf(c desk.Candidate) (string, kit.Tone) {
	switch {
	case c.Enrolled:
		return text.T("class.verdict.here"), kit.Quiet
	case s.spot[c.Person.ID] == spotWait:
		return text.T("class.verdict.wait"), kit.Accent
	case c.Verdict.In:
		return text.T("class.verdict.in"), kit.Good
	case c.Verdict.Ask:
		return text.T("class.verdict.ask"), kit.Warn
	}
	return text.T("class.verdict.out"), kit.Bad
}

func (s *people) inCell(row, column int) kit.Cell {
	t := s.in[row]
	gone := kit.Plain
	if t.Standing() != training.Enrolled {
		gone = kit.Quiet
	}
	switch column {
	case 0:
		return kit.Cell{Text: t.Answers[training.Seat], Tone: gone}
	case 1:
		return kit.Cell{Text: cmp.Or(t.person.Name(), "—"), Bold: true, Tone: gone}
	}
	if t.Standing() != training.Enrolled {
		return kit.Cell{Text: t.Standing(), Tone: kit.Quiet, Badge: true}
	}
	return kit.Cell{Text: t.where, Tone: gone}
}

// showWhy gives the whole sentence about the row one stands at.
func (s *people) showWhy() {
	row := s.offer.Current()
	if row < 0 {
		s.why.Set(text.T("class.nobody"), kit.Quiet)
		return
	}
	c := s.could[row]
	_, tone := s.verdictOf(c)
	line := reasonOf(c)
	if !c.Wishes && s.searched != "" {
		line += text.T("class.no_wish", s.class.Trade())
	}
	if tone != kit.Warn && tone != kit.Bad {
		tone = kit.Plain
	}
	s.why.Set(text.T("class.why", c.Person.Name(), line), tone)
}

func (s *people) chosen() {
	n := 0
	for _, row := range s.offer.Selected() {
		if !s.could[row].Enrolled {
			n++
		}
	}
	s.join.SetText(text.T("class.join", n))
	s.pick.SetText(text.T("class.pick", len(s.plan.Take)))
	able(s.pick, len(s.plan.Take) > 0)
	able(s.join, n > 0)
	able(s.wait, n > 0)
}

func able(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (s *people) focus() { s.p.deps.Window.Canvas().Focus(s.search) }

// where is the village and group of a person.
func (p *Page) where(who registry.Person) string {
	h, err := p.deps.Desk.Household(who.HouseholdID())
	if err != nil || h.Village() == "" {
		return ""
	}
	return page.VillageName(h.Village()) + h.Group()
}
