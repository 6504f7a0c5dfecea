package kit

// Spelled is s as it is read aloud, to sort by as a dictionary does. It is for the window's thread.
func Spelled(s string) string { return spell(s).key() }
