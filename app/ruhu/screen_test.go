package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// screen is a desktop without a monitor: a virtual display, a window manager, a session bus and a Chinese input method, as
// a user has them. Everything ends with the test.
type screen struct {
	t    *testing.T
	env  []string
	home string
}

// fcitxProfile gives the input method a Latin keyboard and pinyin, the first being what it starts with.
const fcitxProfile = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`

// busConfig is a session bus that starts no services by itself: a portal would mount a folder that outlives the test.
const busConfig = `<busconfig>
<type>session</type>
<listen>unix:tmpdir=/tmp</listen>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/>
<allow own="*"/>
</policy>
</busconfig>
`

// newScreen starts a desktop, or skips the test where the machine lacks one (CI must have it).
func newScreen(t *testing.T, size string) *screen {
	t.Helper()
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "fcitx5", "fcitx5-remote", "dbus-daemon", "import", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			missing(t, tool)
		}
	}
	home := t.TempDir()
	s := &screen{t: t, home: home, env: append(os.Environ(),
		"HOME="+home, "XDG_RUNTIME_DIR="+home, "XDG_CONFIG_HOME="+home+"/.config", "XDG_DATA_HOME="+home+"/.local/share", "XDG_CACHE_HOME="+home+"/.cache",
		"LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8", "XMODIFIERS=@im=fcitx")}
	s.env = append(s.env, "DISPLAY=:"+s.display(size))
	s.env = append(s.env, "DBUS_SESSION_BUS_ADDRESS="+s.bus())
	s.start("openbox")
	s.write(".config/fcitx5/profile", fcitxProfile)
	s.start("fcitx5", "--disable=wayland,waylandim,notificationitem,cloudpinyin")
	s.until("the input method", func() bool { return s.try("fcitx5-remote") == nil })
	return s
}

// missing ends a test that needs tool: CI must have it, elsewhere the reason is said.
func missing(t *testing.T, tool string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is not installed; run make setup", tool)
	}
	t.Skipf("%s is not installed; run make setup", tool)
}

// display starts an X server on a free number and gives the number. It does not repeat keys that seem held down: on a busy
// machine every key does.
func (s *screen) display(size string) string {
	r, w, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp", "-r")
	cmd.ExtraFiles = []*os.File{w}
	s.run(cmd)
	_ = w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		s.t.Fatalf("the virtual display did not start: %v", err)
	}
	return strings.TrimSpace(line)
}

// bus starts a session bus of its own and gives its address.
func (s *screen) bus() string {
	s.write("bus.conf", busConfig)
	cmd := exec.Command("dbus-daemon", "--config-file="+s.home+"/bus.conf", "--nofork", "--print-address")
	out, err := cmd.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	s.run(cmd)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		s.t.Fatalf("the session bus did not start: %v", err)
	}
	return strings.TrimSpace(line)
}

// start runs a program on this screen until the test ends; its output goes to a log that a failed test prints.
func (s *screen) start(name string, args ...string) *exec.Cmd {
	s.t.Helper()
	cmd := exec.Command(name, args...)
	log, err := os.Create(filepath.Join(s.home, filepath.Base(name)+".log"))
	if err != nil {
		s.t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = log, log
	s.run(cmd)
	s.t.Cleanup(func() {
		_ = log.Close()
		if b, _ := os.ReadFile(log.Name()); s.t.Failed() && len(b) > 0 {
			s.t.Logf("%s said:\n%s", name, b)
		}
	})
	return cmd
}

func (s *screen) run(cmd *exec.Cmd) {
	s.t.Helper()
	cmd.Env = s.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	})
}

// try runs a short command on this screen.
func (s *screen) try(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Env = s.env
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

func (s *screen) must(name string, args ...string) {
	s.t.Helper()
	if err := s.try(name, args...); err != nil {
		s.t.Fatal(err)
	}
}

// until waits for something that another process does, and fails the test when it does not come.
func (s *screen) until(what string, done func() bool) {
	s.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if done() {
			return
		}
	}
	s.t.Fatalf("waited in vain for %s", what)
}

// title is what the program's window is called.
const title = "入户"

// window waits for the program's window and brings it to the front.
func (s *screen) window() {
	s.t.Helper()
	s.until("the window", func() bool { return s.try("xdotool", "search", "--onlyvisible", "--name", title) == nil })
	s.must("xdotool", "search", "--onlyvisible", "--name", title, "windowactivate", "--sync")
	s.settle()
}

// settle waits until the screen stands still: three looks in a row that differ by no more than a blinking caret.
func (s *screen) settle() {
	s.t.Helper()
	before, still := s.pixels(), 0
	for end := time.Now().Add(20 * time.Second); still < 3 && time.Now().Before(end); {
		time.Sleep(150 * time.Millisecond)
		now := s.pixels()
		if still++; differing(before, now) > caret {
			still = 0
		}
		before = now
	}
}

// caret is more bytes than the caret and the frame of a field that takes the keyboard have, and fewer than a word.
const caret = 600

// pixels is the screen, three bytes a pixel.
func (s *screen) pixels() []byte {
	s.t.Helper()
	cmd := exec.Command("import", "-window", "root", "-depth", "8", "rgb:-")
	cmd.Env = s.env
	b, err := cmd.Output()
	if err != nil {
		s.t.Fatal(err)
	}
	return b
}

func differing(a, b []byte) int {
	n := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// key presses keys one after another: "Tab", "ctrl+f", "Return".
func (s *screen) key(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		s.must("xdotool", "key", "--clearmodifiers", k)
		s.settle()
	}
}

// latin types plain ASCII. It still passes through the input method, which hands letters on later than it does Return: the
// wait keeps a key pressed next from overtaking the last letter.
func (s *screen) latin(words string) {
	s.t.Helper()
	s.must("fcitx5-remote", "-s", "keyboard-us")
	s.must("xdotool", "type", "--delay", "50", words)
	time.Sleep(time.Second)
	s.settle()
}

// scan types as a scanner does: digits and Enter as fast as they go, whatever input method is on.
func (s *screen) scan(code string) {
	s.t.Helper()
	s.must("fcitx5-remote", "-s", "pinyin")
	s.must("xdotool", "type", "--delay", "12", code+"\n")
	time.Sleep(5 * time.Second) // without a graphics card the input method hands on some seven digits a second
	s.settle()
}

// pinyin types Chinese through the input method: each run of letters is followed by the number of the wanted candidate.
func (s *screen) pinyin(letters string, candidate int) {
	s.t.Helper()
	s.must("fcitx5-remote", "-s", "pinyin")
	time.Sleep(300 * time.Millisecond)
	s.must("xdotool", "type", "--delay", "60", letters)
	s.settle()
	s.must("xdotool", "key", strconv.Itoa(candidate))
	s.settle()
	s.must("fcitx5-remote", "-s", "keyboard-us")
}

// paste puts words in by the clipboard, for characters that no input method of the test has.
func (s *screen) paste(words string) {
	s.t.Helper()
	cmd := exec.Command("xclip", "-selection", "clipboard", "-loops", "0")
	cmd.Stdin = strings.NewReader(words)
	s.run(cmd)
	s.settle()
	s.key("ctrl+v")
	s.settle()
}

// shot photographs the program's window into the folder RUHU_SHOTS names; without one it does nothing.
func (s *screen) shot(name string) {
	s.t.Helper()
	dir := os.Getenv("RUHU_SHOTS")
	if dir == "" {
		return
	}
	s.must("bash", "-c", `import -window "$(xdotool search --onlyvisible --name "$1" | head -n 1)" "$2"`, "shot", title, filepath.Join(dir, name+".png"))
}

func (s *screen) write(name, content string) {
	s.t.Helper()
	path := filepath.Join(s.home, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.t.Fatal(err)
	}
}
