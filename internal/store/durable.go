package store

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// WriteDurably makes or replaces the file at path. The bytes go to a temporary file beside it, are synced, and take the
// name only when all is on disk: whoever opens path finds the old file or the whole new one, also after a power cut. On any
// failure the old file is untouched. Files hold people's data: only their owner may read them.
func WriteDurably(path string, write func(w io.Writer) error) error {
	return writeChecked(path, write, nil)
}

// writeChecked is WriteDurably with a look at the finished file before it takes its name.
func writeChecked(path string, write func(w io.Writer) error, check func(temp string) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".ruhu-*.tmp")
	if err != nil {
		return explain(err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	if err := fill(f, write); err != nil {
		f.Close()
		return explain(err)
	}
	if err := f.Close(); err != nil {
		return explain(err)
	}
	if check != nil {
		if err := check(f.Name()); err != nil {
			return err
		}
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return explain(err)
	}
	return explain(syncFolder(path))
}

func fill(f *os.File, write func(w io.Writer) error) error {
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Sync()
}

// syncFolder makes the name of path durable. Windows cannot sync a folder and does not need to; some file systems of sticks
// and shares refuse it.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := dir.Sync(); !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
