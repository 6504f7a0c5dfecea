package assets

import (
	_ "embed"
	"sync"

	"github.com/klauspost/compress/zstd"
)

//go:embed fonts/HanaMinB-names.ttf.zst
var packedRareHan []byte

// RareHan is HanaMinB cut to the characters of CJK Extensions B to F that have a known reading: for names that Noto Sans SC
// has no glyph for, such as 𠮷. It is unpacked when the first such character needs it. See fonts/LICENSE-HanaMin.txt.
var RareHan = sync.OnceValue(func() []byte {
	r, err := zstd.NewReader(nil)
	if err != nil {
		panic(err)
	}
	defer r.Close()
	font, err := r.DecodeAll(packedRareHan, nil)
	if err != nil {
		panic("the font of rare characters: " + err.Error()) // a part of the program is broken
	}
	return font
})
