package intake_test

import (
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

func TestAtHomeWithoutWorkIsTakenByTheWish(t *testing.T) {
	for _, c := range []struct{ said, wish, want, kind string }{
		{"在家待业", "有", "待业有意愿", ""},
		{"待业", "否", "待业无意愿", ""},
		{"在家待业", "", "", "value_unknown"},
		{"本县打零工", "有", "本地就业", ""},
	} {
		p, err := intake.New(t.Context(), bookOf([]string{"姓名", "证件号码", "目前去向", "有无培训意愿"}, []string{"古丽", "530000200801010015", c.said, c.wish}),
			newMemory(t, township), options())
		if err != nil {
			t.Fatal(err)
		}
		r := p.Rows[0]
		if got := r.Person[survey.Destination]; got != c.want {
			t.Errorf("%s, wish %q: %q, want %q", c.said, c.wish, got, c.want)
		}
		asked := false
		for _, x := range r.Problems {
			asked = asked || x.Kind == "value_unknown"
		}
		if asked != (c.kind != "") {
			t.Errorf("%s, wish %q: asked %v", c.said, c.wish, asked)
		}
	}
}
