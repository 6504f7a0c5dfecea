package kit

// drives are the letters that may have a drive: sticks among them. The first two were for floppy disks, which hang for
// seconds where a machine still claims one.
func drives() []string {
	var all []string
	for letter := 'C'; letter <= 'Z'; letter++ {
		all = append(all, string(letter)+`:\`)
	}
	return all
}
