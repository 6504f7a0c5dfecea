package intake_test

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// headings are the 47 of the export, in its order.
var headings = strings.Fields("省 市 县 乡 村 户编号 人口编号 姓名 性别 出生日期 证件类型 证件号码 民族 户联系电话 成员联系电话 年度 与户主关系 文化程度 在校生状况 劳动技能 务工时间（月） 健康状况 政治面貌 务工企业名称 是否享受低保 是否参加城镇职工基本养老保险 是否参加大病保险 是否参加新型农村合作医疗（城乡居民基本医疗保险） 是否参加城乡居民基本养老保险 失学或辍学原因 是否会讲普通话 是否参加商业补充医疗保险 是否国外务工 产业分类 是否接受大病医疗救助 是否接受其他健康扶贫 公益性岗位类型 公益性岗位(月数) 就业渠道 残疾类别 务工所在地 户主姓名 户主证件号码 是否参加城镇职工基本医疗保险 是否特困供养人员 残疾证办证年度 识别标准")

// made gives rows of made-up people, four to a household, area 530000.
func made(n int) [][]string {
	r := rand.New(rand.NewPCG(1, 2))
	villages := []string{"左门村委会", "地索村委会", "毕叭村委会", "仰拉村委会", "苤拉村委会"}
	family, given := []rune("赵钱孙李周吴郑王杨罗自沙"), []rune("建国红梅志强春燕文秀万光宗耀兰芳军平华")
	rows := [][]string{headings}
	var house, head, headID, village string
	for i := range n {
		born := fmt.Sprintf("%04d-%02d-%02d", 1950+r.IntN(60), 1+r.IntN(12), 1+r.IntN(28))
		id := fmt.Sprintf("530000%s%03d", strings.ReplaceAll(born, "-", ""), 2*r.IntN(500)+1-i%2) // man, woman, man, woman
		id += string(survey.CheckDigit(id))
		name := string([]rune{family[r.IntN(len(family))], given[r.IntN(len(given))], given[r.IntN(len(given))]})
		relation := []string{"户主", "配偶", "之子", "之女"}[i%4]
		if i%4 == 0 {
			house, head, headID, village = strconv.FormatInt(5323250000000000+int64(i), 10), name, id, villages[r.IntN(5)]
		}
		sex := []string{"女", "男"}[(id[16]-'0')%2]
		phone := fmt.Sprintf("154%08d", r.IntN(1e8))
		rows = append(rows, []string{"云南省", "楚雄彝族自治州", "姚安县", "左门乡", village, house, strconv.Itoa(100000000000 + i), name, sex, born,
			"居民身份证(户口簿)", id, "彝族", phone, phone, "2026", relation, "初中", "", "普通劳动力", "8", "健康", "群众", "电子厂",
			"否", "否", "是", "是", "是", "", "是", "否", "否", "种植业", "否", "否", "", "", "自主外出", "", "云南省昆明市", head, headID, "否", "否", "", "国家标准"})
	}
	return rows
}

func writeCSV(t testing.TB, rows [][]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return path
}

// writeXLSX writes rows as a spreadsheet, all of them text.
func writeXLSX(t testing.TB, rows [][]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.xlsx")
	table := report.Table{Rows: rows[1:]}
	for _, h := range rows[0] {
		table.Columns = append(table.Columns, report.Column{Key: h, Label: h, Text: true})
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := sheet.Write(f, table, "xlsx"); err != nil {
		t.Fatal(err)
	}
	return path
}

func BenchmarkFiftyThousandRows(b *testing.B) {
	rows := made(50_000)
	for name, path := range map[string]string{"csv": writeCSV(b, rows), "xlsx": writeXLSX(b, rows)} {
		m := newMemory(b, township)
		b.Run(name+"/read", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := sheet.Read(path); err != nil {
					b.Fatal(err)
				}
			}
		})
		book, err := sheet.Read(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name+"/plan", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if p := planBook(b, book, m); p.New < 49_000 || len(p.Puts()) < 60_000 {
					b.Fatalf("%d new, %d waiting", p.New, p.Undecided)
				}
			}
		})
	}
}
