package web

import (
	"bytes"
	"net/http"
	"sync"
	"time"

	"ruhu/assets"
	"ruhu/internal/batch"
)

func serveStyle(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "max-age=3600")
	w.Write(style)
}

// serveFont gives the fonts for characters that the clerk's machine has none for; style.css names them last, so that a
// browser fetches one only when it meets such a character.
func serveFont(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	w.Header().Set("Content-Type", "font/ttf")
	switch r.PathValue("name") {
	case "sans.ttf":
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(assets.SansRegular))
	case "rare.ttf":
		font, err := rareFont()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(font))
	default:
		w.Header().Del("Content-Type")
		http.NotFound(w, r)
	}
}

// rareFont is unpacked at the first such character. It is not sent packed: browsers take zstd only over TLS, and only with
// a window of 8 MiB (RFC 9659), which this font is beyond.
var rareFont = sync.OnceValues(func() ([]byte, error) { return batch.Unpack(assets.RareHan, 32<<20) })
