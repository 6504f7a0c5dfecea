// Package meta tests the repository itself: which package may lean on which, that every word has both languages and is
// used, and that no real person's number lies anywhere. It has no code of its own.
package meta
