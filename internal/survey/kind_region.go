package survey

import (
	"ruhu/internal/region"
	"ruhu/internal/text"
)

// ErrRegion is a place that is no code. Names of places are looked up by region.Tree, which knows the county.
var ErrRegion = text.NewError("survey.region")

func cleanRegion(_ Field, typed string) (string, error) {
	s := unwrapped(tight(typed))
	switch len(s) {
	case 2, 4, 6, 9, 12:
		if digits(s) {
			return s, nil
		}
	}
	return "", ErrRegion.With(s)
}

func showRegion(_ Field, stored string) string { return region.Name(stored) }
