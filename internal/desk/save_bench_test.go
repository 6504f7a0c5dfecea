package desk_test

import (
	"fmt"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
)

// BenchmarkSave measures what somebody waits for who presses Save: every check, the facts that follow, the disk, and the index.
func BenchmarkSave(b *testing.B) {
	d := must[*desk.Desk](b)(desk.Open(township(b, 20_000), testkit.Passphrase, desk.Options{FastKDF: true, Actor: "李干部"}))
	defer d.Close()
	form := func(i int) (id string, a survey.Answers) {
		id = fmt.Sprintf("p%06d", i)
		return id, must[registry.Person](b)(d.Person(id)).Unpack()
	}
	forms := map[string]func(i int) (string, survey.Answers){
		"new person": func(i int) (string, survey.Answers) {
			_, a := form(i)
			a[survey.IDNo] = idNo(fmt.Sprintf("1988%02d%02d", i/28%12+1, i%28+1), fmt.Sprintf("%03d", i%1000))
			return "", a
		},
		"new phone": func(i int) (string, survey.Answers) {
			id, a := form(i)
			a[survey.Phone] = fmt.Sprintf("154%08d", 50_000+i)
			return id, a
		},
	}
	for name, form := range forms {
		b.Run(name, func(b *testing.B) {
			testkit.AgainstTwoSyncs(b, func(i int) func() error {
				id, a := form(i)
				return func() error {
					_, err := d.SavePerson(id, a, desk.Anyway(""))
					return err
				}
			})
		})
	}
}
