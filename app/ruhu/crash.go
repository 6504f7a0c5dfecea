package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
)

// crashName is the crash log beside the data file. Go writes there where the program stopped: functions and line numbers,
// never what was in the memory, so nobody's name is in it.
const crashName = "crash.log"

// watchCrashes sends what Go says of a crash to a file, and tells whether the last run left something there. That is kept
// under a name with its day, so that it can be sent to who mends it.
func watchCrashes(dir string) (crashed bool, err error) {
	path := filepath.Join(dir, crashName)
	if s, err := os.Stat(path); err == nil && s.Size() > 0 {
		crashed = true
		kept := filepath.Join(dir, fmt.Sprintf("crash-%s.log", s.ModTime().Format("20060102-150405")))
		if err := os.Rename(path, kept); err != nil {
			return crashed, err
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return crashed, err
	}
	defer f.Close() // Go keeps a handle of its own
	return crashed, debug.SetCrashOutput(f, debug.CrashOptions{})
}
