package shell_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"ruhu/internal/shell"
	"ruhu/internal/text"
)

// cli has one of each thing that kong has words for.
type cli struct {
	Run struct {
		What string `arg:""`
		Size int
		Kind string `enum:"a,b" default:"a"`
	} `cmd:""`
	Stop struct{} `cmd:""`
}

func parser(t *testing.T, out *bytes.Buffer) *kong.Kong {
	t.Helper()
	k, err := kong.New(&cli{}, kong.Name("tool"), kong.Help(shell.Help("tool")), kong.Writers(out, out), kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestHelpHasNoEnglishHeadings(t *testing.T) {
	var out bytes.Buffer
	_, _ = parser(t, &out).Parse([]string{"--help"})
	for _, english := range []string{"Usage", "Flags", "Commands:", "Show context", "Run \"", "<command>", "[flags]"} {
		if strings.Contains(out.String(), english) {
			t.Errorf("the help says %q:\n%s", english, out.String())
		}
	}
}

func TestAWrongCommandLineIsPutIntoWords(t *testing.T) {
	for _, line := range [][]string{{"dance"}, {"run"}, {"run", "x", "--nothing"}, {"run", "x", "--sise"}, {"ru"}, {"run", "x", "--size", "big"}, {"run", "x", "--kind", "c"}, {}} {
		var out bytes.Buffer
		_, err := parser(t, &out).Parse(line)
		if err == nil {
			t.Fatalf("%v was taken", line)
		}
		if got := shell.Slip(err); got == err.Error() || strings.Contains(got, ",”") {
			t.Errorf("%v: still kong's words: %s", line, got)
		}
	}
}

func TestWhatLiesBehindAnErrorIsToldOnce(t *testing.T) {
	full := errors.New("no space left on device")
	known := text.NewError("error.unexpected")
	for name, c := range map[string]struct{ err, want error }{
		"words that say all":  {known, nil},
		"words with a cause":  {known.Because(full), full},
		"no words of its own": {full, full},
	} {
		if got := shell.Behind(c.err); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
