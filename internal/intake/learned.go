package intake

import (
	"maps"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Learned is what people have said that the headings of a list mean. It is kept and offered again when a list with the same
// headings comes (Options.Learned).
type Learned struct {
	Signature string                  `json:"signature"` // of the headings, whatever their order
	Name      string                  `json:"name"`      // of the file in which it was told
	Columns   map[string]sheet.Target `json:"columns"`   // heading -> question; one without Key is not to be read
}

// Guess is what a heading that nobody knows may mean.
type Guess struct {
	Table  string `json:"table"`
	Key    string `json:"key"`
	Label  string `json:"label"`
	Reason string `json:"reason"` // "words": the heading is like that of the question; "values": the column looks like it
}

// headings is a heading as it is compared: without blanks, in one width.
func heading(title string) string { return strings.Join(strings.Fields(survey.Fold(title)), "") }

// told are the meanings of headings that hold for a sheet: what was said of a list with the same headings before, and over it
// what is said now. name is the file in which it was told.
func (w *work) told(s *sheet.Sheet, h *sheet.Headings) (columns map[string]sheet.Target, name string) {
	columns = map[string]sheet.Target{}
	if l, err := sheet.Lay(s, h); err == nil {
		sig := signature(l)
		for _, known := range w.o.Learned {
			if known.Signature == sig {
				name = known.Name
				for title, t := range known.Columns {
					columns[heading(title)] = t
				}
			}
		}
	}
	for title, t := range w.o.Columns {
		columns[heading(title)] = t
	}
	return columns, name
}

// lay finds the header of a sheet with all that is known of headings. Where the header is not found without it, everything that
// was ever told is tried.
func (w *work) lay(s *sheet.Sheet) (*sheet.Layout, *sheet.Headings, error) {
	h := w.headings(s)
	columns, name := w.told(s, h)
	if _, err := sheet.Lay(s, h); err != nil {
		for _, known := range w.o.Learned {
			for title, t := range known.Columns {
				prefer(h, title, t)
			}
		}
		columns, name = w.told(s, h)
	}
	for title, t := range columns {
		prefer(h, title, t)
	}
	l, err := sheet.Lay(s, h)
	if err != nil {
		return nil, h, err
	}
	if l, err = w.layByValues(s, l, h, columns); err != nil {
		return nil, h, err
	}
	for i := range l.Columns {
		if t, ok := columns[heading(l.Columns[i].Title)]; ok && t.Key == "" {
			l.Columns[i].Target = sheet.Target{} // people have said that it is not to be read
		}
	}
	w.toldIn[s], w.toldBy[s] = columns, name
	return l, h, nil
}

// layByValues takes the one column full of good ID numbers for that, where no heading says so and names stand beside it.
func (w *work) layByValues(s *sheet.Sheet, l *sheet.Layout, h *sheet.Headings, told map[string]sheet.Target) (*sheet.Layout, error) {
	at := numbersOf(s, l)
	if _, named := l.Column(person(survey.FullName)); at < 0 || !named {
		return l, nil
	}
	for _, c := range l.Columns {
		if _, said := told[heading(c.Title)]; c.At == at && !said {
			prefer(h, c.Title, person(survey.IDNo))
			w.byValues[s] = c.Title
			return sheet.Lay(s, h)
		}
	}
	return l, nil
}

func prefer(h *sheet.Headings, title string, t sheet.Target) {
	if t.Key != "" {
		h.Prefer(t, title)
	}
}

// Told are the meanings of headings that people have told for this plan, to be kept when it is written and given back by
// Options.Learned.
func (p *Plan) Told() []Learned {
	var out []Learned
	said := map[string]sheet.Target{}
	for title, t := range p.o.Columns {
		said[heading(title)] = t
	}
	for _, m := range p.Mappings {
		l := Learned{Signature: m.Signature, Name: p.File, Columns: map[string]sheet.Target{}}
		news := false
		for _, c := range m.Columns {
			if _, now := said[heading(c.Title)]; now {
				news = true
			}
			if c.Told {
				l.Columns[c.Title] = sheet.Target{Table: c.Table, Key: c.Key}
			}
		}
		if news && m.Signature != "" {
			out = append(out, l)
		}
	}
	return out
}

// clone is the told headings with one more.
func with(columns map[string]sheet.Target, title string, t sheet.Target) map[string]sheet.Target {
	out := maps.Clone(columns)
	if out == nil {
		out = map[string]sheet.Target{}
	}
	out[title] = t
	return out
}
