package training

import "ruhu/internal/survey"

// Keys of a call to a trainee.
const (
	CalledOn    = "called_on"
	Reached     = "reached"
	CameTo      = "came_to"
	TimeSaid    = "time_said"
	PlaceSaid   = "place_said"
	TeacherSaid = "teacher_said"
	HoursSaid   = "hours_said"
	Agrees      = "agrees"
	CallNote    = "call_note"
	CalledBy    = "called_by"
)

// CheckCallTable is one call to a trainee, to hear whether the class was as the papers say (电话核查): time, place, teacher, hours. Usual
// is a tenth of a class. What a trainee says is theirs: it stands on no public list.
var CheckCallTable = survey.NewTable(TypeCheckCall, nil,
	survey.Section("check_call",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link, Required: true},
		survey.Field{Key: OfPerson, Label: "学员", Kind: survey.Link, Required: true},
		survey.Field{Key: CalledOn, Label: "核查日期", Kind: survey.DateKind, Required: true, On: survey.Ledger | survey.Card, Also: []string{"通话日期", "回访日期"}},
		survey.Field{Key: Reached, Label: "是否接通", Kind: survey.Flag, Required: true, On: survey.Ledger | survey.Card},
		survey.Field{Key: CameTo, Label: "是否参加了培训", Kind: survey.Flag, On: survey.Ledger, Class: survey.Sensitive, When: is(Reached, survey.Yes), Also: []string{"是否参加培训"}},
		survey.Field{Key: TimeSaid, Label: "所说培训时间", Kind: survey.Text, On: survey.Ledger, Class: survey.Sensitive, When: is(Reached, survey.Yes), Also: []string{"培训时间"}},
		survey.Field{Key: PlaceSaid, Label: "所说培训地点", Kind: survey.Text, On: survey.Ledger, Class: survey.Sensitive, When: is(Reached, survey.Yes), Also: []string{"培训地点"}},
		survey.Field{Key: TeacherSaid, Label: "所说授课教师", Kind: survey.Text, On: survey.Ledger, Class: survey.Sensitive, When: is(Reached, survey.Yes), Also: []string{"授课教师"}},
		survey.Field{Key: HoursSaid, Label: "所说培训天数或课时", Kind: survey.Text, On: survey.Ledger, Class: survey.Sensitive, When: is(Reached, survey.Yes), Also: []string{"培训天数", "培训课时"}},
		survey.Field{Key: Agrees, Label: "与档案是否一致", Kind: survey.Flag, On: survey.Ledger | survey.Card, Class: survey.Sensitive, When: is(Reached, survey.Yes), Also: []string{"是否一致", "是否属实"}},
		survey.Field{Key: CallNote, Label: "核查记录", Kind: survey.Note, On: survey.Ledger, Class: survey.Sensitive, Also: []string{"通话记录", "备注"}},
		survey.Field{Key: CalledBy, Label: "核查人", Kind: survey.Name, Required: true, On: survey.Ledger, Also: []string{"通话人", "回访人"}},
	),
)
