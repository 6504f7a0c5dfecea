package desk

import (
	"io"

	"ruhu/internal/store"
)

// Backup writes a verified copy of the register.
func (d *Desk) Backup(path string) error { return d.store.Backup(path) }

// deliver makes a file: whole, or not at all, and never over the register itself.
func (d *Desk) deliver(path string, write func(io.Writer) error) error {
	if err := d.store.CheckPlace(path); err != nil {
		return err
	}
	return store.WriteDurably(path, write)
}
