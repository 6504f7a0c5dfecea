package desk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"ruhu/internal/store"
	"ruhu/internal/text"
)

// What can be wrong with the place of a file that is to be written.
var (
	ErrNoFolder = text.NewError("desk.no_folder")
	ErrIsFolder = text.NewError("desk.is_folder")
	ErrOwnFile  = text.NewError("desk.own_file")
)

// Backup writes a verified copy of the register.
func (d *Desk) Backup(path string) error {
	if err := d.place(path); err != nil {
		return err
	}
	return d.store.Backup(path)
}

// deliver makes a file: whole, or not at all.
func (d *Desk) deliver(path string, write func(io.Writer) error) error {
	if err := d.place(path); err != nil {
		return err
	}
	return store.WriteDurably(path, write)
}

// place refuses a path where no file can be, and that of the register itself: a file that takes its name would leave the
// program writing into one that nobody finds again.
func (d *Desk) place(path string) error {
	if err := folderOf(path); err != nil {
		return err
	}
	there, err := os.Stat(path)
	if err != nil {
		return nil // nothing is there, or writing will say what is wrong
	}
	if there.IsDir() {
		return ErrIsFolder.With(filepath.Base(path))
	}
	if own, err := os.Stat(d.store.Path()); err == nil && os.SameFile(own, there) {
		return ErrOwnFile.With(filepath.Base(path))
	}
	return nil
}

// folderOf tells whether there is a folder for a file to lie in.
func folderOf(path string) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return ErrNoFolder.With(folder)
	}
	return nil
}
