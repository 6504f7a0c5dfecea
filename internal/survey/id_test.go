package survey_test

import (
	"errors"
	"slices"
	"testing"

	"ruhu/internal/survey"
)

// The numbers are in area 530000, which is never issued to a person.
func TestAnIDNumberIsReadInEveryFormThatListsHaveIt(t *testing.T) {
	cases := []struct {
		name, typed, number, sex, born string
		found                          []string
	}{
		{"plain", "530000200801010015", "530000200801010015", "男", "2008-01-01", nil},
		{"ends in X", "53000020080101004X", "53000020080101004X", "女", "2008-01-01", nil},
		{"small x", "53000020080815103x", "53000020080815103X", "男", "2008-08-15", []string{"id_x"}},
		{"full-width X", "53000019571123664ｘ", "53000019571123664X", "女", "1957-11-23", []string{"id_x"}},
		{"Cyrillic X", "53000020080101004Х", "53000020080101004X", "女", "2008-01-01", []string{"id_x"}},
		{"leap day", "530000200002290049", "530000200002290049", "女", "2000-02-29", nil},
		{"full-width", "５３００００１９８８０２２２０７４３", "530000198802220743", "女", "1988-02-22", []string{"id_wide"}},
		{"full-width with X", "５３００００２００５０２１９５３８Ｘ", "53000020050219538X", "女", "2005-02-19", []string{"id_wide", "id_x"}},
		{"blanks inside", "530000 19890517 9042", "530000198905179042", "女", "1989-05-17", []string{"id_blanks_inside"}},
		{"tab behind", "530000198208215140\t", "530000198208215140", "女", "1982-08-21", []string{"id_blanks_around"}},
		{"no-break space behind", "530000197004282515\u00a0", "530000197004282515", "男", "1970-04-28", []string{"id_blanks_around"}},
		{"zero-width before", "\u200b530000198010080738", "530000198010080738", "男", "1980-10-08", []string{"id_blanks_around"}},
		{"formula", `="530000197905315505"`, "530000197905315505", "女", "1979-05-31", []string{"id_wrapped"}},
		{"apostrophe", "'530000197312202898", "530000197312202898", "男", "1973-12-20", []string{"id_apostrophe"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			id, err := survey.ParseID(c.typed)
			if err != nil {
				t.Fatal(err)
			}
			if id.Number != c.number || id.Sex != c.sex || id.Born.Format("2006-01-02") != c.born {
				t.Errorf("got %s %s %s", id.Number, id.Sex, id.Born)
			}
			if !slices.Equal(id.Found, c.found) {
				t.Errorf("found %v, want %v", id.Found, c.found)
			}
		})
	}
}

func TestABadIDNumberIsRefusedByItsOwnName(t *testing.T) {
	cases := []struct {
		name, typed string
		want        error
	}{
		{"check digit", "530000200801010016", survey.ErrIDChecksum},
		{"a day that never was", "530000200702290031", survey.ErrIDDate},
		{"destroyed", "5.3E+17", survey.ErrIDDestroyed},
		{"destroyed with more digits", "5.30000196106052E+17", survey.ErrIDDestroyed},
		{"too short", "53000020080101001", survey.ErrIDLength},
		{"letters", "53000020080101O015", survey.ErrIDChar},
		{"six Chinese characters, 18 bytes", "身份证号待补", survey.ErrIDChar},
		{"nothing", " ", survey.ErrIDLength},
		{"certificate with a bad kind", "53000019620729985794", survey.ErrIDSuffix},
		{"certificate with a bad grade", "53000020080528194745", survey.ErrIDSuffix},
		{"certificate with a bad number", "53000020080528194642", survey.ErrIDChecksum},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := survey.ParseID(c.typed); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestACertificateNumberGivesTheIDNumberAndTheDisability(t *testing.T) {
	id, err := survey.ParseID("53000019581105140773B1")
	if err != nil || id.Number != "530000195811051407" || id.DisabilityKind != 7 || id.DisabilityGrade != 3 || id.Reissue != "B1" {
		t.Errorf("22 characters: %+v, %v", id, err)
	}
	id, err = survey.ParseID("53000020080528194742")
	if err != nil || id.Number != "530000200805281947" || id.DisabilityKind != 4 || id.DisabilityGrade != 2 {
		t.Errorf("20 characters: %+v, %v", id, err)
	}
	if id, _ := survey.ParseID("53000019620729985794"); id.Number != "530000196207299857" || id.DisabilityKind != 0 {
		t.Errorf("a bad suffix must leave the good 18 in reach: %+v", id)
	}
}

func TestAnOldNumberIsConvertedAndSaidToBeOld(t *testing.T) {
	id, err := survey.ParseID("530000821230764")
	if !errors.Is(err, survey.ErrID15) || id.Number != "530000198212307646" {
		t.Errorf("got %q, %v", id.Number, err)
	}
	f, _ := survey.Person.Field(survey.IDNo)
	if stored, err := f.Clean("530000821230764"); stored != id.Number || !errors.Is(err, survey.ErrID15) {
		t.Errorf("the field gives %q, %v: the number in reach, the error to decide", stored, err)
	}
}

func FuzzAnIDNumberIsWholeOrRefused(f *testing.F) {
	for _, s := range []string{"530000200801010015", "53000020080101004Ⅹ", "5.3E+17", "530000821230764", "\xff\xfe", "53000019581105140773B1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		id, err := survey.ParseID(typed)
		if err == nil && !survey.ValidID(id.Number) {
			t.Errorf("%q gave %q and no error", typed, id.Number)
		}
	})
}

func BenchmarkParseID(b *testing.B) {
	for b.Loop() {
		if _, err := survey.ParseID("53000020080101004X"); err != nil {
			b.Fatal(err)
		}
	}
}
