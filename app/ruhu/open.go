package main

import (
	"os/exec"
	"runtime"

	"ruhu/internal/text"
)

// errOpen is a file or folder that the system has no program for.
var errOpen = text.NewError("ruhu.open")

// open opens a file or folder with the system's program for it.
func open(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	case "darwin":
		name = "open"
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return errOpen.Because(err)
	}
	go cmd.Wait()
	return nil
}
