package sheet

import (
	"fmt"
	"io"
	"strings"
)

// errForeign is a spreadsheet of another kind that is a zip too.
type errForeign string

// Error implements error.
func (e errForeign) Error() string { return fmt.Sprintf("a spreadsheet of the kind %s", string(e)) }

// foreign knows the spreadsheets that come as zip and are not read: OpenDocument says in its part mimetype
// what it is, and Excel's binary workbook has its main part in no XML.
func (x *xlsx) foreign(main string) error {
	if strings.HasSuffix(main, ".bin") {
		return errForeign("xlsb")
	}
	r, err := x.open("mimetype")
	if r == nil || err != nil {
		return nil
	}
	defer r.Close()
	kind := make([]byte, 128)
	n, _ := io.ReadFull(r, kind)
	if strings.HasPrefix(string(kind[:n]), "application/vnd.oasis.opendocument.spreadsheet") {
		return errForeign("ods")
	}
	return nil
}
