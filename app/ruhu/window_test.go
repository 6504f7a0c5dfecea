package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// asProgram makes this test binary be the program itself, so that the tests start what they were compiled with.
const asProgram = "RUHU_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

const pass = "zuomen-xiang-1"

// open starts the program and waits for its window.
func (s *screen) open(args ...string) *exec.Cmd {
	s.t.Helper()
	self, err := os.Executable()
	if err != nil {
		s.t.Fatal(err)
	}
	s.env = append(s.env, asProgram+"=1")
	cmd := s.start(self, args...)
	s.window()
	time.Sleep(time.Second)
	s.settle()
	return cmd
}

// crash kills the program as a power cut would.
func (s *screen) crash(cmd *exec.Cmd) {
	s.t.Helper()
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL); err != nil {
		s.t.Fatal(err)
	}
	_ = cmd.Wait()
}

// register opens the data file that the program left, looks at it, and closes it again.
func (s *screen) register(path, pass string, look func(*desk.Desk)) {
	s.t.Helper()
	d, err := desk.Open(path, pass, desk.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	look(d)
	if err := d.Close(); err != nil {
		s.t.Fatal(err)
	}
}

func TestACadreRegistersAHouseholdInChineseByKeyboard(t *testing.T) {
	s := newScreen(t, "1366x768")
	path := filepath.Join(s.home, "village.ruhu")
	window := s.open("--store", path)
	s.shot("first-run")
	s.pinyin("zhangwei", 1)
	s.key("Return")
	s.latin("zuomen")
	s.key("Return")
	s.latin(pass)
	s.key("Return")
	s.latin(pass)
	s.key("ctrl+Return")
	s.until("the data file", func() bool { _, err := os.Stat(path); return err == nil })
	s.settle()
	s.shot("empty")

	s.key("ctrl+n")
	s.latin("zuomen")
	s.key("Return")
	s.key("Return", "Return", "Return") // past group, address and number, to the head
	s.pinyin("wangxiaoming", 1)
	s.key("Return")
	s.latin("15412345678")
	s.key("ctrl+Return")
	s.shot("household")

	s.key("ctrl+m") // the head: name, relation and telephone are there already
	s.key("Return")
	s.latin("530000200801010015")
	s.key("ctrl+Return")
	s.shot("head")

	// The next member is left half typed, and the power goes.
	s.key("ctrl+m")
	s.paste("古丽·阿不都热依木𠮷")
	s.key("Return")
	s.latin("53000020080101004X")
	s.settle()
	s.shot("member")
	s.crash(window)

	s.write("pass", pass)
	window = s.open("--store", path, "--passphrase-file", filepath.Join(s.home, "pass"))
	s.key("ctrl+f")
	s.latin("wxm")
	s.key("Down", "Return")
	s.shot("found")
	s.key("ctrl+h") // from the person's page to the household's
	s.key("ctrl+m")
	s.shot("draft")
	s.key("ctrl+Return")
	s.shot("saved")
	s.crash(window)

	s.register(path, pass, func(d *desk.Desk) {
		homes := d.FindHouseholds("wangxiaoming", 5)
		if len(homes) != 1 {
			t.Fatalf("%d households of 王小明, want 1", len(homes))
		}
		home, err := d.Household(homes[0])
		if err != nil {
			t.Fatal(err)
		}
		if home.Get(survey.HeadName) != "王小明" || home.Get(survey.HousePhone) != "15412345678" || home.Get(survey.Village) != "532325202201" {
			t.Errorf("the household is %v", home.Unpack())
		}
		members, err := d.Members(home.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(members); !slices.Equal(got, []string{"王小明", "古丽·阿不都热依木𠮷"}) {
			t.Fatalf("the members are %v", got)
		}
		if members[0].IDNumber() != "530000200801010015" || members[1].IDNumber() != "53000020080101004X" {
			t.Error("the numbers are not those that were typed")
		}
	})
}

func names(people []registry.Person) []string {
	var all []string
	for _, p := range people {
		all = append(all, p.Name())
	}
	return all
}

func TestACardIsScannedInTheWindow(t *testing.T) {
	s := newScreen(t, "1366x768")
	path := filepath.Join(s.home, ".config", "ruhu", sampleFile)
	window := s.open("--sample")
	s.shot("sample-home")
	s.crash(window)
	var card string
	var seat, class, session string
	s.register(path, samplePass, func(d *desk.Desk) {
		c, today := running(t, d)
		class, session = c.ID, today.ID
		people, err := d.Enrolments(c.ID)
		if err != nil || len(people) == 0 {
			t.Fatalf("nobody in the class: %v", err)
		}
		seat = people[0].ID
		card = c.Code(training.CardCode, people[0].Seat())
	})

	window = s.open("--sample")
	s.key("alt+6")
	s.scan(card)
	s.shot("scanned")
	s.crash(window)
	s.register(path, samplePass, func(d *desk.Desk) {
		marks, err := d.Marks(session)
		if err != nil {
			t.Fatal(err)
		}
		if len(marks) != 1 || marks[0].Enrolment != seat || marks[0].Way != training.ByScan {
			t.Errorf("after one scan the marks of the session of class %s are %v", class, marks)
		}
	})
}

// running is the sample's class that has sessions today, and the first of them.
func running(t *testing.T, d *desk.Desk) (training.Class, training.Session) {
	t.Helper()
	classes, err := d.Classes()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range classes {
		sessions, err := d.Sessions(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sessions {
			if s.Date().Equal(d.Today()) {
				return c, s
			}
		}
	}
	t.Fatal("no class has a session today")
	return training.Class{}, training.Session{}
}

// pageNames are the pages in the order of Alt+1 … Alt+9, as their photographs are called.
var pageNames = []string{"home", "houses", "ledgers", "import", "class", "attend", "papers", "exchange", "settings"}

// TestEveryPageOpens walks through the pages of the sample township; make screens keeps the photographs for the README.
func TestEveryPageOpens(t *testing.T) {
	s := newScreen(t, "1366x768")
	window := s.open("--sample")
	seen := map[string]string{}
	for i, name := range pageNames {
		s.key("alt+" + strconv.Itoa(i+1))
		s.shot(name)
		look := string(s.pixels())
		if other, ok := seen[look]; ok {
			t.Errorf("alt+%d shows the page %s again", i+1, other)
		}
		seen[look] = name
	}
	s.key("alt+2", "Tab", "Tab", "Tab", "Return")
	s.shot("household")
	s.key("alt+4", "Tab")
	s.paste(abs(t, "../../internal/intake/testdata/export.csv"))
	s.key("Return")
	time.Sleep(3 * time.Second)
	s.settle()
	s.shot("preview")
	if err := window.Process.Signal(syscall.Signal(0)); err != nil {
		t.Errorf("the program is gone: %v", err)
	}
}

func abs(t *testing.T, path string) string {
	t.Helper()
	a, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
