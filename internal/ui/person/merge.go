package person

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// merger lays two records side by side: what both say alike is left out, of what they say differently one is chosen.
type merger struct {
	p    *Page
	keep registry.Person // stays; the other is read as this one afterwards
	drop registry.Person
	rows []*difference
	yes  *kit.Button
}

// difference is one question that the two answer differently.
type difference struct {
	field  survey.Field
	values [2]string
	by     [2]string // who wrote it, when
	taken  int
	faces  [2]*kit.Option
}

// askMerge asks who the same person is.
func (p *Page) askMerge() {
	other := page.PersonFinder(p.d.Desk, p.ID)
	s := &form.Short{
		Title: text.T("person.merge.title", p.file.person.Name()), Intro: text.T("person.merge.what"), Yes: text.T("person.merge.compare"),
		Rows: []form.ShortRow{{Label: text.T("person.merge.other"), Input: other}},
	}
	s.Do = func(...desk.How) error {
		if other.Value() == "" {
			return errNobody
		}
		p.d.After(0, func() { p.d.Show(page.Person, page.Merge+p.ID+"/"+other.Value()) })
		return nil
	}
	s.Show(p.d)
}

var errNobody = text.NewError("person.merge.nobody")

// compare shows two records side by side.
func (p *Page) compare(keep, drop string) {
	m := &merger{p: p}
	if err := m.read(keep, drop); err != nil {
		p.d.ShowError(err)
		p.file = nil
		p.Put(kit.Empty(theme.AccountIcon(), text.T("person.gone"), text.Explain(err).String(), kit.NewButton(text.T("person.back"), p.d.Back)))
		return
	}
	p.merging = m
	p.Put(m.lay())
}

func (m *merger) read(keep, drop string) (err error) {
	d := m.p.d.Desk
	if m.keep, err = d.Person(keep); err != nil {
		return err
	}
	if m.drop, err = d.Person(drop); err != nil {
		return err
	}
	a, err := d.Seen(registry.TypePerson, keep)
	if err != nil {
		return err
	}
	b, err := d.Seen(registry.TypePerson, drop)
	if err != nil {
		return err
	}
	for _, f := range d.Table(registry.TypePerson).Fields {
		if v, w := m.keep.Answers[f.Key], m.drop.Answers[f.Key]; v != w && f.Kind != survey.Link && !f.Hidden && (f.From == nil || f.OrAsked) {
			m.rows = append(m.rows, &difference{field: f, values: [2]string{v, w}, by: [2]string{writer(a, f.Key), writer(b, f.Key)}, taken: better(v, w)})
		}
	}
	return nil
}

// better is the value that stands unless somebody says otherwise: the first record's, where it says anything.
func better(v, w string) int {
	if v == "" && w != "" {
		return 1
	}
	return 0
}

// writer is who wrote an answer, and when.
func writer(e change.Entity, key string) string {
	heads := e.Fields[key].Heads
	if len(heads) == 0 || heads[0].Value == "" {
		return ""
	}
	return text.T("person.merge.by", cmp.Or(heads[0].Actor, text.T("person.merge.unnamed")), heads[0].Stamp.When().Local().Format("2006-01-02"))
}

func (m *merger) lay() fyne.CanvasObject {
	d := m.p.d
	swap := kit.NewButton(text.T("person.merge.swap"), func() { m.p.compare(m.drop.ID, m.keep.ID) })
	two := kit.NewButton(text.T("person.merge.two"), m.twoPeople)
	m.yes = kit.NewPrimary(text.T("person.merge.yes"), m.ask)
	head := kit.Head(kit.Line(8, kit.NewIcon(text.T("person.back"), theme.NavigateBackIcon(), d.Back), kit.Title(text.T("person.merge.page"))), kit.Line(8, swap, two, m.yes))
	rows := kit.Rows(0, m.names())
	for i, r := range m.rows {
		rows.Add(r.lay(i%2 == 1))
	}
	if len(m.rows) == 0 {
		rows.Add(kit.Prose(text.T("person.merge.alike"), kit.Quiet))
	}
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), kit.Rows(10,
		kit.Prose(text.T("person.merge.how"), kit.Quiet), kit.Panel(rows))))
	return kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, body))
}

// names heads the two columns.
func (m *merger) names() fyne.CanvasObject {
	side := func(x registry.Person, tone kit.Tone, role string) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(2, 8, 8, 8), kit.Rows(2, kit.Line(8, kit.Strong(x.Name(), kit.Plain), kit.Badge(text.T(role), tone)),
			kit.Prose(page.Tell(m.p.d.Desk, x.ID), kit.Quiet), kit.Caption(m.hangs(x.ID), kit.Quiet)))
	}
	return columns(kit.Caption("", kit.Quiet), side(m.keep, kit.Good, "person.merge.stays"), side(m.drop, kit.Quiet, "person.merge.goes"))
}

