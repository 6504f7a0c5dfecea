package intake

import "ruhu/internal/sheet"

// Learned is what people have said that the headings of a list mean. It is kept and offered again when a list with the same
// headings comes (Options.Learned).
type Learned struct {
	Signature string                  `json:"signature"` // of the headings, whatever their order
	Name      string                  `json:"name"`      // of the file in which it was told
	Columns   map[string]sheet.Target `json:"columns"`   // heading -> question; one without Key is not to be read
}

// Guess is what a heading that nobody knows may mean.
type Guess struct {
	Table  string `json:"table"`
	Key    string `json:"key"`
	Label  string `json:"label"`
	Reason string `json:"reason"` // "words": the heading is like that of the question; "values": the column looks like it
}
