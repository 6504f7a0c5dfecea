package region

import "strings"

// Village finds a village within a township (or a county) by its code or by any form of its name: 左门, 左门村, 左门村委会,
// 左门村民委员会, with blanks anywhere.
func (t *Tree) Village(within, typed string) (Place, error) { return t.Find(Village, within, typed) }

// Find finds a place of one level within another by its code or by any form of its name: 姚安 or 姚安县, 楚雄州 or
// 楚雄彝族自治州, 左门 or 左门乡. The fullest form that fits anything decides; two places that fit it are ErrAmbiguous.
func (t *Tree) Find(level Level, within, typed string) (Place, error) {
	typed = bare(typed)
	if typed == "" {
		return Place{}, ErrUnknown.With(typed)
	}
	places := t.below(within, level)
	for _, form := range formsOf[level] {
		var found []Place
		for _, p := range places {
			if p.Code == typed || form(bare(p.Name)) == form(typed) {
				found = append(found, p)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return Place{}, ErrAmbiguous.With(typed)
		}
	}
	return t.former(within, level, typed)
}

// former finds a place by a name that it, or what became part of it, once had. Old lists go on using such names.
func (t *Tree) former(within string, level Level, typed string) (Place, error) {
	found := map[string]bool{}
	for code, steps := range t.steps {
		now := t.Now(code)
		if len(code) != int(level) || t.names[now] == "" || len(now) != int(level) || !t.within(now, within) {
			continue
		}
		for _, s := range steps {
			for _, form := range formsOf[level] {
				if code == typed || form(bare(s.Name)) == form(typed) {
					found[now] = true
				}
			}
		}
	}
	switch len(found) {
	case 0:
		return Place{}, ErrUnknown.With(typed)
	case 1:
		for code := range found {
			return Place{code, t.names[code]}, nil
		}
	}
	return Place{}, ErrAmbiguous.With(typed)
}

func (t *Tree) within(code, other string) bool {
	return other == "" || len(other) <= len(code) && t.Above(code, Level(len(other))) == other
}

// below gives all places of a level within a code; within may be of that level itself.
func (t *Tree) below(within string, level Level) []Place {
	switch {
	case len(within) > int(level):
		within = t.Above(within, level)
		fallthrough
	case len(within) == int(level):
		if n := t.names[within]; n != "" && !t.gone[within] {
			return []Place{{within, n}}
		}
		return nil
	}
	var out []Place
	for _, p := range t.Children(within) {
		out = append(out, t.below(p.Code, level)...)
	}
	return out
}

// bare takes out blanks, what cannot be seen, and the width of brackets.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' || r >= 0x200B && r <= 0x200F || r == 0xFEFF || r == '\n' || r == '\r':
			return -1
		case r == '（':
			return '('
		case r == '）':
			return ')'
		case r >= '０' && r <= '９':
			return r - 0xFEE0
		}
		return r
	}, s)
}

// Locate reads an address from its beginning: 姚安县左门乡地索村委会六组 gives the village and "六组". It goes as deep as the words
// lead; where they lead nowhere, the place is the one begun with and the rest is everything.
func (t *Tree) Locate(within, address string) (Place, string) {
	found, rest := Place{within, t.Name(within)}, bare(address)
	for _, level := range levels {
		if p, left, ok := t.begins(level, found.Code, rest); ok {
			found, rest = p, left
		}
	}
	return found, rest
}

// begins looks for the longest beginning of words that names a place of the level. A bare stem does not count, other than of
// a village: 左门村一组 does not begin with the township of that name.
func (t *Tree) begins(level Level, within, words string) (Place, string, bool) {
	rs := []rune(words)
	for n := min(len(rs), 24); n >= 2; n-- {
		head := string(rs[:n])
		if level != Village && !strings.ContainsAny(string(rs[n-1]), "省市州县区乡镇道旗盟") {
			continue
		}
		if p, err := t.Find(level, within, head); err == nil {
			return p, string(rs[n:]), true
		}
	}
	return Place{}, "", false
}
