package exchange_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ruhu/internal/store"
)

// BenchmarkPush sends 10,000 household records of about 1 KB, durable on both sides, over loopback; BenchmarkPull lets
// another device take them in.
func BenchmarkPush(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		c := newCounty(b)
		d := enrolled(b, c, nil)
		d.registerHouseholds(10_000)
		b.StartTimer()
		r := d.sync()
		b.ReportMetric(float64(r.Bytes)/float64(r.Sent), "B/record")
	}
	b.ReportMetric(10_000*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkPull(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		c := newCounty(b)
		d, other := enrolled(b, c, nil), enrolled(b, c, nil)
		d.registerHouseholds(10_000)
		d.sync()
		b.StartTimer()
		if r := other.sync(); r.Received != 10_000 {
			b.Fatalf("%+v", r)
		}
	}
	b.ReportMetric(10_000*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkDelta100(b *testing.B) {
	c := newCounty(b)
	d := enrolled(b, c, nil)
	for b.Loop() {
		b.StopTimer()
		d.registerHouseholds(100)
		b.StartTimer()
		d.sync()
	}
}

func BenchmarkNoOp(b *testing.B) {
	d := enrolled(b, newCounty(b), nil)
	d.sync()
	for b.Loop() {
		d.sync()
	}
}

// registerHouseholds makes records as a form makes them: many short answers, of which about half differ from household to
// household.
func (d *device) registerHouseholds(n int) {
	d.t.Helper()
	chance := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[chance.IntN(len(list))] }
	digits := func(n int) string {
		s := ""
		for range n {
			s += fmt.Sprint(chance.IntN(10))
		}
		return s
	}
	for done := 0; done < n; done += 1000 {
		ok(d.t, d.st.Edit("李干部", "", func(e *store.Edit) error {
			for i := range min(1000, n-done) {
				surname, given := pick("张", "李", "王", "杨", "古", "普", "马"), pick("春梅", "建国", "丽芬", "绍华", "家旺", "晓明")
				err := e.Put("household", store.NewID(), map[string]string{
					"village": "53232520220" + digits(1), "group": pick("大村", "上村", "新房子", "白草地") + "小组", "house_no": digits(10),
					"head_name": surname + given, "head_id_no": "530000" + digits(12), "house_phone": "1" + digits(10),
					"house_type": pick("一般农户", "脱贫户", "监测户"), "address": pick("大村", "上村", "新房子") + "小组" + digits(2) + "号",
					"resettled": pick("是", "否"), "x_income": digits(5), "x_land": digits(1) + "." + digits(1), "x_pigs": digits(1),
					"x_house": pick("砖混", "土木", "钢混"), "x_water": "自来水", "x_road": pick("水泥路", "土路"), "x_members": digits(1),
					"x_workers": digits(1), "x_away": digits(1), "x_note": pick("", "", "户主常年在外务工，由儿媳接待", "家中有病人，需要照料"),
				})
				if err != nil {
					return fmt.Errorf("household %d: %w", i, err)
				}
			}
			return nil
		}))
	}
}
