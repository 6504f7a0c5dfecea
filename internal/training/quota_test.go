package training_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func TestQuotasAreReadAsPeopleWriteThem(t *testing.T) {
	want := []training.Quota{{Group: "退役军人", Places: 5}, {Group: "脱贫劳动力", Places: 20}}
	for _, said := range []string{"退役军人:5、脱贫劳动力:20", "退伍军人：５人；建档立卡劳动力：20人。", " 退役军人 : 5 名\n脱贫劳动力:20,"} {
		if got, err := training.Quotas(survey.Answers{training.GroupQuotas: said}); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v %v", said, got, err)
		}
	}
	if got, err := training.Quotas(nil); got != nil || err != nil {
		t.Errorf("a class without quotas: %v %v", got, err)
	}
}

func TestTheClassFormSaysWhatIsWrongWithAQuota(t *testing.T) {
	for said, want := range map[string]error{
		"退役军人": training.ErrQuota, "退役军人:五": training.ErrQuota, "退役军人:-1": training.ErrQuota, "退役军人:5000": training.ErrQuota,
		"老乡:5": training.ErrQuotaGroup, "退役军人:5、退伍军人:3": training.ErrQuotaTwice, "退役军人:5": nil,
	} {
		var got error
		for _, p := range training.ClassTable.Check(survey.Answers{training.GroupQuotas: said}, time.Time{}) {
			if p.Key == training.GroupQuotas {
				got = p.Err
			}
		}
		if !errors.Is(got, want) {
			t.Errorf("%s: %v", said, got)
		}
	}
}
