package paper

import (
	"cmp"
	"io"
	"slices"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// The 入户告知单 (云人社发〔2018〕71号 一（一）: 用工岗位、培训内容、培训时间、培训方式、就业帮扶措施“精准传递到每家每户”), one A4 sheet a
// family: the notice stays with the family, the receipt below is torn off and comes back signed. What nobody has filled in yet
// has room to write. It also tells what 个人信息保护法 17 and 35 want told: what the data are for and whom to ask.

// Family is a household that gets a 入户告知单: who it is, and what is offered to it.
type Family struct {
	Household registry.Household
	Village   string            // as people read it: 左门村委会
	Members   []registry.Person // living members; the head first
	Slip      survey.Answers    // of survey.Slip: 岗位, 培训, 时间, 方式, 帮扶措施
	Claims    []string          // policies it may claim, a sentence each; nil: by Claims
	Rules     *rules.Book       // by which it may; nil: those that ship
	Contact   string            // whom to ask: name and office
	Phone     string            // of the contact: an official's, not masked
}

// ErrNoFamily is a slip for nobody.
var ErrNoFamily = text.NewError("paper.no_family")

// Slip draws the 入户告知单 of one or several families, each on a sheet of its own, with a receipt to tear off.
func Slip(w io.Writer, families []Family, o Options) (Report, error) {
	if len(families) == 0 {
		return Report{}, ErrNoFamily
	}
	d := newDoc(text.T("paper.slip_title"), o.At)
	for _, f := range families {
		if f.Claims == nil {
			f.Claims = Claims(f.Rules, f.Household, f.Members, o.At)
		}
		d.addLater(210, 297, func(p *page) { slip{p, f, o}.draw() })
	}
	return d.finish(w, Report{})
}

// Claims are the policies that a family may claim on a day, a sentence each: what package rules finds for its members. Where
// something has to be asked first the sentence says so.
func Claims(book *rules.Book, h registry.Household, members []registry.Person, on time.Time) []string {
	var out []string
	labour := book.Labour(on)
	if slices.ContainsFunc(members, func(p registry.Person) bool { return labour.Holds(p, on) }) {
		out = append(out, text.T("paper.claim_class"))
	}
	for _, p := range members {
		for _, aid := range append([]rules.Aid{book.Yulu(on)}, book.Aids(on)...) {
			switch v := aid.Judge(p, h, on); {
			case v.In:
				out = append(out, text.T("paper.claim", p.Name(), aid.Label))
			case v.Ask && slices.Equal(v.Kinds, []string{"relation_unknown"}):
				out = append(out, text.T("paper.claim_ask", p.Name(), aid.Label))
			}
		}
		if book.LeftSchool(on).Judge(p).In {
			out = append(out, text.T("paper.claim_school", p.Name()))
		}
	}
	return out
}

// slip is one sheet being drawn.
type slip struct {
	*page
	f Family
	o Options
}

const (
	slipMargin  = 18.0
	slipWidth   = 210 - 2*slipMargin
	slipLabel   = 30.0
	slipTop     = 55.0
	slipBottom  = 186.0 // of the table and the claims
	receiptTop  = 222.0
	slipLargest = 11.5
	slipLeast   = 7.5
)

func (s slip) draw() {
	s.head()
	s.fit(slipMargin, s.table(), slipWidth, 6, text.T("paper.slip_ask", s.contact()), strong(10.5), left)
	s.fit(slipMargin, slipBottom+8, slipWidth, 6, joined("　　", s.o.Unit, cmp.Or(chineseDate(s.f.Slip[survey.OfferedOn]), text.T("paper.date_blank"))), sans(10.5), right)
	s.fit(slipMargin, slipBottom+15, slipWidth, 17, text.T("paper.slip_privacy", cmp.Or(s.o.Unit, text.T("paper.slip_us"))), sans(8.5).coloured(grey), left)
	s.tear()
	s.receipt()
}

func (s slip) head() {
	h := s.f.Household
	s.in(slipMargin, 14, slipWidth, 12, text.T("paper.slip_title"), title(25), centre)
	s.line(slipMargin, 29, slipMargin+slipWidth, 29, 0.5, red)
	s.fit(slipMargin, 31.5, slipWidth*0.62, 8, text.T("paper.slip_to", h.Head()), strong(13), left)
	s.fit(slipMargin+slipWidth*0.62, 31.5, slipWidth*0.38, 8, s.f.Village+h.Group(), sans(11), right)
	s.fit(slipMargin, 40, slipWidth, 13, text.T("paper.slip_greeting"), sans(10.5), left)
}

func (s slip) contact() string {
	who := cmp.Or(s.f.Slip[survey.OfferContact], joined("　", s.f.Contact, s.f.Phone))
	return cmp.Or(who, "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿")
}

// offers are the rows of the table, in the order in which the policy names them, and last what the family may claim.
func (s slip) offers() []fact {
	var out []fact
	for _, key := range []string{survey.OfferJobs, survey.OfferTraining, survey.OfferTime, survey.OfferWay, survey.OfferHelp} {
		f, _ := survey.Slip.Field(key)
		out = append(out, fact{f.Label, f.Show(s.f.Slip[key])})
	}
	claims := ""
	for i, c := range s.f.Claims {
		if i > 0 {
			claims += "\n"
		}
		claims += c
	}
	return append(out, fact{text.T("paper.slip_claims"), claims})
}

// table draws the rows and gives the y under them. Their type is as large as the sheet allows.
func (s slip) table() float64 {
	rows := s.offers()
	size, heights := slipLargest, []float64(nil)
	for ; ; size -= 0.5 {
		heights = s.heights(rows, size)
		if size <= slipLeast || sum(heights) <= slipBottom-slipTop {
			break
		}
	}
	grow := min((slipBottom-slipTop)/sum(heights), 2)
	y := slipTop
	for i, r := range rows {
		h := heights[i] * grow
		s.fill(slipMargin, y, slipLabel, h, tint)
		s.fit(slipMargin+2, y+1, slipLabel-4, h-2, r.label, strong(11), centre)
		s.fit(slipMargin+slipLabel+2.5, y+1, slipWidth-slipLabel-5, h-2, r.value, sans(size), left)
		if i > 0 {
			s.line(slipMargin, y, slipMargin+slipWidth, y, thinLine, grey)
		}
		y += h
	}
	s.line(slipMargin+slipLabel, slipTop, slipMargin+slipLabel, y, thinLine, grey)
	s.frame(slipMargin, slipTop, slipWidth, y-slipTop, thickLine, ink)
	return y + 1.5
}

// heights are what the rows need at a size of type; an empty one has room to write two lines by hand.
func (s slip) heights(rows []fact, size float64) []float64 {
	const air, blank = 4.5, 14.0
	st := sans(size)
	var out []float64
	for _, r := range rows {
		lines := wrap(r.value, slipWidth-slipLabel-5, s.doc.measure(st))
		h := (float64(len(lines)-1)*leading+1)*st.em() + air
		if r.value == "" {
			h = blank
		}
		out = append(out, h)
	}
	return out
}

func sum(all []float64) float64 {
	total := 0.0
	for _, v := range all {
		total += v
	}
	return total
}

// tear is the line along which the receipt is torn off.
func (s slip) tear() {
	const y = receiptTop - 1
	words := text.T("paper.slip_tear")
	st := sans(8.5).coloured(grey)
	half := s.doc.width(words, st)/2 + 3
	s.in(0, y-3, 210, 6, words, st, centre)
	var dashes [][4]float64
	for x := 8.0; x < 202; x += 3 {
		if x+1.8 < 105-half || x > 105+half {
			dashes = append(dashes, [4]float64{x, y, x + 1.8, y})
		}
	}
	s.strokes(dashes, 0.2, grey)
}

// receipt is what comes back. Nothing in it is filled in that the family itself has to say; who brings the slip may be known.
func (s slip) receipt() {
	h, y := s.f.Household, receiptTop+3
	s.in(slipMargin, y, slipWidth, 8, text.T("paper.slip_receipt"), title(17), centre)
	s.facts(slipMargin, y+11, slipWidth, []float64{2, 3, 3}, fact{text.T("paper.slip_head"), h.Head()}, fact{text.T("paper.slip_place"), s.f.Village + h.Group()},
		fact{text.T("paper.slip_no"), h.No()})
	s.in(slipMargin, y+18, slipWidth, 6, text.T("paper.slip_taken"), sans(10.5), left)
	s.fit(slipMargin, y+25, slipWidth, 6, text.T("paper.slip_wants"), sans(10.5), left)
	s.toFill(slipMargin, y+35, slipWidth*0.44, [][2]string{{text.T("paper.slip_sign")}})
	s.toFill(slipMargin+slipWidth*0.44, y+35, slipWidth*0.56, [][2]string{{text.T("paper.slip_relation")}, {text.T("paper.sign_date")}})
	a := s.f.Slip
	s.toFill(slipMargin, y+45, slipWidth, [][2]string{{text.T("paper.slip_by"), a[survey.DeliveredBy]}, {text.T("paper.slip_way"), a[survey.DeliveryWay]},
		{text.T("paper.slip_on"), chineseDate(a[survey.DeliveredOn])}})
	s.in(slipMargin, y+56, slipWidth, 5, text.T("paper.slip_rule"), sans(8.5).coloured(grey), left)
}
