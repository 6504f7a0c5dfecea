package main

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"ruhu/internal/paper"
	"ruhu/internal/text"
)

// words are the help texts by the names used in the commands' tags: ruhuctl.help.<name>.
func words() kong.Option {
	v := kong.Vars{"papers": papers()}
	for key := range text.Keys(text.Languages[0]) {
		if name, ok := strings.CutPrefix(key, "ruhuctl.help."); ok {
			v[name] = text.T(key)
		}
	}
	return v
}

// papers are the kinds of paper that print knows, for its tag.
func papers() string {
	var names []string
	for _, p := range paper.All {
		names = append(names, p.Name)
	}
	return strings.Join(names, ",")
}

// helpInWords prints kong's help with the headings in the language in use; kong has them in English only.
func helpInWords(o kong.HelpOptions, ctx *kong.Context) error {
	var b bytes.Buffer
	out := ctx.Stdout
	ctx.Stdout = &b
	err := kong.DefaultHelpPrinter(o, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = out.Write([]byte(headings().Replace(b.String())))
	return err
}

func headings() *strings.Replacer {
	var pairs []string
	for _, h := range []struct{ kong, key string }{
		{"Usage: ", "usage_is"}, {"\nFlags:\n", "flags"}, {"\nCommands:\n", "commands"}, {"\nArguments:\n", "arguments"},
		{"Run \"ruhuctl <command> --help\" for more information on a command.", "more"}, // before its own beginning
		{"Run \"", "run"}, {"\" for more information.", "for_more"}, {"Show context-sensitive help.", "this"},
	} {
		pairs = append(pairs, h.kong, strings.Replace(h.kong, strings.TrimSpace(h.kong), text.T("ruhuctl.heading."+h.key), 1))
	}
	return strings.NewReplacer(pairs...)
}

// slips are what kong says of a wrong command line, in English only, and the keys of our own words for it.
var slips = []struct {
	kong *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^missing flags: (.*)$`), "missing_flags"},
	{regexp.MustCompile(`^unknown flag (\S+).*$`), "unknown_flag"},
	{regexp.MustCompile(`^unexpected argument (\S+).*$`), "unexpected"},
	{regexp.MustCompile(`^expected "(.*)"$`), "expected"},
	{regexp.MustCompile(`^expected one of (.*)$`), "one_of"},
	{regexp.MustCompile(`^(\S+) must be one of (.*) but got (.*)$`), "must_be"},
	{regexp.MustCompile(`^(\S+): expected an? (?:int|valid .*) but got "(.*)".*$`), "no_number"},
	{regexp.MustCompile(`^(\S+): bool value must .* but got "(.*)".*$`), "yes_no"},
	{regexp.MustCompile(`^missing positional arguments (.*)$`), "missing_flags"},
	{regexp.MustCompile(`^(\S+): expected .* value.*$`), "no_value"},
}

// slip puts a wrong command line into words.
func slip(err error) string {
	for _, s := range slips {
		if m := s.kong.FindStringSubmatch(err.Error()); m != nil {
			args := make([]any, len(m)-1)
			for i := range args {
				args[i] = m[i+1]
			}
			return text.T("ruhuctl.slip."+s.key, args...)
		}
	}
	return err.Error()
}
