package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// kin says what a member becomes when somebody else becomes the head: a row of kinship. Where only is set the row is certain only
// while the household has no more than one such relation: of two sons nobody knows whose wife the daughter-in-law is.
type kin struct {
	head         string // what the new head was to the old one
	sex, oldSex  string // of the new head, of the old one; "" where it makes no difference
	member       string // what somebody was to the old head
	male, female string // what they are to the new one, by their own sex
	only         string
}

const (
	son, daughter         = "之子", "之女"
	wifeOfSon, husbOfGirl = "之儿媳", "之女婿"
	father, mother        = "之父", "之母"
	sibling               = "之兄弟姐妹"
	grandson, grandgirl   = "之孙子", "之孙女"
	outGrandson, outGirl  = "之外孙子", "之外孙女"
	wifesFather, wifesMum = "之岳父", "之岳母"
	husbsFather, husbsMum = "之公公", "之婆婆"
	grandpa, grandma      = "之祖父", "之祖母"
	outGrandpa, outGranny = "之外祖父", "之外祖母"
)

// kinship is what is certain; GB/T 4761 names the relations, and custom says the rest: parents of a wife are 岳父、岳母, of a husband
// 公公、婆婆.
var kinship = []kin{
	{head: registry.Spouse, member: registry.Head, male: registry.Spouse, female: registry.Spouse},
	{head: registry.Spouse, member: son, male: son, female: son},
	{head: registry.Spouse, member: daughter, male: daughter, female: daughter},
	{head: registry.Spouse, member: wifeOfSon, male: wifeOfSon, female: wifeOfSon},
	{head: registry.Spouse, member: husbOfGirl, male: husbOfGirl, female: husbOfGirl},
	{head: registry.Spouse, member: grandson, male: grandson, female: grandson},
	{head: registry.Spouse, member: grandgirl, male: grandgirl, female: grandgirl},
	{head: registry.Spouse, member: outGrandson, male: outGrandson, female: outGrandson},
	{head: registry.Spouse, member: outGirl, male: outGirl, female: outGirl},
	{head: registry.Spouse, sex: survey.Female, member: father, male: husbsFather, female: husbsFather},
	{head: registry.Spouse, sex: survey.Female, member: mother, male: husbsMum, female: husbsMum},
	{head: registry.Spouse, sex: survey.Male, member: father, male: wifesFather, female: wifesFather},
	{head: registry.Spouse, sex: survey.Male, member: mother, male: wifesMum, female: wifesMum},
	{head: registry.Spouse, member: wifesFather, male: father, female: father},
	{head: registry.Spouse, member: wifesMum, male: mother, female: mother},
	{head: registry.Spouse, member: husbsFather, male: father, female: father},
	{head: registry.Spouse, member: husbsMum, male: mother, female: mother},

	{head: son, member: registry.Head, male: father, female: mother},
	{head: son, member: registry.Spouse, male: father, female: mother},
	{head: son, member: son, male: sibling, female: sibling},
	{head: son, member: daughter, male: sibling, female: sibling},
	{head: son, member: wifeOfSon, female: registry.Spouse, only: son},
	{head: son, member: grandson, male: son, only: son},
	{head: son, member: grandgirl, female: daughter, only: son},
	{head: son, oldSex: survey.Male, member: father, male: grandpa, female: grandpa},
	{head: son, oldSex: survey.Male, member: mother, male: grandma, female: grandma},
	{head: son, oldSex: survey.Female, member: father, male: outGrandpa, female: outGrandpa},
	{head: son, oldSex: survey.Female, member: mother, male: outGranny, female: outGranny},
	{head: son, member: wifesFather, male: outGrandpa, female: outGrandpa},
	{head: son, member: wifesMum, male: outGranny, female: outGranny},
	{head: son, member: husbsFather, male: grandpa, female: grandpa},
	{head: son, member: husbsMum, male: grandma, female: grandma},

	{head: daughter, member: registry.Head, male: father, female: mother},
	{head: daughter, member: registry.Spouse, male: father, female: mother},
	{head: daughter, member: son, male: sibling, female: sibling},
	{head: daughter, member: daughter, male: sibling, female: sibling},
	{head: daughter, member: husbOfGirl, male: registry.Spouse, only: daughter},
	{head: daughter, member: outGrandson, male: son, only: daughter},
	{head: daughter, member: outGirl, female: daughter, only: daughter},
	{head: daughter, oldSex: survey.Male, member: father, male: grandpa, female: grandpa},
	{head: daughter, oldSex: survey.Male, member: mother, male: grandma, female: grandma},
	{head: daughter, oldSex: survey.Female, member: father, male: outGrandpa, female: outGrandpa},
	{head: daughter, oldSex: survey.Female, member: mother, male: outGranny, female: outGranny},

	{head: wifeOfSon, member: registry.Head, male: husbsFather, female: husbsMum},
	{head: wifeOfSon, member: registry.Spouse, male: husbsFather, female: husbsMum},
	{head: wifeOfSon, member: son, male: registry.Spouse, only: son},
	{head: wifeOfSon, member: grandson, male: son, only: son},
	{head: wifeOfSon, member: grandgirl, female: daughter, only: son},
	{head: husbOfGirl, member: registry.Head, male: wifesFather, female: wifesMum},
	{head: husbOfGirl, member: registry.Spouse, male: wifesFather, female: wifesMum},
	{head: husbOfGirl, member: daughter, female: registry.Spouse, only: daughter},
	{head: husbOfGirl, member: outGrandson, male: son, only: daughter},
	{head: husbOfGirl, member: outGirl, female: daughter, only: daughter},

	{head: father, member: registry.Head, male: son, female: daughter},
	{head: father, member: registry.Spouse, male: husbOfGirl, female: wifeOfSon},
	{head: father, member: mother, female: registry.Spouse},
	{head: father, member: sibling, male: son, female: daughter},
	{head: father, oldSex: survey.Male, member: son, male: grandson, female: grandson},
	{head: father, oldSex: survey.Male, member: daughter, male: grandgirl, female: grandgirl},
	{head: father, oldSex: survey.Female, member: son, male: outGrandson, female: outGrandson},
	{head: father, oldSex: survey.Female, member: daughter, male: outGirl, female: outGirl},
	{head: mother, member: registry.Head, male: son, female: daughter},
	{head: mother, member: registry.Spouse, male: husbOfGirl, female: wifeOfSon},
	{head: mother, member: father, male: registry.Spouse},
	{head: mother, member: sibling, male: son, female: daughter},
	{head: mother, oldSex: survey.Male, member: son, male: grandson, female: grandson},
	{head: mother, oldSex: survey.Male, member: daughter, male: grandgirl, female: grandgirl},
	{head: mother, oldSex: survey.Female, member: son, male: outGrandson, female: outGrandson},
	{head: mother, oldSex: survey.Female, member: daughter, male: outGirl, female: outGirl},

	{head: sibling, member: registry.Head, male: sibling, female: sibling},
	{head: sibling, member: sibling, male: sibling, female: sibling},
	{head: sibling, member: father, male: father, female: father},
	{head: sibling, member: mother, male: mother, female: mother},
	{head: grandson, member: registry.Head, male: grandpa, female: grandma},
	{head: grandson, member: registry.Spouse, male: grandpa, female: grandma},
	{head: grandson, member: son, male: father, only: son},
	{head: grandson, member: wifeOfSon, female: mother, only: son},
	{head: grandson, member: grandgirl, female: sibling, only: son},
	{head: grandgirl, member: registry.Head, male: grandpa, female: grandma},
	{head: grandgirl, member: registry.Spouse, male: grandpa, female: grandma},
	{head: grandgirl, member: son, male: father, only: son},
	{head: grandgirl, member: wifeOfSon, female: mother, only: son},
	{head: grandgirl, member: grandson, male: sibling, only: son},
}

