package rules

import (
	"slices"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/training"
)

// claiming is one claim being looked at.
type claiming struct {
	Money
	Claimed
	findings
	cat         *catalogue.Book
	on          time.Time
	first, last time.Time
	programme   catalogue.Programme
}

func (j *claiming) get(key string) string { return j.Claim.Get(key) }

func (j *claiming) amountOf(key string) float64 { return numberOf(j.get(key)) }

// number wants the platform's: “补贴培训进系统、系统之外零补贴” (三湖政办〔2019〕17号). And it wants the claim in time.
func (j *claiming) number() {
	if j.get(training.UpstreamNo) == "" && j.Class.Answers[training.UpstreamNo] == "" {
		j.say("claim_no_upstream", training.UpstreamNo)
	}
	_, last := j.Class.Dates()
	applied := dayOf(j.get(training.AppliedOn))
	if last.IsZero() || j.get(training.ClaimPart) == training.InAdvance {
		return
	}
	if !applied.IsZero() && applied.Before(last) {
		j.say("claim_early", training.AppliedOn, j.get(training.AppliedOn), last.Format(time.DateOnly))
	}
	if by := last.AddDate(0, 0, j.ClaimDays); j.ClaimDays > 0 && applied.After(by) {
		j.say("claim_late", training.AppliedOn, j.get(training.AppliedOn), j.ClaimDays, by.Format(time.DateOnly))
	}
}

// heads wants no more people than passed; before the class is over, no more than are in it.
func (j *claiming) heads() {
	n, of, code := int(j.amountOf(training.ClaimPeople)), len(j.passed()), "claim_people"
	if j.get(training.ClaimPart) == training.InAdvance || j.Class.Stage() != training.Closed && of == 0 {
		of, code = len(j.trainees()), "claim_enrolled"
	}
	if len(j.Enrolments) > 0 && n > of {
		j.say(code, training.ClaimPeople, n, of)
	}
}

// byCatalogue tells whether the amount of this kind of claim is the catalogue's.
func (j *claiming) byCatalogue() bool {
	return slices.Contains(j.TradeKinds, j.get(training.ClaimKind)) || j.byMonth()
}

func (j *claiming) byMonth() bool { return slices.Contains(j.MonthKinds, j.get(training.ClaimKind)) }

// whole is what the class gets in full, for the people of the claim.
func (j *claiming) whole() Sum {
	return j.Sum(j.Class, int(j.amountOf(training.ClaimPeople)), int(j.amountOf(training.ClaimMonths)), j.Groups, j.cat, j.on)
}

// amount wants no more than the catalogue's times people times share, and no more months than are paid for.
func (j *claiming) amount() {
	if j.byMonth() && j.programme.Months > 0 && int(j.amountOf(training.ClaimMonths)) > j.programme.Months {
		j.say("claim_months", training.ClaimMonths, int(j.amountOf(training.ClaimMonths)), j.programme.Name, j.programme.Months).by(j.programme.Source())
	}
	asked := j.amountOf(training.ClaimAmount)
	if !j.byCatalogue() || asked == 0 {
		return
	}
	s := j.whole()
	switch most := s.Total * j.part() / 100; {
	case !s.Known:
		j.ask("claim_unknown", training.ClaimAmount, j.Class.TradeAndLevel())
	case s.ByMonth && s.Months == 0:
		j.ask("claim_no_months", training.ClaimMonths)
	case asked > most+0.005:
		j.say("claim_amount", training.ClaimAmount, trim(asked), trim(s.Each), s.People, trim(j.part()), trim(most)).by(s.Source)
	}
}

// part is the share asked for, in per cent.
func (j *claiming) part() float64 {
	if n := j.amountOf(training.ClaimShare); n > 0 {
		return n
	}
	return 100
}

// share wants no more in advance than the programme allows (“可先行拨付50%” 三湖政办〔2019〕17号; “20%” 穗人社函〔2020〕22号), and no
// more than the whole in all parts together.
func (j *claiming) share() {
	if j.get(training.ClaimPart) == training.InAdvance {
		most, source := j.MaxAdvance, ""
		if j.programme.Advance > 0 {
			most, source = j.programme.Advance, j.programme.Source()
		}
		if j.part() > most {
			j.say("claim_advance", training.ClaimShare, trim(j.part()), trim(most)).by(source)
		}
	}
	all := j.part()
	for _, o := range j.others() {
		n := numberOf(o.Get(training.ClaimShare))
		if n == 0 && o.Get(training.ClaimPart) == training.InFull {
			n = 100
		}
		all += n
	}
	if all > 100 {
		j.say("claim_over", training.ClaimShare, j.get(training.ClaimKind), trim(all))
	}
}

// paid wants a posting that is over before the money comes, no more paid than accepted, and no more taken back than paid.
func (j *claiming) paid() {
	asked, accepted, paid, back := j.amountOf(training.ClaimAmount), j.amountOf(training.AcceptedAmount), j.amountOf(training.PaidAmount), j.amountOf(training.ClawAmount)
	if accepted > asked && asked > 0 {
		j.ask("claim_accepted", training.AcceptedAmount, trim(accepted), trim(asked))
	}
	if paid > accepted && j.get(training.AcceptedAmount) != "" {
		j.say("claim_paid", training.PaidAmount, trim(paid), trim(accepted))
	}
	if back > paid {
		j.say("claw_over", training.ClawAmount, trim(back), trim(paid))
	}
	on := dayOf(j.get(training.PaidOn))
	if on.IsZero() || j.PostDays == 0 {
		return
	}
	from, until := dayOf(j.get(training.PostFrom)), dayOf(j.get(training.PostUntil))
	switch {
	case from.IsZero() || until.IsZero():
		j.say("not_posted", training.PostFrom, j.get(training.PaidOn), j.PostDays)
	case j.Days.Workdays(from.AddDate(0, 0, -1), until) < j.PostDays:
		j.say("post_short", training.PostUntil, j.get(training.PostFrom), j.get(training.PostUntil), j.Days.Workdays(from.AddDate(0, 0, -1), until), j.PostDays)
	case !on.After(until):
		j.say("paid_early", training.PaidOn, j.get(training.PaidOn), j.get(training.PostUntil))
	}
}

// twice finds the same people paid for in a programme that may not be had beside this one.
func (j *claiming) twice() {
	if j.programme.Name == "" {
		return
	}
	for _, b := range j.Before {
		other := b.Class.Answers[training.Programme]
		if other == "" || b.Class.ID == j.Class.ID {
			continue
		}
		if p, bad := j.cat.Exclude(j.programme.Name, other, j.first); bad {
			j.say("claim_exclusive", training.ClaimKind, b.Class.Name(), other, j.programme.Name).by(p.Source())
			return
		}
	}
}
