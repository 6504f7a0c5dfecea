package desk

import (
	"strings"
	"time"

	"ruhu/internal/survey"
)

// Draft is a form that was begun and not saved. It survives a crash; it never travels.
type Draft struct {
	Form    string         `json:"form"` // type of what the form is about
	ID      string         `json:"id"`   // of what it is about; "" is something new
	Answers survey.Answers `json:"answers"`
	At      time.Time      `json:"at"`
}

// Draft reads the draft of a form; ok is false where there is none.
func (d *Desk) Draft(form, id string) (draft Draft, ok bool, err error) {
	err = d.local(areaDraft, draftKey(form, id), &draft)
	return draft, draft.Form != "", err
}

// SaveDraft keeps what stands in a form now, in the place of an older draft of the same form.
func (d *Desk) SaveDraft(form, id string, a survey.Answers) error {
	return d.putLocal(areaDraft, draftKey(form, id), Draft{form, id, a, d.now()})
}

// DropDraft forgets a draft: the form was saved, or thrown away.
func (d *Desk) DropDraft(form, id string) error {
	return d.store.DeleteLocal(areaDraft, draftKey(form, id))
}

// Drafts gives all drafts, for the question at the next start.
func (d *Desk) Drafts() ([]Draft, error) {
	var keys []string
	err := d.store.EachLocal(areaDraft, func(key string, _ []byte) error {
		keys = append(keys, key)
		return nil
	})
	if err != nil {
		return nil, err
	}
	var all []Draft
	for _, key := range keys {
		form, id, _ := strings.Cut(key, "/")
		draft, ok, err := d.Draft(form, id)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, draft)
		}
	}
	return all, nil
}

func draftKey(form, id string) string { return form + "/" + id }
