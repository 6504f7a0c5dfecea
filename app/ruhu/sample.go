package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"ruhu/internal/desk"
	"ruhu/internal/sample"
	"ruhu/internal/text"
	"ruhu/internal/ui"
)

// samplePass opens the sample. It guards nothing and is shown in the README.
const samplePass = "lianxi"

// sampleFile is the sample's data file within the user's folder: never the name of the real one.
const sampleFile = "sample.ruhu"

// sampleStore makes the sample township where there is none yet and opens it without asking.
func sampleStore(o *ui.Options) error {
	o.Sample, o.Pass = true, samplePass
	if o.Store == "" {
		dir, err := defaultStore()
		if err != nil {
			return err
		}
		o.Store = filepath.Join(filepath.Dir(dir), sampleFile)
	}
	if _, err := os.Stat(o.Store); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	d, err := sample.Create(o.Store, samplePass, desk.Options{Actor: text.T("ruhu.sample.actor")})
	if err != nil {
		return err
	}
	s, err := d.Settings()
	if err == nil {
		s.Actor = text.T("ruhu.sample.actor")
		err = d.SaveSettings(s)
	}
	return errors.Join(err, d.Close())
}
