package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/survey"
)

func TestWordsBesideAPhoneAreParted(t *testing.T) {
	for _, c := range []struct{ found, phone, owner, kind string }{
		{"本人15412345678、儿子15498765432", "15412345678", "", "phone_labelled"},
		{"儿子：154 9876 5432，本人：154-1234-5678", "15412345678", "", "phone_labelled"},
		{"15412345678（儿子15498765432）", "15412345678", "", "phone_labelled"},
		{"15412345678（父亲）", "15412345678", "父亲", "phone_of_other"},
		{"儿子15498765432", "15498765432", "儿子", "phone_of_other"},
		{"１５４１２３４５６７８（本人）", "15412345678", "", "phone_labelled"},
		{"15412345678、15498765432", "", "", "phone_several"},
		{"儿子15412345678 女儿15498765432", "", "", "phone_char"},
		{"15412345678儿子、15498765432本人", "", "", "phone_several"},
		{"在外打工，没有电话", "", "", "phone_char"},
	} {
		p := planOf(t, newMemory(t, township), []string{"姓名", "证件号码", "联系电话"}, []string{"𬱖𫖮", "530000200801010015", c.found})
		a, got := p.Puts()[1].Fields, kinds(&p.Rows[0])
		if a[survey.Phone] != c.phone || a["phone_owner"] != c.owner || !slices.Contains(got, c.kind+"@联系电话") {
			t.Errorf("%s: %q of %q, %v", c.found, a[survey.Phone], a["phone_owner"], got)
		}
		if a[survey.AsFound] != "联系电话："+c.found {
			t.Errorf("%s is kept as %q", c.found, a[survey.AsFound])
		}
	}
}
