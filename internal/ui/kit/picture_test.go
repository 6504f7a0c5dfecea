package kit_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestAPictureOpensWithEnterAndOtherFilesStayAnIcon(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2000, 1000))); err != nil {
		t.Fatal(err)
	}
	if _, ok := kit.Drawn(b.Bytes()); !ok {
		t.Error("a picture is not drawn")
	}
	if _, ok := kit.Drawn([]byte("%PDF-1.7")); ok {
		t.Error("a paper counts as a picture")
	}
	opened := 0
	p := kit.NewPicture("户口簿首页", "2026-11-20", func() { opened++ })
	w := show(t, p)
	p.Draw(b.Bytes())
	p.Draw([]byte("no picture"))
	press(t, w, fyne.KeyReturn)
	if opened != 1 {
		t.Error("Enter does not open it")
	}
}
