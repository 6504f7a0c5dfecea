package intake

import (
	"ruhu/internal/region"
	"ruhu/internal/survey"
)

// Keys of rows of the survey that only intake branches on.
const (
	keyIncomeSaid = "income_said"
	keyPostMonths = "post_months"

	keyDestinationSaid = "destination_said"
)

// The employments with which no trade and no income go together.
const (
	jobless = "未就业"
	farming = "务农"
)

// AsFound is the key under which a person keeps what stood in the list where a value was put into other words or could not be
// read. No question has it: it is written once, shown to who asks, and never compared.
const AsFound = "x_as_found"

// placeKeys are the questions for the places above the village, from the top. A household stores its village only.
var placeKeys = []struct {
	level region.Level
	key   string
}{
	{region.Province, "province"}, {region.Prefecture, "prefecture"}, {region.County, "county"}, {region.Township, "township"},
	{region.Village, survey.Village},
}
