// Command ruhu is the desktop program: it opens the register of one laptop in a window. It is the only place that imports
// Fyne's driver, and so the only one that needs cgo and OpenGL.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"ruhu/internal/text"
	"ruhu/internal/ui"
)

// flags are what the program is started with.
type flags struct {
	store    string
	sample   bool
	passFile string
	lang     string
}

func main() {
	f, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err == nil {
		err = run(f)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, text.Explain(err))
		os.Exit(1)
	}
}

func parse(args []string) (flags, error) {
	var f flags
	set := flag.NewFlagSet("ruhu", flag.ContinueOnError)
	set.StringVar(&f.store, "store", "", text.T("ruhu.flag.store"))
	set.BoolVar(&f.sample, "sample", false, text.T("ruhu.flag.sample"))
	set.StringVar(&f.passFile, "passphrase-file", "", text.T("ruhu.flag.pass"))
	set.StringVar(&f.lang, "lang", "", text.T("ruhu.flag.lang"))
	if err := set.Parse(args); err != nil || f.lang == "" {
		return f, err
	}
	return f, text.Use(f.lang)
}

// spare is how much garbage, in per cent of what is in use, is let lie before it is cleared away. Laptops of villages have 4 GB: a
// register of 100,000 people counted through takes 600 MB with this, 800 MB with Go's own 100.
const spare = 40

func run(f flags) error {
	debug.SetGCPercent(spare)
	o := ui.Options{Store: f.store, Lang: f.lang, Open: open}
	if err := f.fill(&o); err != nil {
		return err
	}
	crashed, err := watchCrashes(filepath.Dir(o.Store))
	if err != nil {
		return err
	}
	o.Crash = crashed
	if err := offerRareFont(); err != nil {
		log.Print(err) // worth no more: rare characters show as �
	}
	a := app.NewWithID("cn.ruhu.desktop")
	w := ui.New(a, o)
	if err := speakChinese(); err != nil {
		return err
	}
	w.Win.ShowAndRun()
	return nil
}

// fill works out the data file and, where one is given, the passphrase.
func (f flags) fill(o *ui.Options) (err error) {
	switch {
	case f.sample:
		return sampleStore(o)
	case o.Store == "":
		if o.Store, err = defaultStore(); err != nil {
			return err
		}
	}
	if f.passFile != "" {
		b, err := os.ReadFile(f.passFile)
		if err != nil {
			return err
		}
		o.Pass = strings.TrimRight(string(b), "\r\n")
	}
	return nil
}

// defaultStore is the one data file of this user, in a folder of its own.
func defaultStore() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "ruhu")
	return filepath.Join(dir, "register.ruhu"), os.MkdirAll(dir, 0o700)
}

// fyneWords are Fyne's own few words (cut, copy, paste …) in Chinese.
//
//go:embed fyne_zh.json
var fyneWords []byte

// speakChinese gives them the language of the program, whatever the system speaks: for an English system they would be
// English, so that is the locale they are put under.
func speakChinese() error {
	if text.Language() != text.Languages[0] {
		return nil
	}
	return lang.AddTranslationsForLocale(fyneWords, "en")
}
