package class

import "ruhu/internal/survey"

// derived is one score with what follows from it.
func derived(a survey.Answers, key, score string) survey.Answers {
	return survey.Answers{key: score}
}
