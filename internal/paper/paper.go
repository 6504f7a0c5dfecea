// Package paper makes what is printed: PDF with Chinese type and QR codes.
//
// A paper is one file with one function. Those of a class have a line in All; those of the register are called by themselves: Ledger
// for any table of package report, Slip for families, File for one person, SignUp for who joins. Everything is drawn on pages of a doc
// (doc.go), which become a PDF (pdf.go, the only caller of fpdf) or pictures (raster.go); text goes through type.go, which looks every character up before it is drawn; lines are broken by wrap.go,
// tables drawn by grid.go; forms lay their parts by flow.go, lists of people go over pages by listing.go. To add a paper, write its file and its line, its words in assets/text/<lang>/paper.json, and a test
// that reads the text and the codes back out of the file.
package paper

import (
	"cmp"
	"io"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Errors of printing.
var (
	ErrDrawing    = text.NewError("paper.drawing")
	ErrNoRows     = text.NewError("paper.no_rows")
	ErrNoSessions = text.NewError("paper.no_sessions")
	ErrPaperSize  = text.NewError("paper.size")
)

// Options are what the same paper may differ in.
type Options struct {
	Public bool        // masked, for a wall; a paper that always hangs on one is public anyway
	Blank  bool        // of what can be printed empty, to be written by hand: month, scores and the forms
	Paper  string      // one of the paper's Sizes; "" is the paper's usual size
	By     string      // who prints; stands in the watermark of internal papers
	At     time.Time   // now: date of the file, day by which ages are reckoned
	Date   string      // sign-in: only this day ("2006-01-02"); "" is every day of the class
	Unit   string      // ledger: 填报单位; slip: the office that tells the family
	Period string      // ledger: 统计时间 as people read it: 2026年10月, 截至2026年10月31日
	Large  bool        // text larger by half, for those who see badly; board, roster, sign-in, posting, feedback
	Rules  *rules.Book // the rules in force: a county's own words and columns (rule paper); nil is what ships
	Sheets *Sheets     // where the pages go to be looked at, in place of a PDF
}

// Report says what came of it. What is in Missing has been drawn as a hollow box and must be told before printing: it is
// written in by hand. Blank are items of a form that were empty. LeftOut counts people whom a public list may not show.
type Report struct {
	Pages   int
	Missing []rune
	Blank   []string
	LeftOut int
	Omitted int      // entries of an e-file that did not fit on its page; the page says so too
	Files   []string // what was written; several where a long ledger was parted into volumes
}

// Row is one trainee on a roster.
type Row struct {
	Enrolment training.Enrolment
	Person    registry.Person
	Village   string // as people read it: 左门村委会
	Group     string // 二组
}

// Job is everything that any paper may need. What is not known is left to be written by hand.
type Job struct {
	Class       training.Class
	Sessions    []training.Session
	Rows        []Row
	Marks       []training.Mark       // of all sessions
	Institution catalogue.Institution // who teaches, as the catalogue has it
	Teachers    []catalogue.Teacher   // those of the sessions that the catalogue knows
	Claims      []survey.Answers      // of the class, each by training.ClaimTable
	Indicators  []training.Indicator  // the evaluation
	Head        string                // of the chain of attendance marks, in hex
	HeadMarks   int                   // over how many marks
	HeadOn      survey.Date           // when it was taken
	Tables      []*survey.Table       // the forms to ask by, with the county's own questions; nil: those that ship
	Options
}

// Paper is one kind of paper.
type Paper struct {
	Name   string // for the command line
	Title  string // key of its name
	Number int    // in the codes of its pages (training.PaperCode), for ever; 0 of those that have a kind of code to themselves
	Sizes  []string
	Wall   bool // hangs on a wall: public unless asked otherwise
	Make   func(w io.Writer, j Job) (Report, error)
}

// All are the papers.
var All = []Paper{
	{Name: "board", Title: "paper.board", Sizes: []string{"A3", "A2", "A4x2", "A3x2", "A4x4"}, Wall: true, Make: makeBoard},
	{Name: "roster", Title: "paper.roster", Sizes: []string{"A4"}, Make: makeRoster},
	{Name: "signin", Title: "paper.signin", Sizes: []string{"A4"}, Make: makeSignIn},
	{Name: "cards", Title: "paper.cards", Sizes: []string{"A4"}, Make: makeCards},
	{Name: "month", Number: monthNo, Title: "paper.month", Sizes: []string{"A4"}, Make: makeMonth},
	{Name: "closing", Number: closingNo, Title: "paper.closing", Sizes: []string{"A4"}, Make: makeClosing},
	{Name: "evaluation", Number: evaluationNo, Title: "paper.evaluation", Sizes: []string{"A4"}, Make: makeEvaluation},
	{Name: "scores", Number: scoresNo, Title: "paper.scores", Sizes: []string{"A4"}, Make: makeScores},
	{Name: "certlist", Number: certListNo, Title: "paper.certlist", Sizes: []string{"A4"}, Make: makeCertList},
	{Name: "certs", Title: "paper.certs", Sizes: []string{"A4"}, Make: makeCerts},
	{Name: "licence", Number: licenceNo, Title: "paper.licence", Sizes: []string{"A4", "A3"}, Wall: true, Make: makeLicence},
	{Name: "undertaking", Number: undertakingNo, Title: "paper.undertaking", Sizes: []string{"A4"}, Make: makeUndertaking},
	{Name: "pledge", Number: pledgeNo, Title: "paper.pledge", Sizes: []string{"A4"}, Make: makePledge},
	{Name: "privacy", Number: privacyNo, Title: "paper.privacy", Sizes: []string{"A4"}, Make: makePrivacy},
	{Name: "posting", Number: postingNo, Title: "paper.posting", Sizes: []string{"A4"}, Wall: true, Make: makePosting},
	{Name: "subsidy", Number: subsidyNo, Title: "paper.subsidy", Sizes: []string{"A4"}, Wall: true, Make: makeSubsidy},
	{Name: "application", Number: applicationNo, Title: "paper.application", Sizes: []string{"A4"}, Make: makeApplication},
	{Name: "survey", Number: surveyNo, Title: "paper.survey", Sizes: []string{"A4"}, Make: makeSurvey},
	{Name: "feedback", Number: feedbackNo, Title: "paper.feedback", Sizes: []string{"A4"}, Make: makeFeedback},
}

// The numbers of papers in the codes of their pages. A number is never given to another paper: signed sheets come back years later.
const (
	monthNo = 1 + iota
	closingNo
	scoresNo
	certListNo
	licenceNo
	undertakingNo
	pledgeNo
	privacyNo
	postingNo
	subsidyNo
	applicationNo
	evaluationNo
	surveyNo
	feedbackNo
)

// Find gives a paper by its name.
func Find(name string) (Paper, bool) {
	for _, p := range All {
		if p.Name == name {
			return p, true
		}
	}
	return Paper{}, false
}

// finish writes the document, or hands its pages over to be looked at, and reports.
func (d *doc) finish(w io.Writer, r Report) (Report, error) {
	if s, ok := w.(*Sheets); ok {
		s.keep(d)
	} else if err := d.write(w); err != nil {
		return Report{}, err
	}
	r.Pages, r.Missing = len(d.pages), d.missing()
	return r, nil
}

// Colours and lines of the papers.
var (
	black  = colour{0, 0, 0}
	white  = colour{255, 255, 255}
	ink    = colour{26, 26, 26}
	grey   = colour{110, 110, 110}
	pale   = colour{150, 150, 150}
	red    = colour{184, 18, 32} // the red of official heads
	tint   = colour{246, 241, 236}
	shadow = colour{236, 236, 236} // watermark
)

func sans(size float64) style   { return style{face: regular, size: size, colour: ink} }
func strong(size float64) style { return style{face: bold, size: size, colour: ink} }

// title is the style of a paper's name: Song type, made a little heavier, spaced.
func title(size float64) style {
	return style{face: serif, size: size, colour: ink, space: 0.06, heavy: 0.014}
}

// shown is an answer of the class as people read it.
func shown(c training.Class, key string) string {
	f, ok := training.ClassTable.Field(key)
	if !ok {
		return c.Answers[key]
	}
	return f.Show(c.Answers[key])
}

// label is the heading of a class question.
func label(key string) string {
	f, _ := training.ClassTable.Field(key)
	return f.Label
}

// chineseDate writes a stored date as 2026年10月20日; what is not a whole date stays as it is.
func chineseDate(stored string) string {
	t, err := time.Parse(time.DateOnly, stored)
	if err != nil {
		return stored
	}
	return t.Format("2006年1月2日")
}

// period writes the days of a class: 2026年10月20日至10月29日.
func period(c training.Class) string {
	first, last := c.Dates()
	if first.IsZero() || last.IsZero() {
		return chineseDate(cmp.Or(c.Answers[training.StartsOn], c.Answers[training.EndsOn]))
	}
	if first.Year() == last.Year() {
		return first.Format("2006年1月2日") + "至" + last.Format("1月2日")
	}
	return first.Format("2006年1月2日") + "至" + last.Format("2006年1月2日")
}

// minorAge is below which the stricter masks hold (个人信息保护法 art. 28 and 31: under 14 is sensitive as such; between 14
// and 18 a list on a wall shows no more than that there is somebody).
const minorAge, childAge = 18, 14

// ageOn gives the age; known is false where the register has no birth date, and such a person is masked as a minor.
func ageOn(p registry.Person, at time.Time) (age int, known bool) {
	return p.Age(at)
}

// lastFour is the end of the ID number, or "".
func lastFour(p registry.Person) string {
	no := p.IDNumber()
	if len(no) < 4 {
		return ""
	}
	return no[len(no)-4:]
}

// publicName masks a name for a wall, more strictly for minors.
func publicName(p registry.Person, at time.Time) string {
	if age, known := ageOn(p, at); !known || age < minorAge {
		return survey.MaskMinorName(p.Name())
	}
	return survey.MaskName(p.Name())
}
