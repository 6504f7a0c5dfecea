package sample

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// signatures attaches a drawing to some of the slips that were signed for: strokes that look like one, and are nobody's.
func (m *maker) signatures(d *desk.Desk) error {
	slips := m.signed()
	return m.write(d, []func() error{func() error {
		for i, id := range slips {
			if err := m.sign(d, id, i); err != nil {
				return err
			}
		}
		return nil
	}})
}

func (m *maker) sign(d *desk.Desk, slip string, n int) error {
	drawing, err := scrawl(n)
	if err != nil {
		return err
	}
	hash, size, err := d.Store().PutBlob(context.Background(), bytes.NewReader(drawing))
	if err != nil {
		return err
	}
	m.put(registry.TypeAttachment, idOf(registry.TypeAttachment, slip), survey.Answers{
		survey.Of: slip, survey.OfType: registry.TypeSlip, survey.AttachKind: signatureKind, survey.TakenOn: m.moved(Anchor.Format(time.DateOnly)),
		survey.Mime: "image/png", survey.Bytes: strconv.FormatInt(size, 10), survey.Blob: hash,
	})
	return nil
}

// signatureKind is the kind of attachment (data/codes/attach_kind.csv).
const signatureKind = "签字"

// mostSignatures keeps the sample small.
const mostSignatures = 4

// signed are the first slips that somebody signed for.
func (m *maker) signed() []string {
	var out []string
	for _, p := range m.puts {
		if p.Type == registry.TypeSlip && p.Fields[survey.Signed] == survey.Yes && len(out) < mostSignatures {
			out = append(out, p.ID)
		}
	}
	return out
}

// scrawl draws a line that runs to the right in loops, another for each number.
func scrawl(n int) ([]byte, error) {
	const wide, high = 320, 120
	m := image.NewGray(image.Rect(0, 0, wide, high))
	for i := range m.Pix {
		m.Pix[i] = 0xff
	}
	for t := 0.0; t < 1; t += 0.0006 {
		loops := 5 + float64(n)
		x := 25 + t*(wide-60) + 16*math.Sin(2*math.Pi*t*loops)
		y := high/2 + 30*math.Sin(2*math.Pi*t*loops*1.3+float64(n))*(1-0.5*t) - 10*math.Cos(9*t)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				m.SetGray(int(x)+dx, int(y)+dy, color.Gray{Y: 0x20})
			}
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, m)
	return b.Bytes(), err
}