// Relations works out what each of some people is to a new head who is one of them, from what they all are to the old one. Who is
// missing in it is not certain: ask.
func Relations(people []registry.Person, head string) map[string]string {
	var now, old registry.Person
	n := map[string]int{}
	for _, p := range people {
		n[p.Relation()]++
		if p.ID == head {
			now = p
		}
		if p.Relation() == registry.Head {
			old = p
		}
	}
	out := map[string]string{head: registry.Head}
	for _, p := range people {
		if p.ID == head {
			continue
		}
		for _, k := range kinship {
			if r := k.of(now, old, p); r != "" && (k.only == "" || n[k.only] <= 1) {
				out[p.ID] = r
				break
			}
		}
	}
	return out
}

func (k kin) of(now, old, p registry.Person) string {
	if k.head != now.Relation() || k.member != p.Relation() || k.sex != "" && k.sex != now.Sex() || k.oldSex != "" && k.oldSex != old.Sex() {
		return ""
	}
	switch p.Sex() {
	case survey.Male:
		return k.male
	case survey.Female:
		return k.female
	}
	if k.male == k.female {
		return k.male
	}
	return ""
}

// relate fills in what the people of a move are to a new head: as given, or as it follows; where neither says, with a doubt.
func (m *moving) relate(head string) {
	worked := Relations(m.people, head)
	as := map[string]string{}
	for _, p := range m.people {
		switch given, certain := m.as[p.ID], worked[p.ID]; {
		case p.ID == head:
			as[p.ID] = registry.Head
		case given != "":
			as[p.ID] = given
		case certain != "":
			as[p.ID] = certain
		default:
			m.doubt(survey.Relation, ErrNoRelation.With(p.Name()))
		}
	}
	m.as = as
}
