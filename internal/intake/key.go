package intake

import (
	"ruhu/internal/region"
	"ruhu/internal/survey"
)

// The employments with which no trade and no income go together.
const (
	jobless = "未就业"
	farming = "务农"
)

// placeKeys are the questions for the places above the village, from the top. A household stores its village only.
var placeKeys = []struct {
	level region.Level
	key   string
}{
	{region.Province, survey.Province}, {region.Prefecture, survey.Prefecture}, {region.County, survey.County}, {region.Township, survey.Township},
	{region.Village, survey.Village},
}
