// Package shell is what the command-line programs share: how they are told a passphrase, and kong's help and what it says of a
// wrong command line in the language in use; kong has them in English only. Words: area shell for kong's own,
// <program>.help.<name> for the commands'.
package shell

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"ruhu/internal/text"
)

// Words are the help texts of a program by the names used in its commands' tags; stem is what their keys begin with
// ("county.help.").
func Words(stem string) kong.Vars {
	v := kong.Vars{}
	for key := range text.Keys(text.Languages[0]) {
		if name, ok := strings.CutPrefix(key, stem); ok {
			v[name] = text.T(key)
		}
	}
	return v
}

// Help prints kong's help with the headings in the language in use.
func Help(program string) kong.HelpPrinter {
	return func(o kong.HelpOptions, ctx *kong.Context) error {
		var b bytes.Buffer
		out := ctx.Stdout
		ctx.Stdout = &b
		err := kong.DefaultHelpPrinter(o, ctx)
		ctx.Stdout = out
		if err == nil {
			_, err = out.Write([]byte(headings(program).Replace(b.String())))
		}
		return err
	}
}

func headings(program string) *strings.Replacer {
	var pairs []string
	for _, h := range []struct{ kong, ours string }{
		{"Usage: ", text.T("shell.heading.usage_is")}, {" <command>", text.T("shell.heading.command")}, {" [flags]", text.T("shell.heading.options")}, {"\nFlags:\n", text.T("shell.heading.flags")},
		{"\nCommands:\n", text.T("shell.heading.commands")}, {"\nArguments:\n", text.T("shell.heading.arguments")},
		// before its own beginning:
		{"Run \"" + program + " <command> --help\" for more information on a command.", text.T("shell.heading.more", program)},
		{"Run \"", text.T("shell.heading.run")}, {"\" for more information.", text.T("shell.heading.for_more")},
		{"Show context-sensitive help.", text.T("shell.heading.this")},
	} {
		ours := strings.Replace(h.kong, strings.TrimSpace(h.kong), h.ours, 1)
		pairs = append(pairs, h.kong, strings.Replace(ours, "： ", "：", 1)) // a full-width colon has its blank with it
	}
	return strings.NewReplacer(pairs...)
}

// slips are what kong says of a wrong command line, in English only, and the keys of our own words for it.
var slips = []struct {
	kong *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^missing flags: (.*)$`), "missing_flags"},
	{regexp.MustCompile(`^unknown flag ([^\s,]+).*$`), "unknown_flag"},
	{regexp.MustCompile(`^unexpected argument ([^\s,]+).*$`), "unexpected"},
	{regexp.MustCompile(`^expected "(.*)"$`), "expected"},
	{regexp.MustCompile(`^expected one of (.*)$`), "one_of"},
	{regexp.MustCompile(`^(\S+) must be one of (.*) but got (.*)$`), "must_be"},
	{regexp.MustCompile(`^(\S+): expected an? (?:int|valid .*) but got "(.*)".*$`), "no_number"},
	{regexp.MustCompile(`^(\S+): bool value must .* but got "(.*)".*$`), "yes_no"},
	{regexp.MustCompile(`^missing positional arguments (.*)$`), "missing_flags"},
	{regexp.MustCompile(`^(\S+): expected .* value.*$`), "no_value"},
}

// comma parts the names of a list; quotation marks around each are taken out before.
var comma = regexp.MustCompile(`, ?`)

// Slip puts a wrong command line into words.
func Slip(err error) string {
	for _, s := range slips {
		if m := s.kong.FindStringSubmatch(err.Error()); m != nil {
			args := make([]any, len(m)-1)
			for i := range args {
				args[i] = comma.ReplaceAllString(strings.ReplaceAll(m[i+1], `"`, ""), text.T("shell.or"))
			}
			return text.T("shell.slip."+s.key, args...)
		}
	}
	return err.Error()
}

// Behind is what lies behind the words of an error, for whoever looks after the machine; nil where the words say all. An error
// without words is its own.
func Behind(err error) error {
	var known *text.Error
	if !errors.As(err, &known) {
		return err
	}
	return known.Cause
}
