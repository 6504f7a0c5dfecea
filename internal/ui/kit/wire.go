package kit

// Wire gives an entry the keys of what it stands in: Ctrl+Enter, Esc, and where Enter leads.
func (e *Entry) Wire(save, out, next func()) { e.Save, e.Escape, e.Next = save, out, next }

// Wire is Entry.Wire for what is chosen.
func (a *answered) Wire(save, out, next func()) { a.Save, a.Escape, a.Next = save, out, next }
