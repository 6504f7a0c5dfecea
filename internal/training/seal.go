package training

import (
	"regexp"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Keys of a seal.
const (
	SealedOn    = "sealed_on"
	SealHead    = "seal_head"    // hex SHA-256 over the heads of the devices' chains
	SealMarks   = "seal_marks"   // how many marks it is over
	SealDevices = "seal_devices" // device:number:head, one a line
	SealedBy    = "sealed_by"
)

// ErrSealHead is what is no SHA-256 in hex.
var ErrSealHead = text.NewError("training.seal_head")

var sealHead = regexp.MustCompile(`^[0-9a-f]{64}$`)

// SealTable is the state of a class's attendance when it was closed (考勤封存). The head is printed on the closing sheet, so that it can be
// shown afterwards that nothing was changed. Seals are only ever added.
var SealTable = survey.NewTable(TypeSeal, nil,
	survey.Section("seal",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link, Required: true},
		survey.Field{Key: SealedOn, Label: "封存日期", Kind: survey.DateKind, Required: true, On: survey.Ledger | survey.Card},
		survey.Field{Key: SealHead, Label: "考勤校验码", Kind: survey.Code, Required: true, On: survey.Ledger | survey.Card, Check: func(a survey.Answers, _ time.Time) error {
			if !sealHead.MatchString(a[SealHead]) {
				return ErrSealHead
			}
			return nil
		}},
		survey.Field{Key: SealMarks, Label: "考勤条数", Kind: survey.Number, On: survey.Ledger, Check: noLess(SealMarks)},
		survey.Field{Key: SealDevices, Label: "各设备的校验码", Kind: survey.Note},
		survey.Field{Key: SealedBy, Label: "封存人", Kind: survey.Name, On: survey.Ledger},
	),
)
