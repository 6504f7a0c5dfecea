package kit

import (
	"strings"
	"unicode"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// IDEntry takes a resident ID number and says, while it is typed, how far it is and whether it can be right.
type IDEntry struct {
	Entry
	Parsed func(survey.ID) // called each time the number becomes a right one
	last   string
}

// NewIDEntry makes an empty ID number entry.
func NewIDEntry() *IDEntry {
	e := &IDEntry{}
	e.start(e)
	e.SetPlaceHolder(text.T("kit.id.hint"))
	e.Clean = func(typed string) (string, error) {
		id, err := survey.ParseID(typed)
		return id.Number, err
	}
	typed := e.OnChanged
	e.OnChanged = func(s string) {
		typed(s)
		e.tell()
	}
	return e
}

// TypedRune drops what no ID number has and lifts a small x.
func (e *IDEntry) TypedRune(r rune) {
	switch {
	case r == 'x' || r == 'ｘ' || r == 'Ｘ':
		r = 'X'
	case r >= '０' && r <= '９':
		r = r - '０' + '0'
	case unicode.IsSpace(r):
		return
	}
	e.Entry.TypedRune(r)
}

func (e *IDEntry) tell() {
	id, err := survey.ParseID(e.Text)
	if err != nil {
		e.last = ""
		return
	}
	if id.Number != e.last && e.Parsed != nil && !e.quiet {
		e.last = id.Number
		e.Parsed(id)
	}
}

// State says in a few words how the number stands: how many digits are still to come, or what it tells of its holder.
func (e *IDEntry) State() (string, Tone) {
	typed := strings.TrimSpace(e.Text)
	if typed == "" {
		return "", Quiet
	}
	id, err := survey.ParseID(typed)
	if err == nil {
		return text.T("kit.id.good", id.Sex, id.Born.Format("2006-01-02")), Good
	}
	if n := len([]rune(typed)); n < 18 {
		return text.T("kit.id.more", 18-n), Quiet
	}
	return text.Explain(err).What, Bad
}
