package intake_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/testkit"
)

// The measures of a large list are taken in processes of their own: only so is the memory that one of them needs told apart from
// that of the others. RUHU_STEP tells such a process what to do.
func TestMain(m *testing.M) {
	if step := os.Getenv("RUHU_STEP"); step != "" {
		if err := profiled(steps[step]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// profiled does a step, and with RUHU_PROFILE=<file> writes where its time went.
func profiled(step func(path string) error) error {
	debug.SetGCPercent(50) // as the window does (app/ruhu)
	if path := os.Getenv("RUHU_PROFILE"); path != "" {
		f, err := os.Create(path)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	return errors.Join(step(os.Getenv("RUHU_LIST")), tellPeak(os.Getenv("RUHU_PEAK")))
}

// tellPeak writes down the most memory that this process had. What the system says of a process that has ended counts the one that
// started it too. Only Linux says it.
func tellPeak(path string) error {
	said, err := os.ReadFile("/proc/self/status")
	if path == "" || err != nil {
		return nil
	}
	_, rest, _ := strings.Cut(string(said), "VmHWM:")
	return os.WriteFile(path, []byte(strings.Fields(rest + " 0")[0]), 0o600)
}

var steps = map[string]func(path string) error{"excelize": readWithExcelize, "read": readOnly, "plan": planOnly, "import": importAll,
	"open": openToFirstList, "ledger": ledgerToXLSX}

func readWithExcelize(path string) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.GetRows(f.GetSheetName(0))
	return err
}

func readOnly(path string) error {
	_, err := sheet.Read(path)
	return err
}

// planOnly reads a list and works out what would become of it in an empty register.
func planOnly(path string) error {
	return withDesk(func(d *desk.Desk) error {
		_, err := d.PlanImport(path)
		return err
	})
}

// importAll also writes it.
func importAll(path string) error {
	return withDesk(func(d *desk.Desk) error {
		p, err := d.PlanImport(path)
		if err != nil {
			return err
		}
		_, err = d.Import(context.Background(), p, nil)
		return err
	})
}

func withDesk(do func(*desk.Desk) error) error {
	dir, err := os.MkdirTemp("", "ruhu-speed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	d, err := desk.Create(filepath.Join(dir, "speed.ruhu"), testkit.Passphrase, desk.Options{FastKDF: true})
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.SaveSettings(desk.Settings{Township: township}); err != nil {
		return err
	}
	return do(d)
}

// openToFirstList unlocks a register and asks for what the window shows first: the households, and people of a name.
func openToFirstList(path string) error {
	d, err := desk.Open(path, testkit.Passphrase, desk.Options{})
	if err != nil {
		return err
	}
	defer d.Close()
	if len(d.HouseholdIDs("")) == 0 || len(d.Find("王", 50)) == 0 {
		return errors.New("the list is empty")
	}
	return nil
}

// ledgerToXLSX makes the labourers' ledger of all who are in a register, opened already, into a file.
func ledgerToXLSX(path string) error {
	d, err := desk.Open(path, testkit.Passphrase, desk.Options{})
	if err != nil {
		return err
	}
	defer d.Close()
	began := time.Now()
	t, err := d.Ledger("laodongli", report.Filter{})
	if err != nil {
		return err
	}
	made := time.Since(began)
	if err := sheet.Write(io.Discard, t, "xlsx"); err != nil {
		return err
	}
	fmt.Printf("%d rows, %d columns: %.2f s for the table, %.2f s with the file\n", len(t.Rows), len(t.Columns), made.Seconds(), time.Since(began).Seconds())
	return nil
}

// BenchmarkList is 50,000 rows of a dirty export of 47 columns: what excelize needs only to read it, and what we need to read it,
// to plan it with every check, and to write it into a store. RUHU_ROWS is for other numbers of rows.
func BenchmarkList(b *testing.B) {
	rows := dirty(b, number("RUHU_ROWS", 50_000))
	xlsx, csv := writeOffice(b, rows), writeCSV(b, rows)
	for _, m := range []struct{ step, path string }{
		{"excelize", xlsx}, {"read", xlsx}, {"plan", xlsx}, {"import", xlsx}, {"read", csv}, {"plan", csv}, {"import", csv},
	} {
		b.Run(m.step+"/"+strings.TrimPrefix(filepath.Ext(m.path), "."), func(b *testing.B) { measure(b, m.step, m.path) })
	}
}

// BenchmarkRegister is a register of 100,000 people: opening it up to the first list, and its longest ledger as xlsx.
func BenchmarkRegister(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.ruhu")
	fillRegister(b, path, number("RUHU_PEOPLE", 100_000))
	for _, step := range []string{"open", "ledger"} {
		b.Run(step, func(b *testing.B) { measure(b, step, path) })
	}
}

// fillRegister takes a clean list of so many people in.
func fillRegister(b *testing.B, path string, people int) {
	list := writeCSV(b, made(people))
	d, err := desk.Create(path, testkit.Passphrase, desk.Options{})
	if err != nil {
		b.Fatal(err)
	}
	p, err := d.PlanImport(list)
	if err == nil {
		_, err = d.Import(context.Background(), p, nil)
	}
	if err := errors.Join(err, d.Close()); err != nil {
		b.Fatal(err)
	}
}

func number(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// measure does a step in a process of its own as often as the benchmark wants.
func measure(b *testing.B, step, path string) {
	var cpu time.Duration
	most := 0
	for b.Loop() {
		used, peak := apart(b, step, path)
		cpu += used
		most = max(most, peak)
	}
	b.ReportMetric(cpu.Seconds()/float64(b.N), "cpu-s")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s")
	b.ReportMetric(float64(most)/1024, "MB-peak")
}

// writeOffice writes a spreadsheet as office programs do, each text once in a part of their own.
func writeOffice(b *testing.B, rows [][]string) string {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "list.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}

// apart runs a step in a process of its own; it gives the time of processors that it took, and the most memory in kB.
func apart(b *testing.B, step, path string) (cpu time.Duration, peak int) {
	told := filepath.Join(b.TempDir(), "peak")
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "RUHU_STEP="+step, "RUHU_LIST="+path, "RUHU_PEAK="+told)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Run(); err != nil {
		b.Fatal(err)
	}
	if said, err := os.ReadFile(told); err == nil {
		peak, _ = strconv.Atoi(string(said))
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime(), peak
}

// TestTheListOfTheBenchmarkIsAsDirtyAsTheExport keeps the benchmark honest: what goes wrong goes wrong as often.
func TestTheListOfTheBenchmarkIsAsDirtyAsTheExport(t *testing.T) {
	const times = 5
	once := kindCounts(planExport(t))
	many := kindCounts(planBook(t, bookOf(dirty(t, times*(len(theExport(t).Sheets[0].Rows)-1))...), newMemory(t, township)))
	all, want := 0, 0
	for kind, n := range once {
		all, want = all+many[kind], want+n*times
		if many[kind] == 0 {
			t.Errorf("%s does not come at all", kind)
		}
	}
	if all < want*9/10 || all > want*11/10 {
		t.Errorf("%d problems, want about %d", all, want)
	}
}
