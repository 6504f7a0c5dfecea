package web

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// viewer puts changes and entities into words. Values are masked unless full; a class's secret is never shown.
type viewer struct {
	ctx   context.Context
	of    *office.Office
	full  bool
	about map[office.Ref]string    // titles looked up already
	asked map[string]*survey.Table // with the county's own questions; nil until they are read
}

func (s *site) viewer(ctx context.Context, full bool) *viewer {
	return &viewer{ctx: ctx, of: s.office, full: full, about: map[office.Ref]string{}}
}

// changeRow is a change as a page shows it.
type changeRow struct {
	Type    string
	About   string // whom or what it is about
	Path    string // of its page
	Actor   string
	At      office.Millis
	Reason  string
	Deleted bool
	Fields  []fieldRow
}

type fieldRow struct{ Label, Value string }

func (v *viewer) change(b office.Brought) changeRow {
	c := b.Change
	row := changeRow{Type: typeLabel(c.Type), About: v.title(b.Entity), Path: recordPath(c.Type, c.ID), Actor: c.Actor, Reason: c.Reason,
		At: office.MillisOf(c.Stamp.When()), Deleted: c.Fields[change.Deleted].Value != ""}
	for _, key := range v.keysInOrder(c.Type, slices.Collect(maps.Keys(c.Fields))) {
		if f, shown := v.field(c.Type, key, c.Fields[key].Value); shown {
			row.Fields = append(row.Fields, f)
		}
	}
	return row
}

// keysInOrder sorts keys as they are asked; those that no table knows come last.
func (v *viewer) keysInOrder(typ string, keys []string) []string {
	place := map[string]int{}
	if t := v.table(typ); t != nil {
		for i, f := range t.Fields {
			place[f.Key] = i - len(t.Fields)
		}
	}
	for i, f := range plain[typ] {
		place[f.key] = i - len(plain[typ])
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := place[a] - place[b]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}

// field is a key and value in words; what only the program needs (links, secrets) is not shown.
func (v *viewer) field(typ, key, value string) (fieldRow, bool) {
	if key == change.Deleted || typ == training.TypeClass && (key == training.Secret || key == training.Number) {
		return fieldRow{}, false
	}
	if t := v.table(typ); t != nil {
		if f, ok := t.Field(key); ok {
			return fieldRow{f.Label, v.value(f, value)}, f.Kind != survey.Link && !f.Hidden
		}
	}
	if plain[typ] != nil {
		return v.plainly(typ, key, value)
	}
	if v.full {
		return fieldRow{key, short(value)}, true
	}
	return fieldRow{key, hidden(value)}, true
}

func (v *viewer) value(f survey.Field, value string) string {
	switch {
	case value == "":
		return text.T("web.cleared")
	case f.Kind == survey.Link:
		return v.linked(f.Key, value)
	case v.full || f.Class == survey.Free || f.Kind == survey.Name: // names stand in the title anyway
		return short(f.Show(value))
	}
	if p := f.Public(value); strings.Trim(p, "*") != "" {
		return p
	}
	return hidden(value)
}

func hidden(value string) string {
	if value == "" {
		return text.T("web.cleared")
	}
	return "••••"
}

// short keeps a long note from filling the page.
func short(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// title is what people call an entity: a person's name, the head of a household, a class. It is for those who are logged in.
func (v *viewer) title(e change.Entity) string {
	a := survey.Answers(e.Values())
	switch e.Type {
	case registry.TypePerson:
		return a[survey.FullName]
	case registry.TypeHousehold:
		return text.T("web.houseof", a[survey.HeadName])
	case training.TypeClass:
		return training.Class{ID: e.ID, Answers: a}.Name()
	case training.TypeEnrolment:
		return v.titleOf(registry.TypePerson, a[training.OfPerson])
	case training.TypeSession:
		return strings.TrimSpace(a[training.HeldOn] + a[training.Half] + " " + v.titleOf(training.TypeClass, a[training.OfClass]))
	case training.TypeMark:
		return v.titleOf(training.TypeEnrolment, a[training.OfEnrolment])
	}
	return strings.TrimSpace(v.subject(a) + " " + v.gist(e.Type, a))
}

// subject is whom a record is about, by the links that records have.
func (v *viewer) subject(a survey.Answers) string {
	for _, of := range []office.Ref{{Type: registry.TypePerson, ID: a[survey.OfPerson]}, {Type: registry.TypeHousehold, ID: a[survey.OfHousehold]},
		{Type: a[survey.OfType], ID: a[survey.Of]}, {Type: training.TypeClass, ID: a[training.OfClass]}} {
		if title := v.titleOf(of.Type, of.ID); title != "" {
			return title
		}
	}
	return ""
}

// gists are the answers that tell a record from others of its type and owner.
var gists = map[string][]string{
	registry.TypeWish:       {survey.WishText, survey.Trade1},
	registry.TypeVisit:      {survey.Method, survey.Visitor},
	registry.TypeFact:       {survey.FactKind, survey.FactDetail},
	registry.TypeEvent:      {survey.EventKind, survey.EventOn},
	registry.TypeSlip:       {survey.OfferedOn},
	registry.TypeReferral:   {survey.ReferralKind},
	registry.TypeJobRec:     {survey.RecommendedOn},
	registry.TypeFollowUp:   {survey.FollowedOn},
	registry.TypeOutreach:   {survey.OutreachOn, survey.OutreachVillage},
	registry.TypeAttachment: {survey.AttachKind},
	registry.TypeTarget:     {survey.TargetTask},
	registry.TypePlace:      {survey.PlaceWhat, survey.PlaceName},
	registry.TypeQuestion:   {survey.FormTitle},
	registry.TypeRule:       {survey.RuleName, survey.RuleFrom},
	registry.TypeSchool:     {survey.SchoolName},

	registry.TypeTrade:       {survey.TradeName, survey.TradeLevel},
	registry.TypeProgramme:   {survey.ProgName},
	registry.TypeInstitution: {survey.InstName},
	registry.TypeAssessor:    {survey.AssName},
	registry.TypeTeacher:     {survey.TeachName, survey.TeachInst},
	training.TypeInspection:  {training.InspectKind, training.InspectedOn},
	training.TypeCheckCall:   {training.CalledOn},
	training.TypeFeedback:    {training.GivenOn},
	training.TypeClaim:       {training.ClaimKind, training.ClaimPart},
	training.TypeSeal:        {training.SealedOn},
}

// gist is what a title may say of them: what would be masked is left out.
func (v *viewer) gist(typ string, a survey.Answers) string {
	var parts []string
	for _, key := range gists[typ] {
		f, ok := survey.Field{}, false
		if t := v.table(typ); t != nil {
			f, ok = t.Field(key)
		}
		if ok && a[key] != "" && (v.full || f.Class == survey.Free) {
			parts = append(parts, short(f.Show(a[key])))
		}
	}
	return strings.Join(parts, " ")
}

func (v *viewer) titleOf(typ, id string) string {
	ref := office.Ref{Type: typ, ID: id}
	if title, ok := v.about[ref]; ok || id == "" {
		return title
	}
	v.about[ref] = "" // two records that name each other end here
	e, err := v.of.Entity(v.ctx, typ, id)
	if err == nil {
		v.about[ref] = v.title(e)
	}
	return v.about[ref]
}
