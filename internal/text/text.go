// Package text holds every word a person sees, by key and language.
//
// The words lie in assets/text/<language>/<area>.json; the first part of a key names its file ("attend.saved" is in
// attend.json). To add a word, add the key to the same file of each language; internal/meta finds what is missing, unused
// or written into the code instead.
package text

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sync/atomic"

	"ruhu/assets"
)

// Languages are the languages shipped; the first is what a program starts with.
var Languages = []string{"zh", "en"}

var (
	words   = load()
	current atomic.Value // string
)

// Use makes lang the language of T from now on. An unknown language is refused and nothing changes.
func Use(lang string) error {
	if _, ok := words[lang]; !ok {
		return fmt.Errorf("language %q is not among %v", lang, Languages)
	}
	current.Store(lang)
	return nil
}

// Language is the language in use.
func Language() string {
	if l, ok := current.Load().(string); ok {
		return l
	}
	return Languages[0]
}

// T gives the words of key in the language in use, with args put in as by fmt.Sprintf. A key that the language lacks falls
// back to the first language; one that no language has comes back as itself, so that a slip is seen and never hides a message.
func T(key string, args ...any) string {
	w, ok := lookup(key)
	if !ok {
		return key
	}
	if len(args) == 0 {
		return w
	}
	return fmt.Sprintf(w, args...)
}

// Has tells whether key has words.
func Has(key string) bool {
	_, ok := lookup(key)
	return ok
}

// Keys gives all words of a language, for the tests that look for gaps.
func Keys(lang string) map[string]string { return words[lang] }

func lookup(key string) (string, bool) {
	if w, ok := words[Language()][key]; ok {
		return w, true
	}
	w, ok := words[Languages[0]][key]
	return w, ok
}

// load panics on a broken file: it is part of the program, and no test run passes with it.
func load() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, lang := range Languages {
		m := map[string]string{}
		all[lang] = m
		files, _ := fs.Glob(assets.Text, path.Join("text", lang, "*.json"))
		for _, name := range files {
			b, err := fs.ReadFile(assets.Text, name)
			if err == nil {
				err = json.Unmarshal(b, &m) // adds to what is there
			}
			if err != nil {
				panic(fmt.Sprintf("%s: %v", name, err))
			}
		}
	}
	return all
}
