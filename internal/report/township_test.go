package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// soul is somebody of a made-up township as the test knows them: what the answers are written from, and what is counted by hand,
// without asking the register or its rules.
type soul struct {
	id, village          string
	woman                bool
	born                 time.Time
	poor, watched, dibao bool
	skill, school, edu   string
	goes                 string // 当前去向
	wants                string
	minority             bool
	wished               string // day of a wish, with a trade
	trade                string
	turns                []turnOf
}

// turnOf is a class that somebody was in.
type turnOf struct {
	id, class, trade, ends string
	result, after          string
	cert, accepted, out    bool
}

// The villages: two of one township, one of another.
var villages = []string{"532325202201", "532325202202", "532325203201"}

var november = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// township makes a register of people at random, the same for the same seed.
func township(seed uint64, people int) ([]soul, report.Source) {
	r := rand.New(rand.NewPCG(seed, 7))
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	classes := []turnOf{
		{class: "c1", trade: "焊工", ends: "2026-03-10"}, {class: "c2", trade: "电工", ends: "2026-10-31"}, {class: "c3", trade: "焊工", ends: "2026-11-01"},
		{class: "c4", trade: "育婴员", ends: "2026-11-20"}, {class: "c5", trade: "电工", ends: "2026-12-20"}, {class: "c6", trade: "电工", ends: "2025-06-30"},
	}
	var souls []soul
	for i := range people {
		s := soul{id: "p" + strconv.Itoa(i), village: one(villages...), woman: r.IntN(2) == 0, skill: one("普通劳动力", "技能劳动力", "弱劳动力或半劳动力", "丧失劳动力", "无劳动力", ""),
			born: time.Date(1950+r.IntN(72), time.Month(1+r.IntN(12)), 1+r.IntN(28), 0, 0, 0, 0, time.UTC), minority: r.IntN(3) == 0}
		s.poor, s.watched, s.dibao = r.IntN(3) == 0, r.IntN(6) == 0, r.IntN(8) == 0
		if age := november.Year() - s.born.Year(); age < 23 && age > 5 && r.IntN(3) > 0 {
			s.school = one("小学", "九年级", "普通高中一年级", "中职二年级", "本科一年级")
		} else {
			s.edu = one("小学", "初中", "高中", "大专")
			s.goes = one("", "外出务工", "本地就业", "参军", "待业有意愿", "待业无意愿", "失联", "死亡", "培训中", "务农", "因病因残不能就业", "中职（含技工）在读")
		}
		s.wants = one("是", "否", "")
		if r.IntN(3) == 0 {
			s.wished, s.trade = one("2025-05-01", "2026-02-03", "2026-11-21"), one("焊工", "电工", "育婴员")
		}
		for _, c := range classes {
			if r.IntN(6) == 0 {
				c.id = s.id + c.class
				c.result, c.after = one("", "合格", "不合格", "未结业"), one("", "本地就业", "省外就业", "创业", "求职中")
				c.cert, c.accepted, c.out = r.IntN(2) == 0, r.IntN(2) == 0, r.IntN(5) == 0
				s.turns = append(s.turns, c)
			}
		}
		souls = append(souls, s)
	}
	return souls, registerOf(souls, classes)
}

func registerOf(souls []soul, classes []turnOf) report.Source {
	src := report.Source{On: november}
	for _, c := range classes {
		ends, _ := time.Parse(time.DateOnly, c.ends)
		src.Put(training.TypeClass, c.class, survey.Answers{training.ClassName: c.trade + c.class, training.Trade: c.trade, training.Level: "初级", training.EndsOn: c.ends, training.Project: "就业技能培训",
			training.StartsOn: ends.AddDate(0, 0, -9).Format(time.DateOnly), training.Stage: training.Closed, training.Township: "532325202", training.Place: "左门村委会活动室"})
	}
	for i, s := range souls {
		house := "h" + s.id
		h := survey.Answers{survey.Village: s.village, survey.HeadName: "由国平", survey.HouseType: "一般户"}
		if s.poor {
			h[survey.HouseType] = "脱贫户"
		}
		if s.watched {
			h[survey.Monitor] = "边缘易致贫户"
		}
		src.Put(registry.TypeHousehold, house, h)
		a := survey.Answers{survey.InHousehold: house, survey.FullName: "由小刚", survey.IDNo: numberOf(s, i), survey.Ethnic: "汉族"}
		for key, v := range map[string]string{survey.Skill: s.skill, survey.Schooling: s.school, survey.Education: s.edu, survey.Destination: s.goes, survey.WantsTraining: s.wants} {
			if v != "" {
				a[key] = v
			}
		}
		if s.minority {
			a[survey.Ethnic] = "彝族"
		}
		if s.dibao {
			a[survey.MinLiving] = survey.Yes
		}
		src.Put(registry.TypePerson, s.id, a)
		if s.wished != "" {
			src.Put(registry.TypeWish, "w"+s.id, survey.Answers{survey.OfPerson: s.id, survey.WishedOn: s.wished, survey.Trade1: s.trade})
		}
		for _, t := range s.turns {
			src.Put(training.TypeEnrolment, t.id, enrolment(s, t))
		}
	}
	src.Settle()
	return src
}

func enrolment(s soul, t turnOf) survey.Answers {
	e := survey.Answers{training.OfClass: t.class, training.OfPerson: s.id, training.Result: t.result, training.After: t.after}
	if t.cert {
		e[training.CertNo] = "Z" + t.id
	}
	if t.accepted {
		e[training.AcceptedOn] = "2026-11-02"
	}
	if t.out {
		e[training.Standing] = training.Withdrawn
	}
	return e
}

// numberOf is a good ID number of area 530000.
func numberOf(s soul, i int) string {
	last := 2 * (i % 499)
	if !s.woman {
		last++
	}
	no := "530000" + s.born.Format("20060102") + fmt.Sprintf("%03d", last)
	return no + string(survey.CheckDigit(no))
}

// age is counted by hand: the birthday itself is still the year before.
func (s soul) age(on time.Time) int {
	n := on.Year() - s.born.Year()
	if s.born.AddDate(n, 0, 0).Before(on) {
		return n
	}
	return n - 1
}

func (s soul) worker(on time.Time) bool {
	limit := 60
	if s.woman {
		limit = 55
	}
	return !s.born.AddDate(16, 0, 0).After(on) && s.age(on) < limit && s.school == "" && s.skill != "无劳动力" && s.skill != "丧失劳动力" &&
		!slices.Contains([]string{"死亡", "参军", "中职（含技工）在读"}, s.goes)
}

func (s soul) wishes() bool {
	return s.wished > "2026" && s.wants != "否" || s.wants == "是"
}

// finished are the turns that ended between two days and were not broken off.
func (s soul) finished(from, until string) []turnOf {
	return slices.DeleteFunc(slices.Clone(s.turns), func(t turnOf) bool { return t.out || t.result == "未结业" || t.ends < from || t.ends > until })
}

func itoa(n int) string { return strconv.Itoa(n) }

// share is a part in hundredths, as tables print it.
func share(part, whole int) string {
	return strconv.FormatFloat(100*float64(part)/float64(whole), 'f', 1, 64)
}
