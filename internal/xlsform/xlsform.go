// Package xlsform reads a county's own questions: an XLSForm workbook (the sheets survey, choices and settings that users of
// ODK and Kobo know, xlsform.org) or a plain table with the columns key, label, kind, list, ledger. The questions become rows
// of a survey table, with no release.
//
// What is not supported is named, with its row and what to do, and everything else goes in. To support another type of
// question, add it to the map in type.go; to support another function of expressions, add it to the one in call.go.
package xlsform

import (
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// ErrNoForm is a book that has no sheet of questions.
var ErrNoForm = text.NewError("xlsform.no_form")

// Form is the questions of one sheet.
type Form struct {
	ID       string // form_id of the settings sheet, or made from the name of the file
	Title    string
	Version  string
	Table    string // the survey table that the questions are added to: person, household, visit or wish
	Fields   []survey.Field
	Rules    []survey.Rule
	Defaults survey.Answers // what a new record starts with
	source   source
}

// Problem is something in the sheet that is not taken over, or not as it is written.
type Problem struct {
	Sheet  string
	Row    int    // as a spreadsheet shows it; 0 for the whole sheet
	Column string // heading of the column; "" for the whole row
	Name   string // of the question
	Err    error  // in words, with what to do
	Left   bool   // the question is not in the form
}

// Option is what the sheet does not say itself.
type Option func(*reader)

// For says which table the questions belong to, where the settings sheet does not.
func For(table string) Option { return func(r *reader) { r.form.Table = table } }

// Is tells whether a book is a form and not a list of people.
func Is(book *sheet.Book) bool {
	_, ok := find(book)
	return ok
}
