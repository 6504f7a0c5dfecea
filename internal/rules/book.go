package rules

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"ruhu/internal/survey"
)

// Book is the rules in force: those that ship, and over them a county's own, each from a day on. Without a county's own it is nil.
// It is asked by day, because a table of last year is made by last year's rule.
type Book struct{ own map[string][]*Own }

// Shipped are the rules that ship, and no others.
var Shipped *Book

// Own is a county's own version of a rule: what its JSON does not name stays as it ships.
type Own struct {
	ID   string // of the record that it is kept in
	Name string // as data/rules/<name>.json is called
	Text string // JSON
	From survey.Date

	once   sync.Once
	parsed any // nil where it cannot be read: then what ships counts
}

// NewBook gives the rules that ship with a county's own over them. Of two from one day the later record counts.
func NewBook(own []*Own) *Book {
	b := &Book{own: map[string][]*Own{}}
	for _, o := range own {
		b.own[o.Name] = append(b.own[o.Name], o)
	}
	for _, list := range b.own {
		slices.SortFunc(list, func(x, y *Own) int { return cmp.Or(cmp.Compare(y.From, x.From), cmp.Compare(y.ID, x.ID)) })
	}
	return b
}

// Versions are the county's own versions of a rule, the latest first.
func (b *Book) Versions(name string) []*Own {
	if b == nil {
		return nil
	}
	return b.own[name]
}

// On is the county's own version of a rule that counts on a day; nil where what ships does.
func (b *Book) On(name string, on time.Time) *Own {
	list := b.Versions(name)
	if len(list) == 0 {
		return nil
	}
	day := on.Format(time.DateOnly)
	if i := slices.IndexFunc(list, func(o *Own) bool { return o.From <= day }); i >= 0 {
		return list[i]
	}
	return nil
}

// In gives the parameters of a rule on a day. What it gives is shared: a caller that changes a list or map in it changes the rule.
// A county's version that this program cannot read, a newer one's, is passed over.
func In[T any](b *Book, name string, on time.Time) T {
	if o := b.On(name, on); o != nil {
		if r, ok := read[T](o); ok {
			return r
		}
	}
	return load[T](name)
}

func read[T any](o *Own) (T, bool) {
	o.once.Do(func() {
		if r, err := over[T](Text(o.Name), o.Text); err == nil {
			o.parsed = r
		}
	})
	r, ok := o.parsed.(T)
	return r, ok
}

// LeftSchool gives the rule of 两后生, with the day of the age worked out.
func (b *Book) LeftSchool(on time.Time) LeftSchool {
	r := In[LeftSchool](b, "left_school", on)
	r.CutOff = r.day(on)
	return r
}

// Labour gives the rule of the labour force.
func (b *Book) Labour(on time.Time) Labour { return In[Labour](b, "labour", on) }

// Ask gives the rule of the yearly round.
func (b *Book) Ask(on time.Time) Ask { return In[Ask](b, "ask", on) }

// Enrol gives the rule of enrolment.
func (b *Book) Enrol(on time.Time) Enrol { return In[Enrol](b, "enrol", on) }

// Train gives the rule of who must be trained.
func (b *Book) Train(on time.Time) Train { return In[Train](b, "train", on) }

// Visit gives the rule of visits.
func (b *Book) Visit(on time.Time) Visit { return In[Visit](b, "visit", on) }

// Fates gives what a 当前去向 means.
func (b *Book) Fates(on time.Time) Fates { return In[Fates](b, "fate", on) }

// Groups gives the rule of the groups, with the rule of 两后生 beside it.
func (b *Book) Groups(left LeftSchool, on time.Time) Groups {
	r := In[Groups](b, "group", on)
	r.left = left
	return r
}

// Yulu gives the rule of 雨露计划.
func (b *Book) Yulu(on time.Time) Aid { return b.working(In[Aid](b, "yulu", on), on) }

// Aids gives the other kinds of aid.
func (b *Book) Aids(on time.Time) []Aid {
	var out []Aid
	for _, a := range In[aids](b, "aid", on).Aids {
		out = append(out, b.working(a, on))
	}
	return out
}

func (b *Book) working(a Aid, on time.Time) Aid {
	labour := b.Labour(on)
	a.labour = &labour
	return a
}
