package desk

import (
	"slices"
	"strings"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Quota is how many places a class keeps for a group, and how many of the group are in it. Who belongs to two groups counts in both.
type Quota struct {
	Group string `json:"group"`
	Want  int    `json:"want"`
	Have  int    `json:"have"`
}

// Quotas gives the quotas of a class as they stand; none where the class keeps no places.
func (d *Desk) Quotas(class string) ([]Quota, error) {
	c, err := d.Class(class)
	if err != nil {
		return nil, err
	}
	wanted, err := training.Quotas(c.Answers)
	if err != nil || len(wanted) == 0 {
		return nil, nil // what cannot be read the class form says; it takes no place away from anybody
	}
	out := make([]Quota, len(wanted))
	for i, q := range wanted {
		out[i] = Quota{Group: q.Group, Want: q.Places}
	}
	for _, id := range d.inClass(class) {
		p, err := d.Person(id)
		if err != nil {
			return nil, err
		}
		groups, err := d.groups(p)
		if err != nil {
			return nil, err
		}
		for i := range out {
			if slices.Contains(groups, out[i].Group) {
				out[i].Have++
			}
		}
	}
	return out, nil
}

// openQuotas are the groups for which the class still keeps a place.
func (d *Desk) openQuotas(c training.Class) ([]string, error) {
	all, err := d.Quotas(c.ID)
	var open []string
	for _, q := range all {
		if q.Have < q.Want {
			open = append(open, q.Group)
		}
	}
	return open, err
}

// keepPlace puts a candidate before others, and says for which group, if the class still keeps a place for it.
func (d *Desk) keepPlace(c *Candidate, open []string) error {
	if len(open) == 0 || c.Enrolled {
		return nil
	}
	groups, err := d.groups(c.Person)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(open, func(g string) bool { return slices.Contains(groups, g) }); i >= 0 {
		c.place, c.First = -1, open[i]
	}
	return nil
}

// QuotaLine says how quotas stand: 重点群体名额：退役军人1/5人，脱贫劳动力0/20人.
func QuotaLine(all []Quota) string {
	var said []string
	for _, q := range all {
		said = append(said, text.T("desk.quota", q.Group, q.Have, q.Want))
	}
	return text.T("desk.quotas", strings.Join(said, text.T("desk.quota_sep")))
}
