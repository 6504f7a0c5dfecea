package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Title is the heading of a page.
func Title(s string) fyne.CanvasObject { return line(s, Plain, theme.SizeNameHeadingText, true) }

// Subtitle is the heading of a part of a page.
func Subtitle(s string) fyne.CanvasObject { return line(s, Plain, theme.SizeNameSubHeadingText, true) }

// Words is a line of text in a tone; it does not wrap.
func Words(s string, tone Tone) *canvas.Text { return line(s, tone, theme.SizeNameText, false) }

// Strong is a line of bold text, regular where the bold face lacks a character.
func Strong(s string, tone Tone) *canvas.Text { return line(s, tone, theme.SizeNameText, true) }

// Caption is a line of small text.
func Caption(s string, tone Tone) *canvas.Text {
	return line(s, tone, theme.SizeNameCaptionText, false)
}

// SetWords changes a line of text and its tone.
func SetWords(t *canvas.Text, s string, tone Tone) {
	t.Text, t.Color = s, tone.Color()
	t.Refresh()
}

func set(o fyne.CanvasObject, s string) {
	t := o.(*canvas.Text)
	if t.Text != s {
		t.Text = s
		t.Refresh()
	}
}

// Ellipsis cuts s to width and says so with "…".
func Ellipsis(s string, width, size float32, style fyne.TextStyle) string {
	runes := []rune(s)
	if float32(len(runes))*size*1.05 <= width || fyne.MeasureText(s, size, style).Width <= width {
		return s
	}
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 {
		return ""
	}
	return string(runes[:lo]) + "…"
}
