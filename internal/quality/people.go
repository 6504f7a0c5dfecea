package quality

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// people are the checks of one person, by code.
var people = map[string]func(w *search, c Check, x *subject){
	"no_household": func(w *search, c Check, x *subject) {
		if x.house.ID == "" {
			w.say(x, c)
		}
	},
	"name_form":  nameForm,
	"id_pending": whenAnswered(survey.IDPending),
	"id_bad": func(w *search, c Check, x *subject) {
		if x.Get(survey.IDNo) != "" && x.idErr != nil {
			w.say(x, c, text.Explain(x.idErr).What)
		}
	},
	"birth_unknown": func(w *search, c Check, x *subject) {
		if !x.aged {
			w.say(x, c)
		}
	},
	"too_old": func(w *search, c Check, x *subject) {
		if x.aged && (x.age > c.number("age") || x.born.After(w.on)) {
			w.say(x, c, x.born.Format("2006-01-02"))
		}
	},
	"relation_missing": func(w *search, c Check, x *subject) {
		if x.Relation() == "" {
			w.say(x, c)
		}
	},
	"outside_list":      outsideList,
	"school_age":        schoolAge,
	"disability_suffix": disabilitySuffix,
	"disability_blank": func(w *search, c Check, x *subject) {
		if survey.Has(x.Get(survey.Health), "残疾") && x.Get(survey.DisabilityKind) == "" && x.Get(survey.DisabilityNo) == "" {
			w.say(x, c)
		}
	},
	"skill_too_low": func(w *search, c Check, x *subject) {
		s := x.Get(survey.Skill)
		low := s == survey.SkillNone || s == survey.SkillWeak
		if low && x.aged && x.age >= c.number("min_age") && x.age < c.number("under_age") && x.Get(survey.Health) == survey.Healthy && !x.AtSchool() {
			w.say(x, c, x.age, s)
		}
	},
	"destination_contradicts": destinationContradicts,
	"gone_not_left": func(w *search, c Check, x *subject) {
		if d := x.Get(survey.Destination); (d == "死亡" || d == "户籍迁出") && x.Get(survey.LeftWhy) == "" {
			w.say(x, c, d)
		}
	},
	"left_active": leftActive,
	"dibao_against_house": func(w *search, c Check, x *subject) {
		if x.Get(survey.MinLiving) == survey.Yes && x.house.Type() != "" && !x.house.Is(survey.HouseMinLiving) && !x.house.Is(survey.HouseExtreme) {
			w.say(x, c, x.house.Type())
		}
	},
	"yulu_contradicts": func(w *search, c Check, x *subject) {
		s, d := x.Get(survey.Schooling), x.Get(survey.Destination)
		vocational := strings.HasPrefix(s, "中职") || strings.HasPrefix(s, "技师") || strings.HasPrefix(s, "高职") || s == "" && (d == "中职（含技工）在读" || d == "高校在读" || x.Get(survey.Education) != "")
		if x.Get(survey.YuluState) == rules.YuluGot && !vocational {
			w.say(x, c)
		}
	},
	"minor_no_guardian": func(w *search, c Check, x *subject) {
		if x.aged && x.age < c.number("under_age") && x.Get("guardian_name") == "" && w.src.Rules.LeftSchool(w.on).In(x.Person, w.on) {
			w.say(x, c, x.age)
		}
	},
	"phone_missing": func(w *search, c Check, x *subject) {
		if x.Phone() == "" && x.house.Phone() == "" && x.Get("guardian_phone") == "" && w.src.Rules.Labour(w.on).Holds(x.Person, w.on) {
			w.say(x, c)
		}
	},
	"phone_bad": func(w *search, c Check, x *subject) {
		if _, err := survey.ParsePhone(x.Phone()); x.Phone() != "" && err != nil {
			w.say(x, c, text.Explain(err).What)
		}
	},
}

// afterwards are those of them that are made of people who have left, too.
var afterwards = map[string]bool{"left_active": true, "gone_not_left": true}

