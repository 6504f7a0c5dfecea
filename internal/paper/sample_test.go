package paper_test

import (
	"fmt"
	"time"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// printedAt is the moment at which the samples are printed.
var printedAt = time.Date(2026, 10, 19, 8, 30, 0, 0, time.FixedZone("CST", 8*3600))

func sampleClass() training.Class {
	return training.Class{ID: "c1", Answers: survey.Answers{
		training.ClassName: "中式烹调师（初级）培训班", training.Term: "第1期", training.ClassNo: "姚培开〔2026〕017号",
		training.Project: "就业技能培训", training.Trade: "中式烹调师", training.Level: "初级", training.Hours: "80", training.HoursPerDay: "8",
		training.StartsOn: "2026-10-20", training.EndsOn: "2026-10-29", training.DailyTime: "每日上午8:30—11:30，下午2:00—5:00",
		training.Target: "脱贫劳动力、监测对象、农村转移就业劳动者", training.Planned: "40", training.Place: "姚安县左门乡左门村委会活动室",
		training.Measures:    "免收学费、教材费；培训期间提供午餐和交通补助；考核合格的发给证书，并由县公共就业服务机构推荐就业、提供三次以上岗位信息。",
		training.Institution: "姚安县青禾职业培训学校", training.InstitutionCode: "52530000MJ00000180", training.Licence: "人社民5323250000001号",
		training.LegalPerson: "刘从军", training.Approver: "姚安县人力资源和社会保障局", training.ApprovalNo: "姚人社培〔2026〕45号", training.ApprovedOn: "2026-10-14",
		training.Manager: "董斌", training.ManagerUnit: "姚安县青禾职业培训学校", training.ManagerPhone: "15497287347",
		training.Supervisor: "欧阳卫东", training.SupervisorUnit: "县人社局职业能力建设股", training.SupervisorPhone: "15414920603",
		training.Hotline: "12333", training.Issuer: "姚安县人力资源和社会保障局",
		training.Number: "40718", training.Secret: "a class's secret in the tests",
	}}
}

// names are what a roster has to bear: made-up people, with the characters that printing is known to lose.
var names = []string{
	"李海龙", "上官永生", "古丽·阿不都热依木", "张㛃", "罗𬭳", "王𠮷", "和𬱖", "杨𫖮", "刀䶮", "ꀀꑌꊂꃅ", "任强", "杞佳慧", "毕学明", "周春燕", "者琼华",
	"彭自强", "欧阳查凤琼", "阿依努尔·吐尔逊买买提·阿卜杜拉艾合麦提", "吉木·伍各", "罗洪·木呷", "解卫东", "邵春燕", "韩兰珍", "查凤琼", "董美仙", "夏红英",
	"者卫东", "毕云芳", "马海龙", "李芳", "者学明", "段强", "乐云芳", "邵博文", "字卫东", "宁开元", "沙世荣", "郭红梅",
}

var villages = []string{"左门村委会", "地索村委会", "毕叭村委会", "仰拉村委会", "苤拉村委会"}

// sampleRows makes a roster of n people in area 530000, which is never issued.
func sampleRows(n int) []paper.Row {
	var out []paper.Row
	for i := range n {
		born := time.Date(1972+i%35, time.Month(1+i%12), 1+i%28, 0, 0, 0, 0, time.UTC)
		sex, odd := "女", 0
		if i%2 == 0 {
			sex, odd = "男", 1
		}
		a := survey.Answers{
			survey.FullName: names[i%len(names)], survey.IDNo: idNumber(born, 100+2*(i%400)+odd), survey.Sex: sex, survey.Ethnic: []string{"彝族", "汉族", "傈僳族", "维吾尔族"}[i%4],
			survey.Education: []string{"初中", "小学", "高中", "文盲或半文盲"}[i%4], survey.Phone: fmt.Sprintf("154%08d", 10000000+i*7919),
		}
		out = append(out, paper.Row{
			Enrolment: training.NewEnrolment("c1", fmt.Sprint("p", i), i+1), Person: registry.Person{ID: fmt.Sprint("p", i), Packed: survey.Pack(a)},
			Village: villages[i%len(villages)], Group: []string{"一组", "二组", "三组", "四组"}[i%4],
		})
	}
	return out
}

// idNumber makes an ID number with its right check digit (GB 11643).
func idNumber(born time.Time, sequence int) string {
	s := "530000" + born.Format("20060102") + fmt.Sprintf("%03d", sequence%1000)
	sum := 0
	for i, w := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(s[i]-'0') * w
	}
	return s + string("10X98765432"[sum%11])
}

func sampleSessions(c training.Class) []training.Session {
	out, err := training.PlanSessions(c, nil)
	if err != nil {
		panic(err)
	}
	courses := []string{"职业道德与法律常识", "食品安全与卫生", "原料初加工与刀工", "热菜烹制", "凉菜与主食"}
	for i := range out {
		out[i].Answers[training.Course] = courses[min(i/2, len(courses)-1)]
		out[i].Answers[training.Teacher] = []string{"饶伟", "解加芬"}[min(i/4, 1)]
	}
	return out
}
