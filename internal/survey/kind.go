package survey

// Kind is a kind of answer: how what people type becomes the one stored form, and how that is shown again.
//
// To add one: a variable here with a Name of its own, its Clean in a file of its own, an input in ui/form.
type Kind struct {
	Name  string
	Clean func(f Field, typed string) (stored string, err error) // typed is not blank
	Show  func(f Field, stored string) string                    // nil: as stored
	Mask  func(stored string) string                             // for public lists; nil: nothing is left readable
	Width int                                                    // usual width of a column, in half-width characters
	Right bool                                                   // set to the right, as amounts are
}

// The kinds.
var (
	Text       = &Kind{Name: "text", Clean: cleanText, Width: 16}
	Note       = &Kind{Name: "note", Clean: cleanNote, Width: 30} // several lines
	Name       = &Kind{Name: "name", Clean: cleanNameField, Mask: MaskName, Width: 12}
	Number     = &Kind{Name: "number", Clean: cleanNumber, Width: 8, Right: true}
	Money      = &Kind{Name: "money", Clean: cleanMoney, Width: 10, Right: true}
	DateKind   = &Kind{Name: "date", Clean: cleanDate, Mask: maskDate, Width: 12}
	PhoneKind  = &Kind{Name: "phone", Clean: cleanPhone, Mask: MaskPhone, Width: 14}
	IDNumber   = &Kind{Name: "id_number", Clean: cleanID, Mask: MaskID, Width: 22}
	CreditCode = &Kind{Name: "credit_code", Clean: cleanCredit, Width: 22}
	Choice     = &Kind{Name: "choice", Clean: cleanChoice, Width: 12}
	Choices    = &Kind{Name: "choices", Clean: cleanChoices, Width: 18} // several of a list, stored joined by "、"
	Flag       = &Kind{Name: "flag", Clean: cleanFlag, Width: 8}        // stored 是 or 否
	Region     = &Kind{Name: "region", Clean: cleanRegion, Show: showRegion, Width: 18}
	Code       = &Kind{Name: "code", Clean: cleanCode, Width: 20} // a number that nobody reckons with: digits kept as text
	Link       = &Kind{Name: "link", Clean: cleanText, Width: 10} // the id of another thing; never typed
)

// Kinds are all kinds, for the form and for the test that each has an input.
var Kinds = []*Kind{Text, Note, Name, Number, Money, DateKind, PhoneKind, IDNumber, CreditCode, Choice, Choices, Flag, Region, Code, Link}
