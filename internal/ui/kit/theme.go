package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/assets"
)

// Sizes of text a person can choose in the settings.
const (
	SizeNormal = "normal"
	SizeLarge  = "large"
	SizeHuge   = "huge"
)

// scales are the text sizes in points of the theme, body text first.
var scales = map[string]float32{SizeNormal: 15, SizeLarge: 17.5, SizeHuge: 20.5}

// TextSizes are the choices in the order the settings show them.
var TextSizes = []string{SizeNormal, SizeLarge, SizeHuge}

// Colours that Fyne has no name for.
const (
	ColorPanel   fyne.ThemeColorName = "ruhu.panel"   // the paper that content lies on
	ColorRail    fyne.ThemeColorName = "ruhu.rail"    // the navigation
	ColorQuiet   fyne.ThemeColorName = "ruhu.quiet"   // text that steps back and is still read easily
	ColorTint    fyne.ThemeColorName = "ruhu.tint"    // accent, thin: the chosen row, the page one is on
	ColorGood    fyne.ThemeColorName = "ruhu.good"    // text
	ColorWarn    fyne.ThemeColorName = "ruhu.warn"    // text
	ColorBad     fyne.ThemeColorName = "ruhu.bad"     // text
	ColorGoodBG  fyne.ThemeColorName = "ruhu.good.bg" // behind it
	ColorWarnBG  fyne.ThemeColorName = "ruhu.warn.bg"
	ColorBadBG   fyne.ThemeColorName = "ruhu.bad.bg"
	ColorQuietBG fyne.ThemeColorName = "ruhu.quiet.bg"
	ColorStripe  fyne.ThemeColorName = "ruhu.stripe" // every second row of a table
)

// Theme is the program's look: light and calm, one accent, the shipped Chinese face for every style, so that no machine's
// own fonts mix in.
type Theme struct {
	Text     string // one of TextSizes; anything else is normal
	Contrast bool   // darker words and lines for poor light and poor screens
}

var (
	regular = fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.SansRegular)
	bold    = fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.SansBold)
)

// Font gives the shipped faces. Bold lacks the rarest characters: ask BoldHas before setting a name in it.
func (t Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return theme.DefaultSymbolFont()
	case s.Bold:
		return bold
	}
	return regular
}

// Icon gives Fyne's own icons: a calm set, coloured by the theme.
func (t Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size gives distances that let Chinese text breathe and still show 20 rows on 768 lines.
func (t Theme) Size(n fyne.ThemeSizeName) float32 {
	body, ok := scales[t.Text]
	if !ok {
		body = scales[SizeNormal]
	}
	switch n {
	case theme.SizeNameText:
		return body
	case theme.SizeNameHeadingText:
		return body * 1.45
	case theme.SizeNameSubHeadingText:
		return body * 1.15
	case theme.SizeNameCaptionText:
		return body * 0.87
	case theme.SizeNameInlineIcon:
		return body * 1.3
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius:
		return 4
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameDialogRadius, theme.SizeNamePopupRadius, theme.SizeNameCardRadius:
		return 6
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(n)
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func rgba(v uint32, a uint8) color.NRGBA {
	c := rgb(v)
	c.A = a
	return c
}

// palette holds every colour the program uses. Words on their ground keep a contrast of at least 4.5 to 1 (WCAG 2 AA).
var palette = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          rgb(0xF3F5F8),
	theme.ColorNameForeground:          rgb(0x1D2733),
	theme.ColorNamePrimary:             rgb(0x1B5E9E),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x1B5E9E),
	theme.ColorNameButton:              rgb(0xE6EBF1),
	theme.ColorNameDisabledButton:      rgb(0xEEF1F4),
	theme.ColorNameDisabled:            rgb(0x8591A0),
	theme.ColorNamePlaceHolder:         rgb(0x6B7785),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0xB4BFCC),
	theme.ColorNameFocus:               rgba(0x1B5E9E, 0x38),
	theme.ColorNameHover:               rgba(0x1B5E9E, 0x14),
	theme.ColorNamePressed:             rgba(0x1B5E9E, 0x30),
	theme.ColorNameSelection:           rgba(0x1B5E9E, 0x38),
	theme.ColorNameSeparator:           rgb(0xDDE3EA),
	theme.ColorNameShadow:              rgba(0x0B1B2B, 0x2E),
	theme.ColorNameScrollBar:           rgba(0x34475C, 0x90),
	theme.ColorNameScrollBarBackground: rgba(0x34475C, 0x12),
	theme.ColorNameHeaderBackground:    rgb(0xEAEFF5),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameError:               rgb(0xB3261E),
	theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	theme.ColorNameSuccess:             rgb(0x1C7145),
	theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	theme.ColorNameWarning:             rgb(0x8A5300),
	theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	ColorPanel:                         rgb(0xFFFFFF),
	ColorRail:                          rgb(0xFFFFFF),
	ColorQuiet:                         rgb(0x56626F),
	ColorTint:                          rgb(0xE1ECF7),
	ColorGood:                          rgb(0x1C7145),
	ColorWarn:                          rgb(0x8A5300),
	ColorBad:                           rgb(0xB3261E),
	ColorGoodBG:                        rgb(0xE2F3E9),
	ColorWarnBG:                        rgb(0xFDF0DA),
	ColorBadBG:                         rgb(0xFBE5E3),
	ColorQuietBG:                       rgb(0xE9EDF2),
	ColorStripe:                        rgb(0xF8FAFC),
}

// sharper replaces what poor light swallows.
var sharper = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameForeground:  rgb(0x000000),
	theme.ColorNamePrimary:     rgb(0x0B3D73),
	theme.ColorNameHyperlink:   rgb(0x0B3D73),
	theme.ColorNameInputBorder: rgb(0x4A5562),
	theme.ColorNameSeparator:   rgb(0x8A96A3),
	theme.ColorNamePlaceHolder: rgb(0x4A5562),
	theme.ColorNameDisabled:    rgb(0x5C6874),
	ColorQuiet:                 rgb(0x303A45),
	ColorGood:                  rgb(0x0C4F2C),
	ColorWarn:                  rgb(0x623A00),
	ColorBad:                   rgb(0x8C1610),
}

// Color gives the light palette whatever the system prefers: paper forms are light, and so are village halls.
func (t Theme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if t.Contrast {
		if c, ok := sharper[n]; ok {
			return c
		}
	}
	if c, ok := palette[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, theme.VariantLight)
}

// Color is a colour of the theme in use.
func Color(n fyne.ThemeColorName) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(n, theme.VariantLight)
}

// Size is a size of the theme in use.
func Size(n fyne.ThemeSizeName) float32 { return fyne.CurrentApp().Settings().Theme().Size(n) }
