package survey

// EducationOrSchool reads a cell of a list that has one column for both: 高中 is an education, 中职三年级 says that somebody is at
// school. What could be either (小学) is an education, for that is what such a column is headed.
func EducationOrSchool(typed string) (education, schooling string, ok bool) {
	if e, ok := FindChoice("education", typed); ok {
		return e, "", true
	}
	s, ok := FindChoice("schooling", typed)
	return "", s, ok
}