// hangs is how much hangs on a record: it is all kept.
func (m *merger) hangs(id string) string {
	d := m.p.d.Desk
	wishes, _ := d.Wishes(id)
	classes, _ := d.ClassesOf(id)
	facts, _ := d.Facts(id)
	return text.T("person.merge.hangs", len(wishes), len(classes), len(facts))
}

// columns lays a question and the two answers side by side.
func columns(o ...fyne.CanvasObject) fyne.CanvasObject { return container.New(mergeLayout{}, o...) }

// mergeLayout gives the question a fifth of the width and each answer two.
type mergeLayout struct{}

func (mergeLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(400, h)
}

func (mergeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, c := range o {
		w := size.Width * 0.4
		if i == 0 {
			w = size.Width * 0.2
		}
		c.Resize(fyne.NewSize(w-8, size.Height))
		c.Move(fyne.NewPos(x, 0))
		x += w
	}
}

func (r *difference) lay(stripe bool) fyne.CanvasObject {
	for i := range r.values {
		shown := form.Shown(r.field, r.values[i], true)
		if r.values[i] == "" {
			shown = text.T("person.merge.blank")
		}
		r.faces[i] = kit.NewOption(shown, r.by[i], func() { r.take(i) })
	}
	r.take(r.taken)
	label := container.NewCenter(kit.Prose(r.field.Label, kit.Quiet))
	label.Layout = layout.NewCustomPaddedLayout(8, 0, 4, 4)
	_ = stripe
	return columns(label, r.faces[0], r.faces[1])
}

func (r *difference) take(i int) {
	r.taken = i
	for n, f := range r.faces {
		f.Set(n == i)
	}
}

// ask asks once more, for it moves everything that hangs on a record.
func (m *merger) ask() {
	s := &form.Short{
		Title: text.T("person.merge.page"), Intro: text.T("person.merge.ask", m.drop.Name(), m.keep.Name()), Yes: text.T("person.merge.yes"),
		Do: m.merge,
	}
	s.Show(m.p.d)
}

// merge takes the answers that were chosen, then makes one of the two.
func (m *merger) merge(how ...desk.How) error {
	d := m.p.d.Desk
	if taken := m.chosen(); taken != nil {
		if _, err := d.SavePerson(m.keep.ID, taken, desk.Anyway(text.T("person.merge.reason"))); err != nil {
			return err
		}
	}
	if err := d.MergePeople(m.keep.ID, m.drop.ID, how...); err != nil {
		return err
	}
	m.p.merging = nil
	m.p.d.After(0, func() {
		m.p.d.Forget()
		m.p.d.Show(page.Person, m.keep.ID)
		m.p.did(text.T("person.merge.done", m.keep.Name()))
	})
	return nil
}

// chosen are the answers of the record that stays with those taken from the other; nil where none is. What stays blank is filled
// by the merge itself, which can be taken back.
func (m *merger) chosen() survey.Answers {
	a, any := survey.Answers{}, false
	for k, v := range m.keep.Answers {
		a[k] = v
	}
	for _, r := range m.rows {
		switch {
		case r.taken == 1 && r.values[0] != "":
			a[r.field.Key], any = r.values[1], true
		}
	}
	if !any {
		return nil
	}
	return a
}

// twoPeople keeps that they are two, so that nobody is asked again.
func (m *merger) twoPeople() {
	kit.AskWords(m.p.d.Window, text.T("person.merge.two"), text.T("person.merge.two.ask", m.keep.Name(), m.drop.Name()), text.T("person.merge.two.hint"), text.T("person.merge.two"), func(reason string) {
		if strings.TrimSpace(reason) == "" {
			return
		}
		if err := m.p.d.Desk.TwoPeople(m.keep.ID, m.drop.ID, desk.Because(reason)); err != nil {
			m.p.d.ShowError(err)
			return
		}
		m.p.merging = nil
		m.p.d.Back()
		m.p.d.Undo(text.T("person.merge.are_two"))
	})
}

// unmerge parts a record again.
func (p *Page) unmerge(r registry.Record) {
	kit.AskWords(p.d.Window, text.T("person.unmerge"), text.T("person.unmerge.ask", r.Answers[survey.FullName]), text.T("person.unmerge.hint"), text.T("person.unmerge"), func(reason string) {
		if reason == "" {
			return
		}
		if err := p.d.Desk.Unmerge(r.ID, desk.Because(reason)); err != nil {
			p.d.ShowError(err)
			return
		}
		p.did(text.T("person.unmerged", r.Answers[survey.FullName]))
	})
}
