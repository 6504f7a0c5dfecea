package report

import "math"

// Plot is some numbers along a time, as lines: data for whoever draws it, in the window, on paper, on a web page.
type Plot struct {
	Title  string
	Unit   string   // 人, 人次
	Labels []string // of the points along the time
	Series []Series
}

// Series is one line: a value for each label. It may be shorter: what is to come is not known yet.
type Series struct {
	Name   string
	Values []float64
	Dashed bool // what should be, not what is
}

// Point is a point of a line in a field of 1 by 1, from the lower left corner.
type Point struct{ X, Y float64 }

// Top is the number at the upper edge: the first of 1, 2, 5, 10, 20, 50 … that no value goes beyond.
func (p Plot) Top() float64 {
	most := 1.0
	for _, s := range p.Series {
		for _, v := range s.Values {
			most = max(most, v)
		}
	}
	unit := math.Pow(10, math.Floor(math.Log10(most)))
	for _, n := range []float64{1, 2, 5} {
		if n*unit >= most {
			return n * unit
		}
	}
	return 10 * unit
}

// Points lays a line out: the first label at the left edge, the last at the right.
func (p Plot) Points(s Series) []Point {
	var out []Point
	top, last := p.Top(), max(1, len(p.Labels)-1)
	for i, v := range s.Values {
		out = append(out, Point{float64(i) / float64(last), v / top})
	}
	return out
}
