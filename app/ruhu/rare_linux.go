package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"ruhu/assets"
	"ruhu/internal/store"
)

// offerRareFont lays the font of rare characters where Fyne looks for what the theme's font lacks: the folders of the
// system's fonts, which it finds by XDG_DATA_DIRS and opens only when such a character is drawn. Windows has SimSun-ExtB
// for them. Call it before the window is made. Without a folder to write to the window still works, with � for such characters.
func offerRareFont() error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	dir := filepath.Join(cache, "ruhu")
	path := filepath.Join(dir, "fonts", "HanaMinB-names.ttf")
	if _, err := os.Stat(path); err != nil {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		font := func(w io.Writer) error { _, err := io.Copy(w, bytes.NewReader(assets.RareHan())); return err }
		if err := store.WriteDurably(path, font); err != nil {
			return err
		}
	}
	others := os.Getenv("XDG_DATA_DIRS")
	if others == "" {
		others = "/usr/local/share:/usr/share" // what an unset variable stands for
	}
	return os.Setenv("XDG_DATA_DIRS", dir+":"+others)
}
