package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"ruhu/internal/text"
)

// What can be wrong with the place of a file that is to be written.
var (
	ErrNoFolder = text.NewError("store.no_folder")
	ErrIsFolder = text.NewError("store.is_folder")
	ErrOwnFile  = text.NewError("store.own_file")
)

// CheckPlace refuses a path where no file can be, and that of the store itself: a file that takes its name would leave the program
// writing into one that nobody finds again.
func (f *File) CheckPlace(path string) error {
	if err := checkFolder(path); err != nil {
		return err
	}
	there, err := os.Stat(path)
	if err != nil {
		return nil // nothing is there, or writing will say what is wrong
	}
	if there.IsDir() {
		return ErrIsFolder.With(filepath.Base(path))
	}
	if own, err := os.Stat(f.path); err == nil && os.SameFile(own, there) {
		return ErrOwnFile.With(filepath.Base(path))
	}
	return nil
}

// CheckPlace is File.CheckPlace.
func (s *Store) CheckPlace(path string) error { return s.f.CheckPlace(path) }

// checkFolder tells whether there is a folder for a file to lie in.
func checkFolder(path string) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return ErrNoFolder.With(folder)
	}
	return nil
}
