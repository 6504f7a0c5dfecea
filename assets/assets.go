// Package assets embeds what the program shows and prints with: words, fonts, icons.
package assets

import "embed"

// Text has text/<language>/<area>.json: flat objects from key to words.
//
//go:embed text
var Text embed.FS

// SansRegular is Noto Sans SC, whole: screen and print. OFL-1.1, see fonts/OFL-NotoSansSC.txt.
//
//go:embed fonts/NotoSansSC-Regular.ttf
var SansRegular []byte

// SansBold is Noto Sans SC Bold, cut to the 8105 characters of 通用规范汉字表; what it lacks is in SansRegular.
//
//go:embed fonts/NotoSansSC-Bold-8105.ttf
var SansBold []byte

// SerifRegular is Noto Serif SC, cut to the same characters: titles that should look official. OFL-1.1.
//
//go:embed fonts/NotoSerifSC-Regular-8105.ttf
var SerifRegular []byte

// Yi is Noto Sans Yi. OFL-1.1.
//
//go:embed fonts/NotoSansYi-Regular.ttf
var Yi []byte
