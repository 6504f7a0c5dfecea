//go:build !linux

package main

// offerRareFont does nothing here: the system has a font for rare characters.
func offerRareFont() error { return nil }
