package survey

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"ruhu/internal/text"
)

// What can be wrong with a county's own fields.
var (
	ErrCountyField = text.NewError("survey.county_field")
	ErrCountyKind  = text.NewError("survey.county_kind")
)

// countyKey is what keys of a county's own fields look like. Built-in keys never begin with x_, so neither can take the
// other's name; a field that is later built in keeps the key.
var countyKey = regexp.MustCompile(`^x_[a-z0-9_]{1,40}$`)

// With gives the table with a county's own fields behind the built-in ones, read from a CSV with the columns
// key,label,kind,list,ledger (是 where it is a column of the ledgers). A county adds a column so without a release. An export
// may begin with a byte order mark.
func (t *Table) With(county io.Reader) (*Table, error) {
	r := csv.NewReader(county)
	r.FieldsPerRecord, r.Comment = -1, '#'
	var own []Field
	for n := 1; ; n++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ErrCountyField.With(n).Because(err)
		}
		if strings.TrimPrefix(row[0], "\ufeff") == "key" {
			continue
		}
		f, err := countyField(n, row)
		if err != nil {
			return nil, err
		}
		if _, taken := t.Field(f.Key); taken || slices.ContainsFunc(own, func(o Field) bool { return o.Key == f.Key }) {
			return nil, ErrCountyField.With(n).Because(fmt.Errorf("key %s twice", f.Key))
		}
		own = append(own, f)
	}
	return NewTable(t.Name, t.Rules, t.Fields, Section("county", own...)), nil
}

func countyField(n int, row []string) (Field, error) {
	row = append(row, "", "", "", "")
	f := Field{Key: strings.TrimSpace(row[0]), Label: strings.TrimSpace(row[1]), List: strings.TrimSpace(row[3]), Class: Sensitive}
	if !countyKey.MatchString(f.Key) || f.Label == "" {
		return f, ErrCountyField.With(n)
	}
	i := slices.IndexFunc(Kinds, func(k *Kind) bool { return k.Name == strings.TrimSpace(row[2]) && k != Link })
	if i < 0 {
		return f, ErrCountyKind.With(n, row[2])
	}
	f.Kind = Kinds[i]
	if (f.Kind == Choice || f.Kind == Choices) && List(f.List) == nil {
		return f, ErrCountyKind.With(n, row[3])
	}
	if on, _ := FindChoice("yesno", row[4]); on == Yes {
		f.On = Ledger
	}
	return f, nil
}
