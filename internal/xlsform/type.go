package xlsform

import (
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What cannot be taken over. Each says what to do instead.
var (
	ErrType     = text.NewError("xlsform.type")
	ErrRepeat   = text.NewError("xlsform.repeat")
	ErrPlace    = text.NewError("xlsform.place")
	ErrPicture  = text.NewError("xlsform.picture")
	ErrBarcode  = text.NewError("xlsform.barcode")
	ErrFile     = text.NewError("xlsform.file")
	ErrRank     = text.NewError("xlsform.rank")
	ErrMeta     = text.NewError("xlsform.meta")
	ErrTime     = text.NewError("xlsform.time")
	ErrExternal = text.NewError("xlsform.external")
)

// typ is what a type of question comes to.
type typ struct {
	kind   *survey.Kind
	act    act
	whole  bool        // whole numbers only
	never  *text.Error // not supported
	doubt  *text.Error // supported in part
	native bool        // a kind of our own, from the plain table
}

// act is what a row does.
type act byte

const (
	ask act = iota
	say     // a note: words without an answer
	reckon
	choose1
	chooseMany
	agree
	openGroup
	closeGroup
	openRepeat
	closeRepeat
)

// types are the types of xlsform.org and pyxform's other names of them, then our own kinds. To support another one, give it a
// kind or an act here.
var types = map[string]typ{
	"text": {kind: survey.Text}, "string": {kind: survey.Text},
	"integer": {kind: survey.Number, whole: true}, "int": {kind: survey.Number, whole: true},
	"decimal": {kind: survey.Number}, "range": {kind: survey.Number},
	"date": {kind: survey.DateKind}, "datetime": {kind: survey.DateKind, doubt: ErrTime}, "date_time": {kind: survey.DateKind, doubt: ErrTime},
	"time": {kind: survey.Text, doubt: ErrTime},
	"note": {act: say}, "calculate": {act: reckon}, "hidden": {act: reckon},
	"select_one": {act: choose1}, "select1": {act: choose1}, "select_one_from": {act: choose1},
	"select_multiple": {act: chooseMany}, "select_multiple_from": {act: chooseMany}, "select_all_that_apply": {act: chooseMany},
	"select_all_that_apply_from": {act: chooseMany}, "select": {act: chooseMany},
	"acknowledge": {act: agree}, "trigger": {act: agree},
	"begin_group": {act: openGroup}, "end_group": {act: closeGroup}, "begin_lgroup": {act: openGroup}, "end_lgroup": {act: closeGroup},
	"begin_repeat": {act: openRepeat, never: ErrRepeat}, "end_repeat": {act: closeRepeat},
	"begin_loop": {act: openRepeat, never: ErrRepeat}, "end_loop": {act: closeRepeat},

	"geopoint": {never: ErrPlace}, "geotrace": {never: ErrPlace}, "geoshape": {never: ErrPlace}, "gps": {never: ErrPlace}, "location": {never: ErrPlace},
	"start_geopoint": {never: ErrPlace}, "background_geopoint": {never: ErrPlace},
	"image": {never: ErrPicture}, "photo": {never: ErrPicture}, "audio": {never: ErrPicture}, "video": {never: ErrPicture},
	"background_audio": {never: ErrPicture}, "file": {never: ErrFile}, "barcode": {never: ErrBarcode}, "rank": {never: ErrRank},
	"select_one_from_file": {never: ErrExternal}, "select_multiple_from_file": {never: ErrExternal}, "select_one_external": {never: ErrExternal},
	"xml_external": {never: ErrExternal}, "csv_external": {never: ErrExternal},
	"start": {never: ErrMeta}, "end": {never: ErrMeta}, "deviceid": {never: ErrMeta}, "subscriberid": {never: ErrMeta}, "simserial": {never: ErrMeta},
	"phonenumber": {never: ErrMeta}, "username": {never: ErrMeta}, "email": {never: ErrMeta}, "audit": {never: ErrMeta}, "today": {never: ErrMeta},
	"imei": {never: ErrMeta}, "start_time": {never: ErrMeta}, "end_time": {never: ErrMeta},
}

// chineseTypes are for those who write their own table.
var chineseTypes = map[string]string{
	"文字": "text", "文本": "text", "填空": "text", "多行文字": "kind_note", "数字": "number", "整数": "integer", "小数": "decimal", "金额": "money", "日期": "date",
	"是否": "flag", "单选": "select_one", "多选": "select_multiple", "电话": "phone", "姓名": "name", "身份证号": "id_number", "说明": "note",
}

func init() {
	for _, k := range survey.Kinds {
		if _, taken := types[k.Name]; !taken && k != survey.Link && k != survey.Choice && k != survey.Choices {
			types[k.Name] = typ{kind: k, native: true}
		}
	}
	types["kind_note"] = typ{kind: survey.Note, native: true} // our several lines; a note of XLSForm has no answer
	types["choice"], types["choices"] = typ{act: choose1, native: true}, typ{act: chooseMany, native: true}
}

// called is a type as it was written: select_one crops or_other.
type called struct {
	typ
	list  string
	other bool
}

// typeOf reads a type. Its words may be parted by blanks or underscores; the list's name keeps its case.
func typeOf(s string) (called, bool) {
	words := strings.Fields(s)
	for n := min(len(words), 5); n > 0; n-- {
		name := strings.ReplaceAll(foldName(strings.Join(words[:n], "_")), "-", "_")
		if c, ok := chineseTypes[name]; ok {
			name = c
		}
		t, ok := types[name]
		if !ok {
			continue
		}
		c := called{typ: t}
		rest := words[n:]
		if len(rest) > 0 && (t.act == choose1 || t.act == chooseMany) {
			c.list = rest[0]
			last := strings.ToLower(strings.Join(rest[1:], "_"))
			c.other = last == "or_other" || last == "or_specify_other"
		}
		return c, true
	}
	return called{}, false
}
