package paper

import (
	"io"
	"strconv"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 劳动者电子档案 of a person on one A4 page (三湖政办〔2019〕17号: “探索建立劳动者职业培训电子档案”): who it is, what holds of them since
// when, what they wished, learned and did, what they were given, and who was there. It is for the office alone.

// Dossier is everything that the register holds about one person.
type Dossier struct {
	Person    registry.Person
	Household registry.Household
	Village   string            // as people read it: 左门村委会
	Members   []registry.Person // of the household, the person among them
	Photo     []byte            // JPEG or PNG; nil leaves the place empty

	// Logs are the person's dated records by survey table: fact, wish, visit, referral, jobrec, followup, event, the household's
	// own facts and visits among them, in any order.
	Logs    map[string][]survey.Answers
	Classes []Attended
}

// Attended is a class that the person is or was in.
type Attended struct {
	Class     training.Class
	Enrolment training.Enrolment
	Hours     float64 // attended, by the marks; 0 where none are kept
}

// ErrEFilePublic is an e-file asked for as a paper for a wall.
var ErrEFilePublic = text.NewError("paper.efile_public")

// File draws a person's e-file. What does not fit is said on the page by number of entries, and in Report.Omitted.
func File(w io.Writer, d Dossier, o Options) (Report, error) {
	if o.Public {
		return Report{}, ErrEFilePublic
	}
	doc := newDoc(text.T("paper.efile_title"), o.At)
	f := efile{page: doc.addPage(210, 297), Dossier: d, o: o}
	f.watermark(internalMark(o))
	f.head()
	y := f.particulars(efileTop)
	omitted := f.draw(y, f.share(efileBottom-y))
	f.toFill(efileMargin, efileBottom+2, efileWidth, [][2]string{{text.T("paper.efile_unit")}, {text.T("paper.efile_maker")}, {text.T("paper.efile_self")}, {text.T("paper.sign_date")}})
	f.number(efileMargin-3, 1, 1, o.Unit, text.T("paper.printed", o.By, o.At.Format("2006-01-02 15:04")))
	return doc.finish(w, Report{Omitted: omitted})
}

// efile is the page being drawn.
type efile struct {
	*page
	Dossier
	o Options
}

const (
	efileMargin             = 12.0
	efileWidth              = 210 - 2*efileMargin
	efileTop, efileBottom   = 27.0, 277.0
	photoWidth, photoHeight = 27.0, 37.8
	pairHeight              = 6.3
	pairLabel               = 20.0
)

func (f efile) head() {
	f.in(efileMargin, 9, efileWidth, 10, text.T("paper.efile_title"), title(20), centre)
	f.in(efileMargin, 19.5, efileWidth, 5, text.T("paper.roster_internal"), sans(9).coloured(red), centre)
}

// particulars draws who it is, with the photograph at the right, and gives the y under it.
func (f efile) particulars(y float64) float64 {
	beside, rows := efileWidth-photoWidth-2, int(photoHeight/pairHeight)
	pairs := f.pairs()
	f.portrait(efileMargin+beside+2, y)
	end := f.table(y, beside, 3, pairs[:3*rows])
	return f.table(end, efileWidth, 4, pairs[3*rows:])
}

// pairs are label and value of what is known of the person and the household, the three in a row beside the photograph first.
func (f efile) pairs() []fact {
	p, h := f.Person, f.Household
	ask := func(key string) fact {
		field, _ := survey.Person.Field(key)
		return fact{field.Label, field.Show(p.Get(key))}
	}
	house := func(key string) fact {
		field, _ := survey.Household.Field(key)
		return fact{field.Label, field.Show(h.Get(key))}
	}
	school := ask(survey.Education)
	if school.value == "" {
		school = ask(survey.Schooling)
	}
	return []fact{
		ask(survey.FullName), {ask(survey.Sex).label, p.Sex()}, ask(survey.Ethnic),
		f.born(), {ask(survey.IDNo).label, p.Get(survey.IDNo)}, {text.T("paper.col_phone"), p.Phone()},
		{text.T("paper.slip_head"), h.Head()}, ask(survey.Relation), {text.T("paper.slip_place"), f.Village + h.Group()},
		house(survey.HouseNo), ask(survey.Political), school,
		ask(survey.School), ask(survey.SchoolYear), ask(survey.Destination),
		ask(survey.Health), ask(survey.Skill), ask(survey.Tags),
		// the whole width from here
		house(survey.HouseType), house(survey.Monitor), house(survey.RiskGone), house(survey.Resettled),
		ask(survey.Employed), ask(survey.AwayPlace), ask(survey.AwayFirm), ask(survey.JobTrade),
		ask(survey.Cert), ask(survey.WantsTraining), ask(survey.WantsSchool), ask("mandarin"),
		ask("plan_trade"), ask("plan_place"), ask("plan_time"), ask("plan_cert"),
	}
}

func (f efile) born() fact {
	field, _ := survey.Person.Field(survey.Born)
	day, exact, ok := f.Person.Born()
	switch {
	case !ok:
		return fact{field.Label, ""}
	case !exact:
		return fact{field.Label, f.Person.Get(survey.Born)}
	}
	words := day.Format("2006-01-02")
	if age, ok := f.Person.Age(f.o.At); ok {
		words += text.T("paper.efile_age", strconv.Itoa(age))
	}
	return fact{field.Label, words}
}

// table draws pairs of label and value, so many in a row, and gives the y under them.
func (f efile) table(y, w float64, across int, pairs []fact) float64 {
	each := w / float64(across)
	var rules [][4]float64
	from := y
	for i, pair := range pairs {
		x := efileMargin + each*float64(i%across)
		f.fill(x, y, pairLabel, pairHeight, tint)
		f.fit(x+0.8, y+0.3, pairLabel-1.6, pairHeight-0.6, pair.label, strong(8.5), centre)
		if pair.value != "" {
			f.fit(x+pairLabel+0.8, y+0.3, each-pairLabel-1.6, pairHeight-0.6, pair.value, sans(9), left)
		}
		rules = append(rules, [4]float64{x + pairLabel, y, x + pairLabel, y + pairHeight}, [4]float64{x, y, x, y + pairHeight}, [4]float64{x, y, x + each, y})
		if i%across == across-1 {
			y += pairHeight
		}
	}
	f.strokes(rules, thinLine, pale)
	f.frame(efileMargin, from, w, y-from, thickLine-0.15, ink)
	return y
}

// portrait is the photograph, or its place.
func (f efile) portrait(x, y float64) {
	if jpeg, ok := photo(f.Photo, photoWidth, photoHeight); ok {
		f.picture(x, y, photoWidth, photoHeight, "photo", jpeg)
	} else {
		f.in(x, y, photoWidth, photoHeight, text.T("paper.efile_photo"), sans(9).coloured(grey), centre)
	}
	f.frame(x, y, photoWidth, photoHeight, thickLine-0.15, ink)
}

// members are the others of the household, as one entry.
func (f efile) members() []entry {
	var all []string
	for _, m := range f.Members {
		if m.ID == f.Person.ID {
			continue
		}
		var said []string
		if m.Relation() != "" {
			said = append(said, m.Relation())
		}
		if age, ok := m.Age(f.o.At); ok {
			said = append(said, text.T("paper.efile_years", strconv.Itoa(age)))
		}
		words := m.Name()
		if len(said) > 0 {
			words += "（" + strings.Join(said, "，") + "）"
		}
		all = append(all, words)
	}
	if len(all) == 0 {
		return nil
	}
	return []entry{{words: strings.Join(all, "　")}}
}
