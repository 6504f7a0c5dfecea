package quality_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

var made int

// idOf is the id of a record that was made on a day.
func idOf(at time.Time) string {
	made++
	var u uuid.UUID
	binary.BigEndian.PutUint64(u[:8], uint64(at.UnixMilli())<<16|uint64(made&0xfff))
	binary.BigEndian.PutUint64(u[8:], uint64(made))
	u[6], u[8] = u[6]&0x0f|0x70, u[8]&0x3f|0x80
	return u.String()
}

func TestTheTimeOfEntryIsInTheID(t *testing.T) {
	at := time.Date(2026, 11, 5, 9, 30, 0, 0, time.UTC)
	if got, ok := quality.Entered(idOf(at)); !ok || !got.Equal(at) {
		t.Errorf("got %v, %v", got, ok)
	}
	for _, id := range []string{"", "p1", uuid.NewSHA1(uuid.NameSpaceURL, []byte("x")).String()} {
		if _, ok := quality.Entered(id); ok {
			t.Errorf("%q holds no time", id)
		}
	}
}

func TestAVillagesLagIsCountedFromTheDaySaid(t *testing.T) {
	r := sound()
	late := 0
	for i, days := range []int{0, 1, 2, 40, 100} {
		id := idOf(time.Date(2026, 11, 5, 12, 0, 0, 0, time.UTC))
		r.set(registry.TypeVisit, id, survey.OfHousehold, "h", survey.VisitedOn, fmt.Sprint(time.Date(2026, 11, 5-days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)))
		if i > 2 {
			late++
		}
	}
	r.set(registry.TypeVisit, idOf(time.Date(2026, 11, 5, 12, 0, 0, 0, time.UTC)), survey.OfHousehold, "h", survey.VisitedOn, "2026-01") // a month has no day to be late from
	lags := quality.Checks().Lags(r.source())
	if len(lags) != 1 || lags[0].Records != 5 || lags[0].Median != 2 || lags[0].Worst != 100 || lags[0].Late != late || len(lags[0].IDs) != late {
		t.Errorf("got %+v", lags)
	}
	table := quality.Checks().LagTable(r.source())
	if want := []string{"1", "左门村委会", "5", "2", "100", "2"}; len(table.Rows) != 1 || !slices.Equal(table.Rows[0][2:], want[2:]) {
		t.Errorf("got %v", table.Rows)
	}
}

func TestTheDayOfEntryIsThatOfChina(t *testing.T) {
	r := sound()
	r.set(registry.TypeVisit, idOf(time.Date(2026, 11, 4, 18, 0, 0, 0, time.UTC)), survey.OfHousehold, "h", survey.VisitedOn, "2026-11-05") // 2 o'clock at night there
	if lags := quality.Checks().Lags(r.source()); len(lags) != 1 || lags[0].Worst != 0 {
		t.Errorf("got %+v", lags)
	}
}
