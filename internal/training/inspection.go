package training

import (
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Types of what is noted about a class while it is held and after.
const (
	TypeInspection = "inspection"
	TypeCheckCall  = "check_call"
	TypeFeedback   = "feedback"
	TypeClaim      = "claim"
	TypeSeal       = "seal"
)

// Keys of an inspection. Photographs of it are attachments.
const (
	InspectedOn   = "inspected_on"
	InspectKind   = "inspect_kind"
	InspectedBy   = "inspected_by"
	InspectUnit   = "inspect_unit"
	InspectPeople = "inspect_people" // how many trainees were seen there
	Found         = "found"
	Problems      = "problems"
	FixBy         = "fix_by"
	FixedOn       = "fixed_on"
	InspectNote   = "inspect_note"
)

// ErrOutOfOrder is a day that lies before the one it follows.
var ErrOutOfOrder = text.NewError("training.out_of_order")

// InspectionTable is one visit of those who watch over a class: 云人社发〔2018〕71号 二(一)1 “谁组织、谁监管、谁负责…全过程监管”,
// 人社部发〔2024〕5号 “过程检查”.
var InspectionTable = survey.NewTable(TypeInspection, []survey.Rule{inOrder(InspectedOn, FixBy), inOrder(InspectedOn, FixedOn)},
	survey.Section("inspection",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link, Required: true},
		survey.Field{Key: InspectedOn, Label: "检查日期", Kind: survey.DateKind, Required: true, On: survey.Ledger | survey.Card, Also: []string{"督查日期", "检查时间"}},
		survey.Field{Key: InspectKind, Label: "检查种类", Kind: survey.Choice, List: "inspect_kind", Required: true, On: survey.Ledger | survey.Card, Also: []string{"检查方式", "督查方式"}},
		survey.Field{Key: InspectedBy, Label: "检查人", Kind: survey.Name, Required: true, On: survey.Ledger | survey.Card, Also: []string{"督查人", "巡查人", "检查人员"}},
		survey.Field{Key: InspectUnit, Label: "检查单位", Kind: survey.Text, On: survey.Ledger, Also: []string{"督查单位"}},
		survey.Field{Key: InspectPeople, Label: "现场人数", Kind: survey.Number, On: survey.Ledger, Hint: "检查时点到的学员人数。", Also: []string{"实到人数", "在场人数"}},
		survey.Field{Key: Found, Label: "检查情况", Kind: survey.Note, On: survey.Ledger, Also: []string{"检查内容", "督查情况"}},
		survey.Field{Key: Problems, Label: "存在问题", Kind: survey.Note, On: survey.Ledger, Hint: "没有问题的空着。", Also: []string{"发现问题", "问题"}},
		survey.Field{Key: FixBy, Label: "整改期限", Kind: survey.DateKind, On: survey.Ledger, When: has(Problems), Also: []string{"整改时限"}},
		survey.Field{Key: FixedOn, Label: "整改完成日期", Kind: survey.DateKind, On: survey.Ledger, When: has(Problems), Also: []string{"整改日期", "完成整改日期"}},
		survey.Field{Key: InspectNote, Label: "检查备注", Kind: survey.Note, Also: []string{"备注"}},
	),
)
