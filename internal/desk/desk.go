// Package desk is one open register with its index: the verbs that the window and the command line share. What may be saved,
// who is the same person, who may enrol: they ask here, and have no rules of their own.
//
// A verb reads or writes through a store.Store; every edit is kept so that it can be taken back (undo.go). To add a verb for a
// new kind of thing, write <thing>.go beside person.go, name its parents in links.go, and let it save through saving.go.
package desk

import (
	"slices"
	"sync"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/search"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// Options are what a desk is opened with.
type Options struct {
	Now     func() time.Time // nil: time.Now
	Actor   string           // who sits at it; "" is the one in the settings
	FastKDF bool             // tests only
}

// Desk is an open register. It is safe for use from several goroutines.
type Desk struct {
	store *store.Store
	index *search.Index
	now   func() time.Time
	actor string // given with Options; wins over the settings

	mu        sync.RWMutex
	links     links
	houses    map[string]house
	byNo      map[string][]string    // households by 户编号
	lying     map[[2]string][]string // the places of a household by village and group, each once
	merges    merges
	conflicts map[store.Ref]bool
	handed    map[store.Ref]survey.Answers // just written, for the index (handed.go)
	tables    map[string]*survey.Table     // with questions of the county's own; nil after a change
	places    places                       // with the county's own changes; empty after one
	held      string                       // the county whose names are those of places
	book      *rules.Book                  // the rules in force; nil after a change
	catalogue *catalogue.Book              // the catalogues in force; nil after a change
	source    *report.Source               // of the ledgers; nil after a change
	edition   int                          // grows with every change
	listeners []func([]store.Ref)

	alikes alikes // locks itself, before mu

	tips    map[string]tip // by class, the last mark of this device; empty after a change of marks
	marking sync.Mutex     // held while a mark is added; locked before mu

	edits sync.Mutex // guards done and undone
	done  []act
	undid []act
}

// Create makes a new, empty register. The file must not exist.
func Create(path, pass string, o Options) (*Desk, error) {
	s, err := store.Create(path, pass, o.store())
	if err != nil {
		return nil, err
	}
	return o.sit(s)
}

// Open opens a register.
func Open(path, pass string, o Options) (*Desk, error) {
	s, err := store.Open(path, pass, o.store())
	if err != nil {
		return nil, err
	}
	return o.sit(s)
}

// At sits at a store that is open already.
func At(s *store.Store, o Options) (*Desk, error) {
	d := &Desk{store: s, index: search.New(), now: o.Now, actor: o.Actor, links: newLinks(), houses: map[string]house{}, byNo: map[string][]string{}, lying: map[[2]string][]string{}, merges: newMerges(),
		conflicts: map[store.Ref]bool{}, tips: map[string]tip{}}
	if d.now == nil {
		d.now = time.Now
	}
	if err := d.load(); err != nil {
		return nil, err
	}
	d.settleMerges()
	if err := d.holdPlaces(); err != nil {
		return nil, err
	}
	s.OnChange(d.changed)
	return d, nil
}

func (o Options) store() store.Options {
	return store.Options{Now: o.Now, FastKDF: o.FastKDF}
}

func (o Options) sit(s *store.Store) (*Desk, error) {
	d, err := At(s, o)
	if err != nil {
		s.Close()
		return nil, err
	}
	return d, nil
}

// Close closes the register. Nothing waits to be written: every verb has done so when it returns.
func (d *Desk) Close() error {
	d.letGo()
	return d.store.Close()
}

// Store is the data file beneath.
func (d *Desk) Store() *store.Store { return d.store }

// Today is the day that ages and rules are worked out for.
func (d *Desk) Today() time.Time {
	y, m, day := d.now().Date()
	return time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
}

// Actor is who edits: what is written beside each change.
func (d *Desk) Actor() string {
	if d.actor != "" {
		return d.actor
	}
	s, err := d.Settings()
	if err != nil {
		return ""
	}
	return s.Actor
}

// changed keeps what the desk knows up with the store, then tells the listeners.
func (d *Desk) changed(refs []store.Ref) {
	d.forgetTables(refs)
	d.forgetTips(refs)
	d.follow(refs)
	d.settleMerges()
	d.followNames(refs)
	if slices.ContainsFunc(refs, func(r store.Ref) bool { return r.Type == registry.TypePlace }) {
		_ = d.holdPlaces() // a list that cannot be read is said by whoever asks for a place
	}
	d.tell(refs)
}

func (d *Desk) tell(refs []store.Ref) {
	d.mu.RLock()
	listeners := d.listeners
	d.mu.RUnlock()
	for _, f := range listeners {
		f(refs)
	}
}

// OnChange calls f after every committed change, ours or the county's, when the index knows of it already. f must not edit.
func (d *Desk) OnChange(f func(refs []store.Ref)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.listeners = append(d.listeners, f)
}
