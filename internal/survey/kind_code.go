package survey

import "strings"

// cleanCode keeps a number that nobody reckons with, a household's or a certificate's: narrow, unwrapped, without blanks.
// One that a spreadsheet turned into 5.3E+15 is lost.
func cleanCode(_ Field, typed string) (string, error) {
	s := strings.ReplaceAll(unwrapped(narrow(typed)), " ", "")
	if destroyed(s) {
		return "", ErrNumberDestroyed
	}
	return s, nil
}
