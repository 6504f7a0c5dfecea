package survey

import "strings"

// cleanText keeps what was typed, on one line, without blanks around it and without what cannot be seen. Where the field has words
// to pick from, one of their other words becomes the word itself; any other words stay as typed.
func cleanText(f Field, typed string) (string, error) {
	if f.List != "" || f.Items != nil {
		if name, ok := f.Find(typed); ok {
			return name, nil
		}
	}
	return strings.Join(strings.Fields(visible(typed)), " "), nil
}

// cleanNote keeps the lines.
func cleanNote(_ Field, typed string) (string, error) {
	lines := strings.Split(strings.ReplaceAll(visible(typed), "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t\u3000")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n"), nil
}

// cleanNameField keeps the name of a field of its own. A remark behind it stays: only the importer and the form know where to
// put it (CleanName).
func cleanNameField(_ Field, typed string) (string, error) {
	name, note := CleanName(typed)
	if note != "" {
		name += "（" + note + "）"
	}
	return name, nil
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}
