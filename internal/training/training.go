// Package training holds a class and what happens in it: its form and notice board, its sessions, who is enrolled, who came.
//
// A class and a session are asked by survey tables (class_table.go, session.go), so that form, ledger, board and sync read one
// row for each question. Attendance (mark.go) is an add-only set: a mark is never changed, a later one corrects it. To add a
// question to the class form, add a row; to add a way of attending, add a row to Symbols; codes for cards and pages are in
// code.go, states in state.go.
package training

import (
	"strconv"
	"time"

	"ruhu/internal/survey"
)

// Types of stored things.
const (
	TypeClass     = "class"
	TypeSession   = "session"
	TypeEnrolment = "enrolment"
	TypeMark      = "mark"
)

// Class is a 培训班.
type Class struct {
	ID string
	survey.Answers
}

// Name is the class's name with its term: 中式烹调师（初级）培训班 第1期.
func (c Class) Name() string { return join(c.Answers[ClassName], c.Answers[Term]) }

// No is the official number of the class's papers, such as 姚培开〔2026〕017号.
func (c Class) No() string { return c.Answers[ClassNo] }

// Trade is what is taught.
func (c Class) Trade() string { return c.Answers[Trade] }

// TradeAndLevel is the trade with its level in brackets, the way a roster's head names it.
func (c Class) TradeAndLevel() string {
	if c.Answers[Level] == "" {
		return c.Trade()
	}
	return c.Trade() + "（" + c.Answers[Level] + "）"
}

// Hours is the planned number of 课时; 0 when it is not known.
func (c Class) Hours() float64 { return number(c.Answers, Hours) }

// Planned is the planned number of trainees; 0 when it is not known.
func (c Class) Planned() int { return int(number(c.Answers, Planned)) }

// Dates are the first and the last day; zero when not known.
func (c Class) Dates() (first, last time.Time) {
	return day(c.Answers[StartsOn]), day(c.Answers[EndsOn])
}

// Secret is what the codes of the class's cards and papers are checked with. It is made with the class and never shown.
func (c Class) Secret() string { return c.Answers[Secret] }

// Number is the five digits that stand for the class in its codes: opaque, made with the class.
func (c Class) Number() string { return c.Answers[Number] }

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

func number(a survey.Answers, key string) float64 {
	n, err := strconv.ParseFloat(a[key], 64)
	if err != nil {
		return 0
	}
	return n
}

// day reads a stored date; a partial or a missing one is the zero time.
func day(stored string) time.Time {
	t, err := time.Parse(time.DateOnly, stored)
	if err != nil {
		return time.Time{}
	}
	return t
}
