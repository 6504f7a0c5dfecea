package kit

import (
	"sync"

	"golang.org/x/image/font/sfnt"

	"ruhu/assets"
)

var boldFace = sync.OnceValue(func() *sfnt.Font {
	f, err := sfnt.Parse(assets.SansBold)
	if err != nil {
		return nil
	}
	return f
})

var boldMu sync.Mutex
var boldBuf sfnt.Buffer

// BoldHas tells whether the bold face has every character of s. It is cut to the 8105 characters of 通用规范汉字表; a rarer
// one, as names have, would be drawn as a replacement mark, so such a text stays regular.
func BoldHas(s string) bool {
	f := boldFace()
	if f == nil {
		return false
	}
	boldMu.Lock()
	defer boldMu.Unlock()
	for _, r := range s {
		if i, err := f.GlyphIndex(&boldBuf, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}
