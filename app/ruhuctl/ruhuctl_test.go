package main

import (
	"encoding/json"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"ruhu/internal/store"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ruhuctl": func() { os.Exit(ruhuctl()) }})
}

// TestScripts runs testdata/script: each file is a session at a terminal. Beside testscript's own commands there are
//
//	exits CODE COMMAND...  run it and want this exit code; stdout and stderr can be looked at as after exec
//	keys KEY...            the JSON on stdout has exactly these keys, in this order
//	set NAME PATH          puts a value out of the JSON on stdout into the environment: 0.id, persons
//	code FILE              puts the first line of a file into the environment as CODE
//	hold FILE              keep a store open, as another program would
//	await ADDRESS          wait until something listens there
func TestScripts(t *testing.T) {
	export, err := filepath.Abs("../../internal/intake/testdata/export.csv")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("RUHU_TEST_FAST_KDF", "yes")
			e.Setenv("RUHU_TEST_NOW", "2026-11-20T09:00:00+08:00")
			e.Setenv("TZ", "Asia/Shanghai")
			e.Setenv("RUHU_PASSPHRASE", "春风又绿江南岸")
			e.Setenv("RUHU_STORE", "a.ruhu")
			e.Setenv("EXPORT", export)
			return county(e)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "keys": keys, "set": set, "code": code, "hold": hold, "await": await,
		},
	})
}

// county gives every script the county's program and a free address.
func county(e *testscript.Env) error {
	program, err := countyProgram()
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	e.Setenv("COUNTY", program)
	e.Setenv("ADDRESS", l.Addr().String())
	return l.Close()
}

var countyProgram = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "county")
	if err != nil {
		return "", err
	}
	program := filepath.Join(dir, "county")
	build := exec.Command("go", "build", "-o", program, "ruhu/app/county")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", errors.New(string(out))
	}
	return program, nil
})

func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

func keys(ts *testscript.TestScript, neg bool, want []string) {
	d := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	var got []string
	depth, key := 0, false
	for {
		tok, err := d.Token()
		if err != nil {
			break
		}
		switch v := tok.(type) {
		case json.Delim:
			if strings.ContainsRune("{[", rune(v)) {
				depth++
			} else {
				depth--
			}
			key = depth == 1
			continue
		case string:
			if depth == 1 && key {
				got = append(got, v)
				key = false
				continue
			}
		}
		key = depth == 1
	}
	if !slices.Equal(got, want) {
		ts.Fatalf("keys %v, want %v", got, want)
	}
}

func set(ts *testscript.TestScript, neg bool, args []string) {
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &v))
	for _, step := range strings.Split(args[1], ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[step]
		case []any:
			i, err := strconv.Atoi(step)
			ts.Check(err)
			v = x[i]
		}
	}
	b, err := json.Marshal(v)
	ts.Check(err)
	ts.Setenv(args[0], strings.Trim(string(b), `"`))
}

func code(ts *testscript.TestScript, neg bool, args []string) {
	first, _, _ := strings.Cut(ts.ReadFile(args[0]), "\n")
	ts.Setenv("CODE", first)
}

func hold(ts *testscript.TestScript, neg bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), ts.Getenv("RUHU_PASSPHRASE"), store.Options{FastKDF: true})
	ts.Check(err)
	ts.Defer(func() { s.Close() })
}

func await(ts *testscript.TestScript, neg bool, args []string) {
	for range 200 {
		if c, err := net.Dial("tcp", args[0]); err == nil {
			c.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("nothing listens at %s", args[0])
}

func TestEveryCommandShowsAnExample(t *testing.T) {
	var check func(path []string)
	check = func(path []string) {
		var out strings.Builder
		w := world{out: &out, err: &out, env: func(string) string { return "" }, now: time.Now}
		if code := run(append(slices.Clone(path), "--help"), w); code != done {
			t.Errorf("%v --help: exit %d", path, code)
		}
		if len(path) > 0 && !strings.Contains(out.String(), "ruhuctl "+path[0]+" ") {
			t.Errorf("%v --help shows no example:\n%s", path, out.String())
		}
		for _, sub := range subcommands(out.String(), path) {
			check(append(slices.Clone(path), sub))
		}
	}
	check(nil)
}

// subcommands reads the names below a command out of its help.
func subcommands(help string, path []string) []string {
	_, list, ok := strings.Cut(help, "\n命令：\n")
	if !ok {
		return nil
	}
	var names []string
	for _, l := range strings.Split(list, "\n") {
		if words := strings.Fields(l); strings.HasPrefix(l, "  ") && len(words) > len(path) {
			names = append(names, words[len(path)])
		}
	}
	sort.Strings(names)
	return names
}
