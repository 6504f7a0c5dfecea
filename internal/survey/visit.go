package survey

// Visit is one visit to a household, or a call: who spoke with whom, how, and what came of it.
var Visit = NewTable("visit", nil,
	Section("visit",
		Field{Key: OfHousehold, Label: "走访户", Kind: Link},
		Field{Key: VisitedOn, Label: "走访日期", Kind: DateKind, Required: true, On: Ledger, Check: notFuture(VisitedOn), Also: []string{"走访时间", "入户日期", "填表时间"}},
		Field{Key: Visitor, Label: "走访人", Kind: Name, Required: true, On: Ledger, Also: []string{"采集人", "调查人", "入户人"}},
		Field{Key: Role, Label: "走访人身份", Kind: Choice, List: "visit_role", On: Ledger, Also: []string{"身份"}},
		Field{Key: Method, Label: "走访方式", Kind: Choice, List: "visit_method", On: Ledger, Also: []string{"联系方式（走访）", "对接方式"}},
		Field{Key: "spoke_with", Label: "受访人", Kind: Name, Class: Identity, Also: []string{"接待人"}},
		Field{Key: "told", Label: "已告知事项", Kind: Note, Hint: "用工岗位、培训内容、培训时间、培训方式、帮扶措施等。"},
		Field{Key: Outcome, Label: "走访情况", Kind: Note, On: Ledger, Also: []string{"走访结果", "走访记录"}},
		Field{Key: "signed", Label: "本人或监护人是否签字", Kind: Flag, Also: []string{"是否签字"}},
		Field{Key: "next_on", Label: "下次走访日期", Kind: DateKind},
	),
)

// Tables are all tables of the register. To add one: a file like this, and a line here.
var Tables = []*Table{Household, Person, Wish, Visit, Fact, Event, Slip, Referral, JobRec, FollowUp, Outreach, Attachment, Target, Place, Question, Parameter, SchoolTable,
	TradeTable, ProgrammeTable, InstitutionTable, AssessorTable, TeacherTable}

// TableOf gives the table of a stored type, nil where there is none.
func TableOf(typ string) *Table {
	for _, t := range Tables {
		if t.Name == typ {
			return t
		}
	}
	return nil
}
