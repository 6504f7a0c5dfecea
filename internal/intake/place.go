package intake

import (
	"errors"
	"regexp"

	"ruhu/internal/region"
	"ruhu/internal/survey"
)

// places remembers what names of places came to, and how often each was written.
type places struct {
	tree     *region.Tree
	township string // of the list
	found    map[placeText]string
	several  map[placeText]bool        // names that more than one place has
	titles   map[*columns]string       // villages that titles of lists name
	rest     map[string]string         // of addresses: what stood behind the village
	written  map[string]map[string]int // code -> text -> rows
}

type placeText struct {
	level  region.Level
	within string
	text   string
}

// place finds the village of each row, and checks the names above it.
func (w *work) place() error {
	w.places = &places{tree: w.reg.Tree(), found: map[placeText]string{}, several: map[placeText]bool{}, titles: map[*columns]string{}, rest: map[string]string{}, written: map[string]map[string]int{}}
	w.places.township = w.township()
	for i := range w.plan.Rows {
		if r := &w.plan.Rows[i]; r.state.noise == "" {
			w.placeRow(r)
		}
	}
	for i := range w.plan.Rows {
		if r := &w.plan.Rows[i]; r.state.noise == "" {
			w.oddPlaces(r)
		}
	}
	return w.ctx.Err()
}

// township is the one asked for, or the one that most rows name.
func (w *work) township() string {
	if w.o.Township != "" {
		return w.o.Township
	}
	count := map[string]int{}
	for i := range w.plan.Rows {
		st := w.plan.Rows[i].state
		c, there := st.cell(household(placeKeys[3].key))
		if !there || c.Blank() || st.noise != "" {
			continue
		}
		county := ""
		if up, _ := st.cell(household(placeKeys[2].key)); !up.Blank() {
			county = w.places.find(region.County, "", up.Shown)
		}
		if code := w.places.find(region.Township, county, c.Shown); code != "" {
			count[code]++
		}
	}
	best := ""
	for code, n := range count {
		if n > count[best] || n == count[best] && code < best {
			best = code
		}
	}
	return best
}

// find gives the code of a place, "" where there is none of the name, or more than one.
func (p *places) find(level region.Level, within, text string) string {
	k := placeText{level, within, text}
	code, ok := p.found[k]
	if !ok {
		place, err := p.tree.Find(level, within, text)
		if err == nil {
			code = place.Code
		}
		p.several[k] = errors.Is(err, region.ErrAmbiguous)
		p.found[k] = code
	}
	return code
}

// above cuts a code to a level; "" where the code is shorter.
func above(code string, level region.Level) string {
	if len(code) < int(level) {
		return ""
	}
	return code[:level]
}

// placeRow looks up the names of one row.
func (w *work) placeRow(r *Row) {
	p := w.places
	for i, k := range placeKeys[:4] {
		c, there := r.state.cell(household(k.key))
		if !there || c.Blank() {
			continue
		}
		within := ""
		if i > 0 {
			within = above(p.township, placeKeys[i-1].level)
		}
		code := p.find(k.level, within, c.Shown)
		if p.township != "" && code != above(p.township, k.level) {
			r.say(household(k.key), Doubt, kindOtherTownship, c.Shown, "")
			return
		}
		p.count(code, c.Shown)
	}
	w.village(r)
}

// village looks the village up within the township. A list with a sheet for each village needs no column for it.
func (w *work) village(r *Row) {
	c, there := r.state.cell(household(survey.Village))
	switch {
	case !there:
		if r.state.village = w.places.find(region.Village, w.places.township, r.Sheet); r.state.village == "" {
			w.fromAddress(r)
		}
		if r.state.village == "" {
			r.state.village = w.titled(r)
		}
	case c.Blank():
	default:
		r.state.village = w.places.find(region.Village, w.places.township, c.Shown)
		if r.state.village == "" {
			r.say(household(survey.Village), Doubt, kindVillageUnknown, c.Shown, "")
			if w.places.several[placeText{region.Village, w.places.township, c.Shown}] {
				r.Problems[len(r.Problems)-1].variant = ".several"
			}
			return
		}
		w.places.count(r.state.village, c.Shown)
	}
}

// titled is the village that the title of the list names.
func (w *work) titled(r *Row) string {
	c := r.state.columns
	code, ok := w.places.titles[c]
	if !ok {
		code = w.villageOf(r.state.sheetOf(), c.Layout)
		w.places.titles[c] = code
	}
	return code
}

// fromAddress reads village and group out of an address, where the list has no column for them. What an address says is not held
// against the register: it may be where somebody lives, or be years old.
func (w *work) fromAddress(r *Row) {
	c, _ := r.state.cell(household(survey.Address))
	if c.Blank() || w.places.township == "" {
		return
	}
	at, rest := w.places.locate(c.Shown)
	if len(at) != int(region.Village) {
		return
	}
	r.state.village, r.state.byAddress = at, true
	if m := group.FindString(rest); m != "" && r.Household[survey.Group] == "" {
		r.Household[survey.Group] = m
	}
}

var group = regexp.MustCompile(`^[^，。\s\d]{0,8}?[\d一二三四五六七八九十]{0,3}(?:组|社)`)

// locate reads an address, within the county of the list; a village of another township counts for nothing.
func (p *places) locate(address string) (code, rest string) {
	k := placeText{region.Village, "address", address}
	if code, ok := p.found[k]; ok {
		return code, p.rest[address]
	}
	for _, within := range []string{p.township, above(p.township, region.County), above(p.township, region.Prefecture), above(p.township, region.Province), ""} {
		if at, left := p.tree.Locate(within, address); len(at.Code) == int(region.Village) && above(at.Code, region.Township) == p.township {
			code, rest = at.Code, left
			break
		}
	}
	p.found[k], p.rest[address] = code, rest
	return code, rest
}

func (p *places) count(code, text string) {
	if code == "" {
		return
	}
	if p.written[code] == nil {
		p.written[code] = map[string]int{}
	}
	p.written[code][text]++
}

// usual is how the list writes a place most often; among equals its full name.
func (p *places) usual(code string) string {
	best := p.tree.Name(code)
	for text, n := range p.written[code] {
		if m := p.written[code][best]; n > m || n == m && best != p.tree.Name(code) && text < best {
			best = text
		}
	}
	return best
}

// oddPlaces names blanks above the village, and names written otherwise than usual.
func (w *work) oddPlaces(r *Row) {
	if r.has(kindOtherTownship) {
		return
	}
	p := w.places
	for _, k := range placeKeys {
		t := household(k.key)
		c, there := r.state.cell(t)
		code := above(p.township, k.level)
		kind := kindRegionOther
		if k.level == region.Village {
			code, kind = r.state.village, kindVillageOther
		}
		switch {
		case !there || code == "":
		case c.Blank() && k.level != region.Village:
			r.say(t, Normalised, kindRegionBlank, "", p.tree.Name(code))
		case !c.Blank() && c.Shown != p.usual(code):
			r.say(t, Normalised, kind, c.Shown, p.tree.Name(code))
		}
	}
}

// setVillage fills a village that the row leaves out.
func (w *work) setVillage(r *Row, code string) {
	r.state.village = code
	r.say(household(survey.Village), Normalised, kindVillageBlank, "", w.places.tree.Name(code))
}

// villageBlank tells whether the row has a cell for the village, and nothing in it.
func (r *Row) villageBlank() bool {
	c, there := r.state.cell(household(survey.Village))
	return there && c.Blank() && !r.has(kindOtherTownship)
}
