package survey_test

import (
	"strings"
	"testing"

	"ruhu/internal/survey"
)

// FuzzTheStoredFormIsItsOwn holds for every kind what sync and import lean on: what is stored, cleaned again, is what is
// stored. Otherwise a record would change each time it is opened.
func FuzzTheStoredFormIsItsOwn(f *testing.F) {
	for _, s := range []string{"2008.1", "39448", "+86 154-6871-0426", "约5100元/月", "长期慢性病,残疾", "古丽 · 阿不都热依木（已故）", "5.3E+17", "(0878) 571-1234",
		`="532"`, "第一行\r\n 第二行", "\ufeff曾　𠮷", "3千", "王（龙/天）", "张 小 明", "A・・B", "1.0", "''x", "92000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, k := range survey.Kinds {
			field := survey.Field{Kind: k, List: "health"}
			stored, err := field.Clean(typed)
			if err != nil || stored == "" {
				continue
			}
			if again, err := field.Clean(stored); again != stored || err != nil {
				t.Errorf("%s: %q became %q, and that %q, %v", k.Name, typed, stored, again, err)
			}
			if strings.ContainsRune(stored, '\ufeff') {
				t.Errorf("%s: %q keeps what cannot be seen", k.Name, stored)
			}
		}
	})
}
