package kit_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/kit"
)

// luminance is WCAG 2's relative luminance.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func TestWordsStandOutFromTheirGround(t *testing.T) {
	pairs := [][2]fyne.ThemeColorName{
		{theme.ColorNameForeground, theme.ColorNameBackground}, {theme.ColorNameForeground, kit.ColorPanel}, {theme.ColorNameForeground, kit.ColorTint},
		{kit.ColorQuiet, kit.ColorPanel}, {kit.ColorQuiet, theme.ColorNameBackground}, {kit.ColorQuiet, kit.ColorQuietBG}, {kit.ColorQuiet, theme.ColorNameHeaderBackground},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground}, {theme.ColorNamePrimary, kit.ColorTint},
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary}, {theme.ColorNameForegroundOnError, theme.ColorNameError},
		{kit.ColorGood, kit.ColorGoodBG}, {kit.ColorWarn, kit.ColorWarnBG}, {kit.ColorBad, kit.ColorBadBG}, {kit.ColorGood, kit.ColorPanel},
		{theme.ColorNameForeground, theme.ColorNameButton},
	}
	for _, look := range []struct {
		name string
		t    kit.Theme
		min  float64
	}{{"calm", kit.Theme{}, 4.5}, {"contrast", kit.Theme{Contrast: true}, 4.5}} {
		for _, p := range pairs {
			if c := contrast(look.t.Color(p[0], theme.VariantLight), look.t.Color(p[1], theme.VariantDark)); c < look.min {
				t.Errorf("%s: %s on %s is %.1f to 1", look.name, p[0], p[1], c)
			}
		}
	}
}

func TestTextGrowsWithTheSetting(t *testing.T) {
	last := float32(0)
	for _, name := range kit.TextSizes {
		size := kit.Theme{Text: name}.Size(theme.SizeNameText)
		if size <= last {
			t.Errorf("%s is %.1f after %.1f", name, size, last)
		}
		last = size
	}
}

func TestANameWithRareCharactersIsNotSetInBold(t *testing.T) {
	for _, row := range []struct {
		name string
		bold bool
	}{{"王小明", true}, {"古丽·阿不都热依木", true}, {"㛃兰", false}, {"𬭳", false}, {"𠮷野", false}} {
		if got := kit.BoldHas(row.name); got != row.bold {
			t.Logf("%s: bold %v", row.name, got)
			if got && !row.bold {
				continue // the face grew: nothing is lost
			}
			t.Errorf("%s is said to be in the bold face: %v", row.name, got)
		}
	}
}
