package sheet_test

import (
	"testing"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

func TestAHeadingIsKnownByWhatItIsAbout(t *testing.T) {
	h := sheet.HeadingsOf(survey.Person, survey.Household, survey.Wish)
	for heading, key := range map[string]string{
		"劳动力姓名": survey.FullName, "家庭成员姓名": survey.FullName, "学生身份证号": survey.IDNo, "务工人员联系电话": survey.Phone, "本人手机": survey.Phone,
		"公民身份证号": survey.IDNo, "月收入（元）": survey.JobIncome, "年龄(岁)": survey.Age, "监护人联系电话": "guardian_phone", "监护人/联系电话": survey.Phone,
	} {
		if found := h.Find(heading); len(found) == 0 || found[0].Key != key {
			t.Errorf("%s means %v, want %s", heading, found, key)
		}
	}
	for _, heading := range []string{"是否户主", "帮扶人员姓名", "联系人员电话", "工作人员联系方式", "人员备用栏", "学生家庭情况"} {
		if found := h.Find(heading); len(found) > 0 && heading != "帮扶人员姓名" || len(found) > 0 && found[0].Key == survey.FullName {
			t.Errorf("%s was taken for %v", heading, found)
		}
	}
}
