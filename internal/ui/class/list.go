package class

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// list shows all classes.
type list struct {
	p       *Page
	rows    []listRow
	wishes  []wish
	table   *kit.Table
	content *fyne.Container
}

// listRow is one class with what the list counts of it.
type listRow struct {
	class    training.Class
	trainees int
	sessions int
}

// wish is a trade with how many wish for it.
type wish struct {
	trade string
	n     int
}

func newList(p *Page) *list {
	l := &list{p: p, content: container.NewStack()}
	columns := []kit.Column{
		{Title: text.T("class.col.name"), Em: 15, Grow: true}, {Title: text.T("class.col.trade"), Em: 9},
		{Title: text.T("class.col.dates"), Em: 10.5}, {Title: text.T("class.col.people"), Em: 3.8, Right: true},
		{Title: text.T("class.col.sessions"), Em: 2.4, Right: true}, {Title: text.T("class.col.stage"), Em: 4},
	}
	l.table = kit.NewTable(columns, func() int { return len(l.rows) }, l.cell)
	l.table.OnOpen = func(row int) { p.deps.Show(page.Class, l.rows[row].class.ID) }
	return l
}

func (l *list) cell(row, column int) kit.Cell {
	r := l.rows[row]
	switch column {
	case 0:
		return kit.Cell{Text: r.class.Name(), Bold: true}
	case 1:
		return kit.Cell{Text: r.class.TradeAndLevel()}
	case 2:
		return kit.Cell{Text: text.T("class.dates", r.class.Answers[training.StartsOn], short(r.class))}
	case 3:
		if n := r.class.Planned(); n > 0 {
			return kit.Cell{Text: text.T("class.of", r.trainees, n)}
		}
		return kit.Cell{Text: strconv.Itoa(r.trainees)}
	case 4:
		return kit.Cell{Text: strconv.Itoa(r.sessions)}
	}
	return kit.Cell{Text: r.class.Stage(), Tone: toneOf(r.class.Stage()), Badge: true}
}

// short is the last day without its year where that is the first day's.
func short(c training.Class) string {
	first, last := c.Answers[training.StartsOn], c.Answers[training.EndsOn]
	if len(first) == 10 && len(last) == 10 && first[:4] == last[:4] {
		return last[5:]
	}
	return last
}

func (l *list) refresh() {
	if err := l.read(); err != nil {
		l.p.deps.ShowError(err)
		return
	}
	form := kit.NewPrimary(text.T("class.new"), func() { l.p.deps.Show(page.Class, newClass) })
	if len(l.rows) == 0 {
		l.content.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, nil,
			kit.Empty(theme.DocumentCreateIcon(), text.T("class.none"), l.hint(), form))}
		l.content.Refresh()
		return
	}
	l.table.Reload()
	head := kit.Line(10, kit.Title(text.T("ui.page."+page.Class)), kit.Caption(text.T("class.count", len(l.rows)), kit.Quiet), kit.Gap(), form)
	foot := kit.NewNote()
	foot.Set(l.hint(), kit.Quiet)
	l.content.Objects = []fyne.CanvasObject{kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), foot, nil, nil, kit.Panel(l.table)))}
	l.content.Refresh()
}

// hint says which trades most people wish for: what the next class might be.
func (l *list) hint() string {
	if len(l.wishes) == 0 {
		return text.T("class.none.do")
	}
	line := ""
	for i, w := range l.wishes[:min(len(l.wishes), 5)] {
		if i > 0 {
			line += text.T("class.wish.sep")
		}
		line += text.T("class.wish", w.trade, w.n)
	}
	return text.T("class.wishes", line)
}

func (l *list) read() error {
	classes, err := l.p.deps.Desk.Classes()
	if err != nil {
		return err
	}
	l.rows = nil
	for _, c := range classes {
		r := listRow{class: c}
		if r.trainees, r.sessions, err = l.p.counts(c.ID); err != nil {
			return err
		}
		l.rows = append(l.rows, r)
	}
	wished, err := l.p.deps.Desk.WishedTrades()
	l.wishes = nil
	for trade, n := range wished {
		l.wishes = append(l.wishes, wish{trade, n})
	}
	slices.SortFunc(l.wishes, func(a, b wish) int { return cmp.Or(b.n-a.n, cmp.Compare(a.trade, b.trade)) })
	return err
}

// counts tells how many are in a class and how often it meets.
func (p *Page) counts(class string) (trainees, sessions int, err error) {
	enrolled, err := p.deps.Desk.Enrolments(class)
	if err != nil {
		return 0, 0, err
	}
	for _, e := range enrolled {
		if e.Standing() == training.Enrolled {
			trainees++
		}
	}
	held, err := p.deps.Desk.Sessions(class)
	return trainees, len(held), err
}

func (l *list) focus() {
	if len(l.rows) > 0 {
		l.p.deps.Window.Canvas().Focus(l.table)
	}
}
