package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// telling is the sheet over the page that says all there is to say of a stage, each missing thing with the way to it.
type telling struct {
	l    *life
	s    stage
	d    *kit.Dialog
	rows *fyne.Container
}

func (l *life) tell(s stage) {
	t := &telling{l: l, s: s, d: &kit.Dialog{Title: s.Stage, OnClose: l.p.Focus}, rows: kit.Rows(6)}
	t.words()
	t.d.Buttons = []*kit.Button{kit.NewButton(text.T("class.close"), t.d.Close)}
	t.ways()
	t.d.Default = len(t.d.Buttons) - 1
	t.rows.Add(kit.Prose(text.T("class.source", l.p.deps.Desk.RuleBook().StageOwner(s.Stage, l.p.deps.Desk.Today()).Source), kit.Quiet))
	size := t.rows.MinSize()
	scroll := container.NewVScroll(kit.Wide(580, t.rows))
	scroll.SetMinSize(fyne.NewSize(600, min(max(size.Height, 120)+60, l.p.roomy().Height-60)))
	t.d.Content = scroll
	t.d.Show(l.p.deps.Window)
}

func (t *telling) words() {
	t.rows.Add(kit.Prose(text.T("class.stage.owner", t.s.Owner), kit.Plain))
	if t.s.Deadline != "" {
		tone := kit.Plain
		if t.s.Late {
			tone = kit.Bad
		}
		t.rows.Add(kit.Prose(t.s.Deadline, tone))
	}
	switch {
	case t.s.DoneOn != "":
		t.rows.Add(kit.Words(text.T("class.stage.on", t.s.DoneOn), kit.Good))
	case t.s.Reached && t.s.Stage != training.Draft:
		t.rows.Add(kit.Words(text.T("class.stage.unsaid"), kit.Warn))
	}
	if len(t.s.Missing) > 0 {
		said := "class.stage.missing"
		if len(t.s.must()) == 0 {
			said = "class.stage.doubts"
		}
		t.rows.Add(kit.Strong(text.T(said, t.s.Stage), lackTone(t.s.Missing[0])))
		t.rows.Add(t.lacks())
	}
	for _, err := range t.s.Doubts {
		t.rows.Add(kit.Prose(text.T("class.stage.doubt", text.Explain(err).What), kit.Quiet))
	}
}

// lacks are the names of what is not filled in as buttons, and what the rules say in whole sentences with a button behind.
func (t *telling) lacks() fyne.CanvasObject {
	short, long := kit.Flow(6), kit.Rows(4)
	for _, err := range t.s.Missing {
		to := t.then(func() { t.l.p.toLack(err) })
		if training.KeyOf(err) != "" && lackTone(err) == kit.Bad {
			short.Add(kit.NewButton(lackName(err), to))
			continue
		}
		long.Add(container.NewBorder(nil, nil, nil, kit.NewButton(text.T("class.stage.to"), to), kit.Prose("· "+lackName(err), lackTone(err))))
	}
	return kit.Rows(6, short, long)
}

// then closes the sheet and goes on.
func (t *telling) then(do func()) func() {
	return func() {
		t.d.OnClose = nil
		t.d.Close()
		do()
	}
}

func (t *telling) ways() {
	add := func(b *kit.Button) { t.d.Buttons = append(t.d.Buttons, b) }
	if t.s.Stage == training.Posted {
		add(kit.NewButton(text.T("class.post.print"), t.then(func() { t.l.p.deps.Show(page.Papers, t.l.p.class.ID) })))
	}
	if t.s.Reached && !t.s.Here {
		add(kit.NewButton(text.T("class.stage.back", t.s.Stage), t.then(func() { t.back() })))
	}
	if keys := training.DayOf[t.s.Stage]; len(keys) > 0 && t.s.Reached {
		add(kit.NewButton(text.T("class.stage.day"), t.then(func() { t.l.p.toField(keys[len(keys)-1]) })))
	}
	switch must := t.s.must(); {
	case t.s.next && len(must) == 0:
		add(kit.NewPrimary(text.T("class.advance", t.s.Stage), t.then(func() { t.l.p.Leave(func() { t.l.move(t.s) }) })))
	case len(must) > 0:
		add(kit.NewPrimary(text.T("class.stage.first"), t.then(func() { t.l.p.toLack(must[0]) })))
	}
}

// back takes the class back to this stage, for a reason.
func (t *telling) back() {
	p := t.l.p
	p.askReason(text.T("class.stage.back", t.s.Stage), text.T("class.stage.back.ask", p.class.Stage(), t.s.Stage), text.T("class.stage.back", t.s.Stage),
		text.T("class.reasons.back"), func(why string) {
			if err := p.deps.Desk.GoBack(p.class.ID, t.s.Stage, why); err != nil {
				p.deps.ShowError(err)
				return
			}
			p.saved(text.T("class.advanced", t.s.Stage))
		})
}
