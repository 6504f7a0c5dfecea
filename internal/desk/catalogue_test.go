package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func TestACountysOwnTradeIsInTheCatalogueAndOfferedToWishes(t *testing.T) {
	d, _, person := oneFamily(t)
	wished := survey.Answers{survey.OfPerson: person, survey.WishedOn: "2026-11-02", survey.WishText: "想学飞防", survey.Trade1: "无人机植保"}
	if _, err := d.SaveWish("", wished); err == nil {
		t.Error("a trade that nobody knows was wished for")
	}
	id := must[string](t)(d.SaveRecord(registry.TypeTrade, "", survey.Answers{survey.TradeName: "无人机植保", survey.AlsoCalled: "飞防、打药无人机", survey.MinHours: "56", survey.ValidFrom: "2026-01-01", survey.CatSource: "姚人社发〔2026〕3号"}))
	if tr, ok := d.Catalogue().Trade("飞防", "", d.Today()); !ok || tr.MinHours != 56 || tr.ID != id {
		t.Error("the catalogue does not have it:", tr)
	}
	if _, err := d.SaveWish("", wished); err != nil {
		t.Error(err)
	}
	f, _ := d.Table(registry.TypeWish).Field(survey.Trade1)
	if !slices.ContainsFunc(f.Options(), func(c survey.ChoiceItem) bool { return c.Name == "无人机植保" }) {
		t.Error("the form does not offer it")
	}
	if err := d.DeleteRecord(registry.TypeTrade, id, "试"); err != nil {
		t.Fatal(err)
	}
	if _, ok := d.Catalogue().Trade("飞防", "", d.Today()); ok {
		t.Error("it is there after it was taken out")
	}
}

func TestAListWithACountysOwnTradeIsReadAsOne(t *testing.T) {
	d, _ := sit(t)
	must[string](t)(d.SaveRecord(registry.TypeTrade, "", survey.Answers{survey.TradeName: "无人机植保", survey.AlsoCalled: "飞防"}))
	path := filepath.Join(t.TempDir(), "意愿.csv")
	if err := os.WriteFile(path, []byte("姓名,身份证号,村委会,想学的技能\n古丽·阿不都热依木,530000200801010015,左门村委会,飞防、焊工\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	plan, err := d.PlanImport(path)
	if err != nil {
		t.Fatal(err)
	}
	if w := plan.Rows[0].Wish; w[survey.Trade1] != "无人机植保" || w[survey.Trade2] != "焊工" {
		t.Error(w)
	}
}

func TestWhatIsNotedAboutAClassHangsOnIt(t *testing.T) {
	d, _, person := oneFamily(t)
	class := must[string](t)(d.SaveClass("", survey.Answers{training.ClassName: "焊工培训班", training.Trade: "焊工", training.Place: "左门村委会", training.Institution: "姚安县技工学校",
		training.StartsOn: "2026-11-02", training.EndsOn: "2026-11-12"}))
	for typ, a := range map[string]survey.Answers{
		training.TypeInspection: {training.OfClass: class, training.InspectedOn: "2026-11-03", training.InspectKind: "现场检查", training.InspectedBy: "李文忠"},
		training.TypeCheckCall:  {training.OfClass: class, training.OfPerson: person, training.CalledOn: "2026-11-13", training.Reached: survey.Yes, training.CalledBy: "李文忠"},
		training.TypeFeedback:   {training.OfClass: class, training.GivenOn: "2026-11-12", training.ScoreTeacher: "5"},
		training.TypeClaim:      {training.OfClass: class, training.ClaimKind: "培训补贴", training.ClaimPart: training.InAdvance, training.ClaimShare: "50", training.AppliedOn: "2026-11-03", training.UpstreamNo: "YN-1"},
		training.TypeSeal:       {training.OfClass: class, training.SealedOn: "2026-11-12", training.SealHead: sealHead},
	} {
		id := must[string](t)(d.SaveRecord(typ, "", a))
		if all := must[[]registry.Record](t)(d.Records(typ, class)); len(all) != 1 || all[0].ID != id || all[0].Day() == "" {
			t.Errorf("%s: %v", typ, all)
		}
	}
	if _, err := d.SaveRecord(training.TypeInspection, "", survey.Answers{training.OfClass: "nowhere", training.InspectedOn: "2026-11-03", training.InspectKind: "现场检查", training.InspectedBy: "李文忠"}); !errors.Is(err, desk.ErrGone) {
		t.Error("an inspection of a class that there is not:", err)
	}
}

const sealHead = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func TestASealIsNeitherChangedNorTakenOut(t *testing.T) {
	d, _ := sit(t)
	class := must[string](t)(d.SaveClass("", survey.Answers{training.ClassName: "焊工培训班", training.Trade: "焊工", training.Place: "左门村委会", training.Institution: "姚安县技工学校",
		training.StartsOn: "2026-11-02", training.EndsOn: "2026-11-12"}))
	a := survey.Answers{training.OfClass: class, training.SealedOn: "2026-11-12", training.SealHead: sealHead}
	id := must[string](t)(d.SaveRecord(training.TypeSeal, "", a))
	if _, err := d.SaveRecord(training.TypeSeal, id, a); !errors.Is(err, desk.ErrSealStays) {
		t.Error("changed:", err)
	}
	if err := d.DeleteRecord(training.TypeSeal, id, "试"); !errors.Is(err, desk.ErrSealStays) {
		t.Error("taken out:", err)
	}
}

func TestNoSubsidyIsClaimedWithoutThePlatformsNumber(t *testing.T) {
	a := survey.Answers{training.OfClass: "c", training.ClaimKind: "培训补贴", training.ClaimPart: training.InFull, training.AppliedOn: "2026-11-03"}
	d, _ := sit(t)
	problems := d.Table(training.TypeClaim).Check(a, d.Today())
	if len(problems) != 1 || !errors.Is(problems[0].Err, training.ErrNoUpstream) || problems[0].Warn {
		t.Error(problems)
	}
}
