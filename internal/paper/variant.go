package paper

import "slices"

// What a paper may differ in, by its name. A paper that is not named has no such choice.
var (
	masked  = []string{"roster", "signin", "month", "scores", "certlist"} // has a public form beside the internal one
	empty   = []string{"month", "scores", "evaluation", "undertaking"}    // can be printed to be filled in by hand
	enlarge = []string{"board", "roster", "signin", "posting", "subsidy", "feedback"}
	perDay  = []string{"signin"}
)

// Masks tells whether the paper has a public form beside the internal one.
func (p Paper) Masks() bool { return slices.Contains(masked, p.Name) }

// Blanks tells whether the paper can be printed without what is known, to be filled in by hand.
func (p Paper) Blanks() bool { return slices.Contains(empty, p.Name) }

// Enlarges tells whether the paper can be had in large type.
func (p Paper) Enlarges() bool { return slices.Contains(enlarge, p.Name) }

// ByDay tells whether the paper can be had of a single day.
func (p Paper) ByDay() bool { return slices.Contains(perDay, p.Name) }
