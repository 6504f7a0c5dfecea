package web

import (
	"bytes"
	"net/http"
	"strings"
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
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "zstd") {
			http.Error(w, "needs zstd", http.StatusNotAcceptable)
			return
		}
		w.Header().Set("Content-Encoding", "zstd")
		w.Write(assets.RareHan)
	default:
		w.Header().Del("Content-Type")
		http.NotFound(w, r)
	}
}
