package paper

import (
	"io"
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 学员意见表, in large type for people who read little: four questions with five boxes each, one to tick, one to write. It has no place for a name:
// who praises the teacher because he stands beside them says nothing.

func makeFeedback(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.feedback", func(d *doc) error {
		f := flow{d: d, job: j, number: feedbackNo, name: text.T("paper.feedback_title"), under: j.Class.Name()}.begin()
		f.gap(2)
		f.fit(flowMargin, f.y, flowWidth, 16, text.T("paper.feedback_how"), sans(16), left)
		f.y += 20
		for i, key := range training.Scores {
			f.score(i+1, key)
		}
		f.useful(len(training.Scores) + 1)
		f.suggestions(len(training.Scores) + 2)
		return f.done(j.Class.No(), "")
	})
}

// scoreWords are what the boxes from 1 to 5 mean.
var scoreWords = []string{"paper.score_1", "paper.score_2", "paper.score_3", "paper.score_4", "paper.score_5"}

func feedbackLabel(key string) string {
	f, _ := training.FeedbackTable.Field(key)
	return f.Label
}

func (f *flow) numbered(n int, words string) {
	f.fit(flowMargin, f.y, flowWidth, 11, strconv.Itoa(n)+".　"+words, strong(20), left)
	f.y += 12
}

// score is a question with five boxes, the number in each and what it means beneath.
func (f *flow) score(n int, key string) {
	const side = 11.0
	f.numbered(n, feedbackLabel(key))
	each := flowWidth / 5
	for i, word := range scoreWords {
		x := flowMargin + each*float64(i)
		f.frame(x+5, f.y, side, side, 0.5, ink)
		f.in(x+5, f.y, side, side, strconv.Itoa(i+1), sans(15).coloured(pale), centre)
		f.fit(x+5+side+1.5, f.y, each-side-7, side, text.T(word), sans(15), left)
	}
	f.y += side + 8
}

func (f *flow) useful(n int) {
	f.numbered(n, feedbackLabel(training.Useful))
	for i, word := range []string{survey.Yes, survey.No} {
		x := flowMargin + 40*float64(i)
		f.frame(x+5, f.y, 11, 11, 0.5, ink)
		f.in(x+19, f.y, 20, 11, word, sans(16), left)
	}
	f.y += 19
}

// suggestions is room to write on what is left of the page.
func (f *flow) suggestions(n int) {
	f.numbered(n, feedbackLabel(training.Suggest))
	for f.y += 10; f.y < flowBottom-14; f.y += 12 {
		f.line(flowMargin+4, f.y, flowMargin+flowWidth, f.y, 0.25, grey)
	}
	f.fit(flowMargin, flowBottom-10, flowWidth, 8, text.T("paper.feedback_thanks"), sans(13), centre)
}
