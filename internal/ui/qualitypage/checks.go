package qualitypage

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/quality"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// checks is the list of all checks: which are made, how bad each is and its numbers. Enter changes one, o switches it on or off.
func (p *Page) checks() fyne.CanvasObject {
	ships := quality.Checks()
	set, err := p.d.Desk.Checks()
	if err != nil {
		p.d.ShowError(err)
		return kit.Gap()
	}
	columns := []kit.Column{
		{Title: text.T("qualitypage.checks.on"), Em: 4}, {Title: text.T("qualitypage.col.check"), Em: 14}, {Title: text.T("qualitypage.col.severity"), Em: 4.6},
		{Title: text.T("qualitypage.checks.numbers"), Em: 12}, {Title: text.T("qualitypage.checks.found"), Em: 4, Right: true}, {Title: text.T("qualitypage.checks.state"), Em: 5},
	}
	count := p.counts()
	g := kit.NewGrid(columns, 2, func() int { return len(set) }, func(row, column int) kit.Cell { return checkCell(set[row], ships[row], count(set[row].Code), column) })
	g.Sorts = true
	g.OnOpen = func(row, _ int) { p.change(set, row) }
	g.OnMove = func(int, int) {}
	g.OnType = func(r rune) {
		if row, _ := g.Current(); r == 'o' && row >= 0 {
			p.turn(set, row)
		}
	}
	g.Escape = func() { p.d.Window.Canvas().Focus(p.view) }
	if p.checkRow >= 0 && p.checkRow < len(set) {
		g.SetCurrent(p.checkRow, 0)
	}
	reset := kit.NewButton(text.T("qualitypage.checks.reset"), p.resetChecks)
	if quality.Checks().Changes(set) == quality.Checks().Changes(ships) {
		reset.Disable()
	}
	foot := container.NewBorder(nil, nil, nil, reset, kit.Prose(text.T("qualitypage.checks.note"), kit.Quiet))
	return container.NewBorder(nil, foot, nil, nil, g)
}

// counts tells how often each check found something; nothing while that is still being looked for.
func (p *Page) counts() func(check string) string {
	if p.found == nil {
		return func(string) string { return "" }
	}
	count := map[string]int{}
	for _, x := range p.found.all {
		count[x.Check]++
	}
	return func(check string) string { return strconv.Itoa(count[check]) }
}

func checkCell(c, ships quality.Check, found string, column int) kit.Cell {
	tone := kit.Plain
	if !c.On {
		tone = kit.Quiet
	}
	switch column {
	case 0:
		if c.On {
			return kit.Cell{Text: text.T("qualitypage.checks.yes"), Tone: kit.Good, Badge: true}
		}
		return kit.Cell{Text: text.T("qualitypage.checks.no"), Tone: kit.Quiet, Badge: true}
	case 1:
		return kit.Cell{Text: c.Title(), Tone: tone}
	case 2:
		return kit.Cell{Text: c.Severity.Words(), Tone: tones[c.Severity], Badge: true}
	case 3:
		return kit.Cell{Text: numbersOf(c), Tone: tone}
	case 4:
		return kit.Cell{Text: found, Tone: kit.Quiet}
	}
	if c.On == ships.On && c.Severity == ships.Severity && maps.Equal(c.Numbers, ships.Numbers) {
		return kit.Cell{}
	}
	return kit.Cell{Text: text.T("qualitypage.checks.own"), Tone: kit.Accent, Badge: true}
}

// numbersOf says the ages, months and the like of a check.
func numbersOf(c quality.Check) string {
	var words []string
	for _, key := range slices.Sorted(maps.Keys(c.Numbers)) {
		words = append(words, text.T("qualitypage.number_of", numberWords(key), plainNumber(c.Numbers[key])))
	}
	return strings.Join(words, text.T("qualitypage.and"))
}

// numberWords is what a number of a check is called; one that this program has no word for stands under its key.
func numberWords(key string) string {
	if k := "qualitypage.num." + key; text.Has(k) {
		return text.T(k)
	}
	return key
}

func plainNumber(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
