package registry

import (
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What does not fit together between a person and a wish.
var (
	ErrWishAgainstTrades = text.NewError("registry.wish_against_trades")
	ErrWishEmpty         = text.NewError("registry.wish_empty")
	ErrWishVague         = text.NewError("registry.wish_vague")
	ErrTradeUnknown      = text.NewError("registry.trade_unknown")
)

// CheckWish compares what somebody answered about training with the wish itself.
func CheckWish(p Person, w Wish) []survey.Problem { return CheckWishIn(nil, p, w) }

// CheckWishIn is CheckWish with a county's own trades among the words; nil are those that ship.
func CheckWishIn(words *survey.Vocabulary, p Person, w Wish) []survey.Problem {
	var out []survey.Problem
	add := func(key string, err error) {
		out = append(out, survey.Problem{Key: key, Err: err, Warn: true, Of: p.ID})
	}
	said, wants := w.Text(), p.Get(survey.WantsTraining)
	named := said != "" || len(w.Trades()) > 0
	if wants == survey.No && named {
		add(survey.WantsTraining, ErrWishAgainstTrades)
	}
	if wants == survey.Yes && !named {
		add(survey.WishText, ErrWishEmpty)
	}
	if survey.VagueWish(said) {
		add(survey.WishText, ErrWishVague.With(said))
		return out
	}
	for _, part := range words.SplitWish(said) {
		if part.Trade == "" && len(w.Trades()) == 0 {
			add(survey.WishText, ErrTradeUnknown.With(part.Said))
		}
	}
	return out
}
