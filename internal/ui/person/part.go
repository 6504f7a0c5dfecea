package person

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// factPart is what the person is by which list, since when.
func (f *file) factPart() form.Part {
	add := kit.NewButton(text.T("person.fact.add"), f.p.IfRead(func() { f.p.editRecord(registry.TypeFact, "") }))
	standing := form.Standing(f.p.d, func(day time.Time) []fyne.CanvasObject { return form.Held(f.facts, day) })
	body := kit.Rows(8, form.Timeline(f.p.d, f.facts, func(id string) { f.p.IfRead(func() { f.p.editRecord(registry.TypeFact, id) })() }))
	if len(f.facts) > 0 {
		body.Objects = append([]fyne.CanvasObject{standing}, body.Objects...)
	}
	return form.Part{Title: text.T("person.facts"), Note: count(len(f.facts)), Body: body, Buttons: []fyne.CanvasObject{add}}
}

// wishPart is what was wished for, year by year, and whether this year's question was asked.
func (f *file) wishPart() form.Part {
	d := f.p.d.Desk
	asked := rules.Asked(f.person, f.wishes, d.Today())
	round := d.RuleBook().Ask(d.Today()).Round(d.Today())
	part := form.Part{Title: text.T("person.wishes"), Note: count(len(f.wishes))}
	add := kit.NewButton(text.T("person.wish"), f.p.IfRead(func() { f.p.editWish("") }))
	rows := kit.Rows(8)
	if day, ok := survey.Day(asked); !ok || day.Before(round) {
		part.Note, part.Tone = "!", kit.Warn
		quick := kit.NewButton(text.T("person.asked.no"), f.p.IfRead(f.p.wantsNothing))
		rows.Add(kit.Tinted(kit.Warn, kit.Line(10, kit.Words(text.T("person.asked.not", round.Year()), kit.Warn), kit.Gap(), quick)))
	} else {
		rows.Add(kit.Words(text.T("person.asked", round.Year(), asked, wants(f.person)), kit.Quiet))
	}
	f.addWishes(rows)
	part.Body, part.Buttons = rows, []fyne.CanvasObject{add}
	return part
}

// wants is what the person answered to whether they wish for training.
func wants(p registry.Person) string {
	switch p.Get(survey.WantsTraining) {
	case survey.Yes:
		return text.T("person.wants")
	case survey.No:
		return strings.TrimSpace(text.T("person.wants_not") + "　" + p.Get(survey.NoWishCause))
	}
	return ""
}

func (f *file) addWishes(rows *fyne.Container) {
	year := ""
	for _, w := range f.wishes {
		if y := w.Get(survey.WishedOn); len(y) >= 4 && y[:4] != year {
			year = y[:4]
			rows.Add(kit.Strong(text.T("person.year", year), kit.Quiet))
		}
		rows.Add(f.wishLine(w))
	}
	if len(f.wishes) == 0 {
		rows.Add(kit.Prose(text.T("person.no_wishes"), kit.Quiet))
	}
}

func (f *file) wishLine(w registry.Wish) fyne.CanvasObject {
	change := kit.NewQuiet(text.T("person.wish.open"), f.p.IfRead(func() { f.p.editWish(w.ID) }))
	what := strings.Join(w.Trades(), "、")
	if what == "" {
		what = w.Text()
	}
	note := strings.TrimSpace(w.Get(survey.WishWay) + "　" + w.Get(survey.WishPlace) + "　" + w.Get(survey.WishTime))
	if len(w.Trades()) > 0 && w.Text() != "" {
		note = text.T("person.wish.said", w.Text()) + "　" + note
	}
	head := kit.Line(10, kit.Strong(what, kit.Plain), kit.Caption(w.Get(survey.WishedOn), kit.Quiet))
	return container.NewBorder(nil, nil, nil, change, kit.Rows(2, head, kit.Prose(strings.TrimSpace(note), kit.Quiet)))
}

