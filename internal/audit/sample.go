package audit

import (
	"bytes"
	"crypto/sha256"
	"math"
	"slices"

	"ruhu/internal/training"
)

// Sample draws trainees of a class to be called: share per cent of those enrolled, no fewer than least. The same seed draws the same people,
// on any machine and in whatever order they are given, so that an auditor can draw again; another seed draws others. They come by seat.
func Sample(enrolments []training.Enrolment, seed string, share float64, least int) []training.Enrolment {
	in := enrolled(enrolments)
	lot := map[string][sha256.Size]byte{}
	for _, e := range in {
		lot[e.ID] = sha256.Sum256([]byte(seed + "\n" + e.ID))
	}
	slices.SortFunc(in, func(a, b training.Enrolment) int {
		x, y := lot[a.ID], lot[b.ID]
		return bytes.Compare(x[:], y[:])
	})
	out := in[:sampleSize(len(in), share, least)]
	slices.SortFunc(out, training.BySeat)
	return out
}

func enrolled(all []training.Enrolment) []training.Enrolment {
	return slices.DeleteFunc(slices.Clone(all), func(e training.Enrolment) bool { return e.Standing() != training.Enrolled })
}

func sampleSize(people int, share float64, least int) int {
	return min(people, max(int(math.Ceil(float64(people)*share/100-1e-9)), least, 0))
}
