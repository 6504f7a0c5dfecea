package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// sealCommand keeps the state of a class's attendance.
type sealCommand struct{ classArg }

// Help shows an example.
func (sealCommand) Help() string { return text.T("ruhuctl.example.seal") }

// sealed is a seal.
type sealed struct {
	Class string `json:"class"`
	On    string `json:"sealed_on"`
	By    string `json:"sealed_by"`
	Marks string `json:"marks"`
	Head  string `json:"head"`
}

// Run seals. Where nothing was noted since the last seal, that one is said.
func (c sealCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		r, err := d.Seal(k.ID)
		if err != nil {
			return err
		}
		s := sealed{k.ID, r.Get(training.SealedOn), r.Get(training.SealedBy), r.Get(training.SealMarks), r.Get(training.SealHead)}
		return f.say(w, s, "ruhuctl.sealed", k.Name(), s.On, s.Marks, s.Head)
	})
}

// verifyCommand checks the attendance of classes against itself, against its seals and against a closing sheet.
type verifyCommand struct {
	Class string `arg:"" optional:"" placeholder:"CLASS" help:"${classid}"`
	Head  string `placeholder:"HEX" help:"${head_code}"`
}

// Help shows an example.
func (verifyCommand) Help() string { return text.T("ruhuctl.example.verify") }

// verified is what a class's attendance proves.
type verified struct {
	Class  string   `json:"class"`
	Name   string   `json:"name"`
	Agrees bool     `json:"agrees"`
	Marks  int      `json:"marks"`
	Head   string   `json:"head"`
	Seals  int      `json:"seals"`
	Says   []string `json:"says"`
}

var (
	errNotVerified = text.NewError("ruhuctl.not_verified")
)

// Run says of each class, or of one, what agrees and what does not; not done where something does not.
func (c verifyCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := c.look(d)
		if err != nil {
			return err
		}
		rows, bad := []verified{}, 0
		for _, v := range all {
			r := verified{v.Class.ID, v.Class.Name(), v.Agrees, v.Chain.Marks, v.Chain.Head(), len(v.Seals), append([]string{}, v.Says...)}
			if rows = append(rows, r); !r.Agrees {
				bad++
			}
			if !f.JSON {
				r.show(w)
			}
		}
		if f.JSON {
			err = print(w.out, rows)
		}
		if err == nil && bad > 0 {
			err = errNotVerified.With(bad, len(rows))
		}
		return err
	})
}

func (c verifyCommand) look(d *desk.Desk) ([]desk.Verified, error) {
	if c.Class == "" {
		if c.Head != "" {
			return nil, errUse.With(text.T("ruhuctl.head_of_which"))
		}
		return d.VerifyAll()
	}
	k, err := classFlag{c.Class}.find(d)
	if err != nil {
		return nil, err
	}
	v, err := d.VerifyClass(k.ID, c.Head)
	return []desk.Verified{v}, err
}

func (r verified) show(w *world) {
	key := "ruhuctl.verified_no"
	if r.Agrees {
		key = "ruhuctl.verified_yes"
	}
	fmt.Fprintln(w.out, text.T(key, r.Name))
	for _, s := range r.Says {
		fmt.Fprintln(w.out, "  "+s)
	}
}
