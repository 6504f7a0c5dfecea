package training

import (
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Quota is how many places of a class are kept for a group: for 退役军人 and others the notices want 安排一定名额.
type Quota struct {
	Group  string // a name of the list group
	Places int
}

// Errors of the answer to 重点群体名额.
var (
	ErrQuota      = text.NewError("training.quota")
	ErrQuotaGroup = text.NewError("training.quota_group")
	ErrQuotaTwice = text.NewError("training.quota_twice")
)

// mostPlaces bounds a quota: no class is larger, and a longer number is a slip of the hand.
const mostPlaces = 1000

// Quotas reads the quotas of a class: 退役军人:5、脱贫劳动力:20. Full-width signs, line ends and 人 after the number are fine.
func Quotas(a survey.Answers) ([]Quota, error) {
	var out []Quota
	for _, part := range strings.FieldsFunc(a[GroupQuotas], func(r rune) bool { return strings.ContainsRune("、，,；;。\n", r) }) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		q, err := quota(part)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(o Quota) bool { return o.Group == q.Group }) {
			return nil, ErrQuotaTwice.With(q.Group)
		}
		out = append(out, q)
	}
	return out, nil
}

func quota(part string) (Quota, error) {
	said, number, _ := strings.Cut(strings.ReplaceAll(part, "：", ":"), ":")
	number = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(halfWidth(number)), "人名个"))
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > mostPlaces {
		return Quota{}, ErrQuota.With(strings.TrimSpace(part))
	}
	said = strings.TrimSpace(said)
	for _, g := range survey.List("group") {
		if g.Name == said || slices.Contains(g.Also, said) {
			return Quota{g.Name, n}, nil
		}
	}
	return Quota{}, ErrQuotaGroup.With(said)
}
