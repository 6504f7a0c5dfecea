package shell

import (
	"os"
	"strings"

	"ruhu/internal/text"
)

// Secrets is how a program is told passphrases: by a file or by the environment, never by the command line, where every user of the
// machine sees them. Each program has its own errors, since their keys are part of what it answers.
type Secrets struct {
	Env    func(string) string
	None   *text.Error // in neither
	Unread *text.Error // with the file's name
}

// Read reads a secret from a file, or else from the environment.
func (s Secrets) Read(file, env string) (string, error) {
	if file == "" {
		if secret := s.Env(env); secret != "" {
			return secret, nil
		}
		return "", s.None
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return "", s.Unread.With(file).Because(err)
	}
	return strings.TrimRight(string(b), "\r\n"), nil
}
