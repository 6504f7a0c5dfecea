package class

import "fyne.io/fyne/v2"

// indicators are the five of the policy.
func (s *after) indicators() []fyne.CanvasObject { return nil }
