package kit_test

import (
	"bytes"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

// stroke draws from one point to the next.
func stroke(s *kit.Sign, points ...fyne.Position) {
	for _, p := range points {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}})
	}
	s.DragEnd()
}

func TestASignatureBecomesABlackAndWhitePictureCutToIt(t *testing.T) {
	s := kit.NewSign()
	show(t, s)
	if s.PNG() != nil {
		t.Error("an empty sheet gives a picture")
	}
	stroke(s, fyne.NewPos(50, 50), fyne.NewPos(150, 50))
	stroke(s, fyne.NewPos(100, 20), fyne.NewPos(100, 90))
	img, err := png.Decode(bytes.NewReader(s.PNG()))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 336 || b.Dy() != 246 {
		t.Errorf("the picture is %v", b)
	}
	for _, at := range []struct{ x, y, gray int }{{168, 108, 0}, {30, 108, 0}, {30, 30, 255}, {320, 230, 255}} {
		if r, _, _, _ := img.At(at.x, at.y).RGBA(); int(r>>8) != at.gray {
			t.Errorf("the dot at %d,%d is %d, want %d", at.x, at.y, r>>8, at.gray)
		}
	}
}

func TestStrokesAreTakenBackOneByOne(t *testing.T) {
	s := kit.NewSign()
	w := show(t, s)
	stroke(s, fyne.NewPos(50, 50), fyne.NewPos(150, 50))
	one := s.PNG()
	stroke(s, fyne.NewPos(50, 80), fyne.NewPos(150, 90))
	press(t, w, fyne.KeyBackspace)
	if !bytes.Equal(s.PNG(), one) {
		t.Error("the second stroke is still there")
	}
	press(t, w, fyne.KeyDelete)
	if !s.Empty() {
		t.Error("the sheet is not empty")
	}
}
