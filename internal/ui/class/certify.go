package class

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// askCertify asks for the series and the day, shows the first number, and gives everybody who passed a certificate.
func (s *scores) askCertify() {
	if !s.commit() {
		return
	}
	series, day := kit.NewEntry(), form.NewDay(s.p.deps)
	series.SetQuietly(text.T("class.cert.series.usual"))
	if all, err := s.p.deps.Desk.Series(); err == nil && len(all) > 0 {
		series.SetQuietly(all[0])
	}
	first := kit.NewNote()
	first.Keep = true
	show := func() {
		no, err := s.p.deps.Desk.NextCertificate(series.Text, day.Value())
		if err != nil {
			first.Set(text.Explain(err).What, kit.Bad)
			return
		}
		first.Set(text.T("class.cert.first", no), kit.Plain)
	}
	series.OnChange(show)
	day.OnChange(show)
	show()
	ask := form.Short{Title: text.T("class.certify"), Intro: text.T("class.cert.ask"), Yes: text.T("class.certify"), Rows: []form.ShortRow{
		{Label: text.T("class.cert.series"), Input: series, Hint: text.T("class.cert.series.hint")}, {Shown: first}, {Label: text.T("class.cert.on"), Input: day},
	}}
	ask.Do = func(how ...desk.How) error { return s.certify(series.Text, day.Value(), how) }
	ask.Show(s.p.deps)
}

// certify gives the certificates and says who got one and who none.
func (s *scores) certify(series, on string, how []desk.How) error {
	all, err := s.p.deps.Desk.IssueCertificates(s.p.class.ID, series, on, how...)
	if err != nil {
		return err
	}
	given, none := 0, ""
	for _, one := range all {
		if one.Err == nil {
			given++
			continue
		}
		none += fmt.Sprintln("· " + text.Explain(one.Err).What)
	}
	s.p.saved(text.T("class.cert.given", given))
	if none != "" {
		kit.Tell(s.p.deps.Window, text.T("class.cert.given", given), text.T("class.cert.none")+"\n"+none)
	}
	return nil
}
