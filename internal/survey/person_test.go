package survey_test

import (
	"errors"
	"maps"
	"testing"
	"time"

	"ruhu/internal/survey"
)

const (
	born2008  = "530000200801010015" // 男, 2008-01-01
	woman1990 = "530000199002283628" // 女, 1990-02-28
)

func TestSexBirthAndAgeComeFromTheIDNumber(t *testing.T) {
	got := survey.Person.Derive(survey.Answers{survey.IDNo: born2008}, day)
	want := survey.Answers{survey.IDNo: born2008, survey.Sex: "男", survey.Born: "2008-01-01", survey.Age: "18"}
	if !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestWhatTheFamilySaysIsKeptBesideTheIDNumber(t *testing.T) {
	said := survey.Answers{survey.IDNo: born2008, survey.Sex: "女", survey.Born: "2008-02-03"}
	got := survey.Person.Derive(said, day)
	if got[survey.Sex] != "男" || got[survey.SexSaid] != "女" || got[survey.Born] != "2008-01-01" || got[survey.BornSaid] != "2008-02-03" {
		t.Errorf("got %v", got)
	}
	if said[survey.Sex] != "女" {
		t.Error("the answers handed in were changed")
	}
	again := survey.Person.Derive(got, day)
	if !maps.Equal(again, got) {
		t.Errorf("derived twice it is %v", again)
	}
}

func TestABirthMonthThatFitsIsNoOtherDate(t *testing.T) {
	got := survey.Person.Derive(survey.Answers{survey.IDNo: born2008, survey.Born: "2008-01"}, day)
	if got[survey.BornSaid] != "" || got[survey.Born] != "2008-01-01" {
		t.Errorf("got %v", got)
	}
}

func TestWithoutAnIDNumberSexAndBirthAreAsked(t *testing.T) {
	sex, _ := survey.Person.Field(survey.Sex)
	age, _ := survey.Person.Field(survey.Age)
	a := survey.Answers{survey.Sex: "女", survey.Born: "2008"}
	if !sex.Asked(a) || age.Asked(a) {
		t.Error("sex is asked, age never is")
	}
	if got := survey.Person.Derive(a, day); got[survey.Sex] != "女" || got[survey.Born] != "2008" || got[survey.Age] == "" {
		t.Errorf("got %v", got)
	}
	if sex.Asked(survey.Answers{survey.IDNo: born2008}) {
		t.Error("with an ID number nobody is asked for the sex")
	}
}

func TestAnAgeIsNeverStored(t *testing.T) {
	a := survey.Person.Derive(survey.Answers{survey.IDNo: born2008, "x_county": "kept"}, day)
	got := survey.Person.Stored(a)
	if got[survey.Age] != "" || got[survey.Sex] != "男" || got["x_county"] != "kept" {
		t.Errorf("got %v", got)
	}
}

func TestLegalAgeGrowsOnTheDayAfterTheBirthday(t *testing.T) {
	born := time.Date(2008, 9, 10, 0, 0, 0, 0, time.UTC)
	leap := time.Date(2008, 2, 29, 0, 0, 0, 0, time.UTC)
	cases := []struct {
		name     string
		born, on time.Time
		want     int
	}{
		{"the day before", born, day.AddDate(0, 0, -1), 17},
		{"the birthday itself", born, day, 17},
		{"the day after", born, day.AddDate(0, 0, 1), 18},
		{"leap day, 28 February", leap, time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC), 17},
		{"leap day, 1 March", leap, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), 18},
		{"not born yet", day.AddDate(1, 0, 0), day, 0},
	}
	for _, c := range cases {
		if got := survey.AgeOn(c.born, c.on); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// flags answers the first n of the yes-or-no questions of the monitoring system.
func flags(n int) survey.Answers {
	a := survey.Answers{}
	for _, key := range []string{survey.MinLiving, survey.Extreme, "mandarin", "abroad", "medical", "medical_work", "medical_serious",
		"medical_private", "pension", "pension_work", "medical_aid", "health_aid"}[:n] {
		a[key] = survey.No
	}
	return a
}

func TestDoubtsAboutAPersonAreNamed(t *testing.T) {
	worker := survey.Answers{survey.IDNo: woman1990, survey.Education: "初中", survey.Health: "健康", survey.Skill: "普通劳动力"}
	cases := []struct {
		name  string
		with  survey.Answers
		wants error // nil: no doubt at all
	}{
		{"nothing wrong", survey.Answers{}, nil},
		{"no ID number", survey.Answers{survey.IDNo: ""}, survey.ErrIDMissing},
		{"education and school", survey.Answers{survey.Schooling: "九年级"}, survey.ErrEduAndSchool},
		{"neither", survey.Answers{survey.Education: ""}, survey.ErrEduNorSchool},
		{"school alone", survey.Answers{survey.Education: "", survey.Schooling: "九年级"}, nil},
		{"months without a place", survey.Answers{survey.AwayMonths: "9"}, survey.ErrMonthWithoutPlace},
		{"place without months", survey.Answers{survey.AwayPlace: "广东省东莞市"}, survey.ErrPlaceWithoutMonth},
		{"both", survey.Answers{survey.AwayMonths: "9", survey.AwayPlace: "广东省东莞市"}, nil},
		{"14 months", survey.Answers{survey.AwayMonths: "14", survey.AwayPlace: "广东省东莞市"}, survey.ErrMonthRange},
		{"healthy and no labour", survey.Answers{survey.Skill: survey.SkillNone}, survey.ErrSkillTooLow},
		{"ill and no labour", survey.Answers{survey.Skill: survey.SkillNone, survey.Health: "患有大病"}, nil},
		{"a pupil and no labour", survey.Answers{survey.Skill: survey.SkillNone, survey.Education: "", survey.Schooling: "普通高中一年级"}, nil},
		{"unable and away", survey.Answers{survey.Skill: survey.SkillLost, survey.AwayMonths: "3", survey.AwayPlace: "广东省东莞市"}, survey.ErrSkillYetAway},
		{"sex against the number", survey.Answers{survey.Sex: "男"}, survey.ErrSexAgainstID},
		{"sex said otherwise", survey.Answers{survey.Sex: "女", survey.SexSaid: "男"}, survey.ErrSexAgainstID},
		{"birth against the number", survey.Answers{survey.Born: "1990-02-27"}, survey.ErrBirthAgainstID},
		{"birth month that fits", survey.Answers{survey.Born: "1990-02"}, nil},
		{"kind of disability against the certificate", survey.Answers{survey.Health: "残疾", survey.DisabilityKind: "言语残疾", survey.DisabilityNo: "53000019821012629424"}, survey.ErrDisabilityMismatch},
		{"kind of disability as the certificate", survey.Answers{survey.Health: "残疾", survey.DisabilityKind: "听力残疾", survey.DisabilityNo: "53000019821012629424"}, nil},
		{"a yes or no left out", flags(11), survey.ErrYesNoBlank},
		{"none left out", flags(12), nil},
		{"one ticked by hand", flags(1), nil},
		{"no job and an income", survey.Answers{survey.Employed: "未就业", survey.JobIncome: "3000"}, survey.ErrJobContradicts},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := maps.Clone(worker)
			maps.Copy(a, c.with)
			a[survey.FullName] = "古丽·阿不都热依木"
			found := survey.Person.Check(survey.Person.Derive(a, day), day)
			for _, p := range found {
				if !p.Warn {
					t.Errorf("%s stops a save: %v", p.Key, p.Err)
				}
			}
			switch {
			case c.wants == nil && len(found) > 0:
				t.Errorf("found %v", found)
			case c.wants != nil && (len(found) != 1 || !errors.Is(found[0].Err, c.wants)):
				t.Errorf("found %v, want only %v", found, c.wants)
			}
		})
	}
}

