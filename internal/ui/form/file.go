package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
)

// File shows answers to be read, as a person's file reads: the answered questions of each section, label over answer. ID
// numbers are masked unless open is true. A section without answers is left out.
func File(t *survey.Table, a survey.Answers, open bool, skip ...string) *fyne.Container {
	left := map[string]bool{}
	for _, k := range skip {
		left[k] = true
	}
	rows := kit.Rows(12)
	section, facts := "", &factLayout{}
	var objects []fyne.CanvasObject
	flush := func() {
		if len(objects) == 0 {
			return
		}
		if title := sectionTitle(section); title != "" {
			rows.Add(kit.Subtitle(title))
		}
		rows.Add(container.New(facts, objects...))
		facts, objects = &factLayout{}, nil
	}
	for _, f := range t.Fields {
		if f.Section != section {
			flush()
			section = f.Section
		}
		if v := a[f.Key]; v != "" && !left[f.Key] && f.Kind != survey.Link && !f.Hidden {
			o, width := newFact(f, v, open)
			objects, facts.wish = append(objects, o), append(facts.wish, width)
		}
	}
	flush()
	return rows
}

// Facts shows the answers to some questions side by side, without headings.
func Facts(t *survey.Table, a survey.Answers, open bool, keep func(survey.Field) bool) *fyne.Container {
	l := &factLayout{}
	var objects []fyne.CanvasObject
	for _, f := range t.Fields {
		if v := a[f.Key]; v != "" && keep(f) {
			o, width := newFact(f, v, open)
			objects, l.wish = append(objects, o), append(l.wish, width)
		}
	}
	return container.New(l, objects...)
}

// Shown is an answer as the screen shows it: an ID number masked unless open.
func Shown(f survey.Field, stored string, open bool) string {
	switch {
	case open:
	case f.Kind == survey.IDNumber:
		return survey.MaskID(stored)
	case f.Kind == survey.Code:
		return guarded(stored)
	}
	return f.Show(stored)
}

// newFact is one label over one answer, and the width it would like to have.
func newFact(f survey.Field, v string, open bool) (o fyne.CanvasObject, width float32) {
	shown := Shown(f, v, open)
	size := kit.Size(theme.SizeNameText)
	w := max(fyne.MeasureText(shown, size, fyne.TextStyle{}).Width, fyne.MeasureText(f.Label, size*0.87, fyne.TextStyle{}).Width)
	value := fyne.CanvasObject(kit.Words(shown, kit.Plain))
	if w > size*24 || f.Kind == survey.Note {
		value = kit.Prose(shown, kit.Plain)
		w = size * 60
	}
	label := kit.Caption(f.Label, kit.Quiet)
	return container.New(layout.NewCustomPaddedVBoxLayout(1), label, value), w
}

// factLayout puts facts into columns of equal width; one that is longer takes as many columns as it needs.
type factLayout struct {
	wish  []float32 // by fact: the width it would like to have
	width float32   // as last laid out; what the height depends on
}

// factColumn is the width of a column in characters.
const factColumn = 11

func (l *factLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	if l.width == 0 {
		return fyne.NewSize(200, 60)
	}
	return fyne.NewSize(200, l.place(o, l.width, false))
}

func (l *factLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(o, size.Width, true)
}

func (l *factLayout) place(o []fyne.CanvasObject, width float32, move bool) float32 {
	columns := max(int(width/(kit.Size(theme.SizeNameText)*factColumn)), 1)
	w := width / float32(columns)
	at, y, high := 0, float32(0), float32(0)
	for i, x := range o {
		span := min(max(int(l.wish[i]/(w-14))+1, 1), columns)
		if at+span > columns {
			at, y, high = 0, y+high+10, 0
		}
		if move {
			x.Resize(fyne.NewSize(w*float32(span)-14, x.MinSize().Height))
			x.Move(fyne.NewPos(w*float32(at), y))
			x.Resize(fyne.NewSize(w*float32(span)-14, x.MinSize().Height))
		}
		high = max(high, x.MinSize().Height)
		at += span
	}
	return y + high
}
