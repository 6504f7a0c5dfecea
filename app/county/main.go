// Command county is the county's office: one program that serves the devices of the townships and the pages of the clerks,
// on one sealed file.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"

	"ruhu/internal/shell"
	"ruhu/internal/text"
)

// commands are what the program can be told to do. Words for each are in assets/text, area county; each command's help
// shows an example.
type commands struct {
	Init       initCommand       `cmd:"" help:"${init}"`
	Serve      serveCommand      `cmd:"" help:"${serve}"`
	Code       codeCommand       `cmd:"" help:"${code}"`
	Devices    devicesCommand    `cmd:"" help:"${devices}"`
	Passphrase passphraseCommand `cmd:"" help:"${passphrase}"`
	Password   passwordCommand   `cmd:"" help:"${password}"`
	Backup     backupCommand     `cmd:"" help:"${backup}"`
	Restored   restoredCommand   `cmd:"" help:"${restored}"`
}

// world is where a command reads and writes; tests give their own.
type world struct {
	out, err io.Writer
	env      func(string) string
	now      func() time.Time
	fast     bool // tests only: a passphrase that is quick to try
}

// Exit codes.
const (
	done     = 0
	notDone  = 1
	wrongUse = 2
)

func main() {
	os.Exit(run(os.Args[1:], world{out: os.Stdout, err: os.Stderr, env: os.Getenv, now: time.Now}))
}

func run(args []string, w world) int {
	var c commands
	code, left := done, false
	parser, err := kong.New(&c, kong.Name("county"), kong.Description(text.T("county.about")), shell.Words("county.help."), kong.Help(shell.Help("county")),
		kong.Writers(w.out, w.err), kong.Exit(func(n int) { code, left = n, true }))
	if err != nil {
		fmt.Fprintln(w.err, err)
		return wrongUse
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if left {
		return code
	}
	if err != nil {
		fmt.Fprintln(w.err, text.T("shell.usage", shell.Slip(err)))
		return wrongUse
	}
	if err := k.Run(&w); err != nil {
		return report(w, err)
	}
	return done
}

// report says what went wrong. The chain behind it is for whoever looks after the machine; it holds no personal data.
func report(w world, err error) int {
	fmt.Fprintln(w.err, text.Explain(err))
	if behind := shell.Behind(err); behind != nil {
		fmt.Fprintln(w.err, "  ("+behind.Error()+")")
	}
	if errors.Is(err, errUse) {
		return wrongUse
	}
	return notDone
}
