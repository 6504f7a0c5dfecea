package exchange

import (
	"cmp"
	"strings"

	"ruhu/internal/change"
	county "ruhu/internal/exchange"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/page"
)

// record says what a change was about, in words, and which page shows it.
func (a *aside) record(r county.Aside) (name, to, arg string) {
	kind := text.T("exchangepage.type.other")
	if key := "exchangepage.type." + r.Type; text.Has(key) {
		kind = text.T(key)
	}
	e, err := a.p.deps.Desk.Seen(r.Type, r.ID)
	if err != nil {
		return kind, "", ""
	}
	of, to, arg := a.placeOf(e)
	if of == "" {
		return kind, to, arg
	}
	return text.T("exchangepage.of", kind, of), to, arg
}

// ownPages are the types with a page of their own, and the answer that names one of them.
var ownPages = map[string]struct{ page, name string }{
	registry.TypeHousehold:   {page.Household, survey.HeadName},
	registry.TypePerson:      {page.Person, survey.FullName},
	registry.TypeOutreach:    {page.Outreach, survey.OutreachOn},
	registry.TypeTarget:      {page.Targets, survey.TargetTask},
	registry.TypePlace:       {page.Places, survey.PlaceName},
	registry.TypeQuestion:    {page.Questions, survey.FormTitle},
	registry.TypeRule:        {page.Rules, survey.RuleName},
	registry.TypeSchool:      {page.Ledgers, survey.SchoolName},
	registry.TypeTrade:       {page.Catalogue, survey.TradeName},
	registry.TypeProgramme:   {page.Catalogue, survey.ProgName},
	registry.TypeInstitution: {page.Catalogue, survey.InstName},
	registry.TypeAssessor:    {page.Catalogue, survey.AssName},
	registry.TypeTeacher:     {page.Catalogue, survey.TeachName},
	training.TypeClass:       {page.Class, training.ClassName},
}

// placeOf names what a record is about and the page that shows it, which is most often that of the person or the household.
func (a *aside) placeOf(e change.Entity) (name, to, arg string) {
	if own, ok := ownPages[e.Type]; ok {
		switch e.Type {
		case registry.TypeHousehold:
			return cmp.Or(e.Value(own.name), e.Value(survey.HouseNo)), own.page, e.ID
		case registry.TypePlace, registry.TypeQuestion:
			return e.Value(own.name), own.page, ""
		case registry.TypeRule:
			return e.Value(own.name), own.page, e.Value(own.name)
		case registry.TypeTrade, registry.TypeProgramme, registry.TypeInstitution, registry.TypeAssessor, registry.TypeTeacher:
			return e.Value(own.name), own.page, e.Type + "/" + e.ID
		case registry.TypeSchool:
			return e.Value(own.name), own.page, "xuexiao" // the ledger that lists them
		}
		return e.Value(own.name), own.page, e.ID
	}
	typ, id := a.ownerOf(e)
	owner, err := a.p.deps.Desk.Seen(typ, id)
	if err != nil || typ == registry.TypeAttachment { // nothing hangs on an attachment
		return "", "", ""
	}
	own, known := ownPages[typ]
	if !known { // the photograph of a visit
		return a.placeOf(owner)
	}
	name = cmp.Or(owner.Value(own.name), owner.Value(survey.HouseNo))
	switch e.Type {
	case registry.TypeFact, registry.TypeSlip, registry.TypeReferral, registry.TypeJobRec, registry.TypeFollowUp:
		return name, own.page, page.Record + strings.Join([]string{e.Type, id, e.ID}, "/")
	}
	return name, own.page, id
}

// ownerOf is what a record hangs on, "" for nothing; a mark hangs on the class of its session.
func (a *aside) ownerOf(e change.Entity) (typ, id string) {
	if e.Type == training.TypeMark {
		if s, err := a.p.deps.Desk.Seen(training.TypeSession, e.Value(training.OfSession)); err == nil {
			e = s
		}
	}
	if class := e.Value(training.OfClass); class != "" {
		return training.TypeClass, class
	}
	return registry.Record{Type: e.Type, ID: e.ID, Packed: survey.Pack(e.Values())}.Owner()
}