// classPart is what was learned: classes, and certificates from elsewhere.
func (f *file) classPart() form.Part {
	rows := kit.Rows(6)
	for _, e := range f.classes {
		c, err := f.p.d.Desk.Class(e.ClassID())
		if err != nil {
			continue // the class was taken out; its enrolments go with it
		}
		open := kit.NewQuiet(text.T("person.class.open"), func() { f.p.d.Show(page.Class, c.ID) })
		tone := kit.Quiet
		if e.Passed(c) {
			tone = kit.Good
		}
		state := strings.TrimSpace(e.Standing() + "　" + e.Answers[training.Result])
		line := kit.Line(10, kit.Words(c.Name(), kit.Plain), kit.Caption(c.Answers[training.StartsOn], kit.Quiet), kit.Badge(state, tone), kit.Gap(), open)
		rows.Add(line)
		if words := outcome(e); words != "" {
			rows.Add(kit.Prose(words, kit.Quiet))
		}
	}
	if cert := f.person.Get(survey.Cert); cert != "" {
		words := strings.TrimSpace(cert + "　" + f.person.Get(survey.CertTrade) + "　" + f.person.Get(survey.CertLevel))
		rows.Add(kit.Words(text.T("person.cert", words), kit.Plain))
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.Prose(text.T("person.no_classes"), kit.Quiet))
	}
	return form.Part{Title: text.T("person.classes"), Note: count(len(f.classes)), Body: rows}
}

// outcome is the certificate of an enrolment, and the work after it.
func outcome(e training.Enrolment) string {
	var words []string
	for _, key := range []string{training.CertName, training.CertNo, training.CertOn, training.After, training.AfterFirm, training.AfterPlace} {
		if v := e.Answers[key]; v != "" {
			words = append(words, v)
		}
	}
	return strings.Join(words, "　")
}

// logPart is what was done for the person.
func (f *file) logPart() form.Part {
	var buttons []fyne.CanvasObject
	for _, typ := range logTypes {
		buttons = append(buttons, kit.NewButton(text.T("person.add."+typ), f.p.IfRead(func() { f.p.editRecord(typ, "") })))
	}
	body := form.Records(f.p.d, f.logs, text.T("person.no_logs"), true, func(typ, id string) { f.p.IfRead(func() { f.p.editRecord(typ, id) })() })
	return form.Part{Title: text.T("person.logs"), Note: count(len(f.logs)), Body: body, Buttons: buttons}
}

// visitPart is the visits to the household.
func (f *file) visitPart() form.Part {
	var all []registry.Record
	for _, v := range f.visits {
		all = append(all, registry.Record{Type: registry.TypeVisit, ID: v.ID, Packed: v.Packed})
	}
	add := kit.NewButton(text.T("person.visit"), f.p.IfRead(func() { f.p.d.Show(page.Household, page.Visit+f.house.ID+"/") }))
	part := form.Part{Title: text.T("person.visits"), Note: count(len(all)), Body: form.Records(f.p.d, all, text.T("person.no_visits"), false, nil)}
	if f.house.ID != "" {
		part.Buttons = []fyne.CanvasObject{add}
	}
	return part
}

// pinnedPart is what is attached.
func (f *file) pinnedPart() form.Part {
	of := desk.Ref{Type: registry.TypePerson, ID: f.person.ID}
	sign := kit.NewButton(text.T("person.sign"), f.p.IfRead(func() { form.Signature(f.p.d, of, f.person.Name()) }))
	add := kit.NewButton(text.T("person.attach"), f.p.IfRead(func() { form.AttachFile(f.p.d, of) }))
	return form.Part{Title: text.T("person.attached"), Note: count(len(f.pinned)), Body: form.Attachments(f.p.d, f.pinned), Buttons: []fyne.CanvasObject{sign, add}}
}

// historyPart is what happened to the person, and who changed what when.
func (f *file) historyPart() form.Part {
	return form.Part{Title: text.T("person.history"), Body: form.History(f.p.d, desk.Ref{Type: registry.TypePerson, ID: f.person.ID}, f.events, f.open)}
}
