package household

import (
	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// kin asks what people become to a new head: what follows from what they were is filled in, the rest is asked.
type kin struct {
	d      page.Deps
	box    *fyne.Container
	inputs map[string]kit.Input
	asked  []kit.Input     // those shown now, in order
	said   map[string]bool // a person chose it: it is not worked out again
	grown  func()          // the box needs more room
}

func newKin(d page.Deps) *kin {
	return &kin{d: d, box: kit.Rows(6), inputs: map[string]kit.Input{}, said: map[string]bool{}}
}

// show lists the relations of people to head, one of them or of another household; it is drawn anew as the choice changes.
func (k *kin) show(people []registry.Person, head string) {
	k.box.RemoveAll()
	k.asked = nil
	worked := desk.Relations(people, head)
	for _, p := range people {
		if p.ID == head {
			continue
		}
		k.box.Add(k.line(p, worked[p.ID]))
	}
	if len(k.box.Objects) > 0 {
		k.box.Objects = append([]fyne.CanvasObject{kit.Caption(text.T("household.kin"), kit.Quiet)}, k.box.Objects...)
	}
	k.box.Refresh()
	if k.grown != nil {
		k.grown()
	}
}

func (k *kin) line(p registry.Person, relation string) fyne.CanvasObject {
	input := k.inputs[p.ID]
	if input == nil {
		input = form.Ask(k.d, survey.Person, survey.Relation, "").Input
		input.OnChange(func() { k.said[p.ID] = true })
		k.inputs[p.ID] = input
	}
	if !k.said[p.ID] {
		input.SetValue(relation)
	}
	k.asked = append(k.asked, input)
	was := kit.Caption(p.Relation(), kit.Quiet)
	return kit.Line(8, kit.Wide(120, kit.Words(p.Name(), kit.Plain)), kit.Wide(90, was), kit.Wide(220, input))
}

// row is the list of relations within a dialog: Enter leads through it.
func (k *kin) row() form.ShortRow {
	return form.ShortRow{Shown: k.box, Inside: func() []kit.Input { return k.asked }}
}

// as are the relations as they stand now.
func (k *kin) as() map[string]string {
	out := map[string]string{}
	for id, i := range k.inputs {
		if v := i.Value(); v != "" {
			out[id] = v
		}
	}
	return out
}
