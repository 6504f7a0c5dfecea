package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// claimCommand is about the subsidies for a class.
type claimCommand struct {
	Plan claimPlan `cmd:"" help:"${claimplan}"`
	List claimList `cmd:"" help:"${claimlist}"`
	Save claimSave `cmd:"" help:"${claimsave}"`
}

// Help shows an example.
func (claimCommand) Help() string { return text.T("ruhuctl.example.claim") }

// claimFlags say what is claimed.
type claimFlags struct {
	classArg
	Kind string `default:"${usualkind}" placeholder:"KIND" help:"${claimkind}"`
	Part string `default:"${usualpart}" placeholder:"PART" help:"${claimpart}"`
}

type claimPlan struct{ claimFlags }

// Help shows an example.
func (claimPlan) Help() string { return text.T("ruhuctl.example.claimplan") }

// reckoned is a claim as it may be made.
type reckoned struct {
	Answers  map[string]string `json:"answers"` // by the question's label
	Why      []string          `json:"why"`
	Findings []string          `json:"findings"`
}

func reckonedOf(p desk.ClaimPlan) reckoned {
	out := reckoned{map[string]string{}, append([]string{}, p.Why...), []string{}}
	for _, f := range training.ClaimTable.Fields {
		if v := p.Answers[f.Key]; v != "" && f.Kind != survey.Link {
			out.Answers[f.Label] = f.Show(v)
		}
	}
	for _, x := range p.Verdict.Findings {
		out.Findings = append(out.Findings, x.Sentence)
	}
	return out
}

// Run reckons a claim and says what the rules have against it; it saves nothing.
func (c claimPlan) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		p, err := d.PlanClaim(k.ID, c.Kind, c.Part)
		if err != nil {
			return err
		}
		out := reckonedOf(p)
		if f.JSON {
			return print(w.out, out)
		}
		fmt.Fprintln(w.out, text.T("ruhuctl.claim_planned", c.Kind, c.Part, p.Answers[training.ClaimPeople], p.Answers[training.ClaimAmount]))
		for _, s := range out.Why {
			fmt.Fprintln(w.out, "  "+s)
		}
		for _, s := range out.Findings {
			fmt.Fprintln(w.out, "  "+text.T("ruhuctl.stage_doubt", s))
		}
		return nil
	})
}

type claimSave struct {
	claimFlags
	answers
}

// Help shows an example.
func (claimSave) Help() string { return text.T("ruhuctl.example.claimsave") }

