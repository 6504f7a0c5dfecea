package main

import (
	"io"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"ruhu/internal/text"
)

// TestEveryExampleIsACommandLine reads the examples of the help as the program would, in each language.
func TestEveryExampleIsACommandLine(t *testing.T) {
	for _, lang := range text.Languages {
		n := 0
		for key, said := range text.Keys(lang) {
			if !strings.HasPrefix(key, "ruhuctl.example.") {
				continue
			}
			for line := range strings.Lines(said) {
				_, args, ok := strings.Cut(line, "ruhuctl ")
				if !ok {
					continue
				}
				n++
				var c commands
				parser, err := kong.New(&c, kong.Name("ruhuctl"), words(), kong.Writers(io.Discard, io.Discard), kong.Exit(func(int) {}))
				if err != nil {
					t.Fatal(err)
				}
				if _, err := parser.Parse(strings.Fields(strings.ReplaceAll(args, `"`, ""))); err != nil {
					t.Errorf("%s %s: %v\n%s", lang, key, err, line)
				}
			}
		}
		if n < 20 {
			t.Errorf("%s: %d examples", lang, n)
		}
	}
}
