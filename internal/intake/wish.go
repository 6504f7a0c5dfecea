package intake

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// wish tells the target of a question about a wish.
func wish(key string) sheet.Target { return sheet.Target{Table: survey.Wish.Name, Key: key} }

// wishRules reads the trades out of a wish in words, and looks for what does not fit together in a list that asks for wishes.
func (w *work) wishRules(r *Row) {
	if !r.state.has(wish(survey.WishText)) && !r.state.has(person(survey.WantsTraining)) {
		return
	}
	p := registry.Person{Packed: survey.Pack(r.Person)}
	first, _ := w.field(wish(survey.Trade1))
	for _, q := range registry.CheckWishIn(first.Words(), p, registry.Wish{Packed: survey.Pack(r.Wish)}) {
		t := wish(q.Key)
		if q.Key == survey.WantsTraining {
			t = person(q.Key)
		}
		if _, there := r.state.cell(t); there {
			r.say(t, Warning, kindOf(q.Err), r.found(t), "")
		}
	}
	r.trades(first.Words())
	w.wishAge(r, p)
	if job := p.Get(survey.Employed); (job == jobless || job == farming) && (p.Get(survey.JobTrade) != "" || p.Get(survey.JobIncome) != "") {
		t := person(survey.Employed)
		r.say(t, Warning, kindJobContradicts, r.found(t), "")
	}
}

// trades fills the trades wished for from the words, where no columns name them.
func (r *Row) trades(words *survey.Vocabulary) {
	keys := []string{survey.Trade1, survey.Trade2, survey.Trade3}
	if r.Wish[survey.Trade1] != "" || survey.VagueWish(r.Wish[survey.WishText]) {
		return
	}
	n := 0
	for _, part := range words.SplitWish(r.Wish[survey.WishText]) {
		if part.Trade != "" && n < len(keys) {
			r.Wish[keys[n]] = part.Trade
			n++
		}
	}
}

// wishAge: people under 16 may be kept on a list, and those over the age of any class, but may not be enrolled. The ages are
// those of the rule for enrolling.
func (w *work) wishAge(r *Row, p registry.Person) {
	age, known := r.ageOn(w)
	rule := w.enrol
	oldest := rule.MaxAgeMen
	if p.Sex() == survey.Female {
		oldest = rule.MaxAgeWomen
	}
	wants := p.Get(survey.WantsTraining) == survey.Yes || len(r.Wish) > 0
	t := person(survey.IDNo)
	if r.state.filled(person(survey.Born)) {
		t = person(survey.Born)
	}
	switch {
	case known && age < rule.MinAge:
		r.say(t, Warning, kindUnder16, "", "")
	case known && oldest > 0 && age > oldest && wants:
		r.say(t, Warning, kindOverAge, "", "")
	}
}

// wished is the wish of the row's person, if it is worth a record: its own, or that of a row that was merged into it.
func (r *Row) wished() survey.Answers {
	if r.Wish[survey.WishText] != "" || r.Wish[survey.Trade1] != "" {
		return r.Wish
	}
	return r.state.extra.Wish
}

// addWish shows a wish that the register does not have yet as a difference.
func (p *Plan) addWish(r *Row, diffs []Diff) []Diff {
	wish := r.wished()
	if wish == nil || slices.ContainsFunc(p.reg.WishesOf(r.ID), func(known registry.Wish) bool { return sameWish(known, r.ID, wish) }) {
		return diffs
	}
	return append(diffs, differences(survey.Wish, nil, wish)...)
}

// sameWish tells whether a wish of the register is the list's: also where people have since put the trade, or the words, right.
func sameWish(known registry.Wish, person string, wish survey.Answers) bool {
	said, trade := wish[survey.WishText], wish[survey.Trade1]
	return known.ID == wishID(person, wish) || said != "" && known.Text() == said || said == "" && known.Get(survey.Trade1) == trade
}

// wishID is made of person and wish, so that the same wish is one record however often its list comes.
func wishID(person string, wish survey.Answers) string {
	name := strings.Join([]string{person, wish[survey.WishText], wish[survey.Trade1]}, "\x00")
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String()
}

// putWish is the record of a new wish.
func (r *Row) putWish(o Options) []Put {
	id := r.ID
	if id == "" {
		id = r.state.newID
	} else if !r.newWish() {
		return nil
	}
	wish := r.wished()
	if wish == nil {
		return nil
	}
	fields := maps.Clone(wish)
	fields[survey.OfPerson] = id
	if fields[survey.WishedOn] == "" && !o.Today.IsZero() {
		fields[survey.WishedOn] = o.Today.Format(time.DateOnly)
	}
	return []Put{{registry.TypeWish, wishID(id, wish), fields}}
}

func (r *Row) newWish() bool {
	for _, d := range r.Diffs {
		if d.Table == survey.Wish.Name {
			return true
		}
	}
	return false
}
