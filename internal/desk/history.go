package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Edit is what somebody changed at one time.
type Edit struct {
	At   time.Time
	By   string // who
	Why  string // the reason that they gave
	What string // in one sentence: 文化程度：小学 → 初中；…
	Set  []Change
}

// Change is one answer that was changed. Was is empty where nothing stood there before.
type Change struct {
	Key   string
	Label string
	Was   string
	Now   string
}

// History tells what changed in a thing, when and by whom, the latest first: the edits made here and those that came from elsewhere,
// with what each replaced. What happened to a person or a household, by its events, is among it. It reads what is about this thing
// only, so it is as quick in a register of 100,000 people.
func (d *Desk) History(typ, id string) ([]Edit, error) {
	e, err := d.store.Get(typ, id)
	if err != nil {
		return nil, err
	}
	past, err := d.store.History(typ, id)
	if err != nil {
		return nil, err
	}
	h := history{d: d, typ: typ}
	h.beginning(e, past)
	for _, p := range past {
		h.add(p.Stamp, p.Actor, p.Reason, p.Fields)
	}
	if err := h.events(id); err != nil {
		return nil, err
	}
	slices.Reverse(h.edits) // of two of one moment the later one first
	slices.SortStableFunc(h.edits, func(a, b Edit) int { return b.At.Compare(a.At) })
	return h.edits, nil
}

// history is a history in the making.
type history struct {
	d     *Desk
	typ   string
	edits []Edit
}

// beginning adds what the thing was made with: what the first edit of an answer replaced, or what still stands.
func (h *history) beginning(e change.Entity, past []store.Past) {
	first := map[change.Stamp]map[string]store.Replaced{}
	by, known := map[change.Stamp]string{}, map[string]bool{}
	say := func(at change.Stamp, actor, key, v string) {
		known[key] = true
		if v == "" || at.IsZero() {
			return
		}
		if first[at] == nil {
			first[at] = map[string]store.Replaced{}
		}
		first[at][key], by[at] = store.Replaced{After: v}, actor
	}
	for _, p := range past {
		for key, r := range p.Fields {
			if !known[key] {
				say(r.At, r.By, key, r.Before)
			}
		}
	}
	for key, r := range e.Fields {
		if !known[key] && len(r.Heads) > 0 {
			say(r.Heads[0].Stamp, r.Heads[0].Actor, key, r.Heads[0].Value)
		}
	}
	for at, fields := range first {
		h.add(at, by[at], "", fields)
	}
}

func (h *history) add(at change.Stamp, by, why string, fields map[string]store.Replaced) {
	e := Edit{At: at.When().In(h.d.now().Location()), By: by, Why: why}
	for key, r := range fields {
		if !h.hides(key) {
			e.Set = append(e.Set, Change{key, h.d.labelOf(h.typ, key), h.show(key, r.Before), h.show(key, r.After)})
		}
	}
	if len(e.Set) == 0 {
		return
	}
	h.order(e.Set)
	e.What = sentence(e.Set)
	h.edits = append(h.edits, e)
}

// order puts answers in the order in which they are asked.
func (h *history) order(set []Change) {
	at := map[string]int{}
	if t := h.d.Table(h.typ); t != nil {
		for i, f := range t.Fields {
			at[f.Key] = i
		}
	}
	slices.SortFunc(set, func(a, b Change) int { return cmp.Or(cmp.Compare(at[a.Key], at[b.Key]), cmp.Compare(a.Key, b.Key)) })
}

// hides tells whether an answer is the program's own.
func (h *history) hides(key string) bool {
	t := h.d.Table(h.typ)
	if t == nil {
		return false
	}
	f, ok := t.Field(key)
	return ok && f.Hidden
}

// show is an answer in words; a link is shown as whom it names.
func (h *history) show(key, v string) string {
	if key == change.Deleted {
		return map[bool]string{true: text.T("desk.yes"), false: ""}[v != ""]
	}
	t := h.d.Table(h.typ)
	if t == nil || v == "" {
		return v
	}
	f, ok := t.Field(key)
	switch {
	case !ok:
		return v
	case f.Kind == survey.Link:
		return h.d.nameOfAny(v)
	case f.Kind == survey.Region:
		return h.d.placeName(v)
	}
	return f.Show(v)
}

// nameOfAny is what people call a person or a household, merged or deleted ones too.
func (d *Desk) nameOfAny(id string) string {
	for _, typ := range []string{registry.TypePerson, registry.TypeHousehold} {
		if e, err := d.store.Get(typ, id); err == nil {
			return nameIn(e)
		}
	}
	return ""
}

// maxSentence is how many answers a sentence names; the others are counted.
const maxSentence = 4

func sentence(set []Change) string {
	var parts []string
	for _, c := range set[:min(len(set), maxSentence)] {
		switch {
		case c.Was == "":
			parts = append(parts, text.T("desk.changed.to", c.Label, c.Now))
		case c.Now == "":
			parts = append(parts, text.T("desk.changed.cleared", c.Label, c.Was))
		default:
			parts = append(parts, text.T("desk.changed.from", c.Label, c.Was, c.Now))
		}
	}
	s := strings.Join(parts, text.T("desk.changed.and"))
	if n := len(set) - maxSentence; n > 0 {
		s += text.T("desk.changed.more", n)
	}
	return s
}

// events adds what happened, on the day on which it happened.
func (h *history) events(id string) error {
	all, err := h.d.Events(id)
	if err != nil {
		return err
	}
	for _, r := range all {
		day, _ := survey.Day(r.Get(survey.EventOn))
		e, err := h.d.store.Get(registry.TypeEvent, r.ID)
		if err != nil {
			return err
		}
		h.edits = append(h.edits, Edit{At: day, By: actorOf(e), Why: r.Get(survey.EventNote), What: h.d.eventWords(r)})
	}
	return nil
}

func actorOf(e change.Entity) string {
	if heads := e.Fields[survey.EventKind].Heads; len(heads) > 0 {
		return heads[0].Actor
	}
	return ""
}

// eventWords is an event as a sentence: 婚入：李秀英，从“张三”户到“王五”户.
func (d *Desk) eventWords(r registry.Record) string {
	who := d.nameOfAny(r.Get(survey.OfPerson))
	from, to := d.nameOfAny(r.Get(survey.OfHousehold)), d.nameOfAny(r.Get(survey.ToHousehold))
	kind := r.Get(survey.EventKind)
	switch {
	case to != "" && from != "":
		return text.T("desk.event.moved", kind, who, from, to)
	case to != "":
		return text.T("desk.event.came", kind, who, to)
	case who == "":
		return text.T("desk.event.house", kind, from)
	}
	return text.T("desk.event.person", kind, who)
}
