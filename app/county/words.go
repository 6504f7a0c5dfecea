package main

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"ruhu/internal/text"
)

// words are the help texts by the names used in the commands' tags: county.help.<name>.
func words() kong.Option {
	v := kong.Vars{}
	for key := range text.Keys(text.Languages[0]) {
		if name, ok := strings.CutPrefix(key, "county.help."); ok {
			v[name] = text.T(key)
		}
	}
	return v
}

// headings are kong's own words, which it has in English only, and the keys of ours.
var headings = []struct{ kong, key string }{
	{"Usage: ", "usage"}, {"\nFlags:\n", "flags"}, {"\nCommands:\n", "commands"},
	{"Show context-sensitive help.", "this"}, {`Run "county <command> --help" for more information on a command.`, "more"},
}

// helpInWords prints kong's help with the headings in the language in use.
func helpInWords(o kong.HelpOptions, ctx *kong.Context) error {
	var b bytes.Buffer
	out := ctx.Stdout
	ctx.Stdout = &b
	err := kong.DefaultHelpPrinter(o, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	s := b.String()
	for _, h := range headings {
		ours := strings.Replace(h.kong, strings.TrimSpace(h.kong), text.T("county.heading."+h.key), 1)
		s = strings.Replace(s, h.kong, ours, 1)
	}
	_, err = out.Write([]byte(s))
	return err
}

// slips are what kong says of a wrong command line, in English only, and the keys of our words for it.
var slips = []struct {
	kong *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^missing flags: (.*)$`), "missing"},
	{regexp.MustCompile(`^unknown flag ([^,]+).*$`), "unknown"},
	{regexp.MustCompile(`^unexpected argument (\S+).*$`), "unknown"},
	{regexp.MustCompile(`^expected one of (.*)$`), "one_of"},
}

// slip puts a wrong command line into words.
func slip(err error) string {
	for _, s := range slips {
		if m := s.kong.FindStringSubmatch(err.Error()); m != nil {
			return text.T("county.slip."+s.key, m[1])
		}
	}
	return err.Error()
}
