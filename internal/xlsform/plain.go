package xlsform

import (
	"strings"

	"ruhu/internal/survey"
)

// plainSurvey turns the plain table (key, label, kind, list, ledger …) into rows of XLSForm, so that there is one way into a
// form and one way to keep it. Choices may stand in the row itself: 水稻|玉米.
func plainSurvey(p page) page {
	out := page{name: p.name}
	for _, r := range p.rows {
		out.rows = append(out.rows, row{at: r.at, cells: plainRow(r)})
	}
	return out
}

func plainRow(r row) map[string]string {
	kind, list := r.get("kind"), r.get("list")
	cells := map[string]string{"type": kind, "name": r.get("key"), "label": r.get("label")}
	switch t, _ := typeOf(kind); {
	case strings.EqualFold(kind, survey.Note.Name):
		cells["type"] = "kind_note"
	case t.act == choose1 || t.act == chooseMany:
		cells["type"] = strings.Fields(kind)[0] + " " + inRow(list)
		cells["choices"] = list
	}
	if cells["name"] == "" {
		cells["name"] = cells["label"]
	}
	for _, same := range []string{"hint", "required", "relevant", "section", "ledger"} {
		cells[same] = r.get(same)
	}
	if cells["ledger"] == "" {
		cells["ledger"] = survey.No
	}
	for k, v := range cells {
		if v == "" {
			delete(cells, k)
		}
	}
	return cells
}

// inRow is the name of a list, or a sign that the choices stand in the row.
func inRow(list string) string {
	if len(strings.Fields(list)) == 1 && survey.List(list) != nil {
		return list
	}
	return "-"
}
