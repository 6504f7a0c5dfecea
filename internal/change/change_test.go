package change_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"ruhu/internal/change"
)

// TestMain raises the cases of every property from rapid's 100; -rapid.checks on the command line still decides.
func TestMain(m *testing.M) {
	flag.Set("rapid.checks", "2000")
	flag.Parse()
	os.Exit(m.Run())
}

func TestInvalidChangesAreNamedWithoutTheirValues(t *testing.T) {
	const secret = "530000199001011234"
	for name, spoil := range map[string]func(*change.Change){
		"no type":           func(c *change.Change) { c.Type = "" },
		"no id":             func(c *change.Change) { c.ID = "" },
		"a long id":         func(c *change.Change) { c.ID = strings.Repeat(secret, 100) },
		"no stamp":          func(c *change.Change) { c.Stamp = change.Stamp{} },
		"no fields":         func(c *change.Change) { c.Fields = nil },
		"a field of no key": func(c *change.Change) { c.Fields[""] = change.Set{Value: secret} },
		"a huge value":      func(c *change.Change) { c.Fields["id_no"] = change.Set{Value: strings.Repeat(secret, 1<<16)} },
		"an endless base":   func(c *change.Change) { c.Fields["id_no"] = change.Set{Base: make([]change.Stamp, change.MaxBase+1)} },
	} {
		t.Run(name, func(t *testing.T) {
			c := edit(1, 1, map[string]change.Set{"id_no": {Value: secret}})
			if err := c.Valid(); err != nil {
				t.Fatal(err)
			}
			spoil(&c)
			err := c.Valid()
			if err == nil {
				t.Fatal("taken for valid")
			}
			if strings.Contains(err.Error(), secret) {
				t.Errorf("the error tells a value: %v", err)
			}
		})
	}
}
