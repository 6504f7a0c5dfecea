package shell_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/shell"
	"ruhu/internal/text"
)

func TestASecretComesFromItsFileOrElseFromTheEnvironment(t *testing.T) {
	none, unread := text.NewError("shell.usage"), text.NewError("shell.slip.expected")
	env := map[string]string{"WORD": "春风 2026"}
	s := shell.Secrets{Env: func(name string) string { return env[name] }, None: none, Unread: unread}
	file := filepath.Join(t.TempDir(), "word")
	if err := os.WriteFile(file, []byte(" 又绿江南岸 \r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, file, env, want string
		err                   error
	}{
		{"the file before the environment, without its line end only", file, "WORD", " 又绿江南岸 ", nil},
		{"the environment", "", "WORD", "春风 2026", nil},
		{"neither", "", "NOTHING", "", none},
		{"a file that is not there is no reason to use the environment", file + "2", "WORD", "", unread},
	} {
		if got, err := s.Read(c.file, c.env); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}
