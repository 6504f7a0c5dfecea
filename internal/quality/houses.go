package quality

import (
	"strconv"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// houses are the checks of one household with its members, by code.
var houses = map[string]func(w *search, c Check, h registry.Household, members []*subject){
	"house_empty": func(w *search, c Check, h registry.Household, members []*subject) {
		if len(members) == 0 {
			w.of(h, c, "", sentence(c))
		}
	},
	"house_no_village": func(w *search, c Check, h registry.Household, _ []*subject) {
		if h.Village() == "" {
			w.of(h, c, "", sentence(c))
		}
	},
	"head_id_differs": headID,
	"house_people": func(w *search, c Check, h registry.Household, members []*subject) {
		said, err := strconv.Atoi(h.Get("people"))
		if err == nil && len(members) > 0 && said != len(members) {
			w.of(h, c, "", sentence(c, said, len(members)))
		}
	},
	"house_phone": func(w *search, c Check, h registry.Household, _ []*subject) {
		if _, err := survey.ParsePhone(h.Phone()); h.Phone() != "" && err != nil {
			w.of(h, c, "", sentence(c, text.Explain(err).What))
		}
	},
	"monitor_no_measure": monitorNoMeasure,
	"labour_no_measure":  labourNoMeasure,
	"risk_date": func(w *search, c Check, h registry.Household, _ []*subject) {
		if h.Get(survey.RiskGone) == survey.Yes && h.Get(survey.RiskGoneOn) == "" {
			w.of(h, c, "", sentence(c))
		}
	},
}

// headID compares the head's number on the household with the head's own.
func headID(w *search, c Check, h registry.Household, members []*subject) {
	said, err := survey.ParseID(h.Get(survey.HeadIDNo))
	if err != nil {
		return
	}
	for _, x := range members {
		if x.Relation() == registry.Head && x.idErr == nil && x.id.Number != said.Number {
			w.of(h, c, "", sentence(c, x.Name()))
		}
	}
}

// atRisk tells whether a household is 监测对象 and its risk is not gone.
func atRisk(h registry.Household) bool {
	return h.Is(survey.HouseMonitored) && h.Get(survey.RiskGone) != survey.Yes
}

// monitorNoMeasure finds households that have been 监测对象 for more than a month without any help written down: none in the register,
// none brought to them on a slip.
func monitorNoMeasure(w *search, c Check, h registry.Household, members []*subject) {
	found, ok := survey.Day(h.Get(survey.RiskFoundOn))
	if !atRisk(h) || h.Get("measures") != "" || len(members) == 0 || w.told(h) || ok && found.AddDate(0, c.number("months"), 0).After(w.on) {
		return
	}
	w.of(h, c, "", sentence(c, c.number("months")))
}

// told tells whether a slip reached the household.
func (w *search) told(h registry.Household) bool {
	for _, s := range w.src.Slips[h.ID] {
		if s.Get(survey.DeliveredOn) != "" {
			return true
		}
	}
	return false
}

// helping are words of 帮扶措施 that speak of work and income.
var helping = []string{"产业", "就业", "金融", "贷款", "公益", "务工", "培训"}

// labourNoMeasure finds households at risk that have somebody who can work, and nothing written down that brings them work or
// income: no 产业, 就业, 金融 or 公益性岗位 within some months.
func labourNoMeasure(w *search, c Check, h registry.Household, members []*subject) {
	if !atRisk(h) || h.Get("industry") != "" {
		return
	}
	for _, word := range helping {
		if strings.Contains(h.Get("measures"), word) {
			return
		}
	}
	labour, since := 0, w.on.AddDate(0, -c.number("months"), 0).Format("2006-01-02")
	for _, x := range members {
		if w.src.Rules.Labour(w.on).Holds(x.Person, w.on) {
			labour++
		}
		if w.helped(x, since) {
			return
		}
	}
	if labour > 0 {
		w.of(h, c, "", sentence(c, labour, c.number("months")))
	}
}

// helped tells whether somebody works, or was trained or recommended for a job since a day.
func (w *search) helped(x *subject, since string) bool {
	if months(x, survey.AwayMonths) > 0 || months(x, survey.PostMonths) > 0 || x.Get(survey.Employed) == "就业" || x.Get(survey.Employed) == "创业" {
		return true
	}
	for _, e := range w.src.Enrolments[x.ID] {
		if e.DoneOn(w.src.Classes[e.ClassID()]) >= since {
			return true
		}
	}
	for _, r := range w.src.JobRecs[x.ID] {
		if r.Day() >= since {
			return true
		}
	}
	return false
}
