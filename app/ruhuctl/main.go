// Command ruhuctl does the work of the window without one: for scripts, for tests and for whoever looks after a machine.
//
// Each command is a struct in a file of its own with a Run; its words are in assets/text, area ruhuctl: ruhuctl.help.<name> says
// what it does and ruhuctl.example.<name> shows it at work. Exit codes: 0 done, 1 not done, 2 wrong usage.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/shell"
	"ruhu/internal/text"
)

// commands are what the program can be told to do.
type commands struct {
	flags

	Init    initCommand    `cmd:"" help:"${init}"`
	Import  importCommand  `cmd:"" help:"${import}"`
	Waiting waitingCommand `cmd:"" help:"${waiting}"`
	Columns columnsCommand `cmd:"" help:"${columns}"`
	Imports importsCommand `cmd:"" help:"${imports}"`
	Find    findCommand    `cmd:"" help:"${find}"`
	Add     addCommand     `cmd:"" help:"${add}"`
	Fact    factCommand    `cmd:"" help:"${fact}"`
	Record  recordCommand  `cmd:"" help:"${record}"`
	Attach  attachCommand  `cmd:"" help:"${attach}"`
	History historyCommand `cmd:"" help:"${history}"`

	Move       moveCommand       `cmd:"" help:"${move}"`
	Split      splitCommand      `cmd:"" help:"${split}"`
	Join       joinCommand       `cmd:"" help:"${join}"`
	Head       headCommand       `cmd:"" help:"${head}"`
	Leave      leaveCommand      `cmd:"" help:"${leave}"`
	Return     returnCommand     `cmd:"" help:"${return}"`
	Duplicates duplicatesCommand `cmd:"" help:"${duplicates}"`
	Merge      mergeCommand      `cmd:"" help:"${merge}"`
	Unmerge    unmergeCommand    `cmd:"" help:"${unmerging}"`

	Ledger    ledgerCommand    `cmd:"" aliases:"report" help:"${ledger}"`
	Behind    behindCommand    `cmd:"" help:"${behind}"`
	Templates templatesCommand `cmd:"" help:"${templates}"`
	Quality   qualityCommand   `cmd:"" help:"${quality}"`
	Slip      slipCommand      `cmd:"" help:"${slip}"`
	Efile     efileCommand     `cmd:"" help:"${efile}"`
	Signup    signupCommand    `cmd:"" help:"${signup}"`

	Questions questionsCommand `cmd:"" help:"${questions}"`
	Rules     rulesCommand     `cmd:"" help:"${rules}"`
	Places    placesCommand    `cmd:"" help:"${places}"`
	Targets   targetsCommand   `cmd:"" help:"${targets}"`

	Catalogue catalogueCommand `cmd:"" help:"${catalogue}"`
	Class     classCommand     `cmd:"" help:"${class}"`
	Mark      markCommand      `cmd:"" help:"${mark}"`
	Scan      scanCommand      `cmd:"" help:"${scan}"`
	Claim     claimCommand     `cmd:"" help:"${claim}"`
	Inspect   inspectCommand   `cmd:"" help:"${inspect}"`
	Call      callCommand      `cmd:"" help:"${call}"`
	Feedback  feedbackCommand  `cmd:"" help:"${feedback}"`
	Followup  followupCommand  `cmd:"" help:"${followup}"`
	Audit     auditCommand     `cmd:"" help:"${audit}"`
	Seal      sealCommand      `cmd:"" help:"${seal}"`
	Verify    verifyCommand    `cmd:"" help:"${verify}"`
	Deadlines deadlinesCommand `cmd:"" help:"${deadlines}"`
	Calendar  calendarCommand  `cmd:"" help:"${calendar}"`
	Print     printCommand     `cmd:"" help:"${print}"`
	Sync      syncCommand      `cmd:"" help:"${sync}"`
	Settings  settingsCommand  `cmd:"" help:"${settings}"`
	Backup    backupCommand    `cmd:"" help:"${backup}"`
	Check     checkCommand     `cmd:"" help:"${check}"`
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

func main() { os.Exit(ruhuctl()) }

func ruhuctl() int {
	w := world{out: os.Stdout, err: os.Stderr, env: os.Getenv, now: time.Now, fast: os.Getenv("RUHU_TEST_FAST_KDF") == "yes"}
	if lang := os.Getenv("RUHU_LANG"); lang != "" {
		_ = text.Use(lang) // an unknown language is no reason to stop
	}
	if at, err := time.Parse(time.RFC3339, os.Getenv("RUHU_TEST_NOW")); err == nil {
		started := time.Now()
		w.now = func() time.Time { return at.Add(time.Since(started)) }
	}
	return run(os.Args[1:], w)
}

func run(args []string, w world) int {
	var c commands
	code, left := done, false
	parser, err := kong.New(&c, kong.Name("ruhuctl"), kong.Description(text.T("ruhuctl.about")), words(), kong.Help(shell.Help("ruhuctl")),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
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
		return misused(w, err, slices.Contains(args, "--json"))
	}
	if err := k.Run(&c.flags, &w); err != nil {
		return explain(w, err, c.JSON)
	}
	return done
}

// misused says what was wrong with the command line and shows how the command is used.
func misused(w world, err error, asJSON bool) int {
	if asJSON {
		return explain(w, errUse.With(shell.Slip(err)), true)
	}
	var wrong *kong.ParseError
	if errors.As(err, &wrong) && wrong.Context != nil && wrong.Context.Command() != "" {
		wrong.Context.Stdout = w.err
		_ = wrong.Context.PrintUsage(true)
	}
	fmt.Fprintln(w.err, text.T("shell.usage", shell.Slip(err)))
	return wrongUse
}

// explain says what went wrong. The chain behind it is for whoever looks after the machine; it holds no personal data.
func explain(w world, err error, asJSON bool) int {
	x := text.Explain(err)
	if asJSON {
		_ = print(w.err, failure{x.What, x.Way, keyOf(err)})
	} else {
		fmt.Fprintln(w.err, strings.TrimSuffix(x.String(), "\n"))
		if behind := shell.Behind(err); behind != nil {
			fmt.Fprintln(w.err, "  ("+behind.Error()+")")
		}
	}
	for _, use := range []error{errUse, report.ErrLedger, sheet.ErrFormat} {
		if errors.Is(err, use) {
			return wrongUse
		}
	}
	return notDone
}

// failure is an error for a program.
type failure struct {
	Error string `json:"error"`
	Way   string `json:"way,omitempty"`
	Key   string `json:"key,omitempty"` // stays the same in every language
}

func keyOf(err error) string {
	var known *text.Error
	if errors.As(err, &known) {
		return known.Key
	}
	return ""
}

// print writes a value as JSON, as people and programs can both read it.
func print(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