func whenAnswered(key string) func(w *search, c Check, x *subject) {
	return func(w *search, c Check, x *subject) {
		if x.Get(key) != "" {
			w.say(x, c)
		}
	}
}

// nameForm finds names with another separator than U+00B7, blanks that stretch them, or nothing in them (民委发〔2016〕33号).
func nameForm(w *search, c Check, x *subject) {
	name := x.Name()
	clean, note := survey.CleanName(name)
	if name == "" || clean != name || note != "" || len([]rune(name)) < 2 || strings.ContainsAny(name, "0123456789?？*#") {
		w.say(x, c, name)
	}
}

// choice is a question whose answer must be of a list.
type choice struct {
	label string
	many  bool
	names map[string]bool
}

// choices are those questions by key.
var choices = sync.OnceValue(func() map[string]choice {
	out := map[string]choice{}
	for _, f := range survey.Person.Fields {
		if f.Kind != survey.Choice && f.Kind != survey.Choices && f.Kind != survey.Flag {
			continue
		}
		list := f.List
		if f.Kind == survey.Flag {
			list = "yesno"
		}
		names := map[string]bool{}
		for _, item := range survey.List(list) {
			names[item.Name] = true
		}
		out[f.Key] = choice{f.Label, f.Kind == survey.Choices, names}
	}
	return out
})

func outsideList(w *search, c Check, x *subject) {
	all := choices()
	for key, v := range x.All() {
		q, asked := all[key]
		if !asked || q.names[v] {
			continue
		}
		for _, part := range strings.Split(v, "、") {
			if !q.names[part] || !q.many {
				w.about(x, c, key, sentence(c, q.label, part))
				break
			}
		}
	}
}

// schoolAge finds children who should be at school and are said to be nowhere (控辍保学).
func schoolAge(w *search, c Check, x *subject) {
	s := x.Get(survey.Schooling)
	if x.aged && x.age > c.number("from") && x.age < c.number("to") && (s == "" || s == survey.Preschool) {
		w.say(x, c, x.age)
	}
}

// disabilitySuffix looks at the kind and grade that stand behind the 18 characters of a certificate's number.
func disabilitySuffix(w *search, c Check, x *subject) {
	for _, key := range []string{survey.DisabilityNo, survey.IDNo} {
		no := x.Get(key)
		if len(no) < 20 {
			continue
		}
		kind, grade := no[18], no[19]
		if kind < '1' || kind > '7' || grade < '1' || grade > '4' {
			w.about(x, c, key, sentence(c, label(survey.Person, key)))
		}
	}
}

func destinationContradicts(w *search, c Check, x *subject) {
	a := x.Packed
	d, job := a.Get(survey.Destination), a.Get(survey.Employed)
	working := slices.Contains([]string{"外出务工", "本地就业", "自主创业"}, d)
	waiting := d == "待业有意愿" || d == "待业无意愿"
	studying := slices.Contains([]string{"普通高中在读", "中职（含技工）在读", "高校在读"}, d)
	switch {
	case working && job == "未就业", waiting && (job == "就业" || job == "创业"):
		w.say(x, c, d, label(survey.Person, survey.Employed), job)
	case working && x.AtSchool(), waiting && x.AtSchool():
		w.say(x, c, d, label(survey.Person, survey.Schooling), a.Get(survey.Schooling))
	case studying && job == "就业":
		w.say(x, c, d, label(survey.Person, survey.Employed), job)
	}
}

// leftActive finds people of whom something is written down after the day on which they left.
func leftActive(w *search, c Check, x *subject) {
	since := x.Get(survey.LeftOn)
	if x.Get(survey.LeftWhy) == "" || since == "" {
		return
	}
	for _, wish := range w.src.Wishes[x.ID] {
		if wish.Get(survey.WishedOn) > since {
			w.say(x, c, since, x.Get(survey.LeftWhy), text.T("quality.left_active.wish", wish.Get(survey.WishedOn)))
			return
		}
	}
}

// months is the number of months that somebody works away.
func months(x *subject, key string) float64 {
	n, _ := strconv.ParseFloat(x.Get(key), 64)
	return n
}
