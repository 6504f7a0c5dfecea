package paper

import (
	"io"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// The blank 入户调查表: a page for the household with its members, and one for a person, made from the very rows that the window asks by, so that
// a county's own questions stand on it too. Choices are boxes to tick. What the program works out, what only an import brings and what is seen
// nowhere is left out: a form that asks everything is filled in by nobody.

func makeSurvey(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.survey", func(d *doc) error {
		f := flow{d: d, job: j, dense: true, name: text.T("paper.survey_house"), under: text.T("paper.survey_house_of")}.begin()
		f.ask(j.table(survey.Household))
		f.section(text.T("paper.survey_members"))
		f.table(memberStyle(), blankRows(membersAsked, 6))
		f.surveyed()
		if err := f.done(text.T("paper.survey_house"), ""); err != nil {
			return err
		}
		f = flow{d: d, job: j, dense: true, name: text.T("paper.survey_person"), under: text.T("paper.survey_person_of")}.begin()
		f.ask(j.table(survey.Person))
		f.ask(j.table(survey.Wish))
		f.surveyed()
		return f.done(text.T("paper.survey_person"), "")
	})
}

// table is the form of the county where it has its own.
func (j Job) table(t *survey.Table) *survey.Table {
	for _, own := range j.Tables {
		if own != nil && own.Name == t.Name {
			return own
		}
	}
	return t
}

const membersAsked = 8

func memberStyle() grid {
	g := tableStyle(column{text.T("paper.col_seat"), 12, centre}, column{text.T("paper.col_name"), 34, centre}, column{text.T("paper.col_relation"), 24, centre},
		column{text.T("paper.col_id"), 56, centre}, column{text.T("paper.col_phone"), 30, centre}, column{text.T("paper.col_note"), 22, left})
	g.row = 9
	return g
}

// surveyed is who asked and who answered, and what they are told.
func (f *flow) surveyed() {
	f.gap(3)
	f.need(28)
	f.lines([2]string{text.T("paper.survey_answered"), ""}, [2]string{text.T("paper.survey_by"), ""}, [2]string{text.T("paper.sign_date"), ""})
	f.note(text.T("paper.survey_privacy"))
}

// ask draws the questions of a table, two beside each other where they are short, under the headings of its parts.
func (f *flow) ask(t *survey.Table) {
	part, waiting := "", []survey.Field(nil)
	flush := func() {
		f.questions(waiting...)
		waiting = nil
	}
	for _, q := range t.Fields {
		if !asked(q) {
			continue
		}
		if q.Section != part {
			flush()
			part = q.Section
			f.section(text.T("survey.section." + part))
		}
		if !short(q) {
			flush()
			f.questions(q)
			continue
		}
		if waiting = append(waiting, q); len(waiting) == 2 {
			flush()
		}
	}
	flush()
}

// asked tells whether a blank form has a question: one that somebody answers, and that is then seen on a list, a paper or a card. A
// county's own always is. What came of a wish the office knows, and the day stands below.
func asked(q survey.Field) bool {
	if q.Key == survey.WishDone || q.Key == survey.WishedOn || q.Hidden || q.Retired || q.Kind == survey.Link || q.From != nil && !q.OrAsked {
		return false
	}
	return q.On != 0 || q.Required || strings.HasPrefix(q.Key, "x_") || q.Kind == survey.IDNumber && q.Key == survey.IDNo
}

// Widths within which the answers of a question stand beside another question; and how many choices are still boxes.
const shortBoxes, mostBoxes = 46.0, 14

func short(q survey.Field) bool {
	return q.Kind != survey.Note && q.Kind != survey.IDNumber && len([]rune(boxes(q))) <= 14
}

// boxes are the choices of a question to tick; "" where there are too many to print, or none.
func boxes(q survey.Field) string {
	if q.Kind == survey.Flag {
		return text.T("paper.yes_no")
	}
	if q.Kind != survey.Choice && q.Kind != survey.Choices {
		return ""
	}
	var names []string
	for _, c := range q.Options() {
		names = append(names, c.Name)
	}
	if len(names) == 0 || len(names) > mostBoxes {
		return ""
	}
	return "□" + strings.Join(names, "　□")
}

// questions draws one question over the whole width or two side by side.
func (f *flow) questions(qs ...survey.Field) {
	if len(qs) == 0 {
		return
	}
	each, h := flowWidth/float64(len(qs)), 7.5
	wide := each - flowLabel - 2*flowAir
	for _, q := range qs {
		h = max(h, f.d.height(boxes(q), wide, sans(9.8))+2.6)
	}
	if qs[0].Kind == survey.Note {
		h = 13
	}
	f.need(h)
	for i, q := range qs {
		f.question(flowMargin+each*float64(i), each, h, q)
	}
	f.frame(flowMargin, f.y, flowWidth, h, thinLine+0.07, grey)
	f.y += h
}

func (f *flow) question(x, w, h float64, q survey.Field) {
	f.fill(x, f.y, flowLabel, h, tint)
	f.fit(x+1, f.y+0.4, flowLabel-2, h-0.8, q.Label, strong(9.5), centre)
	f.strokes([][4]float64{{x, f.y, x, f.y + h}, {x + flowLabel, f.y, x + flowLabel, f.y + h}}, thinLine, pale)
	at, wide := x+flowLabel+flowAir, w-flowLabel-2*flowAir
	switch {
	case q.Kind == survey.IDNumber:
		f.digits(at, f.y+h/2-2.8, 18)
	case q.Kind == survey.DateKind:
		f.fit(at, f.y, wide, h, text.T("paper.date_blank"), sans(10), left)
	default:
		f.fit(at, f.y+0.4, wide, h-0.8, boxes(q), sans(9.8), left)
	}
}

// digits draws so many little squares, one for each digit.
func (f *flow) digits(x, y float64, n int) {
	const side = 5.6
	for i := range n {
		f.frame(x+side*float64(i), y, side, side, thinLine, grey)
	}
}
