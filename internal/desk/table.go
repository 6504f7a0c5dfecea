package desk

import (
	"cmp"
	"errors"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/training"
	"ruhu/internal/xlsform"
)

// Table is what is asked about a type of thing, a county's own questions behind those that ship; nil for a type that there is
// not. It is the table by which forms ask, answers are checked, lists are read and ledgers shown.
func (d *Desk) Table(typ string) *survey.Table {
	if t := d.countyTables()[typ]; t != nil {
		return t
	}
	return training.TableOf(typ)
}

// Tables are the tables that have questions of the county's own.
func (d *Desk) Tables() []*survey.Table {
	var all []*survey.Table
	for _, t := range d.countyTables() {
		all = append(all, t)
	}
	return all
}

// countyTables are worked out once, and again after a form of questions has changed.
func (d *Desk) countyTables() map[string]*survey.Table {
	d.mu.RLock()
	tables := d.tables
	d.mu.RUnlock()
	if tables != nil {
		return tables
	}
	forms, err := d.readForms()
	if err != nil {
		return map[string]*survey.Table{} // unreadable: the store's own check reports it, and what ships is asked all the same
	}
	tables = map[string]*survey.Table{}
	for _, f := range forms {
		base := tables[f.Form.Table]
		if base == nil {
			base = training.TableOf(f.Form.Table)
		}
		if base != nil {
			tables[f.Form.Table] = base.Plus(f.fields(), f.rules())
		}
	}
	d.offerTrades(tables)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tables = tables
	return tables
}

// forgetTables is called when something has changed.
func (d *Desk) forgetTables(refs []store.Ref) {
	for _, r := range refs {
		switch r.Type {
		case registry.TypeQuestion:
			d.mu.Lock()
			d.tables = nil
			d.mu.Unlock()
		case registry.TypeRule:
			d.mu.Lock()
			d.book = nil
			d.mu.Unlock()
		case registry.TypeTrade, registry.TypeProgramme, registry.TypeInstitution, registry.TypeAssessor, registry.TypeTeacher:
			d.mu.Lock()
			d.catalogue, d.tables = nil, nil // wishes offer the county's trades
			d.mu.Unlock()
		case registry.TypePlace:
			d.mu.Lock()
			d.places = places{}
			d.mu.Unlock()
		}
	}
}

// Questions is a form of a county's own questions.
type Questions struct {
	ID   string
	Form xlsform.Form
	Off  bool // no longer asked; what was answered stays, is shown and travels
}

func (q Questions) fields() []survey.Field {
	out := make([]survey.Field, len(q.Form.Fields))
	for i, f := range q.Form.Fields {
		out[i] = f
		out[i].Retired = f.Retired || q.Off
	}
	return out
}

func (q Questions) rules() []survey.Rule {
	if q.Off {
		return nil
	}
	return q.Form.Rules
}

// readForms reads the forms of questions without asking for a table: it is how tables come about.
func (d *Desk) readForms() ([]Questions, error) {
	var all []Questions
	for _, id := range d.of(registry.TypeQuestion, "") {
		e, err := d.store.Get(registry.TypeQuestion, id)
		if errors.Is(err, store.ErrNotFound) || err == nil && e.Deleted() {
			continue
		}
		if err != nil {
			return nil, err
		}
		form, err := xlsform.Parse(e.Value(survey.FormRows))
		if err != nil {
			continue // of a newer program: its answers are kept under their keys
		}
		form.Title, form.Table = e.Value(survey.FormTitle), e.Value(survey.FormTable)
		all = append(all, Questions{ID: id, Form: form, Off: e.Value(survey.FormOff) == survey.Yes})
	}
	slices.SortStableFunc(all, compareQuestions)
	return all, nil
}

// compareQuestions puts what is asked before what no longer is, and the newest first: of two questions under one key the first
// counts.
func compareQuestions(a, b Questions) int {
	if a.Off != b.Off {
		if a.Off {
			return 1
		}
		return -1
	}
	return cmp.Compare(b.ID, a.ID)
}
