package desk

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/change"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Issued is one certificate, or why there is none.
type Issued struct {
	Enrolment training.Enrolment
	Name      string
	No        string
	Until     survey.Date // "" for ever
	Err       error
}

// What stands in the way of certificates.
var (
	ErrSeries      = text.NewError("desk.series")
	ErrCertEarly   = text.NewError("desk.cert_early")
	ErrCertFuture  = text.NewError("desk.cert_future")
	ErrNotPassed   = text.NewError("desk.not_passed")
	ErrNobodyToday = text.NewError("desk.nobody_to_certify")
)

// IssueCertificates numbers the certificates of a class, in one act: everybody who passed and has none gets the next number of a series such as
// 姚培证{年}{序号4}. The number follows the highest that any class of the register has, so that none is given twice; expiry is the catalogue's. Who gets
// none is in the list with the reason. No certificate is of a day before the class's end.
func (d *Desk) IssueCertificates(class, series string, on survey.Date, how ...How) ([]Issued, error) {
	c, err := d.Class(class)
	if err != nil {
		return nil, err
	}
	if err := d.mayCertify(c, on); err != nil {
		return nil, err
	}
	next, err := d.numbers(series, on)
	if err != nil {
		return nil, err
	}
	in, err := d.Enrolments(class)
	if err != nil {
		return nil, err
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	common := d.certificate(c, on)
	var out []Issued
	n := 0
	for _, e := range in {
		if e.Standing() != training.Enrolled {
			continue
		}
		one := Issued{Enrolment: e, Name: d.nameOf(e.PersonID()), No: e.Answers[training.CertNo], Until: common[training.CertUntil]}
		switch {
		case e.Certified():
			one.Err = ErrHasCert.With(one.Name, one.No)
		case e.Answers[training.Result] != training.Passed:
			one.Err = ErrNotPassed.With(one.Name, cmp.Or(e.Answers[training.Result], text.T("desk.no_result")))
		default:
			one.No = next(n)
			n++
		}
		out = append(out, one)
	}
	if n == 0 {
		return out, ErrNobodyToday.With(c.Name())
	}
	return out, d.edit(text.T("desk.act.certify", n, c.Name()), s.reason, func(e *edit) error {
		for _, one := range out {
			if one.Err != nil {
				continue
			}
			fields := maps.Clone(common)
			fields[training.CertNo] = one.No
			if err := e.put(training.TypeEnrolment, one.Enrolment.ID, fields); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *Desk) mayCertify(c training.Class, on survey.Date) error {
	end := c.Answers[training.EndsOn]
	switch {
	case !c.Held():
		return ErrNotHeld.With(c.Name(), c.Stage())
	case end == "" || on < end:
		return ErrCertEarly.With(on, end)
	case on > d.day():
		return ErrCertFuture.With(on)
	}
	return nil
}

// certificate is what all certificates of a class have alike.
func (d *Desk) certificate(c training.Class, on survey.Date) map[string]string {
	issuer := c.Answers[training.Assessor]
	if issuer == "" {
		issuer = c.Answers[training.Institution]
	}
	fields := map[string]string{training.CertOn: on, training.CertIssuer: issuer, training.CertName: text.T("desk.cert_name", c.TradeAndLevel())}
	day, _ := survey.Day(on)
	if t, ok := d.Catalogue().Trade(c.Trade(), c.Answers[training.Level], day); ok {
		if until := t.CertUntil(on); until != "" {
			fields[training.CertUntil] = until
		}
	}
	return fields
}

var serial = regexp.MustCompile(`\{序号(\d?)\}`)

// numbers gives the numbers of a series that are still free, from the first on.
func (d *Desk) numbers(series string, on survey.Date) (func(i int) string, error) {
	series = strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(series), "｛", "{"), "｝", "}")
	at := serial.FindAllStringSubmatchIndex(series, -1)
	if len(at) != 1 || len(on) < 7 {
		return nil, ErrSeries.With(series)
	}
	dated := strings.NewReplacer("{年}", on[:4], "{月}", on[5:7])
	before, after := dated.Replace(series[:at[0][0]]), dated.Replace(series[at[0][1]:])
	if strings.ContainsAny(before+after, "{}") {
		return nil, ErrSeries.With(series)
	}
	width, _ := strconv.Atoi(series[at[0][2]:at[0][3]])
	last, err := d.lastNumber(before, after)
	next := func(i int) string { return fmt.Sprintf("%s%0*d%s", before, width, last+1+i, after) }
	f, _ := training.EnrolmentTable.Field(training.CertNo)
	if _, bad := f.Clean(next(0)); bad != nil {
		return nil, ErrSeries.With(series)
	}
	return func(i int) string { no, _ := f.Clean(next(i)); return no }, err
}

// lastNumber is the highest number of a series that is known, of whatever class.
func (d *Desk) lastNumber(before, after string) (int, error) {
	last := 0
	look := func(no string) {
		digits, starts := strings.CutPrefix(survey.Fold(no), survey.Fold(before))
		digits, ends := strings.CutSuffix(digits, survey.Fold(after))
		if n, err := strconv.Atoi(digits); starts && ends && err == nil {
			last = max(last, n)
		}
	}
	err := d.store.EachPart(training.TypeEnrolment, []string{training.CertNo}, func(_ string, values []string) { look(values[0]) },
		func(e change.Entity) error { look(e.Value(training.CertNo)); return nil })
	return last, err
}

// NextCertificate is the number that the next certificate of a series would get.
func (d *Desk) NextCertificate(series string, on survey.Date) (string, error) {
	next, err := d.numbers(series, on)
	if err != nil {
		return "", err
	}
	return next(0), nil
}

// Series are the series that certificates of the register were given in, the latest first: 姚培证{年}{序号4}, as a proposal for the next.
func (d *Desk) Series() ([]string, error) {
	on := map[string]survey.Date{}
	err := d.store.EachPart(training.TypeEnrolment, []string{training.CertNo, training.CertOn}, func(_ string, v []string) {
		if s := seriesOf(v[0], v[1]); s != "" {
			on[s] = max(on[s], v[1])
		}
	}, func(change.Entity) error { return nil })
	all := slices.Collect(maps.Keys(on))
	slices.SortFunc(all, func(a, b string) int { return strings.Compare(on[b]+b, on[a]+a) })
	return all, err
}

var ending = regexp.MustCompile(`^(.*?)(\d{1,9})(\D*)$`)

// seriesOf is the series that a number seems to be of: its last digits are the counter, the year of its day before them the year.
func seriesOf(no string, on survey.Date) string {
	if no == "" || len(on) < 4 {
		return ""
	}
	year := on[:4]
	if head, rest, ok := strings.Cut(no, year); ok && rest != "" {
		if m := ending.FindStringSubmatch(rest); m != nil {
			return fmt.Sprintf("%s{年}%s{序号%d}%s", head, m[1], min(len(m[2]), 9), m[3])
		}
	}
	if m := ending.FindStringSubmatch(no); m != nil {
		return fmt.Sprintf("%s{序号%d}%s", m[1], min(len(m[2]), 9), m[3])
	}
	return ""
}
