package intake

import (
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// house is one household that the list names.
type house struct {
	no      string // 户编号; "" where the list gives none
	named   bool   // the list says whose household it is
	village string // that of most rows
	rows    []int
	known   *registry.Household // in the register
	members []registry.Person   // there
	decided bool                // known only because people have decided who a row's person is
	newID   string
	answers survey.Answers // of the rows that go in
	diffs   []Diff         // what they change
}

// house puts the rows together that are one household: by its number; where that is lost or left out by the ID number of the
// head; where the list has no numbers by head and village group; otherwise each person alone.
func (w *work) house() error {
	heads := map[string]*house{}
	w.numbersAbove()
	for i := range w.plan.Rows {
		r := &w.plan.Rows[i]
		if no := r.Household[survey.HouseNo]; r.state.noise == "" && no != "" {
			h := w.joinHouse("no:"+no, i)
			h.no = no
			r.noteHead(heads, h)
		}
	}
	for i := range w.plan.Rows {
		r := &w.plan.Rows[i]
		if r.state.noise == "" && r.state.house == nil {
			w.unnumbered(r, i, heads)
		}
	}
	for _, h := range w.plan.houses {
		w.findHouse(h)
		w.houseVillage(h)
	}
	return w.ctx.Err()
}

func (w *work) joinHouse(key string, row int) *house {
	h := w.houses[key]
	if h == nil {
		h = &house{}
		w.houses[key] = h
		w.plan.houses = append(w.plan.houses, h)
	}
	h.rows = append(h.rows, row)
	w.plan.Rows[row].state.house = h
	return h
}

// noteHead remembers whose household this is, by the head's ID number.
func (r *Row) noteHead(heads map[string]*house, h *house) {
	ids := []string{r.Household[survey.HeadIDNo]}
	if r.Person[survey.Relation] == registry.Head {
		ids = append(ids, r.Person[survey.IDNo])
	}
	for _, id := range ids {
		if id != "" && heads[id] == nil {
			heads[id] = h
		}
	}
}

// unnumbered finds the household of a row without a good number.
func (w *work) unnumbered(r *Row, i int, heads map[string]*house) {
	c, there := r.state.cell(household(survey.HouseNo))
	h, head := w.byHead(r, heads)
	switch {
	case there && !c.Blank():
		var rest []int
		if h != nil {
			r.Suggested, rest = h.no, w.others(h, i)
		}
		r.say(household(survey.HouseNo), Doubt, kindHouseNoDestroyed, c.Shown, r.Suggested, rest...)
	case there && r.Household[survey.HouseNo] == "":
		r.say(household(survey.HouseNo), Warning, kindHouseNoMissing, "", "")
	}
	switch {
	case h != nil:
		h.rows = append(h.rows, i)
		r.state.house = h
	case w.o.houseNo != "":
		w.joinHouse("no:"+w.o.houseNo, i).no = w.o.houseNo
	case head != "":
		heads[head] = w.joinHouse("head:"+head, i)
		heads[head].named = true
	case r.Household[survey.HeadName] != "":
		w.joinHouse("name:"+r.state.village+"/"+r.Household[survey.Group]+"/"+r.Household[survey.HeadName], i).named = true
	default:
		w.joinHouse("row:"+strconv.Itoa(i), i)
	}
}

// byHead finds a household by its head's ID number: in the list, then in the register.
func (w *work) byHead(r *Row, heads map[string]*house) (*house, string) {
	head := r.Household[survey.HeadIDNo]
	if head == "" && (r.Person[survey.Relation] == registry.Head || r.state.headOnly) {
		head = r.Person[survey.IDNo]
	}
	if head == "" || heads[head] != nil {
		return heads[head], head
	}
	for _, p := range w.reg.PersonByIDNo(head) {
		if known, ok := w.reg.Household(p.HouseholdID()); ok {
			h := &house{no: known.No(), known: &known, members: w.reg.Members(known.ID)}
			w.plan.houses = append(w.plan.houses, h)
			heads[head] = h
			return h, head
		}
	}
	return nil, head
}

// findHouse looks a household up in the register by its number; of two with one number the one in the same village.
func (w *work) findHouse(h *house) {
	if h.known != nil || h.no == "" {
		return
	}
	found := w.reg.HouseholdByNo(h.no)
	for i := range found {
		if h.known == nil || found[i].Village() == h.village {
			h.known = &found[i]
		}
	}
	if h.known != nil {
		h.members = w.reg.Members(h.known.ID)
	}
}

// houseVillage finds the village of a household: the register's; otherwise that which most rows name, among equals that of
// the head.
func (w *work) houseVillage(h *house) {
	votes := map[string]int{}
	for _, i := range h.rows {
		if r := &w.plan.Rows[i]; r.state.village != "" {
			votes[r.state.village] += 2
			if r.Person[survey.Relation] == registry.Head {
				votes[r.state.village]++
			}
		}
	}
	for _, i := range h.rows { // in the order of rows, so that it is the same each time
		if v := w.plan.Rows[i].state.village; votes[v] > votes[h.village] {
			h.village = v
		}
	}
	if h.known != nil && h.known.Village() != "" {
		h.village = h.known.Village()
	}
	if h.village == "" {
		h.village = w.o.village
	}
	for _, i := range h.rows {
		w.rowVillage(h, i, len(votes) > 1)
	}
}

// rowVillage compares a row's village with its household's.
func (w *work) rowVillage(h *house, i int, several bool) {
	r := &w.plan.Rows[i]
	t := household(survey.Village)
	switch {
	case r.has(kindVillageUnknown):
		r.Suggested = w.places.tree.Name(h.village)
	case r.villageBlank() && h.village != "":
		w.setVillage(r, h.village)
	case r.villageBlank():
		r.say(t, Warning, kindVillageBlank, "", "")
		r.Problems[len(r.Problems)-1].variant = ".open"
	case several && r.state.village != "" && r.state.village != h.village:
		w.strayed(r, i)
	}
}

// strayed doubts a row that names another village than its household has.
func (w *work) strayed(r *Row, i int) {
	t := household(survey.Village)
	r.Suggested = w.places.tree.Name(r.state.house.village)
	r.say(t, Doubt, kindHouseTwoVillages, r.found(t), r.Suggested, w.others(r.state.house, i)...)
}

// others gives the row numbers of the rest of a household.
func (w *work) others(h *house, but int) []int {
	var out []int
	for _, i := range h.rows {
		if r := &w.plan.Rows[i]; i != but && r.Sheet == w.plan.Rows[but].Sheet {
			out = append(out, r.Row)
		}
	}
	return out
}

// found is what stands in the row's cell for a question.
func (r *Row) found(t sheet.Target) string {
	c, _ := r.state.cell(t)
	return c.Shown
}
