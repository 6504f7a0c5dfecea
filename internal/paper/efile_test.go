package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// sampleDossier is somebody of whom the register knows a good deal.
func sampleDossier() paper.Dossier {
	f := sampleFamily(1)
	p := f.Members[0]
	p.ID = "p0"
	for key, v := range map[string]string{survey.Relation: "户主", survey.Skill: "技能劳动力", survey.Employed: "就业", survey.AwayPlace: "云南省昆明市安宁市草铺工业园区", survey.AwayFirm: "安宁物流园",
		survey.JobTrade: "分拣员", survey.Cert: "中式烹调师初级", survey.WantsSchool: "否", "mandarin": "是", "plan_trade": "养老护理员", "plan_place": "左门乡文化站", "plan_time": "2026年冬", "plan_cert": "初级", survey.Tags: "返乡", survey.Political: "群众", survey.Health: "健康"} {
		p.Packed = p.With(key, v)
	}
	fact := func(kind, detail, from, until string) survey.Answers {
		a := survey.Answers{survey.FactKind: kind, survey.FactDetail: detail, survey.StartsOn: from, survey.EndsOn: until, survey.Source: "民政名册"}
		for key, v := range a {
			if v == "" {
				delete(a, key)
			}
		}
		return a
	}
	c := sampleClass()
	enrolment := training.NewEnrolment("c1", p.ID, 7)
	enrolment.Answers[training.Result], enrolment.Answers[training.CertName], enrolment.Answers[training.CertNo] = training.Passed, "中式烹调师初级", "2653230000000017"
	return paper.Dossier{Person: p, Household: f.Household, Village: f.Village, Members: f.Members,
		Logs: map[string][]survey.Answers{
			registry.TypeFact: {fact(survey.FactLeftPoverty, "", "2014", ""), fact(survey.FactMinLiving, "农村低保B类", "2019-07", "2024-06-30"), fact(survey.FactMonitored, "突发严重困难户", "2024-07-01", ""),
				fact(survey.FactAway, "", "2026-03", ""), fact(survey.FactResettled, "", "", ""), fact("医疗救助", "大病救助", "2023-05-11", "2023-05-11")},
			registry.TypeWish:     {{survey.WishedOn: "2026-09-01", survey.WishText: "想学照顾老人", survey.Trade1: "养老护理员", survey.WishWay: "短期技能", "wish_place": "乡上"}},
			registry.TypeReferral: nil,
			registry.TypeJobRec:   {{survey.RecommendedOn: "2026-02-20", survey.JobEvent: "春风行动专场招聘会", "employer": "安宁物流园", "post": "分拣员", "pay": "4000到5000元", survey.JobOutcome: survey.JobTaken}},
			registry.TypeFollowUp: {{survey.FollowedOn: "2026-06-02", survey.FollowWay: "电话", survey.JobState: "县外省内就业", "now_firm": "安宁物流园", survey.FollowNeed: "技能提升"}},
			registry.TypeVisit:    {{survey.VisitedOn: "2026-09-01", survey.Visitor: "李文忠", survey.Role: "驻村干部", survey.Method: "入户", "spoke_with": "本人", survey.Outcome: "核对了人员信息，已告知近期培训班，愿意参加"}},
		},
		Classes: []paper.Attended{{Class: c, Enrolment: enrolment, Hours: 76}},
	}
}

func savedFile(t *testing.T, name string, d paper.Dossier) (string, paper.Report) {
	t.Helper()
	return saved(t, name, func(w io.Writer) (paper.Report, error) {
		return paper.File(w, d, paper.Options{At: printedAt, By: "董斌", Unit: "左门乡人民政府"})
	})
}

// face is a picture that stands for a photograph.
func face(t *testing.T, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 640, 480))
	for y := range 480 {
		for x := range 640 {
			m.Set(x, y, color.RGBA{uint8(x / 3), uint8(y / 2), 160, 255})
		}
	}
	var b bytes.Buffer
	if err := encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }

func TestAnEFileHasEverythingOnOnePage(t *testing.T) {
	d := sampleDossier()
	d.Photo = face(t, png.Encode)
	file, r := savedFile(t, "efile", d)
	if r.Pages != 1 || r.Omitted != 0 || len(r.Missing) != 0 {
		t.Errorf("%+v", r)
	}
	got := blank.ReplaceAllString(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"), "")
	for _, want := range []string{"劳动者电子档案", "内部资料", "古丽·阿不都热依木", d.Person.IDNumber(), d.Person.Phone(), "左门村委会上村小组", "张𬭳（之子，17岁）", "监测对象，突发严重困难户", "2024-07-01起", "起止不详易地搬迁",
		"2019-07至2024-06-30", "想学照顾老人，养老护理员", "中式烹调师（初级）培训班", "76课时", "合格", "2653230000000017", "春风行动专场招聘会", "已上岗", "县外省内就业", "大病救助", "核对了人员信息", "没有记录", "拟培训地点左门乡文化站"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not on it\n%s", want, got)
		}
	}
	if out := tool(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	if out := tool(t, "pdfimages", "-list", file); !strings.Contains(out, "jpeg") {
		t.Errorf("the photograph is not on it\n%s", out)
	}
}

func TestWhatDoesNotFitIsCountedOnThePage(t *testing.T) {
	d := sampleDossier()
	for i := range 100 {
		d.Logs[registry.TypeVisit] = append(d.Logs[registry.TypeVisit], survey.Answers{survey.VisitedOn: fmt.Sprintf("2025-%02d-%02d", i/10+1, i%10+1), survey.Visitor: "普学珍", survey.Outcome: strings.Repeat("谈了就业和培训的打算；", i%12)})
	}
	file, r := savedFile(t, "efile full", d)
	got := blank.ReplaceAllString(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"), "")
	if r.Pages != 1 || r.Omitted < 50 || !strings.Contains(got, fmt.Sprintf("共101条，另有%d条本页排不下", r.Omitted)) {
		t.Errorf("%+v\n%s", r, got)
	}
	for _, want := range []string{"2026-09-01", "2653230000000017", "大病救助"} { // nothing is crowded out
		if !strings.Contains(got, want) {
			t.Errorf("%s is not on it", want)
		}
	}
}

func TestAPhotographThatCannotBeReadLeavesItsPlaceEmpty(t *testing.T) {
	d := sampleDossier()
	whole := face(t, asJPEG)
	for name, data := range map[string][]byte{"none": nil, "words": []byte("no picture"), "half": whole[:len(whole)/2]} {
		d.Photo = data
		file, _ := savedFile(t, "efile without", d)
		if got := tool(t, "pdftotext", "-raw", file, "-"); !strings.Contains(got, "照片") {
			t.Errorf("%s: no place for a photograph", name)
		}
	}
	d.Photo = whole
	if file, _ := savedFile(t, "efile with", d); strings.Contains(tool(t, "pdftotext", "-raw", file, "-"), "照片") {
		t.Error("the photograph is not drawn")
	}
}

func TestAnEFileOfNextToNothingPrints(t *testing.T) {
	p := registry.Person{ID: "p", Packed: survey.Pack(survey.Answers{survey.FullName: "张三", survey.Born: "2001"})}
	file, r := savedFile(t, "efile bare", paper.Dossier{Person: p})
	if got := tool(t, "pdftotext", "-raw", file, "-"); r.Pages != 1 || !strings.Contains(got, "张三") || !strings.Contains(got, "2001") {
		t.Error(r, got)
	}
	if _, err := paper.File(io.Discard, paper.Dossier{Person: p}, paper.Options{Public: true}); !errors.Is(err, paper.ErrEFilePublic) {
		t.Error(err)
	}
}
