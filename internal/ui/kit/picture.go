package kit

import (
	"bytes"
	"image"
	_ "image/gif"  // what people photograph and scan with
	_ "image/jpeg" // gives these three
	_ "image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Picture is a small picture with words beneath that opens with a tap or Enter. What is no picture has an icon in its place.
type Picture struct {
	Pressable
	image   *canvas.Image
	frame   *canvas.Rectangle
	words   *canvas.Text
	note    *canvas.Text
	caption string
}

// pictureSize is the room a small picture has.
const pictureSize = 118

// NewPicture makes a small picture; it has an icon until Draw.
func NewPicture(caption, note string, open func()) *Picture {
	p := &Picture{caption: caption, frame: canvas.NewRectangle(nil), words: Caption("", Plain), note: Caption(note, Quiet)}
	p.image = canvas.NewImageFromResource(theme.FileIcon())
	p.image.FillMode = canvas.ImageFillContain
	p.Become(p, open, p.colour)
	return p
}

// Draw shows what the bytes of a file look like; what cannot be drawn keeps its icon.
func (p *Picture) Draw(file []byte) {
	if img, ok := Drawn(file); ok {
		p.image.Resource, p.image.Image = nil, small(img)
		p.image.Refresh()
	}
}

// maxDots is the largest picture that is drawn: those of phones are smaller, and this much still fits into memory.
const maxDots = 64_000_000

// Drawn reads a picture; false for what is none, or is too large to hold.
func Drawn(file []byte) (image.Image, bool) {
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || c.Width*c.Height > maxDots {
		return nil, false
	}
	img, _, err := image.Decode(bytes.NewReader(file))
	return img, err == nil
}

// small takes every n-th dot, so that a page of photographs does not hold them whole.
func small(img image.Image) image.Image {
	b := img.Bounds()
	n := max(b.Dx(), b.Dy()) / (pictureSize * 3)
	if n < 2 {
		return img
	}
	out := image.NewNRGBA(image.Rect(0, 0, b.Dx()/n, b.Dy()/n))
	for y := range b.Dy() / n {
		for x := range b.Dx() / n {
			out.Set(x, y, img.At(b.Min.X+x*n, b.Min.Y+y*n))
		}
	}
	return out
}

func (p *Picture) colour() {
	p.frame.FillColor, p.frame.CornerRadius = Color(theme.ColorNameBackground), 4
	p.frame.StrokeWidth, p.frame.StrokeColor = 1, Color(theme.ColorNameSeparator)
	if p.Lit() {
		p.frame.StrokeWidth, p.frame.StrokeColor = 2, Color(theme.ColorNamePrimary)
	}
	p.words.Text = Ellipsis(p.caption, pictureSize*1.3, Size(theme.SizeNameCaptionText), fyne.TextStyle{})
	p.frame.Refresh()
}

// CreateRenderer lays the picture over its words.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	p.colour()
	face := container.NewGridWrap(fyne.NewSize(pictureSize*1.3, pictureSize), container.NewStack(p.frame, container.NewPadded(p.image)))
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedVBoxLayout(2), face, p.words, p.note))
}

// ShowPicture shows a picture as large as the window allows.
func ShowPicture(w fyne.Window, title string, img image.Image, buttons ...*Button) *Dialog {
	face := canvas.NewImageFromImage(img)
	face.FillMode = canvas.ImageFillContain
	d := &Dialog{Title: title, Content: face, Buttons: buttons}
	d.Default = len(buttons) - 1
	s := w.Canvas().Size()
	d.Show(w)
	d.Resize(fyne.NewSize(s.Width*0.86, s.Height*0.88))
	return d
}
