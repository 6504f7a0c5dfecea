package almanac

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"ruhu/data"
)

type list struct {
	days  map[string]Day
	years map[int]bool
}

// shipped panics on a broken file: it is part of the program.
var shipped = sync.OnceValue(func() list {
	l := list{map[string]Day{}, map[int]bool{}}
	files, _ := fs.Glob(data.Holidays, "holidays/*.csv")
	for _, file := range files {
		if err := l.read(file); err != nil {
			panic(fmt.Sprintf("%s: %v", file, err))
		}
	}
	return l
})

func (l list) read(file string) error {
	year, err := strconv.Atoi(strings.TrimSuffix(path.Base(file), ".csv"))
	if err != nil {
		return err
	}
	f, err := data.Holidays.Open(file)
	if err != nil {
		return err
	}
	r := csv.NewReader(f)
	r.Comment, r.FieldsPerRecord = '#', 3
	rows, err := r.ReadAll()
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	l.years[year] = true
	for _, row := range rows[1:] {
		d := Day{row[0], row[1], row[2]}
		if err := d.check(); err != nil {
			return err
		}
		l.days[d.Date] = d
	}
	return nil
}
