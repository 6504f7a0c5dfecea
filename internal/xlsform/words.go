package xlsform

import (
	"html"
	"regexp"
	"strings"
)

var (
	tags      = regexp.MustCompile(`</?[A-Za-z][^<>]{0,200}>`)
	stars     = regexp.MustCompile(`\*\*([^*]+)\*\*|__([^_]+)__`)
	headline  = regexp.MustCompile(`^#{1,6}\s+`)
	reference = regexp.MustCompile(`\$\{\s*([^{}]{1,100}?)\s*\}`)
)

// plainWords takes off what ODK shows as bold, coloured or large: our forms have one face.
func plainWords(s string) string {
	s = headline.ReplaceAllString(strings.TrimSpace(s), "")
	s = stars.ReplaceAllString(tags.ReplaceAllString(s, ""), "$1$2")
	return strings.TrimSpace(html.UnescapeString(s))
}

// named puts, for ${x} in words, the heading of the question: “屋顶”. Our labels do not change while one answers.
func (r *reader) named(s string) string {
	return reference.ReplaceAllStringFunc(s, func(ref string) string {
		name := reference.FindStringSubmatch(ref)[1]
		if q := r.scope.find(name); q != nil {
			return "“" + strings.TrimRight(q.field.Label, "：:？?") + "”"
		}
		return ""
	})
}
