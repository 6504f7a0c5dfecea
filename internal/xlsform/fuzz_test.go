package xlsform_test

import (
	"strings"
	"testing"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/xlsform"
)

// FuzzForm wants of whatever is written in the sheets: no panic, problems in words, a table that can be made and checked, and
// the same form when it is kept and read again.
func FuzzForm(f *testing.F) {
	f.Add("type,name,label,relevant\ntext,a,甲,${b} = 1\ninteger,b,乙,${a} = 'x'\nbegin_group,g,组\nselect_one l or_other,c,丙\nend_group", "list_name,name,label\nl,1,一\nl,2,二、三")
	f.Add("type,name,label,calculation,constraint\ncalculate,a,,${a}+1,\nrange,r,数,,. > 1\nnote,n,话\nselect_multiple l,m,多,,count-selected(.) < 2", "list name,name,label\nl,x,\nl,x,y")
	f.Add("栏目,类型,选项\n甲,单选,一|二\n乙,文字,", "")
	f.Add("type,name\nbegin_repeat,r\nend_group,\nend_repeat,\ntext,z\nend_repeat,", "")
	f.Fuzz(func(t *testing.T, questions, choices string) {
		if len(questions)+len(choices) > 1<<14 {
			return
		}
		b := book(lines("survey", questions), lines("choices", choices))
		form, problems, err := xlsform.Read(b, xlsform.For("household"))
		for _, p := range problems {
			if x := text.Explain(p.Err); x.What == "" || strings.Contains(x.What, "%!") {
				t.Errorf("said as %q", x.What)
			}
		}
		if err != nil {
			return
		}
		for _, a := range []survey.Answers{{}, {"x_a": "1", "x_b": "2", "x_m": "一、二"}} {
			table(form).Check(table(form).Derive(a, day), day)
			for _, q := range form.Fields {
				q.Asked(a)
			}
		}
		back, err := xlsform.Parse(form.Rows())
		if err != nil || back.Rows() != form.Rows() || described(back) != described(form) {
			t.Errorf("%v\n%s\n%s", err, described(form), described(back))
		}
	})
}

func lines(name, s string) sheet.Sheet {
	t := sheet.Sheet{Name: name}
	for _, line := range strings.Split(s, "\n") {
		var cells []sheet.Cell
		for _, v := range strings.Split(line, ",") {
			cells = append(cells, sheet.Cell{Raw: v, Shown: v})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
