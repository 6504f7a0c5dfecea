package registry_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func TestNamesFitHoweverTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want registry.NameFit
	}{
		{"张峰", "张峯", registry.SameName}, {"王喆", "王哲", registry.SameName}, {"李𠮷", "李吉", registry.SameName}, {"張國強", "张国强", registry.SameName},
		{"罗 涛", "罗涛", registry.SameName}, {"古丽·阿不都热依木", "古丽•阿不都热依木", registry.SameName}, {"曾㛃", "曾㛃", registry.SameName},
		{"胡琳", "胡林", registry.SoundFit}, {"萧红", "肖红", registry.SoundFit}, {"闫军", "阎军", registry.SoundFit}, {"朱珠", "朱株", registry.SoundFit}, {"曾红", "增红", registry.SoundFit},
		{"陈秀", "程秀", registry.LooseFit}, {"吴昊", "吴吴", registry.LooseFit}, {"李莉", "李利", registry.SoundFit}, {"侯兵", "候兵", registry.SoundFit}, {"赵茉", "赵莱", registry.LooseFit},
		{"古丽·阿不都热依木", "古丽", registry.LooseFit}, {"古丽·阿不都热依木", "古丽·买买提", registry.LooseFit},
		{"罗涛", "罗军", registry.NoFit}, {"曾𠮷", "曾㛃", registry.NoFit}, {"张三", "张三丰", registry.NoFit}, {"", "张三", registry.NoFit}, {"", "", registry.NoFit},
		{"龚𬱖", "龚𫖮", registry.NoFit}, {"末田", "未由", registry.NoFit},
	} {
		if got := registry.FitNames(c.a, c.b); got != c.want {
			t.Errorf("%s and %s fit %d, want %d", c.a, c.b, got, c.want)
		}
		if got := registry.FitNames(c.b, c.a); got != c.want {
			t.Errorf("%s and %s fit %d the other way round, want %d", c.b, c.a, got, c.want)
		}
	}
}

var (
	poolNames = []string{"胡琳", "胡林", "吴昊", "吴吴", "张峰", "张峯", "陈秀", "程秀", "古丽·阿不都热依木", "古丽", "曾红", "增红", "李𠮷", "曾㛃", "龚𬱖", "单兰", "丹兰"}
	poolIDs   = []string{"", man2008, woman1979, man1976, bad}
)

func drawSeen(t *rapid.T) registry.Seen {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	s := registry.Seen{Person: person("p"), Village: pick("village", "", "532325202201", "532325202202"), Group: pick("group", "", "一组", "二组"), Head: pick("head", "", "胡林", "胡琳", "罗涛"),
		HousePhone: pick("house phone", "", "15469990165")}
	for key, v := range map[string]string{
		survey.FullName: pick("name", poolNames...), survey.IDNo: pick("id", poolIDs...), survey.Born: pick("born", "", "2008", "2008-01", "2008-01-01", "1979-05-31"),
		survey.Sex: pick("sex", "", "男", "女"), survey.Phone: pick("phone", "", "15469990165", "15469990166"), survey.Relation: pick("relation", "", "户主", "之子"),
		survey.UsedName: pick("used", "", "胡林", "小红"), survey.PersonNo: pick("no", "", "1", "2"), survey.IDPending: pick("pending", "", "530000200801010025"),
	} {
		if v != "" {
			s.Packed = s.With(key, v)
		}
	}
	return s
}

func TestLikenessIsTheSameBothWaysAndFoundByItsKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawSeen(t), drawSeen(t)
		there, back := registry.Compare(a, b), registry.Compare(b, a)
		if !reflect.DeepEqual(there, back) {
			t.Fatalf("there %+v, back %+v", there, back)
		}
		if a.Village == b.Village && there.Likeness != registry.Different {
			if !slices.ContainsFunc(a.Keys(), func(k string) bool { return slices.Contains(b.Keys(), k) }) {
				t.Fatalf("%+v, and no key leads from %v to %v", there, a.Keys(), b.Keys())
			}
		}
		if x, y := a.IDNumber(), b.IDNumber(); x != "" && y != "" && x != y && there.Likeness != registry.Different {
			t.Fatalf("two good numbers are taken for one person")
		}
	})
}

func TestWhatElseIsSaidDecides(t *testing.T) {
	seen := func(head string, kv ...string) registry.Seen {
		return registry.Seen{Person: person("p", kv...), Village: "532325202201", Head: head}
	}
	for _, c := range []struct {
		name string
		a, b registry.Seen
		want registry.Likeness
	}{
		{"one head, one relation", seen("罗涛", survey.FullName, "罗琳", survey.Relation, "之女"), seen("罗涛", survey.FullName, "罗林", survey.Relation, "之女"), registry.Probable},
		{"one head, two relations", seen("罗涛", survey.FullName, "罗琳", survey.Relation, "之女"), seen("罗涛", survey.FullName, "罗林", survey.Relation, "之子"), registry.Different},
		{"loose name and the whole birth date", seen("", survey.FullName, "陈秀", survey.Born, "1990-02-03"), seen("", survey.FullName, "程秀", survey.Born, "1990-02-03"), registry.Probable},
		{"loose name and the year", seen("", survey.FullName, "陈秀", survey.Born, "1990"), seen("", survey.FullName, "程秀", survey.Born, "1990-02-03"), registry.Different},
		{"a number with two digits changed places", seen("", survey.FullName, "罗涛", survey.IDNo, man2008), seen("", survey.FullName, "罗涛", survey.IDPending, "530000200801010051"), registry.Probable},
		{"a number with a digit left out", seen("", survey.FullName, "罗涛", survey.IDNo, man2008), seen("", survey.FullName, "罗涛", survey.IDPending, "53000020080101001"), registry.Probable},
		{"another sex", seen("", survey.FullName, "罗涛", survey.Born, "2008-01-01", survey.Sex, "女"), seen("", survey.FullName, "罗涛", survey.IDNo, man2008), registry.Different},
		{"once called so", seen("", survey.FullName, "罗小涛", survey.UsedName, "罗波", survey.Born, "2008-01-01"), seen("", survey.FullName, "罗波", survey.IDNo, man2008), registry.Probable},
	} {
		if got := registry.Like(c.a, c.b); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestDoublesAreFoundAmongMany(t *testing.T) {
	var all []registry.Seen
	add := func(id, name, village string, kv ...string) {
		all = append(all, registry.Seen{Person: person(id, append(kv, survey.FullName, name)...), Village: village})
	}
	for i, n := range []string{"罗一", "罗二", "罗三", "罗四", "罗五"} {
		add("x"+string(rune('0'+i)), n, "532325202201", survey.Born, "1990-01-01")
	}
	add("a", "张峯", "532325202201", survey.Born, "1988-03-04")
	add("b", "张峰", "532325202201", survey.Born, "1988-03")
	add("c", "张峰", "532325202202", survey.Born, "1988-03")
	add("d", "李明", "532325202201", survey.IDNo, man2008)
	add("e", "李民", "532325202202", survey.IDNo, man2008)
	got := registry.Doubles(all)
	if len(got) != 2 || got[0].A != "d" || got[0].B != "e" || got[0].Likeness != registry.SameNumber || got[1].A != "a" || got[1].B != "b" || got[1].Likeness != registry.Probable {
		t.Errorf("found %+v", got)
	}
	for _, r := range got[1].For {
		if w := r.Words(true); w == "registry.like."+string(r) {
			t.Errorf("%s has no words", r)
		}
	}
}
