package survey

import (
	"maps"
	"slices"
	"sync"
	"unicode/utf8"
)

// Vocabulary are the trades that wishes may name, with the words people have for them: the list of choices "trade" and, behind it, a
// county's own. nil is the list as it ships.
type Vocabulary struct{ list choiceList }

var shippedTrades = sync.OnceValue(func() *Vocabulary { return &Vocabulary{choiceLists()["trade"]} })

// Trades gives the trades that ship with a county's own behind them. A word that a county says for its own trade means that one, even
// where the list has it for another; only the name of a trade always means that trade. Of a trade that ships the county's words are
// added.
func Trades(own ...ChoiceItem) *Vocabulary {
	ships := shippedTrades().list
	if len(own) == 0 {
		return shippedTrades()
	}
	v := &Vocabulary{choiceList{items: slices.Clone(ships.items), by: maps.Clone(ships.by)}}
	for _, c := range own {
		v.add(c)
	}
	for _, c := range v.list.items {
		v.list.by[Fold(c.Name)] = c.Name
	}
	v.list.begin = map[rune][]string{}
	for _, k := range slices.Sorted(maps.Keys(v.list.by)) {
		first, _ := utf8.DecodeRuneInString(k)
		v.list.begin[first] = append(v.list.begin[first], k)
	}
	return v
}

func (v *Vocabulary) add(c ChoiceItem) {
	if Fold(c.Name) == "" {
		return
	}
	i := slices.IndexFunc(v.list.items, func(o ChoiceItem) bool { return Fold(o.Name) == Fold(c.Name) })
	if i < 0 {
		v.list.items, i = append(v.list.items, c), len(v.list.items)
	} else {
		v.list.items[i].Also = slices.Concat(v.list.items[i].Also, c.Also)
	}
	for _, w := range append([]string{c.Code}, c.Also...) {
		if k := Fold(w); k != "" {
			v.list.by[k] = v.list.items[i].Name
		}
	}
}

func (v *Vocabulary) in() choiceList {
	if v == nil {
		return shippedTrades().list
	}
	return v.list
}

// Items are the trades in the order shown.
func (v *Vocabulary) Items() []ChoiceItem { return v.in().items }

// Find gives the trade that was meant, as FindChoice does.
func (v *Vocabulary) Find(typed string) (name string, ok bool) {
	name, ok = v.in().by[Fold(typed)]
	return name, ok
}

// Name is the trade that was meant, or what was typed where none is known.
func (v *Vocabulary) Name(typed string) string {
	if name, ok := v.Find(typed); ok {
		return name
	}
	return typed
}

// Words are the trades that the field picks from: a county's own among them where its table offers them; nil, which is those that ship,
// elsewhere.
func (f Field) Words() *Vocabulary { return f.words }
