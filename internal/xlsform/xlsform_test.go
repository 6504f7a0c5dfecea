package xlsform_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/xlsform"
)

var day = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

// page makes a sheet of lines, whose cells are parted by "|".
func page(name string, lines ...string) sheet.Sheet {
	s := sheet.Sheet{Name: name}
	for _, line := range lines {
		var cells []sheet.Cell
		for _, v := range strings.Split(line, "|") {
			v = strings.ReplaceAll(strings.TrimSpace(v), "¦", "|")
			cells = append(cells, sheet.Cell{Raw: v, Shown: v})
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}

func book(sheets ...sheet.Sheet) *sheet.Book {
	return &sheet.Book{Name: "茶园.xlsx", Format: "xlsx", Sheets: sheets}
}

// roofs is a form as Kobo's users write it, in two languages.
func roofs() *sheet.Book {
	return book(
		page("settings", "form_title|form_id|version|default_language|table", "茶园与住房|tea2026|3|English (en)|household"),
		page("survey",
			"type|name|label::English (en)|label::Chinese (zh)|hint::Chinese (zh)|required|relevant|constraint|constraint_message::Chinese (zh)|calculation|appearance|default|required_message",
			"start|start|||||||||||",
			"note|welcome|Hello|**请**入户问清楚。|||||||||",
			"begin_group|house|House|住房||||||||field-list|",
			"select_one roof|roof|Roof|屋顶|看正房|yes||||||||",
			"integer|rooms|Rooms|房间数||||. >= 0 and . <= 30|房间数应在 0 到 30 之间。||||",
			"end_group||||||||||||",
			"begin group|tea|Tea|茶园||||||||||",
			"select_one yes_no|has_tea|Tea?|有没有茶园||||||||no|",
			"decimal|mu|Area|茶园面积（亩）|||${has_tea} = 'yes'|. > 0||||| 请写明亩数。",
			"select_multiple kinds or_other|kinds|Kinds|品种|||${has_tea} = 'yes'||||||",
			"date|planted|Planted|栽种日期|||${has_tea} = 'yes'|. <= today()|不能晚于今天。||||",
			"calculate|per_room|||||||| round(${mu} div ${rooms}, 2)|||",
			"text|why|Why|没有茶园的原因|||not(selected(${has_tea}, 'yes'))||||multiline||",
			"end group||||||||||||",
		),
		page("choices", "list_name|name|label::English (en)|label::Chinese (zh)",
			"roof|tile|Tile|瓦", "roof|slab|Slab|水泥板", "roof|straw|Straw|草", "yes_no|yes|Yes|有", "yes_no|no|No|没有",
			"kinds|old|Old|古树茶", "kinds|new|New|新种、台地茶"),
	)
}

func readForm(t testing.TB, b *sheet.Book, o ...xlsform.Option) (xlsform.Form, []xlsform.Problem) {
	t.Helper()
	f, problems, err := xlsform.Read(b, o...)
	if err != nil {
		t.Fatal(err)
	}
	return f, problems
}

// table is a survey table of the form's questions alone.
func table(f xlsform.Form) *survey.Table { return survey.NewTable(f.Table, f.Rules, f.Fields) }

func field(t testing.TB, f xlsform.Form, key string) survey.Field {
	t.Helper()
	q, ok := table(f).Field(key)
	if !ok {
		t.Fatalf("no %s among %v", key, keys(f))
	}
	return q
}

func keys(f xlsform.Form) (out []string) {
	for _, q := range f.Fields {
		out = append(out, q.Key)
	}
	return out
}

func TestAFormOfKoboBecomesQuestions(t *testing.T) {
	f, problems := readForm(t, roofs())
	if f.ID != "tea2026" || f.Title != "茶园与住房" || f.Version != "3" || f.Table != "household" {
		t.Errorf("form %+v", f)
	}
	want := []string{"x_roof", "x_rooms", "x_has_tea", "x_mu", "x_kinds", "x_kinds_other", "x_planted", "x_per_room", "x_why"}
	if !slices.Equal(keys(f), want) {
		t.Errorf("questions %v", keys(f))
	}
	roof := field(t, f, "x_roof")
	if roof.Label != "屋顶" || roof.Section != "住房" || !roof.Required || roof.Hint != "请入户问清楚。\n看正房" || roof.Kind != survey.Choice || roof.On != survey.Ledger {
		t.Errorf("%+v", roof)
	}
	if len(roof.Items) != 3 || roof.Items[0].Name != "瓦" || roof.Items[0].Code != "tile" {
		t.Errorf("choices %+v", roof.Items)
	}
	if field(t, f, "x_why").Kind != survey.Note || field(t, f, "x_mu").Section != "茶园" || f.Defaults["x_has_tea"] != "没有" {
		t.Errorf("why %v, defaults %v", field(t, f, "x_why").Kind, f.Defaults)
	}
	if len(problems) != 1 || problems[0].Row != 2 || !errors.Is(problems[0].Err, xlsform.ErrMeta) || !problems[0].Left {
		t.Errorf("problems %+v", problems)
	}
}

func TestTheLogicOfAFormHolds(t *testing.T) {
	f, _ := readForm(t, roofs())
	mu, why, kinds, what := field(t, f, "x_mu"), field(t, f, "x_why"), field(t, f, "x_kinds"), field(t, f, "x_kinds_other")
	none, tea := survey.Answers{"x_has_tea": "没有"}, survey.Answers{"x_has_tea": "有"}
	if mu.Asked(none) || !mu.Asked(tea) || !why.Asked(none) || why.Asked(tea) || !why.Asked(survey.Answers{}) {
		t.Error("relevant does not hold")
	}
	other := survey.Answers{"x_has_tea": "有", "x_kinds": "古树茶、其他"}
	if what.Asked(tea) || !what.Asked(other) || what.Asked(survey.Answers{"x_has_tea": "没有", "x_kinds": "其他"}) || what.Required {
		t.Error("the other choice is not asked about where it is chosen")
	}
	if stored, err := kinds.Clean("古树茶、新种，台地茶"); err != nil || stored != "古树茶、新种，台地茶" {
		t.Errorf("several choices: %q, %v", stored, err)
	}
	for answers, want := range map[string]string{
		"x_rooms=31": "房间数应在 0 到 30 之间。", "x_rooms=2.5": "“房间数”要填整数。", "x_rooms=4": "", "x_planted=2026-09-11": "不能晚于今天。",
		"x_planted=2026-09-10": "", "x_mu=0": "“茶园面积（亩）”的答案不符合这张表的要求。", "x_mu=0.5": "",
	} {
		key, v, _ := strings.Cut(answers, "=")
		a := survey.Answers{"x_has_tea": "有", key: v}
		got := ""
		if err := field(t, f, key).Check(a, day); err != nil {
			got = text.Explain(err).What
		}
		if got != want {
			t.Errorf("%s: %q, want %q", answers, got, want)
		}
	}
	a := table(f).Derive(survey.Answers{"x_has_tea": "有", "x_mu": "10", "x_rooms": "3"}, day)
	if a["x_per_room"] != "3.33" || field(t, f, "x_per_room").Asked(a) {
		t.Errorf("worked out %q", a["x_per_room"])
	}
	if a := table(f).Derive(survey.Answers{"x_has_tea": "没有", "x_mu": "10", "x_rooms": "3"}, day); a["x_per_room"] != "" {
		t.Errorf("an answer that is not asked for counts: %q", a["x_per_room"])
	}
}

func TestRequiredSaysWhatTheFormSays(t *testing.T) {
	f, problems := readForm(t, book(page("survey", "type|name|label|required|required_message|relevant",
		"text|a|甲|yes|甲没有填。|", "text|b|乙|${a} = '要'||", "text|c|丙|true()|丙没有填。|${a} = '要'", "text|d|丁|no||", "text|e|戊|是||")), xlsform.For("person"))
	if len(problems) != 0 {
		t.Errorf("%+v", problems)
	}
	said := func(a survey.Answers) (out []string) {
		for _, p := range table(f).Check(a, day) {
			if !errors.Is(p.Err, survey.ErrRequired) || p.Key == "x_b" {
				out = append(out, p.Key+" "+text.Explain(p.Err).What)
			}
		}
		return out
	}
	if got := said(survey.Answers{"x_e": "有"}); len(got) != 1 || got[0] != "x_a 甲没有填。" {
		t.Errorf("%v", got)
	}
	if got := said(survey.Answers{"x_a": "要"}); len(got) != 2 || !strings.HasPrefix(got[0], "x_b") || got[1] != "x_c 丙没有填。" {
		t.Errorf("%v", got)
	}
}

// TestWhatIsNotSupportedIsNamed has one row of each kind that goes wrong, between two that must go in.
func TestWhatIsNotSupportedIsNamed(t *testing.T) {
	for _, c := range []struct {
		row  string
		want error
		left bool
	}{
		{"geopoint|x|位置", xlsform.ErrPlace, true}, {"image|x|照片", xlsform.ErrPicture, true}, {"audio|x|录音", xlsform.ErrPicture, true},
		{"barcode|x|条码", xlsform.ErrBarcode, true}, {"file|x|文件", xlsform.ErrFile, true}, {"rank l|x|排序", xlsform.ErrRank, true},
		{"select_one_from_file v.csv|x|村", xlsform.ErrExternal, true}, {"xml-external|x|", xlsform.ErrExternal, true}, {"deviceid|x|", xlsform.ErrMeta, true},
		{"telepathy|x|想法", xlsform.ErrType, true}, {"select_one none|x|选", xlsform.ErrNoList, true}, {"text||没有名字", xlsform.ErrName, true},
		{"text|first|又一个", xlsform.ErrTwice, true}, {"datetime|x|时间", xlsform.ErrTime, false}, {"text|x|姓名", xlsform.ErrAlready, false},
		{"text|x|甲|${nobody} = 1", xlsform.ErrUnknownName, false}, {"text|x|甲|position(..) = 1", xlsform.ErrFunction, false},
		{"text|x|甲|selected(${first})", xlsform.ErrArguments, false}, {"text|x|甲|(${first} = 1", xlsform.ErrExpression, false},
		{"text|x|甲|today() > '2026-01-01'", xlsform.ErrNoToday, false}, {"text|x|甲|${x} = 1", xlsform.ErrGoesInCircle, false},
		{"text|x|甲||regex(., '(?=a)')", xlsform.ErrRegex, false}, {"text|x|甲||. > ", xlsform.ErrExpression, false},
		{"calculate|x|||", xlsform.ErrNoCalculation, true}, {"calculate|x||||${first} +", xlsform.ErrExpression, true},
		{"calculate|x||||${x} + 1", xlsform.ErrGoesInCircle, true}, {"select_one l|x|选||||a = ${first}", xlsform.ErrFilter, false},
		{"date|x|日期|||||today()", xlsform.ErrDefault, false}, {"end_group|||", xlsform.ErrNoBegin, false},
		{"note|x|别说|${first} = 'a'", xlsform.ErrNote, true},
	} {
		t.Run(c.row, func(t *testing.T) {
			f, problems := readForm(t, book(
				page("survey", "type|name|label|relevant|constraint|calculation|choice_filter|default", "text|first|头", c.row, "text|last|尾"),
				page("choices", "list_name|name|label", "l|a|甲")), xlsform.For("person"))
			if len(problems) != 1 || !errors.Is(problems[0].Err, c.want) || problems[0].Row != 3 || problems[0].Left != c.left || problems[0].Sheet != "survey" {
				t.Fatalf("%+v", problems)
			}
			if x := text.Explain(problems[0].Err); x.Way == "" || strings.Contains(x.What, "%!") {
				t.Errorf("said as %q, %q", x.What, x.Way)
			}
			got := keys(f)
			if got[0] != "x_first" || got[len(got)-1] != "x_last" || (len(got) == 2) != (c.left || strings.HasPrefix(c.row, "end")) {
				t.Errorf("questions %v", got)
			}
		})
	}
}

func TestARepeatIsLeftOutWithAllThatIsInIt(t *testing.T) {
	f, problems := readForm(t, book(page("survey", "type|name|label", "text|a|甲", "begin_repeat|m|成员", "text|n|名字", "begin_repeat|i|里面", "image|p|照片",
		"end_repeat", "integer|age|年纪", "end_repeat", "text|b|乙", "begin_group|g|没有结尾", "text|c|丙")), xlsform.For("household"))
	if !slices.Equal(keys(f), []string{"x_a", "x_b", "x_c"}) || len(problems) != 2 || problems[0].Row != 3 || !errors.Is(problems[1].Err, xlsform.ErrNoEnd) {
		t.Errorf("%v, %+v", keys(f), problems)
	}
}

func TestAPlainTableIsAFormToo(t *testing.T) {
	for name, lines := range map[string][]string{
		"by key":     {"# 本县自己的栏目", "key,label,kind,list,ledger", "# 住房", "x_roof,屋顶,text,,是", "x_tea,茶园（亩）,number,,否", "x_kind,品种,choices,古树茶|台地茶,", "x_edu,文化,choice,education,", "x_tel,第二电话,phone,,"},
		"in Chinese": {"栏目,类型,选项,台账", "屋顶,文字,,是", "茶园（亩）,数字,,", "品种,多选,古树茶|台地茶,", "文化,choice,education,", "第二电话,电话,,"},
	} {
		t.Run(name, func(t *testing.T) {
			var rows []string
			for _, l := range lines {
				rows = append(rows, strings.ReplaceAll(strings.ReplaceAll(l, "|", "¦"), ",", "|"))
			}
			f, problems := readForm(t, book(page("", rows...)), xlsform.For("household"))
			if len(f.Fields) != 5 || len(problems) != 0 {
				t.Fatalf("%v, %+v", keys(f), problems)
			}
			kinds := []*survey.Kind{survey.Text, survey.Number, survey.Choices, survey.Choice, survey.PhoneKind}
			for i, q := range f.Fields {
				if q.Kind != kinds[i] || (q.On == survey.Ledger) != (i == 0) || !strings.HasPrefix(q.Key, "x_") {
					t.Errorf("%+v", q)
				}
			}
			if v, err := f.Fields[2].Clean("台地茶；古树茶"); err != nil || v != "台地茶、古树茶" || f.Fields[3].List != "education" {
				t.Errorf("%q, %v", v, err)
			}
		})
	}
}

func TestNamesThatAreNoKeysGetOneThatStays(t *testing.T) {
	long := strings.Repeat("very_long_name_", 5)
	b := book(page("survey", "type|name|label|relevant", "text|屋顶|屋顶", "text|"+long+"|长", "text|HH-Size.2|人", "text|hh_size_2|人口", "text|x_old|旧", "text|z|末|${屋顶} = '瓦'"))
	f, problems := readForm(t, b, xlsform.For("household"))
	again, _ := readForm(t, b, xlsform.For("household"))
	if !slices.Equal(keys(f), keys(again)) || len(problems) != 0 || keys(f)[2] != "x_hh_size_2" || keys(f)[4] != "x_old" {
		t.Errorf("%v %+v", keys(f), problems)
	}
	seen := map[string]bool{}
	for _, k := range keys(f) {
		if seen[k] || len(k) > 42 || strings.Trim(k, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			t.Errorf("key %q", k)
		}
		seen[k] = true
	}
	if !f.Fields[5].Asked(survey.Answers{keys(f)[0]: "瓦"}) || f.Fields[5].Asked(survey.Answers{}) {
		t.Error("a question is not found by its Chinese name")
	}
}

func TestQuestionsMayAskForWhatTheRegisterKnows(t *testing.T) {
	f, problems := readForm(t, book(page("survey", "type|name|label|relevant", "text|a|甲|${age} >= 16 and ${性别} = '女'", "text|b|乙|string-length(${name}) > 2")), xlsform.For("person"))
	a := survey.Answers{"age": "17", "sex": "女", "name": "古丽·阿不都热依木"}
	if len(problems) != 0 || !f.Fields[0].Asked(a) || !f.Fields[1].Asked(a) || f.Fields[0].Asked(survey.Answers{"age": "15", "sex": "女"}) {
		t.Errorf("%+v", problems)
	}
}

func TestAListOfPeopleIsNoForm(t *testing.T) {
	for _, b := range []*sheet.Book{
		book(page("Sheet1", "姓名|证件号码|类型", "由国平|x|农户")),
		book(page("Sheet1", "name|type|label", "由国平|户主|x", "自美|配偶|y")),
		book(page("Sheet1", "栏目|类型", "由国平|低保", "自美|特困")),
		book(),
	} {
		if xlsform.Is(b) {
			t.Errorf("%+v", b.Sheets)
		}
		if _, _, err := xlsform.Read(b); !errors.Is(err, xlsform.ErrNoForm) {
			t.Errorf("%v", err)
		}
	}
	if !xlsform.Is(roofs()) {
		t.Error("a form is not known as one")
	}
}

// described is all of a form that can be compared, its logic by what it says of some answers.
func described(f xlsform.Form) string {
	var b strings.Builder
	fmt.Fprintln(&b, f.ID, f.Title, f.Version, f.Table, f.Defaults, len(f.Rules))
	for _, q := range f.Fields {
		fmt.Fprintln(&b, q.Key, q.Label, q.Hint, q.Kind.Name, q.List, q.Items, q.Section, q.Required, q.On, q.When == nil, q.From == nil, q.Check == nil)
		for _, a := range []survey.Answers{{}, {"x_has_tea": "有", "x_mu": "4", "x_rooms": "3", "x_kinds": "其他"}, {"x_has_tea": "没有"}} {
			fmt.Fprint(&b, q.Asked(a))
			if q.From != nil {
				fmt.Fprint(&b, q.From(a, day))
			}
		}
	}
	return b.String()
}

func TestAFormThatIsKeptIsTheSameForm(t *testing.T) {
	f, _ := readForm(t, roofs())
	back, err := xlsform.Parse(f.Rows())
	if err != nil || described(back) != described(f) {
		t.Errorf("%v\n%s\n%s", err, described(f), described(back))
	}
	if back.Rows() != f.Rows() {
		t.Errorf("kept again it differs:\n%s\n%s", f.Rows(), back.Rows())
	}
	for _, s := range []string{"", "x", "ruhu-form,1", "ruhu-form,1\nsurvey,type,name\nsurvey,image,x\n", "ruhu-form,1\n\"", "{}"} {
		if _, err := xlsform.Parse(s); err == nil {
			t.Errorf("%q is a form", s)
		}
	}
}
