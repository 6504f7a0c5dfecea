package intake

import (
	"maps"
	"strings"

	"github.com/google/uuid"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Wisher is a register that also tells the wishes of a person. Without it a wish is only written beside something else that a
// list has new of its person, so that one that people have corrected since is never written over.
type Wisher interface {
	WishesOf(person string) []registry.Wish
}

// wish tells the target of a question about a wish.
func wish(key string) sheet.Target { return sheet.Target{Table: survey.Wish.Name, Key: key} }

// wishRules reads the trades out of a wish in words, and looks for what does not fit together in a list that asks for wishes.
func (w *work) wishRules(r *Row) {
	if !r.state.has(wish(survey.WishText)) && !r.state.has(person(survey.WantsTraining)) {
		return
	}
	p := registry.Person{Answers: r.Person}
	for _, q := range registry.CheckWish(p, registry.Wish{Answers: r.Wish}) {
		t := wish(q.Key)
		if q.Key == survey.WantsTraining {
			t = person(q.Key)
		}
		if _, there := r.state.cell(t); there {
			r.say(t, Warning, kindOf(q.Err), r.found(t), "")
		}
	}
	r.trades()
	w.wishAge(r, p)
	if job := p.Answers[survey.Employed]; (job == jobless || job == farming) && (p.Answers[survey.JobTrade] != "" || p.Answers[survey.JobIncome] != "") {
		t := person(survey.Employed)
		r.say(t, Warning, kindJobContradicts, r.found(t), "")
	}
}

// trades fills the trades wished for from the words, where no columns name them.
func (r *Row) trades() {
	keys := []string{survey.Trade1, survey.Trade2, survey.Trade3}
	if r.Wish[survey.Trade1] != "" || survey.VagueWish(r.Wish[survey.WishText]) {
		return
	}
	n := 0
	for _, part := range survey.SplitWish(r.Wish[survey.WishText]) {
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
	wants := p.Answers[survey.WantsTraining] == survey.Yes || len(r.Wish) > 0
	switch t := person(survey.IDNo); {
	case known && age < rule.MinAge:
		r.say(t, Warning, kindUnder16, "", "")
	case known && oldest > 0 && age > oldest && wants:
		r.say(t, Warning, kindOverAge, "", "")
	}
}

// wishes tells whether the row has a wish worth a record.
func (r *Row) wishes() bool { return r.Wish[survey.WishText] != "" || r.Wish[survey.Trade1] != "" }

// addWish shows a wish that the register does not have yet as a difference.
func (p *Plan) addWish(r *Row, diffs []Diff) []Diff {
	reg, asks := p.reg.(Wisher)
	if !r.wishes() || !asks && len(diffs) == 0 {
		return diffs
	}
	if asks {
		for _, known := range reg.WishesOf(r.ID) {
			if known.Text() == r.Wish[survey.WishText] && known.Answers[survey.Trade1] == r.Wish[survey.Trade1] {
				return diffs
			}
		}
	}
	return append(diffs, differences(survey.Wish, nil, r.Wish)...)
}

// putWish is the record of a new wish. Its id is made of person and wish, so that the same wish is one record however often its
// list comes.
func (r *Row) putWish(o Options) []Put {
	id := r.ID
	if id == "" {
		id = r.state.newID
	} else if !r.newWish() {
		return nil
	}
	if !r.wishes() {
		return nil
	}
	fields := maps.Clone(r.Wish)
	fields[survey.OfPerson] = id
	if fields[survey.WishedOn] == "" && !o.Today.IsZero() {
		fields[survey.WishedOn] = o.Today.Format("2006-01-02")
	}
	name := strings.Join([]string{id, r.Wish[survey.WishText], r.Wish[survey.Trade1]}, "\x00")
	return []Put{{registry.TypeWish, uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String(), fields}}
}

func (r *Row) newWish() bool {
	for _, d := range r.Diffs {
		if d.Table == survey.Wish.Name {
			return true
		}
	}
	return false
}
