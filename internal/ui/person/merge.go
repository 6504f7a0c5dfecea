package person

import (
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

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

// ask asks once more, for it moves everything that hangs on a record. Two good ID numbers are two people unless somebody says why not.
func (m *merger) ask() {
	of := func(x registry.Person) string { return page.HouseName(m.p.d.Desk, x.HouseholdID()) }
	s := &form.Short{
		Title: text.T("person.merge.page"), Intro: text.T("person.merge.ask", m.drop.Name(), of(m.drop), m.keep.Name(), of(m.keep)), Yes: text.T("person.merge.yes"),
		Why: text.T("person.merge.why"), Do: m.merge,
	}
	s.Show(m.p.d)
}

// merge makes one of the two, with the answers that were chosen: one act, that one undo takes back.
func (m *merger) merge(how ...desk.How) error {
	if err := m.p.d.Desk.MergePeople(m.keep.ID, m.drop.ID, append(how, desk.Taking(m.chosen()...))...); err != nil {
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

// chosen are the questions of which the answer of the record that goes was chosen.
func (m *merger) chosen() (keys []string) {
	for _, r := range m.rows {
		if r.taken == 1 {
			keys = append(keys, r.field.Key)
		}
	}
	return keys
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
	kit.AskWords(p.d.Window, text.T("person.unmerge"), text.T("person.unmerge.ask", r.Get(survey.FullName)), text.T("person.unmerge.hint"), text.T("person.unmerge"), func(reason string) {
		if reason == "" {
			return
		}
		if err := p.d.Desk.Unmerge(r.ID, desk.Because(reason)); err != nil {
			p.d.ShowError(err)
			return
		}
		p.did(text.T("person.unmerged", r.Get(survey.FullName)))
	})
}
