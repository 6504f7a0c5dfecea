package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// setMenu builds the menu, where every key of the window is written: only there do they work while an entry has the keyboard.
func (f *frame) setMenu() {
	menus := []*fyne.Menu{f.fileMenu(), f.editMenu(), f.goMenu()}
	if c, ok := f.built[f.at.name].(page.Commander); ok {
		if commands := c.Commands(); len(commands) > 0 {
			for i := range commands {
				commands[i].Do = f.free(commands[i].Do)
			}
			menus = append(menus, kit.Menu(text.T("ui.menu.page"), commands...))
		}
	}
	menus = append(menus, kit.Menu(text.T("ui.menu.help"),
		kit.Command{Label: text.T("ui.menu.keys"), Key: fyne.KeyF1, Do: f.free(f.showKeys)},
		kit.Command{Label: text.T("ui.menu.about"), Do: f.free(f.showAbout)}))
	m := fyne.NewMainMenu(menus...)
	f.w.Win.SetMainMenu(m)
	f.w.Win.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { bare(m, k) })
}

// bare does what a key without Ctrl or Alt stands for in the menu: those do not reach the menu by themselves.
func bare(m *fyne.MainMenu, k *fyne.KeyEvent) {
	for _, menu := range m.Items {
		for _, i := range menu.Items {
			if s, ok := i.Shortcut.(*desktop.CustomShortcut); ok && s.Modifier == 0 && s.KeyName == k.Name {
				i.Action()
				return
			}
		}
	}
}

// free keeps a command from firing behind an open dialog.
func (f *frame) free(do func()) func() {
	return func() {
		if do != nil && f.w.Win.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

func (f *frame) fileMenu() *fyne.Menu {
	quit := fyne.NewMenuItem(text.T("ui.menu.quit"), func() { f.w.leave(f.w.quit) })
	quit.IsQuit = true
	m := kit.Menu(text.T("ui.menu.file"),
		kit.Ctrl(text.T("ui.menu.new_household"), fyne.KeyN, f.free(func() { f.show(page.Household, "") })),
		kit.Ctrl(text.T("ui.menu.import"), fyne.KeyI, f.free(func() { f.show(page.Import, "") })),
		kit.Command{},
		kit.Ctrl(text.T("ui.menu.lock"), fyne.KeyL, f.free(f.w.lock)),
	)
	m.Items = append(m.Items, quit)
	return m
}

// editMenu says what would be taken back.
func (f *frame) editMenu() *fyne.Menu {
	f.turns = f.canTurn()
	undo, redo := text.T("ui.menu.undo"), text.T("ui.menu.redo")
	if f.turns[0] != "" {
		undo = text.T("ui.menu.undo_what", f.turns[0])
	}
	if f.turns[1] != "" {
		redo = text.T("ui.menu.redo_what", f.turns[1])
	}
	return kit.Menu(text.T("ui.menu.edit"),
		kit.Command{Label: undo, Key: fyne.KeyZ, Mod: fyne.KeyModifierControl | fyne.KeyModifierAlt, Do: f.free(f.undo)},
		kit.Command{Label: redo, Key: fyne.KeyY, Mod: fyne.KeyModifierControl | fyne.KeyModifierAlt, Do: f.free(f.redo)},
	)
}

// canTurn is what undo and redo would turn back.
func (f *frame) canTurn() [2]string { return [2]string{f.desk.CanUndo(), f.desk.CanRedo()} }

func (f *frame) goMenu() *fyne.Menu {
	commands := []kit.Command{
		kit.Ctrl(text.T("ui.menu.find"), fyne.KeyF, f.free(f.finder.focus)),
		kit.Alt(text.T("ui.menu.back"), fyne.KeyLeft, f.free(f.goBack)),
		{},
	}
	n := 0
	var rare []kit.Command
	for _, p := range pages() {
		if p.icon == nil {
			continue
		}
		if p.rare {
			rare = append(rare, kit.Command{Label: text.T("ui.page." + p.name), Do: f.free(func() { f.show(p.name, "") })})
			continue
		}
		n++
		commands = append(commands, kit.Alt(text.T("ui.page."+p.name), fyne.KeyName(fmt.Sprint(n%10)), f.free(func() { f.show(p.name, "") })))
	}
	return kit.Menu(text.T("ui.menu.go"), append(append(commands, kit.Command{}), rare...)...)
}

func (f *frame) showKeys() {
	kit.Tell(f.w.Win, text.T("ui.menu.keys"), text.T("ui.keys"))
}

func (f *frame) showAbout() {
	kit.Tell(f.w.Win, text.T("ui.menu.about"), text.T("ui.about", f.w.o.Store))
}
