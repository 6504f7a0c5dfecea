package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// look is how the window looks: it changes at once.
type look struct {
	p        *Page
	size     *kit.Toggle
	contrast *kit.Toggle
	language *kit.Toggle
	box      fyne.CanvasObject
}

func newLook(p *Page) *look {
	l := &look{p: p}
	var sizes []string
	for _, s := range kit.TextSizes {
		sizes = append(sizes, text.T("settings.size."+s))
	}
	now := p.deps.Look()
	l.size = kit.NewToggle(sizes...)
	l.size.SetValue(sizes[max(slices.Index(kit.TextSizes, now.Text), 0)])
	l.size.OnChange(func() {
		l.set(func(t *kit.Theme) { t.Text = kit.TextSizes[max(slices.Index(sizes, l.size.Value()), 0)] })
	})
	yes, no := text.T("settings.contrast.on"), text.T("settings.contrast.off")
	l.contrast = kit.NewToggle(no, yes)
	l.contrast.SetValue(map[bool]string{true: yes, false: no}[now.Contrast])
	l.contrast.OnChange(func() { l.set(func(t *kit.Theme) { t.Contrast = l.contrast.Value() == yes }) })
	var languages []string
	for _, lang := range text.Languages {
		languages = append(languages, text.T("settings.language."+lang))
	}
	l.language = kit.NewToggle(languages...)
	l.language.SetValue(text.T("settings.language." + text.Language()))
	l.language.OnChange(func() { l.speak(slices.Index(languages, l.language.Value())) })
	l.box = section("settings.look", field("settings.size", kit.Line(0, l.size)), field("settings.contrast", kit.Line(0, l.contrast)),
		field("settings.language", kit.Line(0, l.language)))
	return l
}

// set changes the look once the press that asked for it is over: the pages are built anew then, this one among them.
func (l *look) set(change func(*kit.Theme)) {
	t := l.p.deps.Look()
	change(&t)
	l.p.deps.After(0, func() { l.p.deps.SetLook(t) })
}

// speak changes the language, now and for the next start.
func (l *look) speak(i int) {
	if i < 0 || text.Languages[i] == text.Language() {
		l.language.SetValue(text.T("settings.language." + text.Language()))
		return
	}
	if err := text.Use(text.Languages[i]); err != nil {
		l.p.deps.ShowError(err)
		return
	}
	l.p.deps.Prefs.SetString(page.PrefLanguage, text.Languages[i])
	l.set(func(*kit.Theme) {})
}
