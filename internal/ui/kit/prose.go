package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps as Chinese is set: no line begins with ，or 。, none ends with （, and a word or a number of
// Latin letters stays whole. (Fyne's own wrapping knows blanks only.)
type Paragraph struct {
	widget.BaseWidget
	text   string
	tone   Tone
	middle bool // each line in the middle
	width  float32
	lines  []*canvas.Text
}

// Prose makes text that wraps.
func Prose(s string, tone Tone) *Paragraph {
	p := &Paragraph{text: s, tone: tone}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes the text and its tone.
func (p *Paragraph) Set(s string, tone Tone) {
	p.text, p.tone = s, tone
	p.Refresh()
}

// Resize wraps the text anew where the width changed; whoever laid it out asks for its height after.
func (p *Paragraph) Resize(s fyne.Size) {
	if s.Width != p.width {
		p.width = s.Width
		p.wrap()
	}
	p.BaseWidget.Resize(s)
}

func (p *Paragraph) wrap() {
	size := Size(theme.SizeNameText)
	breaks := Wrap
	if p.middle {
		breaks = Even
	}
	words := breaks(p.text, p.width, size)
	p.lines = p.lines[:0:0]
	for _, s := range words {
		t := canvas.NewText(s, p.tone.Color())
		t.TextSize = size
		if p.middle {
			t.Alignment = fyne.TextAlignCenter
		}
		p.lines = append(p.lines, t)
	}
}

// Refresh paints the words as they are now.
func (p *Paragraph) Refresh() {
	p.wrap()
	p.BaseWidget.Refresh()
}

// CreateRenderer draws the lines one under the other.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.wrap()
	return &proseRenderer{p}
}

type proseRenderer struct{ p *Paragraph }

func (r *proseRenderer) Destroy() {}

func (r *proseRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.p.lines))
	for i, l := range r.p.lines {
		objects[i] = l
	}
	return objects
}

// proseLine is the height of a line for a size of letters.
const proseLine = 1.5

func (r *proseRenderer) MinSize() fyne.Size {
	size := Size(theme.SizeNameText)
	return fyne.NewSize(size*4, size*proseLine*float32(max(len(r.p.lines), 1)))
}

func (r *proseRenderer) Layout(s fyne.Size) {
	h := Size(theme.SizeNameText) * proseLine
	for i, l := range r.p.lines {
		l.Move(fyne.NewPos(0, float32(i)*h))
		l.Resize(fyne.NewSize(s.Width, h))
	}
}

func (r *proseRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

// Wrap breaks s into lines of width; without a width it breaks where s does.
func Wrap(s string, width, size float32) []string {
	var lines []string
	for part := range strings.SplitSeq(s, "\n") {
		rest := []rune(part)
		for width > 0 && len(rest) > 1 {
			n := fits(rest, width, size)
			if n == len(rest) {
				break
			}
			n = backTo(rest, n)
			lines = append(lines, strings.TrimRight(string(rest[:n]), " "))
			rest = []rune(strings.TrimLeft(string(rest[n:]), " "))
		}
		lines = append(lines, string(rest))
	}
	return lines
}

// Even breaks s into as few lines of width as Wrap does, all about as long: no single character is left for the last.
func Even(s string, width, size float32) []string {
	lines := Wrap(s, width, size)
	if len(lines) < 2 || strings.Contains(s, "\n") {
		return lines
	}
	whole := fyne.MeasureText(s, size, fyne.TextStyle{}).Width
	for w := whole/float32(len(lines)) + size/2; w < width; w += size {
		if even := Wrap(s, w, size); len(even) == len(lines) {
			return even
		}
	}
	return lines
}

// fits is how many runes fit into width, at least one.
func fits(runes []rune, width, size float32) int {
	lo, hi := 1, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid]), size, fyne.TextStyle{}).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// backTo is the last place up to n where a line may end; n itself where there is none.
func backTo(runes []rune, n int) int {
	for i := n; i > 0; i-- {
		if mayBreak(runes[i-1], runes[i]) {
			return i
		}
	}
	return n
}

// Signs that do not begin a line, and such that do not end one (GB/T 15834-2011, 5.1).
const (
	closing = "，。、；：？！）》〉”’】〕」』％…—·,.;:?!)]}%"
	opening = "（《〈“‘【〔「『([{"
)

// mayBreak tells whether a line may end between two runes.
func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune(closing, after), strings.ContainsRune(opening, before):
		return false
	case unicode.IsSpace(before), unicode.IsSpace(after), strings.ContainsRune(`/\_-`, before):
		return true
	}
	return !latin(before) || !latin(after)
}

// latin tells of what stands in words and numbers.
func latin(r rune) bool { return r < 0x2E80 && !unicode.IsSpace(r) }
