package change

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/fxamacker/cbor/v2"
)

// Head is a value that nobody replaced.
type Head struct {
	Stamp Stamp
	Value string
	Actor string
}

func (h Head) compare(o Head) int { // the shown value first
	return cmp.Or(o.Stamp.Compare(h.Stamp), strings.Compare(o.Value, h.Value), strings.Compare(o.Actor, h.Actor))
}

// Register is one field: what stands in it now, and the stamps of what was replaced.
type Register struct {
	Heads []Head  // highest stamp first; the first is the value
	Past  []Stamp // ascending; edits with these stamps do nothing when they come late or again

	extra []cbor.RawMessage
}

// Entity is a person, a household, a class ...: all that is known of it.
type Entity struct {
	Type, ID string
	Fields   map[string]Register

	extra map[uint64]cbor.RawMessage
}

// Apply adds a change. The order of changes, their repetition and their grouping make no difference: the heads of a field
// are always those values whose stamp is in nobody's Base. A change of another entity is ignored.
func (e *Entity) Apply(c Change) {
	if e.Type == "" && e.ID == "" {
		e.Type, e.ID = c.Type, c.ID
	}
	if e.Type != c.Type || e.ID != c.ID {
		return
	}
	if e.Fields == nil {
		e.Fields = make(map[string]Register, len(c.Fields))
	}
	slab := make([]Head, 0, len(c.Fields)) // one allocation for the fields that were empty
	for key, set := range c.Fields {
		h, r := Head{c.Stamp, set.Value, c.Actor}, e.Fields[key]
		if len(r.Heads)+len(r.Past)+len(r.extra)+len(set.Base) > 0 {
			e.Fields[key] = r.apply(h, set.Base)
			continue
		}
		slab = append(slab, h)
		e.Fields[key] = Register{Heads: slab[len(slab)-1 : len(slab) : len(slab)]}
	}
}

func (r Register) apply(h Head, base []Stamp) Register {
	past := stamps(r.Past)
	for _, s := range base {
		if s != h.Stamp { // nothing replaces itself
			past = past.add(s)
		}
	}
	r.Past = past
	heads := make([]Head, 0, 1)
	for _, old := range r.Heads {
		if !past.has(old.Stamp) {
			heads = append(heads, old)
		}
	}
	if i, ok := slices.BinarySearchFunc(heads, h, Head.compare); !ok && !past.has(h.Stamp) {
		heads = slices.Insert(heads, i, h)
	}
	r.Heads = heads
	return r
}

// Value is the value shown; "" where there is none.
func (r Register) Value() string {
	if len(r.Heads) == 0 {
		return ""
	}
	return r.Heads[0].Value
}

// Base is what an edit of this field names as its Base.
func (r Register) Base() []Stamp {
	var b stamps
	for _, h := range r.Heads {
		b = b.add(h.Stamp)
	}
	return b
}

// split tells whether the heads differ in value.
func (r Register) split() bool {
	for _, h := range r.Heads {
		if h.Value != r.Heads[0].Value {
			return true
		}
	}
	return false
}

// Value is the value of one field; "" where there is none.
func (e Entity) Value(key string) string { return e.Fields[key].Value() }

// Values gives all fields that have a value, without the register of deletion.
func (e Entity) Values() map[string]string {
	m := make(map[string]string, len(e.Fields))
	for key, r := range e.Fields {
		if v := r.Value(); v != "" && key != Deleted {
			m[key] = v
		}
	}
	return m
}

// Exists tells whether any change of the entity was seen.
func (e Entity) Exists() bool { return len(e.Fields) > 0 }

// Changed is the highest stamp among all heads: the last edit.
func (e Entity) Changed() Stamp {
	var last Stamp
	for _, r := range e.Fields {
		if len(r.Heads) > 0 && r.Heads[0].Stamp.Compare(last) > 0 {
			last = r.Heads[0].Stamp
		}
	}
	return last
}

// Deleted tells whether the entity is gone: someone deleted it, nobody took that back, and the deletion knew of every value.
func (e Entity) Deleted() bool {
	return e.deletion() && len(e.unseen()) == 0
}

// deletion tells whether all heads of the register of deletion say so.
func (e Entity) deletion() bool {
	heads := e.Fields[Deleted].Heads
	return len(heads) > 0 && !slices.ContainsFunc(heads, func(h Head) bool { return h.Value == "" })
}

// unseen gives the fields with a head that no deletion knew of, sorted.
func (e Entity) unseen() []string {
	seen := stamps(e.Fields[Deleted].Past)
	var keys []string
	for key, r := range e.Fields {
		if key != Deleted && slices.ContainsFunc(r.Heads, func(h Head) bool { return !seen.has(h.Stamp) }) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// Seen gives the stamps of all heads of the entity: the Base of a deletion.
func (e Entity) Seen() []Stamp {
	var all stamps
	for _, r := range e.Fields {
		for _, h := range r.Heads {
			all = all.add(h.Stamp)
		}
	}
	return all
}

// Clone gives a copy that shares nothing which Apply changes.
func (e Entity) Clone() Entity {
	e.Fields = maps.Clone(e.Fields) // registers are replaced by Apply, never written into
	return e
}

// Knows tells whether an edit with this stamp is in the register: as a head, or replaced.
func (r Register) Knows(s Stamp) bool {
	return stamps(r.Past).has(s) || slices.ContainsFunc(r.Heads, func(h Head) bool { return h.Stamp == s })
}
