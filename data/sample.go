package data

import "embed"

// Sample is the sample township: made-up people in real villages, one CSV for each kind of thing. It is what the generator in
// internal/sample makes; change that, not the files.
//
//go:embed sample/*.csv
var Sample embed.FS
