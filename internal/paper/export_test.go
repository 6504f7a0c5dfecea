package paper

import (
	"io"

	"ruhu/internal/training"
)

// Board draws the 云南省就业培训告知牌.
func Board(w io.Writer, c training.Class, o Options) (Report, error) {
	return makeBoard(w, Job{Class: c, Options: o})
}

// Roster draws the 学员花名册: internal with everything, or public and masked.
func Roster(w io.Writer, c training.Class, rows []Row, o Options) (Report, error) {
	return makeRoster(w, Job{Class: c, Rows: rows, Options: o})
}

// SignIn draws the 签到表 of each day that has sessions, or of one day.
func SignIn(w io.Writer, c training.Class, sessions []training.Session, rows []Row, o Options) (Report, error) {
	return makeSignIn(w, Job{Class: c, Sessions: sessions, Rows: rows, Options: o})
}

// Cards draws the 学员卡, ten to a page with cut marks.
func Cards(w io.Writer, c training.Class, rows []Row, o Options) (Report, error) {
	return makeCards(w, Job{Class: c, Rows: rows, Options: o})
}