func TestAValueThatIsNotInStoredFormIsAProblem(t *testing.T) {
	a := survey.Answers{survey.FullName: "上𬭳", survey.IDNo: "530000200801010016", survey.Education: "不详", survey.Phone: "1546973740"}
	wants := map[string]error{survey.IDNo: survey.ErrIDChecksum, survey.Education: survey.ErrValueUnknown, survey.Phone: survey.ErrPhoneLength}
	for _, p := range survey.Person.Check(a, day) {
		if want, ok := wants[p.Key]; ok && errors.Is(p.Err, want) && !p.Warn {
			delete(wants, p.Key)
		}
	}
	if len(wants) > 0 {
		t.Errorf("not found: %v", wants)
	}
}

func TestAVillageTellsWhatItLiesIn(t *testing.T) {
	got := survey.Household.Derive(survey.Answers{survey.Village: "532325202201"}, day)
	for key, want := range map[string]string{"province": "云南省", "prefecture": "楚雄彝族自治州", "county": "姚安县", "township": "左门乡"} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
	f, _ := survey.Household.Field(survey.Village)
	if got := f.Show("532325202201"); got != "左门村民委员会" {
		t.Errorf("the village shows as %q", got)
	}
}

func TestWhatIsSensitiveNeverGoesPublic(t *testing.T) {
	cases := map[string]string{
		survey.MinLiving: "是", survey.Health: "残疾", survey.DisabilityKind: "视力残疾", survey.DisabilityNo: "53000019821012629424", survey.JobIncome: "3000",
	}
	for key, v := range cases {
		if f, _ := survey.Person.Field(key); f.Public(v) != "" {
			t.Errorf("%s shows %q in public", key, f.Public(v))
		}
	}
	for key, want := range map[string]string{survey.IDNo: "5300**********0015", survey.FullName: "张*三", survey.Ethnic: "彝族", survey.Born: "2008"} {
		f, _ := survey.Person.Field(key)
		v := map[string]string{survey.IDNo: born2008, survey.FullName: "张小三", survey.Ethnic: "彝族", survey.Born: "2008-01-01"}[key]
		if got := f.Public(v); got != want {
			t.Errorf("%s shows %q in public, want %q", key, got, want)
		}
	}
}

func BenchmarkDerive(b *testing.B) {
	a := survey.Answers{survey.IDNo: born2008, survey.FullName: "曾𠮷", survey.Education: "初中"}
	for b.Loop() {
		survey.Person.Derive(a, day)
	}
}

func BenchmarkCheck(b *testing.B) {
	a := survey.Person.Derive(survey.Answers{survey.IDNo: born2008, survey.FullName: "曾𠮷", survey.Education: "初中"}, day)
	for b.Loop() {
		survey.Person.Check(a, day)
	}
}
