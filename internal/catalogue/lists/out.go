// Package lists reads the catalogues from spreadsheets and writes them to such: trades, programmes, institutions, assessors, teachers
// and schools, each as the survey's table of its type asks about it.
package lists

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Out lays records of one type out as a table, with every question of it, so that In reads it back without loss. public is the list that
// may be published (三湖政办〔2019〕17号: 公布补贴性培训项目目录、培训机构目录和评价机构目录): masked, and without what no ledger shows.
func Out(t *survey.Table, records []registry.Record, public bool) report.Table {
	fields := asked(t, public)
	out := report.Table{Name: t.Name, Title: text.T("lists.title." + t.Name), Of: t.Name, Public: public}
	for _, f := range fields {
		out.Columns = append(out.Columns, report.Column{Key: f.Key, Label: f.Label, Width: max(f.Kind.Width, 2*len([]rune(f.Label))), Text: !f.Kind.Right, Right: f.Kind.Right})
	}
	for _, r := range records {
		row := make([]string, len(fields))
		for i, f := range fields {
			if row[i] = f.Show(r.Get(f.Key)); public {
				row[i] = f.Public(r.Get(f.Key))
			}
		}
		out.Rows, out.IDs = append(out.Rows, row), append(out.IDs, r.ID)
	}
	return out
}

// asked are the columns of a table.
func asked(t *survey.Table, public bool) []survey.Field {
	return slices.DeleteFunc(slices.Clone(t.Fields), func(f survey.Field) bool {
		return f.Hidden || f.Kind == survey.Link || f.From != nil || public && (f.On&survey.Ledger == 0 || f.Class == survey.Sensitive)
	})
}
