//go:build !windows

package papers

import (
	"context"
	"os/exec"
	"time"
)

// toPrinter gives a file to CUPS, as it is on UOS, Kylin and other Linuxes. Without the program lp, or without a printer, it fails.
func toPrinter(path, size string) error {
	lp, err := exec.LookPath("lp")
	if err != nil {
		return err
	}
	patience, end := context.WithTimeout(context.Background(), 20*time.Second)
	defer end()
	return exec.CommandContext(patience, lp, "-o", "media="+media(size), "-o", "fit-to-page", "--", path).Run()
}
