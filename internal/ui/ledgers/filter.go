package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// filter is the line of what a ledger is narrowed down by.
type filter struct {
	content fyne.CanvasObject
	village *kit.Picker
	status  *kit.Picker
	on      *kit.DateEntry
	from    *kit.DateEntry
	until   *kit.DateEntry
	sorts   *fyne.Container // where, and in what state
	day     *fyne.Container // the day whose state is shown
	time    *fyne.Container // the time of what happened
	search  *kit.SearchBox
	made    report.Table
}

// newFilter makes it; changed is called when something was chosen, rows when the keyboard goes on to the rows, out when it leaves.
func newFilter(d page.Deps, changed, rows, out func()) *filter {
	f := &filter{}
	f.village = kit.NewPickerOf(func() []kit.Item { return page.VillagesInUse(d.Desk) })
	f.status = kit.NewPickerOf(f.statuses)
	f.village.Hint, f.status.Hint = text.T("ledgers.all_villages"), text.T("ledgers.all_states")
	for _, p := range []*kit.Picker{f.village, f.status} {
		p.OnChange(changed)
		p.Escape = rows
	}
	f.on, f.from, f.until = kit.NewDateEntry(d.Desk.Today), kit.NewDateEntry(d.Desk.Today), kit.NewDateEntry(d.Desk.Today)
	for _, e := range []*kit.DateEntry{f.on, f.from, f.until} {
		e.SetPlaceHolder(text.T("ledgers.date"))
		e.OnChange(changed)
		e.Escape = rows
	}
	f.on.SetPlaceHolder(text.T("ledgers.today"))
	f.search = kit.NewSearchBox(text.T("ledgers.search"))
	f.search.Search = func(string) { changed() }
	f.search.Down, f.search.Go = rows, rows
	f.search.Escape = func() {
		if f.search.Text != "" {
			f.search.Clear()
			return
		}
		out()
	}
	f.day = kit.Line(6, kit.Caption(text.T("ledgers.on"), kit.Quiet), kit.Em(7.5, f.on))
	f.time = kit.Line(6, kit.Caption(text.T("ledgers.from"), kit.Quiet), kit.Em(7.5, f.from), kit.Caption(text.T("ledgers.until"), kit.Quiet), kit.Em(7.5, f.until))
	f.sorts = kit.Line(8, kit.Em(8.6, f.village), kit.Em(10, f.status))
	left := kit.Line(8, f.sorts, f.day, f.time, kit.Wide(1, kit.Gap()))
	// the order of the objects is that of Tab
	f.content = &fyne.Container{Layout: layout.NewBorderLayout(nil, nil, left, nil), Objects: []fyne.CanvasObject{left, f.search}}
	f.suit("")
	return f
}

// suit shows the fields that a ledger has use for: a log is asked for by time, the rest by day.
func (f *filter) suit(name string) {
	if f.time.Hidden == logs[name] || f.day.Hidden != logs[name] {
		f.time.Hidden, f.day.Hidden = !logs[name], logs[name]
		f.content.Refresh()
	}
}

// value is the filter without the words searched for.
func (f *filter) value() report.Filter {
	v := report.Filter{Village: f.village.Value(), Status: f.status.Value()}
	if f.time.Hidden {
		v.On = f.on.Value()
	} else {
		v.From, v.Until = f.from.Value(), f.until.Value()
	}
	return v
}

func (f *filter) idle() bool { return f.value() == report.Filter{} && f.search.Text == "" }

// set shows a filter that was kept.
func (f *filter) set(v report.Filter) {
	f.village.SetValue(v.Village)
	f.status.SetValue(v.Status)
	f.on.SetValue(v.On)
	f.from.SetValue(v.From)
	f.until.SetValue(v.Until)
	f.search.SetQuietly(v.Text)
}

func (f *filter) clear() { f.set(report.Filter{}) }

// take remembers what a ledger is sorted into. A school lies in no village and has no state: neither is asked for.
func (f *filter) take(made report.Table) {
	f.made = made
	if school := made.Of == registry.TypeSchool; school != f.sorts.Hidden {
		f.sorts.Hidden = school
		f.content.Refresh()
	}
}

func (f *filter) statuses() []kit.Item {
	var items []kit.Item
	for _, s := range f.made.Statuses {
		items = append(items, kit.Item{Value: s.Name, Code: ledger.Count(f.made, s.Count)})
	}
	return items
}
