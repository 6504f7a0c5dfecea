package rules

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Papers are a county's own words and columns on what is printed. What is left empty is as it ships.
type Papers struct {
	Roster       Wording `json:"roster"`
	RosterPublic Wording `json:"roster_public"`
	SignIn       Wording `json:"signin"`
	SignInPublic Wording `json:"signin_public"`
	Board        Wording `json:"board"`
	Posting      Wording `json:"posting"`
}

// Wording is what stands on one paper.
type Wording struct {
	Title   string            `json:"title"`
	Under   string            `json:"under"`   // the line beneath the title
	Note    string            `json:"note"`    // the small print at the end
	Footer  string            `json:"footer"`  // at the foot of each page
	Columns []string          `json:"columns"` // from left to right; of the board the rows from above
	Titles  map[string]string `json:"titles"`  // of columns, by their key
}

// Of gives a column's title, or what it is called otherwise.
func (w Wording) Of(column, otherwise string) string {
	if t := w.Titles[column]; t != "" {
		return t
	}
	return otherwise
}

// Papers gives the words and columns of papers.
func (b *Book) Papers(on time.Time) Papers { return In[Papers](b, "paper", on) }

// What may stand on each paper, and what must. A list for a wall has neither ID nor telephone number (个人信息保护法 art. 6: no more than the
// purpose needs); the board has all that 云人社发〔2018〕71号 二(一)2 asks for.
var (
	people     = []string{"seat", "name", "sex", "age", "ethnic", "education", "id", "id4", "phone", "phone4", "home", "village", "group", "note"}
	wall       = []string{"seat", "name", "sex", "village", "group", "id4", "note"}
	boardItems = []string{"project", "target", "place", "institution", "measures", "approval"}
)

// Faults implements Faulty.
func (r Papers) Faults() []Fault {
	var f faults
	f.wording(r.Roster, people, "seat", "name")
	f.wording(r.RosterPublic, wall, "name")
	f.wording(r.SignIn, append(slices.Clone(people), "sign"), "name", "sign")
	f.wording(r.SignInPublic, append(slices.Clone(wall), "sign"), "name", "sign")
	f.wording(r.Board, boardItems, boardItems...)
	f.wording(r.Posting, nil)
	for key, words := range map[string]string{"under": r.Board.Under, "note": r.Board.Note, "footer": r.Board.Footer} {
		if words != "" {
			f.say(key, "no_room")
		}
	}
	return f
}

// Longest that still fits where it stands.
const longTitle, longNote = 30, 300

// wording looks through one paper: columns that there are, each once, those that must be there, texts that fit.
func (f *faults) wording(w Wording, may []string, must ...string) {
	seen := map[string]bool{}
	for _, c := range w.Columns {
		if !slices.Contains(may, c) {
			f.say(c, "choice", strings.Join(may, "、"))
		}
		if seen[c] {
			f.say(c, "column_twice")
		}
		seen[c] = true
	}
	for _, c := range must {
		if !seen[c] {
			f.say("columns", "column_missing", c)
		}
	}
	for c, title := range w.Titles {
		if !slices.Contains(may, c) {
			f.say(c, "choice", strings.Join(may, "、"))
		}
		f.length(title, title, longTitle)
	}
	f.length("title", w.Title, longTitle)
	f.length("under", w.Under, 2*longTitle)
	f.length("footer", w.Footer, 2*longTitle)
	f.length("note", w.Note, longNote)
}

func (f *faults) length(word, s string, most int) {
	if n := utf8.RuneCountInString(s); n > most {
		f.say(word, "too_long", n, most)
	}
}
