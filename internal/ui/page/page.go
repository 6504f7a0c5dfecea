// Package page says what a page of the window is, and what it is given. The pages themselves lie in folders beside this one
// and never import each other: to go elsewhere a page calls Deps.Show with the other's name.
//
// To add a page: a folder with `func New(d page.Deps) page.Page`, one line in ui/pages.go, words in assets/text.
package page

import (
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/exchange"
	"ruhu/internal/ui/kit"
)

// Page is one sheet of the window. New builds it once; Content gives the same object each time.
type Page interface {
	Content() fyne.CanvasObject
	// Refresh reads the register again and redraws: when the page is shown, and after something changed while it is.
	Refresh()
}

// The rest is optional: a page has what it needs.

// Opener is a page that shows one thing among many: Open is called before Content is shown, with what Deps.Show was given.
type Opener interface{ Open(arg string) }

// Leaver is a page that may hold unsaved work: it calls then, at once or after the person has decided. It does not call it
// where the person stays.
type Leaver interface{ Leave(then func()) }

// Dropper is a page that takes files dropped on the window.
type Dropper interface{ Drop(paths []string) }

// Commander is a page with commands of its own; they stand in the menu "本页" while it is shown.
type Commander interface{ Commands() []kit.Command }

// Focuser is a page that knows where the keyboard should be when it opens.
type Focuser interface{ Focus() }

// The names of the pages, for Deps.Show.
const (
	Home      = "home"
	Houses    = "houses"    // the list of households; arg: "", a village code or Unvisited
	Household = "household" // one household; arg: its id, "" for a new one
	Person    = "person"    // one person; arg: its id, or "new:<household id>"
	Ledgers   = "ledgers"   // arg: "" or the name of a ledger
	Import    = "import"    // arg: "" or "waiting"
	Class     = "class"     // arg: "" or the id of a class, "<id>/<key>" to begin at a question of its form
	Attend    = "attend"    // arg: "" or the id of a class
	Papers    = "papers"    // arg: "" or the id of a class, "<id>/<paper>" with the paper chosen
	Exchange  = "exchange"
	Settings  = "settings"
	Quality   = "quality"   // arg: "" or the code of a village
	Tables    = "tables"    // monthly, quarterly and other tables; arg: "" or the name of one
	Places    = "places"    // villages and villager groups
	Questions = "questions" // the county's own questions
	Outreach  = "outreach"  // events at which people were told; arg: "" or the id of one
	Schools   = "schools"   // schools that people are pointed to; arg: "" or the id of one
	Targets   = "targets"   // tasks with their numbers; arg: "" or the id of one
	Rules     = "rules"     // a county's own rules; arg: "" or the name of one
	Doubles   = "doubles"   // records that may be of one person
	Catalogue = "catalogue" // trades, programmes, institutions …; arg: "", a type of registry.CatalogueTypes, or <type>/<id>
	Audit     = "audit"     // what does not agree over all classes; arg: "" or the id of a class
	Calendar  = "calendar"  // reports and deadlines that fall due; arg: "" or "classes"
)

// PrefLanguage is the preference that keeps the language of the window: the screen before the register is open has it too.
const PrefLanguage = "look.language"

// Marks that lead an argument: a form of what the id names is opened, not its file.
const (
	New   = "new:"   // Person: somebody new in a household
	Edit  = "edit:"  // Household, Person; <id> or <id>/<key of the question to begin at>
	Visit = "visit:" // Household; <household>/<visit>, the visit "" for a new one
	Wish  = "wish:"  // Person; <person>/<wish>
	// Household, Person; <type>/<household or person>/<record>, the record "" for a new one: a fact, a slip, a follow-up
	Record = "record:"
	Merge  = "merge:" // Person; <person>/<person>: two records that may be of one
)

// Unvisited, given to Houses, shows the households that nobody has called on.
const Unvisited = "unvisited"

// Deps is what a page is given.
type Deps struct {
	Desk     *desk.Desk
	Exchange *exchange.Exchange // runs by itself while the register is open
	Window   fyne.Window
	Now      func() time.Time
	Sample   bool // the register is the training sample

	// Go runs work away from the window's thread and then, on it, what shows the result. Work that takes longer than a
	// blink goes here; work must not touch widgets.
	Go func(work func(), then func())
	// Soon runs f on the window's thread, from any goroutine: progress while Go's work runs.
	Soon func(f func())
	// After runs f on the window's thread after a while.
	After func(d time.Duration, f func())

	// Show goes to a page. Back returns to where one came from.
	Show func(name, arg string)
	Back func()

	// Forget drops the step that Back would return to: the page that is being left is done with.
	Forget func()

	// Toast says a short thing at the foot of the window; Undo says it with a button that takes the last edit back.
	Toast func(message string)
	Undo  func(message string)
	// ShowError tells of what failed and what to do; it does nothing for nil.
	ShowError func(err error)
	// Changed tells the frame that the register changed: counts are worked out again.
	Changed func()
	// Open opens a file or folder with the system's program for it.
	Open func(path string) error
	// Look is how the window looks now; SetLook changes it and builds the pages anew.
	Look    func() kit.Theme
	SetLook func(kit.Theme)
	// Lock closes the register and asks for the passphrase.
	Lock func()
	// Prefs keeps small things about the window (last folder, column widths), never data of people.
	Prefs fyne.Preferences
}
