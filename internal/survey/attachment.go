package survey

// Attachment is a photograph, a signature or a scan of one thing. The picture itself is kept by its hash (Blob) and travels after
// the record.
var Attachment = NewTable("attachment", nil,
	Section("attachment",
		Field{Key: Of, Label: "属于", Kind: Link},
		Field{Key: OfType, Label: "属于哪一类", Kind: Code, Hidden: true},
		Field{Key: AttachKind, Label: "附件种类", Kind: Choice, List: "attach_kind", Required: true, On: Ledger},
		Field{Key: Caption, Label: "附件说明", Kind: Text, On: Ledger, Class: Identity},
		Field{Key: TakenOn, Label: "拍摄或签字日期", Kind: DateKind, On: Ledger, Check: notFuture(TakenOn)},
		Field{Key: Blob, Label: "文件摘要", Kind: Code, Hidden: true},
		Field{Key: Mime, Label: "文件格式", Kind: Code, Hidden: true},
		Field{Key: Bytes, Label: "文件大小", Kind: Number, Hidden: true},
	),
)

// The kinds of attachment; the list is data/codes/attach_kind.csv.
const (
	AttachPhoto     = "照片"
	AttachSignature = "签字"
	AttachCard      = "证件"
	AttachScan      = "扫描件"
	AttachOther     = "其他"
)
