package web

import (
	"bytes"
	"net/http"
	"time"

	"ruhu/assets"
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
		// Sent unpacked: browsers take zstd only over TLS, and only with a window of 8 MiB (RFC 9659), which this font is beyond.
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(assets.RareHan()))
	default:
		w.Header().Del("Content-Type")
		http.NotFound(w, r)
	}
}
