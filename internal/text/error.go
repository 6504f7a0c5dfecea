package text

import "errors"

// Error is a failure that a person is told of: what happened (the words of Key, with Args) and, where the words have a
// second key Key+".way", the way out. The package that owns an idea declares its errors with NewError; errors.Is finds
// them again by key, whatever Args and Cause they carry by then.
type Error struct {
	Key   string
	Args  []any
	Cause error // for the log only; never shown
}

// NewError declares an error by its key.
func NewError(key string) *Error { return &Error{Key: key} }

// With gives the error with the things in hand, in the order the words name them. Never pass what must not be shown on a
// screen or written to a log: an ID number, a phone number.
func (e *Error) With(args ...any) *Error { return &Error{Key: e.Key, Args: args, Cause: e.Cause} }

// Because gives the error with what lies behind it.
func (e *Error) Because(cause error) *Error { return &Error{Key: e.Key, Args: e.Args, Cause: cause} }

// Error is for the log: the key, and the cause behind it.
func (e *Error) Error() string {
	s := e.Key + ": " + T(e.Key, e.Args...)
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is makes two errors of one key the same to errors.Is.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Key == e.Key
}

// Explanation is an error in a person's words.
type Explanation struct {
	What string // what happened
	Way  string // what to do about it; may be empty
}

// String is both sentences, one after the other.
func (x Explanation) String() string {
	if x.Way == "" {
		return x.What
	}
	return x.What + "\n" + x.Way
}

// Explain puts err into words. An error without words of its own becomes "error.unexpected"; its chain belongs in the log.
func Explain(err error) Explanation {
	var e *Error
	if !errors.As(err, &e) || !Has(e.Key) {
		return Explanation{What: T("error.unexpected"), Way: T("error.unexpected.way")}
	}
	x := Explanation{What: T(e.Key, e.Args...)}
	if Has(e.Key + ".way") {
		x.Way = T(e.Key + ".way")
	}
	return x
}
