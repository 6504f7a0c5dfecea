package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// indicators are those of the policy, each with what it was made of and how: a rate alone says nothing.
func (s *after) indicators() ([]fyne.CanvasObject, error) {
	all, err := s.p.deps.Desk.Evaluate(s.p.class.ID)
	var out []fyne.CanvasObject
	for _, i := range all {
		num, den := i.Parts()
		share, tone := i.Share(), kit.Plain
		if share == "" {
			share, tone = text.T("class.eval.none"), kit.Quiet
		}
		right := kit.Line(8, kit.Caption(text.T("class.eval.parts", num, den), kit.Quiet), kit.Em(4, kit.Strong(share, tone)))
		out = append(out, kit.Rows(0, container.NewBorder(nil, nil, nil, right, kit.NewClipped(kit.Words(i.Name(), kit.Plain))), kit.Prose(i.Definition(), kit.Quiet)))
	}
	return out, err
}
