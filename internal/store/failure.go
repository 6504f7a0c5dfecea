package store

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"runtime/debug"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"

	"ruhu/internal/text"
	"ruhu/internal/vault"
)

// What can be wrong with a store, in words for people.
var (
	ErrPassphrase = vault.ErrPassphrase
	ErrClosed     = vault.ErrClosed
	ErrLocked     = text.NewError("store.locked")
	ErrNotStore   = text.NewError("store.not_store")
	ErrDamaged    = text.NewError("store.damaged")
	ErrFull       = text.NewError("store.full")
	ErrExists     = text.NewError("store.exists")
	ErrMissing    = text.NewError("store.missing")
	ErrAccess     = text.NewError("store.access")
	ErrNewer      = text.NewError("store.newer")
	ErrNotFound   = text.NewError("store.not_found")
	ErrLastSave   = text.NewError("store.last_save")
)

// explain gives an error of the system, of bbolt or of the vault its words. Errors that have words keep them.
func explain(err error) error {
	var worded *text.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, vault.ErrDamaged):
		return ErrDamaged.Because(err)
	case errors.Is(err, vault.ErrNewer):
		return ErrNewer.Because(err)
	case errors.As(err, &worded):
		return err
	case full(err):
		return ErrFull.Because(err)
	case errors.Is(err, berrors.ErrTimeout):
		return ErrLocked.Because(err)
	case errors.Is(err, berrors.ErrDatabaseNotOpen):
		return ErrClosed.Because(err)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrInvalidMapping),
		errors.Is(err, syscall.EIO):
		return ErrDamaged.Because(err)
	case errors.Is(err, berrors.ErrVersionMismatch):
		return ErrNewer.Because(err)
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing.Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrAccess.Because(err)
	}
	return err
}

// full tells whether err means that the disk (or the person's share of it, or a stick's file size) is used up.
func full(err error) bool {
	const windowsDiskFull, windowsHandleDiskFull = syscall.Errno(112), syscall.Errno(39)
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) ||
		errors.Is(err, berrors.ErrMaxSizeReached) ||
		runtime.GOOS == "windows" && (errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull))
}

// orDamaged is for errors of bbolt that have no type of their own, such as that of a file that is too short.
func orDamaged(err error) error {
	var worded *text.Error
	if err == nil || errors.As(err, &worded) {
		return err
	}
	return ErrDamaged.Because(err)
}

// guard calls into bbolt. A damaged file shows as a panic there, or as a fault where the file is shorter than it says: both
// become ErrDamaged. Never call anything but bbolt in it, or slips of ours would pass as damage.
func guard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = ErrDamaged.Because(fmt.Errorf("bbolt: %v", r))
		}
	}()
	return explain(f())
}
