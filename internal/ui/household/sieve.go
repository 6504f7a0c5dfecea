package household

import (
	"strconv"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// What a household can be filtered by beside its kind.
const (
	stateUnvisited = "unvisited"
	stateThisYear  = "this_year" // not visited this year
	stateLeft      = "left"
	stateNoSlip    = "no_slip" // an offer that did not reach the family yet
	stateEmpty     = "empty"   // nobody lives there
)

var states = []string{stateUnvisited, stateThisYear, stateLeft, stateNoSlip, stateEmpty}

// sieve filters households by kind and by what is due. It needs the whole register for that, which is read away from the
// window's thread, and only while something is chosen.
type sieve struct {
	d      page.Deps
	kind   *kit.Picker
	state  *kit.Picker
	show   func() // draws the list
	source *report.Source
	left   map[string]bool // households that somebody left
	people map[string]int
}

// newSieve makes the two filters; chosen is called when one was set, show when the register has been read.
func newSieve(d page.Deps, chosen, show func()) *sieve {
	s := &sieve{d: d, show: show}
	var kinds, all []kit.Item
	for _, c := range survey.List("house_type") {
		kinds = append(kinds, kit.Item{Value: c.Name, Also: c.Also})
	}
	for _, c := range survey.List("monitor") {
		kinds = append(kinds, kit.Item{Value: c.Name, Also: c.Also})
	}
	kinds = append(kinds, kit.Item{Value: survey.FactRisk, Name: text.T("household.kind.risk")}, kit.Item{Value: survey.FactResettled})
	for _, v := range states {
		all = append(all, kit.Item{Value: v, Name: text.T("household.state." + v)})
	}
	s.kind, s.state = kit.NewPicker(kinds...), kit.NewPicker(all...)
	s.kind.Hint, s.state.Hint = text.T("household.all_kinds"), text.T("household.all_states")
	s.kind.OnChange(chosen)
	s.state.OnChange(chosen)
	return s
}

func (s *sieve) idle() bool { return s.kind.Value() == "" && s.state.Value() == "" }

// read reads the register where a filter is set; true where the list is shown later.
func (s *sieve) read() bool {
	if s.idle() {
		return false
	}
	var src *report.Source
	var err error
	s.d.Go(func() { src, err = s.d.Desk.Source() }, func() {
		if err != nil {
			s.d.ShowError(err)
			return
		}
		s.take(src)
		s.show()
	})
	return true
}

// take notes who lives where and who left.
func (s *sieve) take(src *report.Source) {
	if s.source == src {
		return
	}
	s.source, s.left, s.people = src, map[string]bool{}, map[string]int{}
	for _, p := range src.People {
		if desk.Left(p) {
			s.left[p.HouseholdID()] = true
		} else {
			s.people[p.HouseholdID()]++
		}
	}
}

// pass gives the households that the filters leave.
func (s *sieve) pass(ids []string) []string {
	if s.idle() || s.source == nil {
		return ids
	}
	var out []string
	year := strconv.Itoa(s.d.Desk.Today().Year())
	for _, id := range ids {
		if h := s.source.Households[id]; s.isKind(h) && s.isState(id, year) {
			out = append(out, id)
		}
	}
	return out
}

func (s *sieve) isKind(h registry.Household) bool {
	switch kind := s.kind.Value(); kind {
	case "":
		return true
	case survey.FactRisk:
		return h.Get(survey.RiskGone) == survey.No
	case survey.FactResettled:
		return h.Get(survey.Resettled) == survey.Yes
	default:
		return h.Is(kind) || h.Get(survey.Monitor) == kind
	}
}

func (s *sieve) isState(id, year string) bool {
	visits := s.source.Visits[id]
	switch s.state.Value() {
	case stateUnvisited:
		return len(visits) == 0
	case stateThisYear:
		return len(visits) == 0 || visits[0].On() < year
	case stateLeft:
		return s.left[id]
	case stateEmpty:
		return s.people[id] == 0
	case stateNoSlip:
		slips := s.source.Slips[id]
		return len(slips) > 0 && slips[0].Get(survey.DeliveredOn) == ""
	}
	return true
}