// Run saves a claim: a new one as it is reckoned, with the answers given over it; --id changes one.
func (c claimSave) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		var old survey.Answers
		if c.ID != "" {
			r, err := d.Record(training.TypeClaim, c.ID)
			if err != nil {
				return err
			}
			old = r.Unpack()
		} else {
			p, err := d.PlanClaim(k.ID, c.Kind, c.Part)
			if err != nil {
				return err
			}
			old = p.Answers
		}
		a, err := c.read(d, d.Table(training.TypeClaim), old)
		if err != nil {
			return err
		}
		id, err := d.SaveRecord(training.TypeClaim, c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

type claimList struct {
	Class string `arg:"" optional:"" placeholder:"CLASS" help:"${classid}"`
}

// Help shows an example.
func (claimList) Help() string { return text.T("ruhuctl.example.claimlist") }

// Run lists the claims of a class, or all.
func (c claimList) Run(f *flags, w *world) error {
	return listOfClass(f, w, training.TypeClaim, c.Class)
}

// listOfClass lists the records of a type that are about a class, or all of the type.
func listOfClass(f *flags, w *world, typ, class string) error {
	return f.with(w, func(d *desk.Desk) error {
		id := ""
		if class != "" {
			k, err := classFlag{class}.find(d)
			if err != nil {
				return err
			}
			id = k.ID
		}
		all, err := d.Records(typ, id)
		if err != nil {
			return err
		}
		out := []one{}
		for _, r := range all {
			o := shownRecord(d.Table(typ), r)
			k, err := d.Class(r.Get(training.OfClass))
			if err != nil {
				return err
			}
			o.Of, o.Name = k.ID, k.Name()
			o.line = text.T("ruhuctl.record", o.Day, o.Name, inWords(d.Table(typ), r), o.ID)
			out = append(out, o)
		}
		return showAll(f, w, out, one.words, "ruhuctl.records")
	})
}

// inspectCommand notes a visit of those who watch over a class.
type inspectCommand struct {
	classArg
	answers
}

// Help shows an example.
func (inspectCommand) Help() string { return text.T("ruhuctl.example.inspect") }

// Run saves it, made today by whoever works here unless the answers say otherwise.
func (c inspectCommand) Run(f *flags, w *world) error {
	return addOfClass(f, w, training.TypeInspection, c.classArg, "", c.answers, training.InspectedOn, training.InspectedBy)
}

// feedbackCommand notes what a trainee says of a class.
type feedbackCommand struct {
	classArg
	Of string `placeholder:"PERSON" help:"${feedbackof}"`
	answers
}

// Help shows an example.
func (feedbackCommand) Help() string { return text.T("ruhuctl.example.feedback") }

// Run saves it, of nobody where no name is given.
func (c feedbackCommand) Run(f *flags, w *world) error {
	return addOfClass(f, w, training.TypeFeedback, c.classArg, c.Of, c.answers, training.GivenOn, "")
}

// callCommand notes a call to a trainee.
type callCommand struct {
	classArg
	Who string `arg:"" placeholder:"PERSON" help:"${who}"`
	answers
}

// Help shows an example.
func (callCommand) Help() string { return text.T("ruhuctl.example.call") }

// Run saves it.
func (c callCommand) Run(f *flags, w *world) error {
	return addOfClass(f, w, training.TypeCheckCall, c.classArg, c.Who, c.answers, training.CalledOn, training.CalledBy)
}

// addOfClass saves a record about a class, and about somebody in it where who is given.
func addOfClass(f *flags, w *world, typ string, c classArg, who string, form answers, dayKey, byKey string) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		a := survey.Answers{training.OfClass: k.ID, dayKey: d.Today().Format("2006-01-02")}
		if byKey != "" {
			a[byKey] = d.Actor()
		}
		if form.ID != "" {
			r, err := d.Record(typ, form.ID)
			if err != nil {
				return err
			}
			a = r.Unpack()
		}
		if who != "" {
			p, err := person(d, who)
			if err != nil {
				return err
			}
			a[training.OfPerson] = p.ID
		}
		if a, err = form.read(d, d.Table(typ), a); err != nil {
			return err
		}
		id, err := d.SaveRecord(typ, form.ID, a, form.how()...)
		return f.saved(w, id, err)
	})
}

type classEvaluate struct{ classArg }

// Help shows an example.
func (classEvaluate) Help() string { return text.T("ruhuctl.example.evaluate") }

// indicator is one figure of the evaluation.
type indicator struct {
	Code       string  `json:"code"`
	Name       string  `json:"name"`
	Num        float64 `json:"numerator"`
	Den        float64 `json:"denominator"`
	Rate       string  `json:"rate"` // "" where there is nothing to divide by
	Definition string  `json:"definition"`
}

func (i indicator) words() string {
	return text.T("ruhuctl.indicator", i.Name, i.Rate, i.Num, i.Den, i.Definition)
}

// Run says how the class stands by the indicators of the policy.
func (c classEvaluate) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		all, err := d.Evaluate(k.ID)
		if err != nil {
			return err
		}
		out := []indicator{}
		for _, i := range all {
			out = append(out, indicator{i.Code, i.Name(), i.Num, i.Den, i.Share(), i.Definition()})
		}
		return showAll(f, w, out, indicator.words, "ruhuctl.records")
	})
}
