package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// areaHad keeps, by field, digests of values that people replaced by hand.
const areaHad = "had"

// memory is what the desk remembers of lists, for intake.
type memory struct{ d *Desk }

// Imported implements intake.Memory.
func (m memory) Imported(list string) bool {
	var there bool
	return m.d.local(areaImportList, list, &there) == nil && there
}

// Kept implements intake.Memory.
func (m memory) Kept(list, typ, id, key string) string {
	var memo intake.Memo
	if m.d.local(areaImportMemo, memoKey(list, typ, id, key), &memo) != nil {
		return ""
	}
	return memo.Value
}

// Had implements intake.Memory. Only what people replaced here, in a form or a decision, is known: a value that one list replaced
// with another's is no correction.
func (m memory) Had(typ, id, key, value string) bool {
	var had []string
	return m.d.local(areaHad, memoKey(typ, id, key), &had) == nil && slices.Contains(had, digest(value))
}

func memoKey(parts ...string) string { return strings.Join(parts, "/") }

// digest stands for a value: enough to know it again.
func digest(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:8])
}

// remember keeps what a plan wants to be remembered of its lists.
func (e *edit) remember(p *intake.Plan) error {
	for _, list := range p.Lists() {
		if err := e.keepJSON(areaImportList, list, true); err != nil {
			return err
		}
	}
	for _, m := range p.Memos() {
		if err := e.keepJSON(areaImportMemo, memoKey(m.List, m.Type, m.ID, m.Key), m); err != nil {
			return err
		}
	}
	return nil
}

// maxHad is how many replaced values of one field are remembered.
const maxHad = 20

// replaced remembers the values that a person replaced by hand: a list that still has them is behind, and brings no news.
func (e *edit) replaced(typ, id string, before, after survey.Answers) error {
	if e.batch || typ != registry.TypePerson && typ != registry.TypeHousehold {
		return nil
	}
	for key, old := range before {
		if old == after[key] || old == "" {
			continue
		}
		var had []string
		if err := e.localJSON(areaHad, memoKey(typ, id, key), &had); err != nil {
			return err
		}
		if mark := digest(old); !slices.Contains(had, mark) {
			had = append(had, mark)
			had = had[max(0, len(had)-maxHad):]
			if err := e.keepJSON(areaHad, memoKey(typ, id, key), had); err != nil {
				return err
			}
		}
	}
	return nil
}
