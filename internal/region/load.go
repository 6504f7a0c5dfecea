package region

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"

	"ruhu/data"
)

// Load gives the tree under a code: "532325202" a township with its villages, "53" a whole province (16,000 places), "" the
// country (665,000, and 200 MB: hardly ever wanted).
func Load(prefix string) (*Tree, error) {
	t := &Tree{names: map[string]string{}, children: map[string][]Place{}}
	err := each(func(code, name []byte) bool {
		switch {
		case bytes.HasPrefix(code, []byte(prefix)), strings.HasPrefix(prefix, string(code)):
			t.Add(Place{string(code), string(name)})
		case string(code) > prefix:
			return false // the list is sorted
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("regions under %q: %w", prefix, err)
	}
	if prefix != "" && t.names[prefix] == "" {
		return nil, ErrUnknown.With(prefix)
	}
	return t, nil
}

// each reads the shipped list row by row until f has enough. The slices are good until f returns.
func each(f func(code, name []byte) bool) error {
	z, err := zstd.NewReader(bytes.NewReader(data.Regions), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return err
	}
	defer z.Close()
	r := bufio.NewReaderSize(z, 1<<16)
	if _, err := r.ReadSlice('\n'); err != nil { // header
		return err
	}
	for {
		line, err := r.ReadSlice('\n')
		code, name, ok := bytes.Cut(bytes.TrimRight(line, "\r\n"), []byte(","))
		if ok && !f(code, name) || err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Name is the name of a place in a county, its code where the list does not have it.
func Name(code string) string {
	if t, err := Of(code); err == nil && t.Name(code) != "" {
		return t.Name(code)
	}
	return code
}
