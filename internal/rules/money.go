package rules

import (
	"cmp"
	"math"
	"slices"
	"time"

	"ruhu/internal/almanac"
	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Money says what may be claimed for a class. Every number is a county's parameter.
type Money struct {
	MaxAdvance float64  `json:"max_advance"` // %: of the whole, where the programme does not say how much in advance
	PostDays   int      `json:"post_days"`   // working days that a claim is posted before it is paid
	ClaimDays  int      `json:"claim_days"`  // so long after the end of the class it may be asked for; 0 for ever
	TradeKinds []string `json:"trade_kinds"` // kinds of claim whose amount is the catalogue's
	MonthKinds []string `json:"month_kinds"` // those that are paid by the month
	Raises     []Raise  `json:"raises"`

	Sources map[string]string `json:"sources"`
	Source  string            `json:"source"`
}

// Raise is so much more for some groups.
type Raise struct {
	Groups  []string    `json:"groups"`
	Percent float64     `json:"percent"`
	From    survey.Date `json:"from"`
	To      survey.Date `json:"to"`
	Source  string      `json:"source"`
}

// Money gives the rule of claims.
func (b *Book) Money(on time.Time) Money { return In[Money](b, "money", on) }

// Sum is the subsidy that a class gets in full.
type Sum struct {
	Known   bool    // a catalogue says how much for one; otherwise all below is 0
	Each    float64 // for one person, without a raise
	ByMonth bool    // Each is for a month
	Months  int
	People  int
	Raised  int // how many of them get more
	Total   float64
	Source  string
}

// Sum reckons the subsidy of a class for those who passed. The programme's amount counts before the trade's. groups are each one's, nil
// where nobody looked: then there is no raise. months counts where the amount is by the month.
func (r Money) Sum(c training.Class, people, months int, groups [][]string, cat *catalogue.Book, on time.Time) Sum {
	if first, _ := c.Dates(); !first.IsZero() {
		on = first
	}
	s := Sum{People: people}
	if p, ok := cat.Programme(c.Answers[training.Programme], on); ok && p.Subsidy > 0 && (p.Unit == "" || p.Unit == "元/人" || p.ByMonth()) {
		s.Known, s.Each, s.Source = true, p.Subsidy, p.Source()
		if p.ByMonth() {
			s.ByMonth, s.Months = true, months
			if p.Months > 0 {
				s.Months = min(months, p.Months)
			}
		}
	} else if t, ok := cat.Trade(c.Trade(), c.Answers[training.Level], on); ok && t.Subsidy > 0 && c.Trade() != "" {
		s.Known, s.Each, s.Source = true, t.Subsidy, t.Source()
	}
	one := s.Each
	if s.ByMonth {
		one *= float64(s.Months)
	}
	s.Total = one * float64(people)
	var raises []float64
	for _, of := range groups {
		if more := r.raise(of, on); more > 0 {
			raises = append(raises, more)
		}
	}
	slices.SortFunc(raises, func(a, b float64) int { return cmp.Compare(b, a) })
	for _, more := range raises[:min(len(raises), people)] {
		s.Raised++
		s.Total += one * more / 100
	}
	s.Total = math.Round(s.Total*100) / 100
	return s
}

// raise is how many per cent more somebody of some groups gets; of several raises the highest.
func (r Money) raise(groups []string, on time.Time) float64 {
	day, most := on.Format(time.DateOnly), 0.0
	for _, x := range r.Raises {
		if len(x.Groups) > 0 && within(x.Groups, groups) && x.From <= day && (x.To == "" || day <= x.To) {
			most = max(most, x.Percent)
		}
	}
	return most
}

// Claimed is a claim with what it is judged by.
type Claimed struct {
	Claim  registry.Record
	Life              // of its class; Claims are all of the class, this one may be among them
	Groups [][]string // of those who passed; nil: nobody has looked
	Before []Attended // classes of the same people that were paid for already
	Days   *almanac.Almanac
}

// Judge says what is wrong with a claim.
func (r Money) Judge(c Claimed, cat *catalogue.Book, on time.Time) ClassVerdict {
	j := &claiming{Money: r, Claimed: c, findings: findings{source: r.Source}, cat: cat, on: on}
	j.first, j.last = c.dates()
	if j.first.IsZero() {
		j.first, j.last = on, on
	}
	j.programme, _ = cat.Programme(c.Class.Answers[training.Programme], j.first)
	j.number()
	j.heads()
	j.amount()
	j.share()
	j.paid()
	j.twice()
	for i, f := range j.all {
		if f.Source == r.Source {
			j.all[i].Source = cmp.Or(r.Sources[f.Code], f.Source)
		}
		if f.Type == "" {
			j.all[i].Type, j.all[i].ID = training.TypeClaim, c.Claim.ID
		}
	}
	return j.verdict()
}

// others are the class's other claims of the same kind.
func (c Claimed) others() []registry.Record {
	return slices.DeleteFunc(slices.Clone(c.Claims), func(o registry.Record) bool {
		return o.ID == c.Claim.ID || o.Get(training.ClaimKind) != c.Claim.Get(training.ClaimKind)
	})
}
