package desk_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// wished are people who all may join one class of a planned size, in the order they asked; the last is of a group that comes first.
func wished(t *testing.T, planned string) (d *desk.Desk, class string, people []string, forward func(time.Duration)) {
	t.Helper()
	d, clock := sit(t)
	for i, name := range []string{"古丽·阿不都热依木", "曾㛃", "普𬭳", "李𠮷", "周𬱖"} {
		h := household(t, d, zuomen, fmt.Sprint("10", i), name)
		a := somebody(h, name, idNo("19900101", fmt.Sprintf("%03d", i*2+2)))
		if i == 4 {
			a[survey.WorkerKind] = "复退军人"
		}
		id := must[string](t)(d.SavePerson("", a, desk.Anyway("测试")))
		wish := survey.Answers{survey.OfPerson: id, survey.WishedOn: fmt.Sprint("2026-11-0", i+1), survey.WishText: "养老", survey.Trade1: "养老护理员"}
		if i == 0 {
			wish[survey.Trade1], wish[survey.Trade2] = "中式烹调师", "养老护理员"
		}
		must[string](t)(d.SaveWish("", wish))
		people = append(people, id)
	}
	class = must[string](t)(d.SaveClass("", survey.Answers{training.ClassName: "养老护理员培训班", training.Trade: "养老护理员", training.StartsOn: "2026-11-25",
		training.EndsOn: "2026-12-05", training.Place: "地索村", training.Institution: "彝州学校", training.Planned: planned}))
	return d, class, people, clock.Add
}

func ids(all []desk.Candidate) []string {
	var out []string
	for _, c := range all {
		out = append(out, c.Person.ID)
	}
	return out
}

func TestAClassIsProposedWithinItsSizeAndTheRestWaits(t *testing.T) {
	d, class, people, _ := wished(t, "3")
	p := must[desk.Proposal](t)(d.Propose(class))
	if p.Size != 3 || !strings.Contains(p.Limit, "3") || len(p.Take) != 3 || len(p.Reserve) != 2 {
		t.Fatalf("size %d (%s), %d taken, %d wait, %d asked, %d out", p.Size, p.Limit, len(p.Take), len(p.Reserve), len(p.Ask), len(p.Out))
	}
	last := p.Reserve[len(p.Reserve)-1]
	if last.Person.ID != people[0] || !strings.Contains(strings.Join(last.Why, ""), "第2意向") {
		t.Errorf("whose second wish it is comes last: %v", last.Why)
	}
	for _, c := range p.Take {
		if len(c.Why) == 0 {
			t.Errorf("%s without a reason", c.Person.Name())
		}
	}
}

func TestWhoWaitsMovesUpWhenSomebodyLeaves(t *testing.T) {
	d, class, _, _ := wished(t, "3")
	p := must[desk.Proposal](t)(d.Propose(class))
	if err := errors.Join(d.Enrol(class, ids(p.Take)), d.EnrolReserve(class, ids(p.Reserve))); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Promote(class); !errors.Is(err, desk.ErrFull) {
		t.Errorf("into a full class: %v", err)
	}
	if err := d.Unenrol(class, p.Take[1].Person.ID, "外出务工"); err != nil {
		t.Fatal(err)
	}
	got := must[desk.Promoted](t)(d.Promote(class))
	if got.Candidate.Person.ID != p.Reserve[0].Person.ID || got.Seat != 4 || !strings.Contains(got.Notice, p.Reserve[0].Person.Name()) {
		t.Errorf("%+v", got)
	}
	in := roster(t, d, class)
	if e := in[3]; e.PersonID() != p.Reserve[0].Person.ID || e.Standing() != training.Enrolled || e.Seat() != 4 {
		t.Errorf("%v", e.Answers)
	}
	if e := in[len(in)-1]; e.Standing() != training.Reserve || e.Seat() != 0 {
		t.Errorf("who still waits is not at the end: %v", e.Answers)
	}
	must[string](t)(d.Undo())
	if next, ok, err := d.NextReserve(class); err != nil || !ok || next.Person.ID != p.Reserve[0].Person.ID {
		t.Errorf("after taking it back comes %v, %v", next.Person.Name(), err)
	}
}

func TestWhoComesInLaterIsExpectedFromThatDayOn(t *testing.T) {
	d, class, people, forward := wished(t, "4")
	if err := errors.Join(d.Enrol(class, people[:3]), d.EnrolReserve(class, people[3:])); err != nil {
		t.Fatal(err)
	}
	stage(t, d, class, training.Running)
	forward(8 * 24 * time.Hour)
	must[desk.Promoted](t)(d.Promote(class))
	e := roster(t, d, class)[3]
	if e.PersonID() != people[3] || e.In("2026-11-27") || !e.In("2026-11-28") {
		t.Errorf("%v", e.Answers)
	}
	if _, err := d.Promote(class); !errors.Is(err, desk.ErrFull) {
		t.Errorf("%v", err)
	}
}

func TestPlacesThatAreKeptGoToTheirGroup(t *testing.T) {
	d, class, people, _ := wished(t, "1")
	form := must[training.Class](t)(d.Class(class)).Answers
	form[training.GroupQuotas] = "退役军人:1"
	must[string](t)(d.SaveClass(class, form))
	p := must[desk.Proposal](t)(d.Propose(class))
	if len(p.Take) != 1 || p.Take[0].Person.ID != people[4] || !strings.Contains(p.Take[0].Why[0], "退役军人") {
		t.Errorf("%+v", p.Take)
	}
}
