package rules

import (
	"slices"
	"time"

	"ruhu/internal/training"
)

// stages is how the owners of the stages stand in one file.
type stages struct {
	Stages []StageOwner `json:"stages"`
}

// StageOwner says who brings a class to a stage: 云人社发〔2018〕71号 二（一）1 “明确各环节的工作责任人”, “谁组织、谁监管、谁负责”.
type StageOwner struct {
	Stage  string `json:"stage"` // of training.Stages
	Owner  string `json:"owner"` // the office
	Field  string `json:"field"` // the class's answer that names who it is; "" for nobody in particular
	Also   string `json:"also"`  // a second answer that says who exactly, a person of that office
	Source string `json:"source"`
}

// StageOwner gives who brings a class to a stage, from a day on.
func (b *Book) StageOwner(stage string, on time.Time) StageOwner {
	list := In[stages](b, "stage", on).Stages
	if i := slices.IndexFunc(list, func(s StageOwner) bool { return s.Stage == stage }); i >= 0 {
		return list[i]
	}
	return StageOwner{Stage: stage}
}

// Of is the owner of a class's stage in words: the office, and who it is where the class says so.
func (s StageOwner) Of(c training.Class) string {
	name := ""
	for _, key := range []string{s.Field, s.Also} {
		if v := c.Answers[key]; key != "" && v != "" {
			name = join(name, v)
		}
	}
	if name == "" {
		return s.Owner
	}
	return s.Owner + "（" + name + "）"
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// Faults implements Faulty.
func (r stages) Faults() []Fault {
	var f faults
	for _, s := range r.Stages {
		f.listed("class_stage", s.Stage)
		for _, key := range []string{s.Field, s.Also} {
			if _, ok := training.ClassTable.Field(key); key != "" && !ok {
				f.say(key, "field")
			}
		}
	}
	return f
}
