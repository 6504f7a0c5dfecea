package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tone is how loud or how good a word is. A tone never stands alone: the word says the same for those who see no colour.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Quiet
	Accent
	Good
	Warn
	Bad
)

var toneText = map[Tone]fyne.ThemeColorName{
	Plain: theme.ColorNameForeground, Quiet: ColorQuiet, Accent: theme.ColorNamePrimary, Good: ColorGood, Warn: ColorWarn, Bad: ColorBad,
}

var toneGround = map[Tone]fyne.ThemeColorName{
	Plain: ColorQuietBG, Quiet: ColorQuietBG, Accent: ColorTint, Good: ColorGoodBG, Warn: ColorWarnBG, Bad: ColorBadBG,
}

// Name is the theme's name of the tone's text colour, for rich text segments.
func (t Tone) Name() fyne.ThemeColorName { return toneText[t] }

// Color is the tone's text colour.
func (t Tone) Color() color.Color { return Color(toneText[t]) }

// Ground is the colour behind a word of this tone.
func (t Tone) Ground() color.Color { return Color(toneGround[t]) }
