package desk_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/blob"
	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

func oneFamily(t testing.TB) (d *desk.Desk, house, person string) {
	t.Helper()
	d, _ = sit(t)
	house = household(t, d, zuomen, "001", "张三")
	person = must[string](t)(d.SavePerson("", somebody(house, "张三", idNo("19900101", "001"))))
	return d, house, person
}

func TestRecordsOfEveryKindAreSavedAndFound(t *testing.T) {
	d, house, person := oneFamily(t)
	for typ, a := range map[string]survey.Answers{
		registry.TypeSlip:     {survey.OfHousehold: house, survey.OfferedOn: "2026-11-02", survey.OfferTraining: "中式烹调师"},
		registry.TypeReferral: {survey.OfPerson: person, survey.ReferredOn: "2026-11-02", survey.ReferralKind: "技工院校", survey.DoneBy: "李文忠"},
		registry.TypeJobRec:   {survey.OfPerson: person, survey.RecommendedOn: "2026-11-02", "employer": "彝乡食品厂"},
		registry.TypeFollowUp: {survey.OfPerson: person, survey.FollowedOn: "2026-11-02", survey.FollowWay: "电话"},
		registry.TypeOutreach: {survey.OutreachVillage: zuomen, survey.OutreachOn: "2026-11-02", "subject": "技能培训政策"},
		registry.TypeFact:     {survey.OfPerson: person, survey.FactKind: "党员", survey.StartsOn: "2015"},
	} {
		id, err := d.SaveRecord(typ, "", a, desk.Anyway("试"))
		if err != nil {
			t.Errorf("%s: %v", typ, err)
			continue
		}
		parent := person
		if a[survey.OfPerson] == "" {
			parent = orElse(a[survey.OfHousehold], a[survey.OutreachVillage])
		}
		if all := must[[]registry.Record](t)(d.Records(typ, parent)); len(all) != 1 || all[0].ID != id {
			t.Errorf("%s: %v", typ, all)
		}
	}
	if _, err := d.SaveRecord(registry.TypeReferral, "", survey.Answers{survey.ReferredOn: "2026-11-02", survey.ReferralKind: "技工院校", survey.DoneBy: "李文忠"}, desk.Anyway("试")); !errors.Is(err, desk.ErrOfNobody) {
		t.Errorf("a referral of nobody: %v", err)
	}
	if _, err := d.SaveRecord("nothing", "", nil); !errors.Is(err, desk.ErrNoTable) {
		t.Errorf("no kind of record: %v", err)
	}
	var no *desk.Refusal
	if _, err := d.SaveRecord(registry.TypeFollowUp, "", survey.Answers{survey.OfPerson: person, survey.FollowedOn: "昨天"}); !errors.As(err, &no) || no.Warnings() {
		t.Errorf("a day that is none: %v", err)
	}
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnAttachmentComesBackByteForByte(t *testing.T) {
	d, _, person := oneFamily(t)
	want := picture(t)
	of := desk.Ref{Type: registry.TypePerson, ID: person}
	id := must[string](t)(d.Attach(of, "照片", "本人", bytes.NewReader(want)))
	r := must[io.ReadCloser](t)(d.Attachment(id))
	defer r.Close()
	if got := must[[]byte](t)(io.ReadAll(r)); !bytes.Equal(got, want) {
		t.Errorf("%d bytes, want %d", len(got), len(want))
	}
	all := must[[]registry.Record](t)(d.Attachments(person))
	if len(all) != 1 || all[0].Get(survey.Mime) != "image/png" {
		t.Errorf("%v", all)
	}
	for name, c := range map[string]struct {
		content []byte
		want    error
	}{
		"nothing":   {nil, blob.ErrEmpty},
		"a program": {[]byte("MZ\x90\x00\x03\x00\x00\x00"), desk.ErrFileKind},
		"too big":   {append(picture(t), make([]byte, blob.MaxSize)...), blob.ErrTooBig},
	} {
		if _, err := d.Attach(of, "照片", "", bytes.NewReader(c.content)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	put(t, d, registry.TypeAttachment, id, map[string]string{survey.Blob: strings.Repeat("ab", 32)})
	if _, err := d.Attachment(id); !errors.Is(err, desk.ErrNoBlob) {
		t.Errorf("one that has not come yet: %v", err)
	}
}

func TestHistorySaysWhatChangedAndWhatHappened(t *testing.T) {
	d, _, person := oneFamily(t)
	a := must[registry.Person](t)(d.Person(person)).Unpack()
	a[survey.Education] = "高中"
	must[string](t)(d.SavePerson(person, a, desk.Because("本人出示毕业证")))
	if err := d.Leave(person, "失联", "2026-11-10", desk.Anyway("三次上门无人")); err != nil {
		t.Fatal(err)
	}
	put(t, d, registry.TypePerson, person, map[string]string{survey.Political: "中共党员"})
	var all []string
	for _, e := range must[[]desk.Edit](t)(d.History(registry.TypePerson, person)) {
		all = append(all, e.By+"|"+e.Why+"|"+e.What)
	}
	for _, want := range []string{"李文忠|本人出示毕业证|性别：男；出生日期：1990-01-01；文化程度：初中 → 高中", "李文忠|三次上门无人|失联：张三", "县级||政治面貌：中共党员"} {
		if !slices.Contains(all, want) {
			t.Errorf("%q is not among\n%s", want, strings.Join(all, "\n"))
		}
	}
}

func TestHistorySaysWhatAnotherDeviceReplaced(t *testing.T) {
	d, _, person := oneFamily(t)
	put(t, d, registry.TypePerson, person, map[string]string{survey.Education: "大专", survey.Political: "中共党员"})
	put(t, d, registry.TypePerson, person, map[string]string{survey.Political: ""})
	all := must[[]desk.Edit](t)(d.History(registry.TypePerson, person))
	if len(all) != 3 || all[2].By != "李文忠" || !strings.Contains(all[2].What, "姓名：张三") {
		t.Fatalf("%+v", all)
	}
	if all[1].By != "县级" || !strings.Contains(all[1].What, "文化程度：初中 → 大专") || all[0].Set[0].Was != "中共党员" || all[0].Set[0].Now != "" {
		t.Errorf("%+v", all)
	}
	for _, e := range all {
		for _, c := range e.Set {
			if c.Label == "" || c.Was == c.Now {
				t.Errorf("%+v", c)
			}
		}
	}
}

func TestACountysQuestionsAreAskedKeptAndNeverLost(t *testing.T) {
	d, house, person := oneFamily(t)
	path := filepath.Join(t.TempDir(), "调查.csv")
	rows := "key,label,kind,list,ledger\nx_road,是否通硬化路,flag,,是\nx_cattle,养牛头数,number,,\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	form, problems, err := d.ReadQuestions(context.Background(), path, "household")
	if err != nil || len(problems) != 0 {
		t.Fatal(err, problems)
	}
	id := must[string](t)(d.AddQuestions(form))
	a := must[registry.Household](t)(d.Household(house)).Unpack()
	a["x_road"], a["x_cattle"] = "1", "很多头"
	var no *desk.Refusal
	if _, err := d.SaveHousehold(house, a); !errors.As(err, &no) {
		t.Fatalf("got %v", err)
	}
	a["x_cattle"] = "3"
	must[string](t)(d.SaveHousehold(house, a))
	if h := must[registry.Household](t)(d.Household(house)); h.Get("x_road") != "是" {
		t.Errorf("%v", h.Unpack())
	}
	table := must[report.Table](t)(d.Ledger("hu", report.Filter{}))
	if !slices.ContainsFunc(table.Columns, func(c report.Column) bool { return c.Key == "x_road" }) {
		t.Error("the ledger has no column for it")
	}
	if err := d.RetireQuestions(id, true); err != nil {
		t.Fatal(err)
	}
	f, known := d.Table(registry.TypeHousehold).Field("x_road")
	if !known || !f.Retired || f.Asked(a) {
		t.Errorf("%v %+v", known, f)
	}
	b := must[registry.Household](t)(d.Household(house)).Unpack()
	b[survey.Group] = "大平地小组"
	must[string](t)(d.SaveHousehold(house, b))
	if h := must[registry.Household](t)(d.Household(house)); h.Get("x_cattle") != "3" {
		t.Errorf("an answer was lost: %v", h.Unpack())
	}
	_ = person
}

func TestAListOfTheCountysQuestionsIsTakenIn(t *testing.T) {
	d, _, _ := oneFamily(t)
	path := filepath.Join(t.TempDir(), "问题.csv")
	if err := os.WriteFile(path, []byte("key,label,kind,list,ledger\nx_road,是否通硬化路,flag,,是\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := must[*intake.Plan](t)(d.PlanImport(path))
	if p.Kind != intake.Questions {
		t.Fatalf("taken for %s", p.Kind)
	}
	must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	if all := must[[]desk.Questions](t)(d.Questions()); len(all) != 1 {
		t.Errorf("%v", all)
	}
}

func TestAVillageThatGotAnotherNameIsCalledSoEverywhere(t *testing.T) {
	d, house, _ := oneFamily(t)
	id := must[string](t)(d.SavePlace("", survey.Answers{survey.PlaceWhat: "改名", survey.PlaceCode: zuomen, survey.PlaceName: "新左门村民委员会", survey.PlaceFrom: "2026-10-01"}))
	table := must[report.Table](t)(d.Ledger("hu", report.Filter{}))
	if !slices.Contains(table.Rows[0], "新左门村民委员会") {
		t.Errorf("%v", table.Rows[0])
	}
	if got := d.FindHouseholds("张三 新左门", 0); len(got) != 1 || got[0] != house {
		t.Errorf("found %v", got)
	}
	if code := must[string](t)(d.VillageCode("新左门")); code != zuomen {
		t.Errorf("code %s", code)
	}
	if err := d.DeleteRecord(registry.TypePlace, id, "批复撤回"); err != nil {
		t.Fatal(err)
	}
	if table := must[report.Table](t)(d.Ledger("hu", report.Filter{})); slices.Contains(table.Rows[0], "新左门村民委员会") {
		t.Errorf("%v", table.Rows[0])
	}
}

func TestFiltersAndMappingsAreKeptUnderTheirNames(t *testing.T) {
	d, _, _ := oneFamily(t)
	v := desk.View{Name: "左门低保", Report: "dibao", Filter: report.Filter{Village: zuomen, On: "2026-06-30"}}
	if err := d.SaveView(v); err != nil {
		t.Fatal(err)
	}
	if all := must[[]desk.View](t)(d.Views()); len(all) != 1 || all[0] != v {
		t.Errorf("%v", all)
	}
	if err := errors.Join(d.DropView(v.Name), d.SaveView(desk.View{})); !errors.Is(err, desk.ErrNoName) {
		t.Errorf("a filter without a name: %v", err)
	}
	l := intake.Learned{Signature: "abc", Name: "花名册.xlsx", Columns: map[string]sheet.Target{"手机": {Table: "person", Key: survey.Phone}}}
	if err := d.KeepMapping(l); err != nil {
		t.Fatal(err)
	}
	if all := must[[]intake.Learned](t)(d.Mappings()); len(all) != 1 || all[0].Columns["手机"].Key != survey.Phone {
		t.Errorf("%v", all)
	}
}

func TestPapersOfAHouseholdAndAPersonAreMade(t *testing.T) {
	d, house, person := oneFamily(t)
	must[string](t)(d.Attach(desk.Ref{Type: registry.TypePerson, ID: person}, "照片", "", bytes.NewReader(picture(t))))
	for kind, id := range map[string]string{"slip": house, "efile": person} {
		pdf, _, err := d.Preview(kind, id, paper.Options{})
		if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
			t.Errorf("%s: %v, %d bytes", kind, err, len(pdf))
		}
	}
	table := must[report.Table](t)(d.Ledger("renkou", report.Filter{}))
	path := filepath.Join(t.TempDir(), "人口.pdf")
	if r, err := d.PrintTable(table, path, paper.Options{}); err != nil || r.Pages == 0 {
		t.Errorf("%v, %d pages", err, r.Pages)
	}
}

func TestTargetsAreSavedTogetherAndTakenBackTogether(t *testing.T) {
	d, _, _ := oneFamily(t)
	var some []registry.Record
	for _, n := range []string{"300", "1500"} {
		some = append(some, registry.Record{Packed: survey.Pack(survey.Answers{survey.TargetTask: "贫困劳动力培训", survey.TargetNumber: n, survey.TargetUnit: "人次", survey.TargetSource: "三湖政办〔2019〕17号"})})
	}
	if err := d.SaveTargets(some); err != nil {
		t.Fatal(err)
	}
	if all := must[[]registry.Record](t)(d.Targets()); len(all) != 2 {
		t.Errorf("%v", all)
	}
	must[string](t)(d.Undo())
	if all := must[[]registry.Record](t)(d.Targets()); len(all) != 0 {
		t.Errorf("%v", all)
	}
}

func TestAnEventAtASchoolBelongsToNoVillage(t *testing.T) {
	d, _, _ := oneFamily(t)
	a := survey.Answers{survey.OutreachSpot: "县第二中学", survey.OutreachOn: "2026-11-02", "subject": "技工院校招生"}
	id := must[string](t)(d.SaveRecord(registry.TypeOutreach, "", a))
	if all := must[[]registry.Record](t)(d.Records(registry.TypeOutreach, "")); len(all) != 1 || all[0].ID != id {
		t.Errorf("events: %v", all)
	}
	delete(a, survey.OutreachSpot)
	if _, err := d.SaveRecord(registry.TypeOutreach, "", a); !errors.Is(err, desk.ErrOfNowhere) {
		t.Errorf("an event nowhere: %v", err)
	}
}
