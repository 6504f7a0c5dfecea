package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/image/draw"

	"ruhu/internal/paper"
)

// pages makes a paper of the sample class to be looked at.
func pages(t *testing.T, kind string, o paper.Options) (*paper.Sheets, paper.Job) {
	t.Helper()
	c := sampleClass()
	o.At, o.By = printedAt, "董斌"
	p, _ := paper.Find(kind)
	j := paper.Job{Class: c, Rows: sampleRows(38), Sessions: sampleSessions(c), Options: o}
	var sheets paper.Sheets
	if _, err := p.Make(&sheets, j); err != nil {
		t.Fatal(err)
	}
	return &sheets, j
}

func rendered(t *testing.T, s *paper.Sheets, n int, dpi float64) image.Image {
	t.Helper()
	img, err := s.Render(n, dpi)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

const testDPI = 60

// printed is the first page of a paper's PDF as another program draws it.
func printed(t *testing.T, s *paper.Sheets) image.Image {
	t.Helper()
	file := filepath.Join(t.TempDir(), "p.pdf")
	var b bytes.Buffer
	if err := s.PDF(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	tool(t, "pdftoppm", "-r", fmt.Sprint(testDPI), "-png", "-singlefile", file, file)
	f, err := os.Open(file + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// apart compares two pictures: how far all dots are from each other in the mean, and how far the ink of a whole row or column of dots is from
// that of the nearest row or column of the other; both of 255. Two programs smooth a letter differently, but within a dot of each other.
func apart(a, b image.Image) (mean, lines float64) {
	one, two := shades(a), shades(b)
	box := one.Rect.Intersect(two.Rect)
	for y := range box.Dy() {
		for x := range box.Dx() {
			mean += math.Abs(float64(one.GrayAt(x, y).Y) - float64(two.GrayAt(x, y).Y))
		}
	}
	for _, upright := range []bool{false, true} {
		p, q := profile(one, box, upright), profile(two, box, upright)
		lines = max(lines, farthest(p, q), farthest(q, p))
	}
	return mean / float64(box.Dx()*box.Dy()), lines
}

// profile is the mean shade of each row, or of each column.
func profile(img *image.Gray, box image.Rectangle, upright bool) []float64 {
	n, across := box.Dy(), box.Dx()
	if upright {
		n, across = across, n
	}
	out := make([]float64, n)
	for i := range n {
		for k := range across {
			x, y := k, i
			if upright {
				x, y = i, k
			}
			out[i] += float64(img.GrayAt(x, y).Y) / float64(across)
		}
	}
	return out
}

// farthest is how far the values of one profile are at most from those of the other within two places; between two of them is not far, for an
// edge may fall between two dots.
func farthest(p, q []float64) float64 {
	worst := 0.0
	for i, v := range p {
		near := q[max(0, i-2):min(len(q), i+3)]
		worst = max(worst, slices.Min(near)-v, v-slices.Max(near))
	}
	return worst
}

func shades(img image.Image) *image.Gray {
	out := image.NewGray(img.Bounds())
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}

// What two programs differ by is half of this; a thin line of a table moved by two millimetres makes the second 80.
const meanLimit, linesLimit = 15.0, 30.0

func TestThePreviewIsWhatIsPrinted(t *testing.T) {
	for _, kind := range []string{"board", "roster", "signin", "cards", "month", "licence"} {
		s, _ := pages(t, kind, paper.Options{})
		mean, lines := apart(rendered(t, s, 0, testDPI), printed(t, s))
		t.Logf("%s: mean %.1f, lines %.1f", kind, mean, lines)
		if mean > meanLimit || lines > linesLimit {
			t.Errorf("%s: mean %.1f, lines %.1f of 255", kind, mean, lines)
		}
	}
}

// A comparison that would not see a thin line of a table moved by two millimetres would prove nothing.
func TestALineThatIsMovedIsSeen(t *testing.T) {
	s, _ := pages(t, "signin", paper.Options{Public: true})
	wrong := shades(rendered(t, s, 0, testDPI))
	right := shades(wrong)
	y := lineBelow(t, wrong, 300)
	for x := range wrong.Rect.Dx() {
		wrong.SetGray(x, y, right.GrayAt(x, y-2))
		wrong.SetGray(x, y+5, right.GrayAt(x, y))
	}
	mean, lines := apart(wrong, printed(t, s))
	t.Logf("mean %.1f, lines %.1f", mean, lines)
	if lines <= linesLimit {
		t.Errorf("not seen: mean %.1f, lines %.1f", mean, lines)
	}
}

// lineBelow finds a row of a picture that is a line all across a table.
func lineBelow(t *testing.T, img *image.Gray, from int) int {
	t.Helper()
	for y := from; y < img.Rect.Dy(); y++ {
		n := 0
		for x := range img.Rect.Dx() {
			if img.GrayAt(x, y).Y < 200 {
				n++
			}
		}
		if n > img.Rect.Dx()*8/10 {
			return y
		}
	}
	t.Fatal("there is no line")
	return 0
}

func TestACodeReadsFromThePreview(t *testing.T) {
	s, j := pages(t, "signin", paper.Options{Date: "2026-10-21"})
	if got := paper.ReadCodes(rendered(t, s, 1, 110)); len(got) != 1 || got[0] != j.Class.SignInPage(2, 2) {
		t.Errorf("read %q", got)
	}
}

func TestOnlyPagesThatThereAreAreDrawn(t *testing.T) {
	var none paper.Sheets
	if _, err := none.Render(0, 60); err == nil || none.Len() != 0 {
		t.Error("a page was drawn of nothing")
	}
	s, _ := pages(t, "cards", paper.Options{})
	if _, err := s.Render(s.Len(), 60); err == nil {
		t.Error("a page was drawn after the last")
	}
	if w, h := s.Size(0); w != 210 || h != 297 {
		t.Errorf("%v x %v mm", w, h)
	}
}

func TestLargeTypeTakesMorePagesAndLosesNobody(t *testing.T) {
	for _, kind := range []string{"roster", "signin"} {
		small, j := pages(t, kind, paper.Options{Date: "2026-10-21"})
		large, _ := pages(t, kind, paper.Options{Date: "2026-10-21", Large: true})
		if large.Len() <= small.Len() {
			t.Errorf("%s: %d pages in large type, %d otherwise", kind, large.Len(), small.Len())
		}
		j.Large = true
		p, _ := paper.Find(kind)
		file := filepath.Join(t.TempDir(), "p.pdf")
		var b bytes.Buffer
		if _, err := p.Make(&b, j); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		holds(t, words(t, file), append([]string{fmt.Sprintf("第%d页 共%[1]d页", large.Len())}, names...)...)
	}
}
