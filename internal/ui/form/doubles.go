package form

import (
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// Double is somebody in the register who may be the one that is being typed in.
type Double struct {
	Name string
	What string // what tells one from namesakes: relation, head, village, birth date, last digits
	Sure bool   // the same ID number
	Take func() // "this is the same person"
}

// doublesPause is the pause in typing after which the register is looked through.
const doublesPause = 250 * time.Millisecond

// doubleRows is how many likely doubles are shown.
const doubleRows = 3

// watch is the search for doubles while one types.
type watch struct {
	seen  string // what the watched answers were when they were looked up
	round int
	shown []Double
}

// watchDoubles looks the register through once the watched answers have changed and typing pauses.
func (f *Form) watchDoubles() {
	if f.o.Doubles == nil {
		return
	}
	f.watch.round++
	round := f.watch.round
	f.o.After(doublesPause, func() {
		if round == f.watch.round {
			f.findDoubles()
		}
	})
}

func (f *Form) findDoubles() {
	a := f.Answers()
	now := ""
	for _, key := range f.o.Watch {
		now += a[key] + "\n"
	}
	if now == f.watch.seen {
		return
	}
	f.watch.seen = now
	f.watch.shown = f.o.Doubles(a)
	f.view.showDoubles(f.watch.shown)
}

// ToDoubles puts the keyboard on the first of those who may be the same; false where there is none.
func (f *Form) ToDoubles() bool {
	found := false
	kit.Each(f.view.doubles, func(o fyne.CanvasObject) bool {
		if b, ok := o.(*kit.Button); ok && !found {
			f.o.Window.Canvas().Focus(b)
			found = true
		}
		return !found
	})
	return found
}

// showDoubles names at the foot who may be the same.
func (v *view) showDoubles(all []Double) {
	v.doubles.RemoveAll()
	if len(all) > 0 {
		rows := kit.Rows(4, kit.Line(8, kit.Strong(text.T("form.doubles"), kit.Warn), kit.Gap(), kit.Caption(text.T("form.doubles.keys"), kit.Quiet)))
		for _, d := range all[:min(len(all), doubleRows)] {
			rows.Add(v.double(d))
		}
		if more := len(all) - doubleRows; more > 0 {
			rows.Add(kit.Caption(text.T("form.doubles.more", more), kit.Quiet))
		}
		v.doubles.Add(kit.Tinted(kit.Warn, rows))
	}
	v.relay()
}

func (v *view) double(d Double) fyne.CanvasObject {
	row := kit.Line(10, kit.Strong(d.Name, kit.Plain), kit.Words(d.What, kit.Plain))
	if d.Sure {
		row.Add(kit.Badge(text.T("form.doubles.sure"), kit.Bad))
	}
	take := kit.NewButton(text.T("form.doubles.take"), d.Take)
	take.Escape = v.of.escape
	row.Add(kit.Gap())
	row.Add(take)
	return row
}

// Watched are the answers that tell who somebody is: typing one looks for doubles.
var Watched = []string{survey.FullName, survey.IDNo, survey.Born, survey.UsedName, survey.Phone}
