package main

import (
	"strings"

	"github.com/alecthomas/kong"

	"ruhu/internal/paper"
	"ruhu/internal/shell"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// words are the help texts by the names used in the commands' tags, and the kinds of paper that print knows.
func words() kong.Option {
	v := shell.Words("ruhuctl.help.")
	v["papers"], v["records"], v["attachables"], v["catalogues"] = papers(), recordTypes, attachables, catalogueNames()
	v["usualkind"], v["usualpart"] = survey.List("claim_kind")[0].Name, training.InFull
	return v
}

func papers() string {
	var names []string
	for _, p := range paper.All {
		names = append(names, p.Name)
	}
	return strings.Join(names, ",")
}
