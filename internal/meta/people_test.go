package meta_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// idNumber is an ID number of a day that a living person can be born on; area 530000 is never issued.
var idNumber = regexp.MustCompile(`(^|[^0-9])([1-9][0-9]{5})(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]([^0-9]|$)`)

func TestNobodyRealIsInTheRepository(t *testing.T) {
	eachText(t, func(file, content string) {
		for _, m := range idNumber.FindAllStringSubmatch(content, -1) {
			if m[2] != "530000" {
				t.Errorf("%s: an ID number in area %s, which can be a real person's", file, m[2])
			}
		}
	})
}

func TestNothingReadsOutsideTheRepository(t *testing.T) {
	outside := regexp.MustCompile(`\.\./shared|["'( ]/(home|root|Users)/`)
	eachText(t, func(file, content string) {
		if file != "internal/meta/people_test.go" && outside.MatchString(content) {
			t.Errorf("%s names a path outside the repository", file)
		}
	})
}

// eachText visits every file of the repository that can hold words; fonts, stores and archives are left out.
func eachText(t *testing.T, visit func(file, content string)) {
	t.Helper()
	binary := map[string]bool{".ttf": true, ".zst": true, ".png": true, ".xlsx": true, ".pdf": true, ".ruhu": true, ".bin": true, ".sum": true}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(filepath.ToSlash(path), root+"/")
		if d.IsDir() && (name == ".git" || name == "out" || name == "bin") {
			return filepath.SkipDir
		}
		if d.Type().IsRegular() && !binary[filepath.Ext(path)] {
			visit(name, read(t, name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
