package class

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// scores is the examination: scores typed from cell to cell as in a spreadsheet, what follows from them, and the certificates.
type scores struct {
	p     *Page
	in    []trainee
	grid  *kit.Grid
	typed typing
	sum   *canvas.Text
	why   *kit.Note // what the result of the current row follows from
	grade map[string]rules.Grade
	box   *fyne.Container
	full  fyne.CanvasObject
}

// The columns of the grid; those between colTheory and colResitPractice are typed into.
const (
	colSeat = iota
	colName
	colTheory
	colPractice
	colResitTheory
	colResitPractice
	colResult
	colCert
	colCertOn
	colUntil
)

// scoreKeys are the answers that are typed, by column.
var scoreKeys = map[int]string{
	colTheory: training.TheoryScore, colPractice: training.PracticeScore, colResitTheory: training.ResitTheory, colResitPractice: training.ResitPractice,
}

func newScores(p *Page) *scores {
	s := &scores{p: p, sum: kit.Words("", kit.Plain), why: kit.NewNote(), box: container.NewStack()}
	label := func(key string) string { f, _ := training.EnrolmentTable.Field(key); return f.Label }
	s.grid = kit.NewGrid([]kit.Column{
		{Title: text.T("class.col.seat"), Em: 2.4, Right: true}, {Title: text.T("class.col.person"), Em: 9.5},
		{Title: label(training.TheoryScore), Em: 4.4, Right: true}, {Title: label(training.PracticeScore), Em: 4.4, Right: true},
		{Title: label(training.ResitTheory), Em: 6, Right: true}, {Title: label(training.ResitPractice), Em: 6, Right: true},
		{Title: label(training.Result), Em: 4.4}, {Title: label(training.CertNo), Em: 11}, {Title: label(training.CertOn), Em: 7},
		{Title: label(training.CertUntil), Em: 7},
	}, 2, func() int { return len(s.in) }, s.cell)
	s.grid.OnType, s.grid.Keys, s.grid.OnMove, s.grid.OnOpen = s.typedRune, s.key, s.moved, func(row, _ int) { s.whole(row) }
	s.grid.Begin(colTheory)
	ways := kit.Line(8, kit.NewButton(text.T("class.score.open"), func() { r, _ := s.grid.Current(); s.whole(r) }), kit.NewPrimary(text.T("class.certify"), s.askCertify))
	how := kit.NewNote()
	how.Set(text.T("class.score.how"), kit.Quiet)
	s.why.Keep = true
	s.full = kit.Panel(container.NewBorder(kit.Rows(6, kit.Head(s.sum, ways), kit.Gap()), kit.Rows(2, s.why, how), nil, nil, s.grid))
	return s
}

func (s *scores) content() fyne.CanvasObject { return s.box }

func (s *scores) show(training.Class) error {
	in, err := s.p.roster()
	if err != nil {
		return err
	}
	s.in, s.typed = seated(in), typing{}
	if s.grade, err = s.p.deps.Desk.Grades(s.p.class.ID); err != nil {
		return err
	}
	s.grid.Reload()
	s.addUp()
	s.explain()
	s.box.Objects = []fyne.CanvasObject{s.full}
	if len(s.in) == 0 {
		s.box.Objects = []fyne.CanvasObject{kit.Panel(kit.Empty(theme.AccountIcon(), text.T("class.score.nobody"), text.T("class.score.nobody.do"),
			kit.NewPrimary(text.T("class.to_people"), func() { s.p.goTo(atPeople) })))}
	}
	s.box.Refresh()
	return nil
}

// addUp says how many were examined, passed and have their certificate.
func (s *scores) addUp() {
	judged, passed, certified := 0, 0, 0
	for _, t := range s.in {
		if t.Answers[training.Result] != "" {
			judged++
		}
		if t.Answers[training.Result] == training.Passed {
			passed++
		}
		if t.Certified() {
			certified++
		}
	}
	kit.SetWords(s.sum, text.T("class.score.sum", len(s.in), judged, passed, certified), kit.Plain)
}

func (s *scores) cell(row, column int) kit.Cell {
	a := s.in[row].Answers
	if s.typed.at(row, column) {
		return kit.Cell{Text: s.typed.words + "▏", Tone: kit.Accent, Bold: true}
	}
	switch column {
	case colSeat:
		return kit.Cell{Text: a[training.Seat], Tone: kit.Quiet}
	case colName:
		return kit.Cell{Text: s.in[row].person.Name(), Bold: true}
	case colResult:
		return kit.Cell{Text: a[training.Result], Tone: toneOfResult(a[training.Result]), Badge: true}
	case colCert:
		return kit.Cell{Text: a[training.CertNo]}
	case colCertOn:
		return kit.Cell{Text: a[training.CertOn]}
	case colUntil:
		return kit.Cell{Text: a[training.CertUntil]}
	}
	return kit.Cell{Text: a[scoreKeys[column]]}
}

func toneOfResult(result string) kit.Tone {
	switch result {
	case training.Passed:
		return kit.Good
	case training.Failed:
		return kit.Bad
	}
	return kit.Warn
}

// whole opens all that is known of one trainee's result.
func (s *scores) whole(row int) {
	if row < 0 || row >= len(s.in) {
		return
	}
	s.p.fill(filling{title: text.T("class.score.of", s.in[row].person.Name()), typ: training.TypeEnrolment, id: s.in[row].ID, first: training.Result, said: text.T("class.score.saved")})
}

func (s *scores) focus() {
	if len(s.in) > 0 {
		s.p.deps.Window.Canvas().Focus(s.grid)
	}
}

// leave keeps what is still being typed.
func (s *scores) leave(then func()) {
	if s.commit() {
		then()
	}
}

// validScore tells whether words are a score.
func validScore(words string) bool {
	n, err := strconv.ParseFloat(words, 64)
	return words == "" || err == nil && n >= 0 && n <= maxScore
}

const maxScore = 100
