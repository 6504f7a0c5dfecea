package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Command is something to do from the menu, with its key. Keys live on the main menu because only there they fire while an
// entry has the keyboard.
type Command struct {
	Label string
	Key   fyne.KeyName // "" for none
	Mod   fyne.KeyModifier
	Do    func()
}

// Ctrl makes a command with Ctrl and a key.
func Ctrl(label string, key fyne.KeyName, do func()) Command {
	return Command{Label: label, Key: key, Mod: fyne.KeyModifierControl, Do: do}
}

// Alt makes a command with Alt and a key.
func Alt(label string, key fyne.KeyName, do func()) Command {
	return Command{Label: label, Key: key, Mod: fyne.KeyModifierAlt, Do: do}
}

// Menu makes a menu of commands; one without a label is a line between two groups.
func Menu(title string, commands ...Command) *fyne.Menu {
	m := fyne.NewMenu(title)
	for _, c := range commands {
		if c.Label == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		i := fyne.NewMenuItem(c.Label, c.Do)
		if c.Key != "" {
			i.Shortcut = &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mod}
		}
		m.Items = append(m.Items, i)
	}
	return m
}

// pass hands a key that the widget o has no use for to the window, which knows the keys without Ctrl or Alt (F1, F3 …): Fyne
// gives those to what has the keyboard and to nobody else.
func pass(o fyne.CanvasObject, k *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// function tells whether k is one of F1 to F12.
func function(k *fyne.KeyEvent) bool {
	return len(k.Name) >= 2 && k.Name[0] == 'F' && k.Name[1] >= '1' && k.Name[1] <= '9'
}
