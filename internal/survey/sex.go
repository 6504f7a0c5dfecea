package survey

import "time"

// The two values of Sex.
const (
	Male   = "男"
	Female = "女"
)

// AgeOn is the legal age in whole years (周岁): it grows on the day after the birthday, not on it.
func AgeOn(born, on time.Time) int {
	age := on.Year() - born.Year()
	if on.Month() < born.Month() || on.Month() == born.Month() && on.Day() <= born.Day() {
		age--
	}
	return max(age, 0)
}
