package paper

import (
	qrcode "github.com/skip2/go-qrcode"
)

// quietZone is how many white modules stand around a code; a scanner wants them.
const quietZone = 4

// qr draws a code of digits into a square, its quiet zone included, and the digits under it for the day when the scanner is
// broken. An empty code draws nothing: a class without a secret has none.
func (p *page) qr(x, y, side float64, digits string, st style) error {
	if digits == "" {
		return nil
	}
	if p.dry { // a code costs more than all else on a page
		p.in(x, y+side, side, st.em(), grouped(digits), st, centre)
		return nil
	}
	bits, err := bitmap(digits)
	if err != nil {
		return ErrDrawing.Because(err)
	}
	module := side / float64(len(bits)+2*quietZone)
	p.fill(x, y, side, side, white)
	var rects [][4]float64
	for row, line := range bits {
		for _, run := range darkRuns(line) {
			rects = append(rects, [4]float64{
				x + float64(run[0]+quietZone)*module, y + float64(row+quietZone)*module,
				float64(run[1]-run[0]) * module, module,
			})
		}
	}
	p.modules(rects, black)
	p.in(x, y+side, side, st.em(), grouped(digits), st, centre)
	return nil
}

// bitmap gives the modules of a code, without quiet zone. Fifteen digits fit the smallest code even at the highest error
// correction, so a card that got dirty still reads.
func bitmap(digits string) ([][]bool, error) {
	q, err := qrcode.New(digits, qrcode.Highest)
	if err != nil {
		return nil, err
	}
	q.DisableBorder = true
	return q.Bitmap(), nil
}

// darkRuns gives the dark runs of a row: from, and the first that is light again. Merged runs leave no hair lines between
// modules, and make a small file.
func darkRuns(row []bool) [][2]int {
	var out [][2]int
	start := -1
	for i, dark := range append(row[:len(row):len(row)], false) {
		switch {
		case dark && start < 0:
			start = i
		case !dark && start >= 0:
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	return out
}

// grouped parts a code's digits into fives, so that a person can type them.
func grouped(digits string) string {
	if len(digits) != 15 {
		return digits
	}
	return digits[:5] + " " + digits[5:10] + " " + digits[10:]
}
