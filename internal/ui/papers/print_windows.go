package papers

import "golang.org/x/sys/windows"

// toPrinter asks the program that opens PDFs to print. Edge registers no such verb: then it fails, and the caller opens the file.
func toPrinter(path, _ string) error {
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_HIDE)
}
