package person

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// merger lays two records side by side: what both say alike is left out, of what they say differently one is chosen, and what only
// one of them says is there to be read, for it stays.
type merger struct {
	p    *Page
	keep registry.Person // stays; the other is read as this one afterwards
	drop registry.Person
	rows []*difference
	only []oneSided
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

// oneSided is one question that only one of the two answers, or answers well.
type oneSided struct {
	field  survey.Field
	values [2]string
}

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
	plan, err := d.PlanMerge(keep, drop)
	if err != nil {
		return err
	}
	for _, x := range plan.Differ {
		m.rows = append(m.rows, &difference{field: x.Field, values: [2]string{x.Keep, x.Drop}, by: [2]string{writer(a, x.Field.Key), writer(b, x.Field.Key)}})
	}
	m.only = m.oneSided(plan)
	return nil
}

// oneSided are the questions that one record alone answers, as they will stand: what the one that stays says, and what it takes over.
// What is worked out from another answer says nothing of its own.
func (m *merger) oneSided(plan registry.Merge) (all []oneSided) {
	for _, f := range m.p.d.Desk.Table(registry.TypePerson).Fields {
		if f.Kind == survey.Link || f.Hidden || f.From != nil && !f.OrAsked {
			continue
		}
		v, w := m.keep.Get(f.Key), m.drop.Get(f.Key)
		_, filled := plan.Fill[f.Key]
		if v != w && (filled || v != "" && w == "") {
			all = append(all, oneSided{f, [2]string{v, w}})
		}
	}
	return all
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
	for _, r := range m.rows {
		rows.Add(r.lay())
	}
	if len(m.rows) == 0 {
		rows.Add(kit.Prose(text.T("person.merge.alike"), kit.Quiet))
	}
	if len(m.only) > 0 {
		rows.Add(container.New(layout.NewCustomPaddedLayout(12, 2, 0, 0), kit.Strong(text.T("person.merge.only"), kit.Quiet)))
	}
	for _, o := range m.only {
		rows.Add(o.lay())
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

func (r *difference) lay() fyne.CanvasObject {
	for i := range r.values {
		r.faces[i] = kit.NewOption(form.Shown(r.field, r.values[i], true), r.by[i], func() { r.take(i) })
	}
	r.take(r.taken)
	return columns(questionOf(r.field, 8), r.faces[0], r.faces[1])
}

// questionOf is a question's name before the two answers, as low as they are.
func questionOf(f survey.Field, top float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(top, 0, 4, 4), kit.Prose(f.Label, kit.Quiet))
}

func (o oneSided) lay() fyne.CanvasObject {
	var sides [2]fyne.CanvasObject
	for i, v := range o.values {
		words := kit.Prose(text.T("person.merge.blank"), kit.Quiet)
		if v != "" {
			words = kit.Prose(form.Shown(o.field, v, true), kit.Plain)
		}
		sides[i] = container.New(layout.NewCustomPaddedLayout(3, 3, 8, 8), words)
	}
	return columns(questionOf(o.field, 3), sides[0], sides[1])
}

func (r *difference) take(i int) {
	r.taken = i
	for n, f := range r.faces {
		f.Set(n == i)
	}
}
