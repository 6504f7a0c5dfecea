package survey

import (
	"strings"
	"time"

	"ruhu/internal/text"
)

// What can be wrong with an ID number. The last part of each key is also the word by which an importer names the problem.
var (
	ErrIDLength    = text.NewError("survey.id_length")
	ErrIDChar      = text.NewError("survey.id_char")
	ErrIDChecksum  = text.NewError("survey.id_checksum")
	ErrIDDate      = text.NewError("survey.id_date")
	ErrID15        = text.NewError("survey.id_15")
	ErrIDDestroyed = text.NewError("survey.id_destroyed")
	ErrIDSuffix    = text.NewError("survey.id_suffix_bad")
)

// ID is an ID number (GB 11643) and what it says. The area part says nothing: it is that of the first registration, and
// counties have been merged and renamed since.
type ID struct {
	Number          string // 18 characters, X upper case
	Born            time.Time
	Sex             string   // 男 or 女
	DisabilityKind  int      // 1–7 of a disability certificate's number, otherwise 0
	DisabilityGrade int      // 1–4
	Reissue         string   // the two characters of a reissued certificate
	Found           []string // how it was typed, in the importer's words: id_wide, id_x …; empty when typed well
}

// ParseID reads an ID number or the number of a disability certificate (18 + kind + grade, and two more when reissued), in
// whatever form lists have it: full-width, with blanks or an apostrophe, wrapped in ="…", with any X.
//
// With ErrID15 the ID holds the 18 digits that the old number becomes; with ErrIDSuffix the 18 are good and only the rest is
// not. With every other error the number must not be used.
func ParseID(typed string) (ID, error) {
	if wellTyped(typed) {
		return parse18(typed)
	}
	s, found := idText(typed)
	if destroyed(s) {
		return ID{}, ErrIDDestroyed
	}
	switch len(s) {
	case 18:
		id, err := parse18(s)
		id.Found = found
		return id, err
	case 15:
		return parse15(s)
	case 20, 22:
		return parseCertificate(s, found)
	}
	return ID{}, ErrIDLength.With(len([]rune(s)))
}

// wellTyped tells what nearly every number is: 18 characters that need no cleaning.
func wellTyped(s string) bool {
	return len(s) == 18 && digits(s[:17]) && (s[17] == 'X' || digits(s[17:]))
}

// ValidID tells whether s is an ID number in stored form.
func ValidID(s string) bool {
	if !wellTyped(s) {
		return false
	}
	_, err := parse18(s)
	return err == nil
}

var idWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

// CheckDigit is the eighteenth character that belongs to 17 digits.
func CheckDigit(first17 string) byte {
	sum := 0
	for i, w := range idWeights {
		sum += int(first17[i]-'0') * w
	}
	return "10X98765432"[sum%11]
}

func parse18(s string) (ID, error) {
	if !digits(s[:17]) || !digits(s[17:]) && s[17] != 'X' {
		return ID{}, ErrIDChar
	}
	if s[17] != CheckDigit(s[:17]) {
		return ID{}, ErrIDChecksum
	}
	born, err := time.Parse("20060102", s[6:14])
	if err != nil || born.Year() < 1850 {
		return ID{}, ErrIDDate
	}
	return ID{Number: s, Born: born, Sex: sexOf(s[16])}, nil
}

func sexOf(digit byte) string {
	if (digit-'0')%2 == 1 {
		return Male
	}
	return Female
}

// parse15 reads the number of a card void since 2013: 19 goes before the year, the check digit behind.
func parse15(s string) (ID, error) {
	if !digits(s) {
		return ID{}, ErrIDChar
	}
	s = s[:6] + "19" + s[6:]
	id, err := parse18(s + string(CheckDigit(s)))
	if err != nil {
		return ID{}, err
	}
	id.Found = []string{"id_15"}
	return id, ErrID15
}

func parseCertificate(s string, found []string) (ID, error) {
	id, err := parse18(s[:18])
	if err != nil {
		return ID{}, err
	}
	kind, grade := int(s[18])-'0', int(s[19])-'0'
	id.Found = found
	if kind < 1 || kind > 7 || grade < 1 || grade > 4 {
		return id, ErrIDSuffix
	}
	id.Found = append(found, map[int]string{20: "id_suffix_20", 22: "id_suffix_22"}[len(s)])
	id.DisabilityKind, id.DisabilityGrade, id.Reissue = kind, grade, s[20:]
	return id, nil
}

var (
	noGaps = strings.NewReplacer(" ", "", "-", "")
	oneX   = strings.NewReplacer("x", "X", "Х", "X", "х", "X", "×", "X", "Χ", "X", "χ", "X", "✕", "X") // Cyrillic and Greek among them
)

// idText gives the bare characters, and the words for what had to be taken off.
func idText(typed string) (s string, found []string) {
	note := func(word string, is bool) {
		if is {
			found = append(found, word)
		}
	}
	seen := visible(typed)
	note("id_blanks_around", seen != typed || strings.TrimSpace(seen) != seen)
	s = narrow(typed)
	note("id_wide", s != strings.TrimSpace(blanksToSpace(seen)) && hasWide(typed))
	note("id_wrapped", strings.HasPrefix(s, `="`))
	note("id_apostrophe", strings.ContainsAny(s, "'‘’`"))
	s = unwrapped(s)
	note("id_blanks_inside", strings.Contains(s, " "))
	s = noGaps.Replace(s)
	upper := oneX.Replace(s)
	note("id_x", upper != s || strings.ContainsAny(typed, "Ｘｘ"))
	return strings.ToUpper(upper), found
}

func hasWide(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= '０' && r <= '９' })
}

// destroyed tells a number that a spreadsheet has turned into 5.3E+17: the digits are gone, whatever it shows.
func destroyed(s string) bool {
	s = strings.ToUpper(s)
	i := strings.IndexByte(s, 'E')
	return i > 0 && strings.Trim(s[:i], "0123456789.") == "" && strings.Trim(s[i+1:], "+0123456789") == "" && i+1 < len(s)
}

func cleanID(_ Field, typed string) (string, error) {
	id, err := ParseID(typed)
	return id.Number, err
}
