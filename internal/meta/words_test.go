package meta_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"ruhu/internal/text"
)

func TestEachLanguageHasEachWord(t *testing.T) {
	all := map[string]bool{}
	for _, lang := range text.Languages {
		for key, words := range text.Keys(lang) {
			all[key] = true
			if strings.TrimSpace(words) == "" {
				t.Errorf("%s: %s has no words", lang, key)
			}
		}
	}
	for _, lang := range text.Languages {
		for key := range all {
			if text.Keys(lang)[key] == "" {
				t.Errorf("%s: %s is missing", lang, key)
			}
		}
	}
}

// verbs finds what fmt would fill in: both languages must take the same things, or one prints %!s(MISSING).
var verbs = regexp.MustCompile(`%(\[\d+\])?[-+# 0]*[\d.]*[a-zA-Z]`)

func TestLanguagesTakeTheSameArguments(t *testing.T) {
	first := text.Keys(text.Languages[0])
	for _, lang := range text.Languages[1:] {
		for key, words := range text.Keys(lang) {
			if a, b := len(verbs.FindAllString(first[key], -1)), len(verbs.FindAllString(words, -1)); a != b {
				t.Errorf("%s takes %d things in %s and %d in %s", key, a, text.Languages[0], b, lang)
			}
		}
	}
}

// TestEveryWordIsUsed looks for each key in the sources: as a whole literal, or as the end of a key that is put together
// from a literal that ends in "." ("survey.problem." + kind).
func TestEveryWordIsUsed(t *testing.T) {
	whole, stems := literals(t)
	for key := range text.Keys(text.Languages[0]) {
		base := strings.TrimSuffix(key, ".way")
		if whole[key] || whole[base] || slices.ContainsFunc(stems, func(s string) bool { return strings.HasPrefix(key, s) }) {
			continue
		}
		t.Errorf("%s is used nowhere", key)
	}
}

// TestNoChineseInCode keeps what people read out of the sources: it belongs in assets/text, in a survey row or in data.
func TestNoChineseInCode(t *testing.T) {
	for _, file := range sources(t) {
		if !strings.HasPrefix(file, "internal/ui") && !strings.HasPrefix(file, "app/") && !strings.HasPrefix(file, "internal/web") {
			continue
		}
		tree, set := parse(t, file, parser.SkipObjectResolution)
		ast.Inspect(tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && strings.ContainsFunc(lit.Value, han) {
				t.Errorf("%s: %s belongs in assets/text", set.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	}
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// keyShaped are literals that can be a key or the stem of one.
var keyShaped = regexp.MustCompile(`^[a-z][a-z0-9_]*\.[a-z0-9_.%]*$`)

func literals(t *testing.T) (whole map[string]bool, stems []string) {
	whole = map[string]bool{}
	add := func(s string) {
		if !keyShaped.MatchString(s) {
			return
		}
		whole[s] = true
		if i := strings.IndexByte(s, '%'); i > 0 {
			s = s[:i]
		}
		if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "_") {
			stems = append(stems, s)
		}
	}
	for _, file := range sources(t) {
		tree, _ := parse(t, file, parser.SkipObjectResolution)
		ast.Inspect(tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					add(s)
				}
			}
			return true
		})
	}
	for _, page := range pages(t) {
		for _, m := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(read(t, page), -1) {
			add(m[1])
		}
	}
	return whole, stems
}

// pages are the county's templates, which name keys too.
func pages(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(root, "internal/web/*/*.html"))
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range found {
		found[i] = strings.TrimPrefix(filepath.ToSlash(p), root+"/")
	}
	return found
}
