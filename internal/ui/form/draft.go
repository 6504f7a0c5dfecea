package form

import (
	"maps"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// rawMark leads a draft's key under which lies what was typed and cannot be stored yet: half an ID number is worth keeping.
const rawMark = "typed:"

// keep writes the draft, or takes it away where nothing is unsaved.
func (f *Form) keep() {
	if f.o.Drafts == nil {
		return
	}
	if !f.Changed() {
		f.drop()
		return
	}
	a := f.Answers()
	for _, c := range f.cells {
		if c.problem() != nil {
			a[rawMark+c.field.Key] = c.typed()
		}
	}
	if err := f.o.Drafts.SaveDraft(f.table.Name, f.o.DraftID, a); err != nil {
		f.view.foot(text.T("form.draft_failed"), kit.Warn)
		return
	}
	f.view.foot(text.T("form.draft_kept", f.o.Now().Format("15:04")), kit.Quiet)
}

func (f *Form) drop() {
	if f.o.Drafts != nil {
		_ = f.o.Drafts.DropDraft(f.table.Name, f.o.DraftID) // a draft left over is offered again, no harm
	}
}

// restore puts the draft over what was loaded and says so.
func (f *Form) restore() {
	if f.o.Drafts == nil {
		return
	}
	d, ok, err := f.o.Drafts.Draft(f.table.Name, f.o.DraftID)
	if err != nil || !ok {
		return
	}
	a := d.Answers
	f.fill(a)
	for _, c := range f.cells {
		if raw := a[rawMark+c.field.Key]; raw != "" {
			c.setTyped(raw)
		}
	}
	if !f.Changed() {
		f.drop()
		return
	}
	f.view.notice(text.T("form.restored", d.At.Format("01-02 15:04")), func() {
		f.drop()
		f.Load(maps.Clone(f.base))
	})
}

// askUnsaved asks what becomes of unsaved work: save it, throw it away, or stay.
func askUnsaved(f *Form, then func()) {
	d := &kit.Dialog{Title: text.T("form.unsaved"), Content: kit.Prose(text.T("form.unsaved.ask"), kit.Plain)}
	stay := kit.NewButton(text.T("form.stay"), func() { d.Close() })
	discard := kit.NewButton(text.T("form.discard"), func() {
		d.Close()
		f.round++
		f.drop()
		f.fill(f.base)
		then()
	})
	save := kit.NewPrimary(text.T("form.save"), func() {
		d.Close()
		f.Save()
		if !f.Changed() {
			then()
		}
	})
	d.Buttons, d.Default = []*kit.Button{stay, discard, save}, 2
	d.Show(f.o.Window)
}
