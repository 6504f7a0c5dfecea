package page

import (
	"os"
	"path/filepath"

	"ruhu/internal/text"
)

// PrefPapers remembers the folder that papers are written to.
const PrefPapers = "papers.folder"

// PapersFolder is where papers are written: the folder chosen on this computer, else one in the person's own documents.
func PapersFolder(d Deps) string {
	if f := d.Prefs.String(PrefPapers); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	documents := filepath.Join(home, "Documents")
	if _, err := os.Stat(documents); err != nil {
		documents = home
	}
	return filepath.Join(documents, text.T("papers.folder.name"))
}
