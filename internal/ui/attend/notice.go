package attend

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// warn says above the roster what is unusual: a class whose board or licence does not hang yet, with the way to where that is said, a session
// that is not today's, and what was noted late or with a clock turned back.
func (p *Page) warn() {
	p.notice.Objects = nil
	rows := kit.Rows(6)
	if p.class.ID != "" && len(p.sessions) > 0 {
		if err := p.class.MayStart(); err != nil {
			rows.Add(p.gate(err))
		} else if p.session.Answers[training.HeldOn] != p.today() {
			rows.Add(kit.Tinted(kit.Warn, kit.Words(text.T("attend.not_today", p.session.Answers[training.HeldOn], p.session.Half()), kit.Warn)))
		}
		for i, b := range p.flags {
			if i == mostFlags {
				rows.Add(kit.Caption(text.T("attend.flags.more", len(p.flags)-i), kit.Warn))
				break
			}
			rows.Add(flag(b))
		}
	}
	if len(rows.Objects) > 0 {
		p.notice.Objects = []fyne.CanvasObject{rows}
	}
	p.notice.Refresh()
}

// mostFlags is how many of them leave room for the roster; the class's page has them all.
const mostFlags = 2

func flag(b training.Break) fyne.CanvasObject {
	tone := kit.Warn
	if b.Serious {
		tone = kit.Bad
	}
	return kit.Prose(b.Says(), tone)
}

// gate says why nobody can be noted yet, with the way to the question.
func (p *Page) gate(err error) fyne.CanvasObject {
	x := text.Explain(err)
	to := kit.NewPrimary(text.T("attend.gate"), func() { p.deps.Show(page.Class, p.class.ID+"/"+training.KeyOf(err)) })
	return kit.Tinted(kit.Warn, container.NewBorder(nil, nil, nil, to, kit.Prose(x.What+x.Way, kit.Warn)))
}
