package kit

// Choice makes the input for a few or many choices: up to four short ones are all in sight, more are picked from a list.
func Choice(items []Item) Input {
	total := 0
	var names []string
	for _, i := range items {
		if i.Name != "" && i.Name != i.Value {
			return NewPicker(items...)
		}
		names = append(names, i.Value)
		total += len([]rune(i.Value)) + 2
	}
	if len(items) <= 4 && total <= 18 {
		return NewToggle(names...)
	}
	return NewPicker(items...)
}
