package rules

import (
	"cmp"
	"time"
)

// Audit says how classes are looked through before an auditor does.
type Audit struct {
	Share      float64           `json:"share"`    // per cent of a class that are called
	Least      int               `json:"least"`    // but no fewer than so many
	BurstMS    int               `json:"burst_ms"` // marks of a whole class by one device within so many thousandths of a second are asked about
	BurstLeast int               `json:"burst_least"`
	CallsBad   float64           `json:"calls_bad"` // per cent of calls that do not agree, above which the class is asked about
	Severities map[string]string `json:"severities"`
	Off        []string          `json:"off"` // codes that the county does without

	Sources map[string]string `json:"sources"` // by the code of a finding, where one document says it
	Source  string            `json:"source"`
}

// SourceOf is the document behind a finding of the audit's own.
func (r Audit) SourceOf(code string) string { return cmp.Or(r.Sources[code], r.Source) }

// Audit gives the rule of audits.
func (b *Book) Audit(on time.Time) Audit { return In[Audit](b, "audit", on) }

// Faults implements Faulty.
func (r Audit) Faults() []Fault {
	var f faults
	f.within("share", int(r.Share), 1, 100, false)
	f.within("least", r.Least, 0, 1000, true)
	f.within("burst_ms", r.BurstMS, 1, 600_000, true)
	f.within("calls_bad", int(r.CallsBad), 0, 100, true)
	for _, s := range r.Severities {
		if s != "error" && s != "doubt" && s != "hint" {
			f.say(s, "choice", "error、doubt、hint")
		}
	}
	return f
}
