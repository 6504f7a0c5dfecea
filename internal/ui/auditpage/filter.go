package auditpage

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/audit"
	"ruhu/internal/quality"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// filter is the line of what the findings are narrowed down by.
type filter struct {
	content  *fyne.Container
	class    *kit.Picker
	severity *kit.Picker
	check    *kit.Picker
	search   *kit.SearchBox
	found    *found
}

func newFilter(changed, rows func()) *filter {
	f := &filter{found: &found{}}
	f.class = kit.NewPickerOf(func() []kit.Item {
		return f.counted(func(x quality.Finding) (string, string) { return x.Class, f.found.className(x.Class) })
	})
	f.severity = kit.NewPickerOf(func() []kit.Item {
		return f.counted(func(x quality.Finding) (string, string) { return string(x.Severity), x.Severity.Words() })
	})
	f.check = kit.NewPickerOf(func() []kit.Item {
		return f.counted(func(x quality.Finding) (string, string) { return x.Check, audit.Title(x.Check) })
	})
	f.class.Hint, f.severity.Hint, f.check.Hint = text.T("auditpage.all_classes"), text.T("auditpage.all_severities"), text.T("auditpage.all_checks")
	for _, p := range []*kit.Picker{f.class, f.severity, f.check} {
		p.OnChange(changed)
		p.Escape = rows
	}
	f.search = kit.NewSearchBox(text.T("auditpage.search"))
	f.search.Search = func(string) { changed() }
	f.search.Down, f.search.Go = rows, rows
	left := kit.Line(8, kit.Em(14, f.class), kit.Em(8, f.severity), kit.Em(11, f.check), kit.Wide(1, kit.Gap()))
	f.content = &fyne.Container{Layout: layout.NewBorderLayout(nil, nil, left, nil), Objects: []fyne.CanvasObject{left, f.search}}
	return f
}

func (f *filter) take(x *found) { f.found = x }

func (f *filter) set(class, severity, check string) {
	f.class.SetValue(class)
	f.severity.SetValue(severity)
	f.check.SetValue(check)
}

func (f *filter) value() wish {
	return wish{class: f.class.Value(), severity: f.severity.Value(), check: f.check.Value(), words: f.search.Text}
}

// counted are the values that findings have, with how many have each, the commonest first.
func (f *filter) counted(of func(quality.Finding) (value, name string)) []kit.Item {
	counts, names := map[string]int{}, map[string]string{}
	for _, x := range f.found.all {
		value, name := of(x)
		counts[value]++
		names[value] = name
	}
	var items []kit.Item
	for value, n := range counts {
		if value != "" {
			items = append(items, kit.Item{Value: value, Name: names[value], Code: text.T("auditpage.number", n)})
		}
	}
	slices.SortFunc(items, func(a, b kit.Item) int { return cmp.Or(counts[b.Value]-counts[a.Value], cmp.Compare(a.Value, b.Value)) })
	return items
}
