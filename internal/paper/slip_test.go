package paper_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// sampleFamily is a family of 脱贫 with a child at a vocational school and one who left school.
func sampleFamily(i int) paper.Family {
	rows := sampleRows(8)
	member := func(n int, name, relation string, more survey.Answers) registry.Person {
		p := rows[n].Person
		p.Packed = p.With(survey.FullName, name).With(survey.Relation, relation)
		for key, v := range more {
			p.Packed = p.With(key, v)
		}
		return p
	}
	born := func(age, n int) string { return idNumber(printedAt.AddDate(-age, -3, 0), n) }
	return paper.Family{
		Household: registry.Household{ID: fmt.Sprint("h", i), Packed: survey.Pack(survey.Answers{survey.HeadName: "古丽·阿不都热依木", survey.HouseNo: "5323259000000101", survey.Group: "上村小组", survey.HouseType: survey.HouseLeftPoverty})},
		Village:   "左门村委会",
		Members: []registry.Person{
			member(0, "古丽·阿不都热依木", "户主", survey.Answers{survey.WantsTraining: survey.Yes, survey.Skill: "普通劳动力"}),
			member(1, "张𬭳", "之子", survey.Answers{survey.IDNo: born(17, 31), survey.Schooling: "中职二年级", survey.Education: ""}),
			member(2, "张㛃", "之女", survey.Answers{survey.IDNo: born(19, 44), survey.SchoolStage: "初中", survey.SchoolYear: "2022-07", survey.SchoolResult: "毕业", survey.Destination: "待业有意愿"}),
		},
		Slip: survey.Answers{survey.OfferedOn: "2026-10-18",
			survey.OfferJobs:     "安宁物流园招分拣员20人，月薪4000至5000元，包吃住；\n甬江电子厂招普工，月薪4500元以上，县里组织包车。联系人：普学珍 15400000123",
			survey.OfferTraining: "中式烹调师（初级）、养老护理员（初级）、挖掘机操作", survey.OfferTime: "11月上旬开班，每班10天，每天上午8:30—11:45、下午2:00—5:15",
			survey.OfferWay: "办班进村，在左门村委会活动室上课", survey.OfferHelp: ""},
		Contact: "左门乡社会保障服务中心 杨绍云", Phone: "15400000124",
	}
}

func savedSlip(t *testing.T, name string, families ...paper.Family) (string, paper.Report) {
	t.Helper()
	return saved(t, name, func(w io.Writer) (paper.Report, error) {
		return paper.Slip(w, families, paper.Options{At: printedAt, By: "董斌", Unit: "左门乡人民政府"})
	})
}

func TestASlipTellsOneFamilyWhatIsOffered(t *testing.T) {
	file, r := savedSlip(t, "slip", sampleFamily(1))
	if r.Pages != 1 || len(r.Missing) != 0 {
		t.Errorf("%+v", r)
	}
	got := blank.ReplaceAllString(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"), "")
	for _, want := range []string{"入户告知单", "古丽·阿不都热依木户：", "左门村委会上村小组", "甬江电子厂招普工，月薪4500元以上，县里组织包车。", "挖掘机操作", "11月上旬开班", "办班进村",
		"每人每年可以免费参加一次", "张𬭳：可以申请雨露计划职业教育补助", "张㛃：可以登记入读技工院校", "杨绍云15400000124", "2026年10月18日", "个人信息告知", "第十七条、第三十五条", "沿此线撕下", "接收人签名", "5323259000000101"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not on it\n%s", want, got)
		}
	}
	for _, secret := range []string{"530000", "脱贫户", "内部资料"} { // it lies about in a kitchen
		if strings.Contains(got, secret) {
			t.Errorf("%s stands on it", secret)
		}
	}
	if out := tool(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestEachFamilyHasItsOwnSheet(t *testing.T) {
	long, empty := sampleFamily(2), sampleFamily(3)
	for i := range 30 {
		long.Slip[survey.OfferJobs] += fmt.Sprintf("\n第%d家企业招普工若干，月薪四千元以上，包吃住，有意的请与村委会联系。", i+1)
	}
	long.Household.Packed = long.Household.With(survey.HeadName, "杞长文")
	empty.Slip, empty.Claims, empty.Contact, empty.Phone = survey.Answers{}, []string{}, "", ""
	file, r := savedSlip(t, "slips", sampleFamily(1), long, empty)
	pages := strings.Split(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"), "\f")
	if r.Pages != 3 {
		t.Fatal(r.Pages)
	}
	for i, page := range pages[:3] {
		page = blank.ReplaceAllString(page, "")
		if strings.Count(page, "接收人签名") != 1 || strings.Contains(page, "杞长文") != (i == 1) || strings.Contains(page, "第30家企业招普工若干，月薪四千元以上，包吃住") != (i == 1) {
			t.Errorf("page %d: %s", i+1, page)
		}
	}
}

func TestAFamilyIsToldOnlyWhatItMayClaim(t *testing.T) {
	f := sampleFamily(1)
	f.Household.Packed = f.Household.With(survey.HouseType, survey.HouseOrdinary)
	got := paper.Claims(rules.Shipped, f.Household, f.Members, printedAt)
	if want := []string{text.T("paper.claim_class"), text.T("paper.claim_school", "张㛃")}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := paper.Claims(rules.Shipped, f.Household, nil, printedAt); got != nil {
		t.Errorf("nobody lives there: %q", got)
	}
}
