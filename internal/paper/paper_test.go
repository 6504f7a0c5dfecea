package paper_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tool runs a program that reads PDFs as others do. Without it the test says so, and fails where everything must be tested.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is needed here: %v", name, err)
		}
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// sheet is one paper in one of its variants.
type sheet struct {
	name string
	paper.Paper
	paper.Options
}

// Papers that name nobody are the same in public; those with a page for each person are drawn for few, or testdata would be a book.
var (
	nameless = map[string]bool{"board": true, "closing": true, "evaluation": true, "licence": true, "undertaking": true, "posting": true, "application": true, "survey": true, "feedback": true}
	onePage  = map[string]bool{"cards": true, "certs": true, "pledge": true, "privacy": true} // for each person, handed to them
	empty    = map[string]bool{"month": true, "scores": true, "pledge": true, "privacy": true, "evaluation": true}
)

func sheets() []sheet {
	var out []sheet
	add := func(p paper.Paper, kind string, o paper.Options) {
		o.By, o.At = "董斌", printedAt
		out = append(out, sheet{fmt.Sprintf("%s-%s-%s", p.Name, o.Paper, kind), p, o})
	}
	for _, p := range paper.All {
		for _, size := range p.Sizes {
			if !p.Wall {
				add(p, "internal", paper.Options{Paper: size})
			}
			if p.Wall || !nameless[p.Name] && !onePage[p.Name] {
				add(p, "public", paper.Options{Paper: size, Public: true})
			}
			if empty[p.Name] {
				add(p, "blank", paper.Options{Paper: size, Blank: true})
			}
		}
	}
	return out
}

// few is how many people a sheet is drawn for where each has a page: the first three.
func (s sheet) few(people int) int {
	if onePage[s.Name] && s.Name != "cards" {
		return min(people, 3)
	}
	return people
}

// made draws a sheet of the sample class into a file.
func (s sheet) made(t *testing.T, people int) (string, paper.Report) {
	t.Helper()
	s.Date = "2026-10-21"
	var b bytes.Buffer
	r, err := s.Make(&b, sampleJob(people, s.Options))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), s.name+".pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file, r
}

// words reads a file's text back, in the order drawn, blanks folded.
func words(t *testing.T, file string) string {
	t.Helper()
	raw := tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-")
	return regexp.MustCompile(`[ \x{3000}]+`).ReplaceAllString(strings.ReplaceAll(raw, "\f", "--- page\n"), " ")
}

// underWatermark is what stands on an internal page before its title: pieces of the watermark, clipped at the sheet's edge.
var underWatermark = regexp.MustCompile(`(?ms)(\A|^--- page\n)(?:[^\n]*\n){0,120}?(培训签到表\n|(?:培训学员花名册|鉴定成绩单|颁证花名册)\n内部资料[^\n]*\n|学员出勤簿\n2026年)`)

func TestThePapersSayWhatTheySaid(t *testing.T) {
	for _, s := range sheets() {
		t.Run(s.name, func(t *testing.T) {
			file, _ := s.made(t, s.few(38))
			got := underWatermark.ReplaceAllString(words(t, file), "$1$2")
			golden := filepath.Join("testdata", s.name+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || got != string(want) {
				t.Errorf("%v: text differs from %s; look at the paper, then run with -update\n%s", err, golden, got)
			}
		})
	}
}

func TestEveryNameComesBackOutOfTheFile(t *testing.T) {
	for _, s := range sheets() {
		if !s.names() {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			file, r := s.made(t, len(names))
			if len(r.Missing) != 0 {
				t.Errorf("no glyph for %U", r.Missing)
			}
			got := strings.NewReplacer("\n", "", " ", "").Replace(words(t, file))
			for i, name := range names {
				if certificate := s.Name == "certs" || s.Name == "certlist"; certificate && !passes(i) {
					continue
				}
				if !strings.Contains(got, name) {
					t.Errorf("%s is not in the file", name)
				}
			}
		})
	}
}

// names tells whether a sheet names people in full.
func (s sheet) names() bool {
	public := s.Public && s.Name != "signin"
	return !public && !nameless[s.Name] && !(s.Blank && onePage[s.Name])
}

func TestTheFilesAreSound(t *testing.T) {
	for _, s := range sheets() {
		file, r := s.made(t, s.few(38))
		if out := tool(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", s.name, out)
		}
		if out := tool(t, "pdfinfo", file); !strings.Contains(out, fmt.Sprintf("Pages:           %d\n", r.Pages)) {
			t.Errorf("%s: reported %d pages\n%s", s.name, r.Pages, out)
		}
		if fonts := tool(t, "pdffonts", file); strings.Count(fonts, "yes yes yes")+strings.Count(fonts, "yes no  yes") != strings.Count(fonts, "utf8") {
			t.Errorf("%s: a font is not embedded\n%s", s.name, fonts)
		}
	}
}

// Every page is rendered and scanned; what is read must be a genuine code of the class with the right seat, day and page.
func TestEveryCodeScans(t *testing.T) {
	c := sampleClass()
	want := map[string][]string{"board": {c.Code(training.BoardCode, 1)}}
	for i := range 38 {
		want["cards"] = append(want["cards"], c.Code(training.CardCode, i+1))
	}
	for i := range 2 {
		want["roster"] = append(want["roster"], c.Code(training.RosterCode, i+1))
		want["signin"] = append(want["signin"], c.SignInPage(2, i+1))
	}
	for i := range 3 {
		want["certs"] = append(want["certs"], c.Code(training.CertCode, i+1))
	}
	for _, s := range sheets() {
		if s.Name == "survey" || s.Blank {
			continue // of no class, and so without a code; with the codes of the one that is filled in
		}
		t.Run(s.name, func(t *testing.T) {
			file, r := s.made(t, s.few(38))
			expected := want[s.Name]
			for i := 0; s.Number > 0 && i < r.Pages; i++ {
				expected = append(expected, c.PaperPage(s.Number, i+1))
			}
			var got []string
			for _, line := range strings.Fields(scan(t, s, file)) {
				digits := strings.TrimPrefix(line, "QR-Code:")
				if code, err := training.ParseCode(digits); err != nil || !code.Valid(c.Secret()) {
					t.Errorf("%s: %v", line, err)
				}
				got = append(got, digits)
			}
			slices.Sort(got)
			if expect := slices.Sorted(slices.Values(expected)); !slices.Equal(got, expect) {
				t.Errorf("scanned %q, want %q", got, expect)
			}
		})
	}
}

// scan reads the codes of a file. Cards are read one by one, as a scanner at the door reads them: zbar's search for
// finder patterns mixes up the thirty of a sheet of ten cards.
func scan(t *testing.T, s sheet, file string) string {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-r", "110", "-gray", "-png"}
	if s.Number > 0 && s.Name != "licence" {
		args = append(args, s.corner()...)
	}
	tool(t, "pdftoppm", append(args, file, filepath.Join(dir, "p"))...)
	pictures, err := filepath.Glob(filepath.Join(dir, "p*.png"))
	if err != nil || len(pictures) == 0 {
		t.Fatal("nothing was rendered", err)
	}
	if strings.Contains(s.Options.Paper, "x") {
		pictures = pictures[len(pictures)-1:] // the code of a tiled board stands on the last sheet
	}
	if s.Name == "cards" {
		var cards []string
		for _, page := range pictures {
			cards = append(cards, cutOut(t, page)...)
		}
		pictures = cards[:38]
	}
	return tool(t, "zbarimg", append([]string{"--nodbus", "-q", "-S", "disable", "-S", "qrcode.enable"}, pictures...)...)
}

// corner is the upper right of a page of A4 at 110 dots to the inch, where its code stands: zbar needs seconds for whole pages.
func (s sheet) corner() []string {
	wide := 909
	if s.Name == "month" || s.Name == "certlist" {
		wide = 1286
	}
	return []string{"-x", fmt.Sprint(wide - 220), "-y", "0", "-W", "220", "-H", "180"}
}

// cutOut cuts a sheet of cards along its marks, two across and five up.
func cutOut(t *testing.T, page string) []string {
	t.Helper()
	f, err := os.Open(page)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	perMM := 110 / 25.4
	var out []string
	for i := range 10 {
		x, y := 15+90*float64(i%2), 13.5+54*float64(i/2)
		card := image.NewGray(image.Rect(0, 0, int(90*perMM), int(54*perMM)))
		draw.Draw(card, card.Bounds(), sheet, image.Pt(int(x*perMM), int(y*perMM)), draw.Src)
		name := fmt.Sprintf("%s-%d.png", page, i)
		var b bytes.Buffer
		if err := errors.Join(png.Encode(&b, card), os.WriteFile(name, b.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
		out = append(out, name)
	}
	return out
}

func TestThePublicRosterTellsNobodysNumber(t *testing.T) {
	rows := sampleRows(38)
	var b bytes.Buffer
	r, err := paper.Roster(&b, sampleClass(), rows, paper.Options{Public: true, At: printedAt})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "public.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	got := words(t, file)
	for _, row := range rows {
		for what, secret := range map[string]string{"ID number": row.Person.IDNumber(), "birth date": row.Person.IDNumber()[6:14], "phone": row.Person.Phone()} {
			if strings.Contains(got, secret) {
				t.Errorf("seat %d: the %s stands in it", row.Enrolment.Seat(), what)
			}
		}
		if strings.Contains(got, row.Person.Name()) {
			t.Errorf("seat %d: the name stands in full", row.Enrolment.Seat())
		}
	}
	if r.LeftOut != 0 {
		t.Errorf("%d left out", r.LeftOut)
	}
}

func TestMinorsAreMaskedMoreAndChildrenLeftOut(t *testing.T) {
	born := func(year int) string { return idNumber(printedAt.AddDate(-year, 0, 1), 17) } // a year less one day
	rows := sampleRows(4)
	for i, id := range []string{born(40), born(18), born(14), ""} {
		rows[i].Person.Packed = rows[i].Person.With(survey.FullName, []string{"杨大山", "杨青年", "杨少年", "杨无证"}[i])
		rows[i].Person.Packed = rows[i].Person.With(survey.IDNo, id)
	}
	var b bytes.Buffer
	r, err := paper.Roster(&b, sampleClass(), rows, paper.Options{Public: true, At: printedAt})
	if err != nil || r.LeftOut != 1 {
		t.Fatal(r, err)
	}
	file := filepath.Join(t.TempDir(), "minors.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	got := words(t, file)
	for line, want := range map[string]bool{
		"1 杨*山 男 左门村委会 一组 017": true,                              // a grown-up: mask, group, last four (the check digit follows)
		"2 杨** 男 地索村委会\n":      true,                              // 17: first character, no group, no digits
		"杨*年":                  false, "杨少年": false, "3 杨": false, // 13: not there at all
		"4 杨** 女 仰拉村委会\n": true, // age not known: as a minor
	} {
		if strings.Contains(got, line) != want {
			t.Errorf("%q in the list: want %v\n%s", line, want, got)
		}
	}
}

func TestTheBoardNamesTheOfficialsAndNoTrainee(t *testing.T) {
	for _, s := range sheets() {
		if s.Name != "board" || strings.Contains(s.Options.Paper, "x") { // tiles part the words; testdata shows both
			continue
		}
		file, r := s.made(t, 38)
		got := words(t, file)
		for _, want := range []string{"云南省就业培训告知牌", "培训项目", "培训对象", "培训地点", "帮扶措施", "批准手续", "培训班管理人", "监督人", "董斌", "15497287347",
			"欧阳卫东", "15414920603", "举报电话：12333", "40人", "80课时", "52530000MJ00000180"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s is not on it", s.name, want)
			}
		}
		for _, name := range names {
			if strings.Contains(got, name) {
				t.Errorf("%s: a trainee is named", s.name)
			}
		}
		if len(r.Blank) != 0 {
			t.Errorf("%s: reported blank: %v", s.name, r.Blank)
		}
	}
}

func TestABoardWithGapsSaysWhich(t *testing.T) {
	c := sampleClass()
	delete(c.Answers, training.Supervisor)
	delete(c.Answers, training.ApprovalNo)
	r, err := paper.Board(&bytes.Buffer{}, c, paper.Options{At: printedAt})
	if err != nil || !slices.Equal(r.Blank, []string{"批准文号", "监督人"}) {
		t.Error(r.Blank, err)
	}
}

func TestTheSamePaperIsTheSameBytes(t *testing.T) {
	for _, s := range sheets() {
		one, _ := s.made(t, s.few(38))
		two, _ := s.made(t, s.few(38))
		a, _ := os.ReadFile(one)
		b, _ := os.ReadFile(two)
		if len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s: two files of %d and %d bytes differ", s.name, len(a), len(b))
		}
	}
}

func TestACharacterThatNoFontHasIsReported(t *testing.T) {
	rows := sampleJob(3, paper.Options{}).Rows
	rows[1].Person.Packed = rows[1].Person.With(survey.FullName, "张\U00031350")
	for _, s := range sheets() {
		if !s.names() {
			continue
		}
		j := sampleJob(3, s.Options)
		j.Rows = rows
		var b bytes.Buffer
		r, err := s.Make(&b, j)
		if err != nil || !slices.Equal(r.Missing, []rune{0x31350}) {
			t.Errorf("%s: %U, %v", s.name, r.Missing, err)
		}
		file := filepath.Join(t.TempDir(), "missing.pdf")
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(words(t, file), "张\U00031350") {
			t.Errorf("%s: the name cannot be found in the file any more", s.name)
		}
	}
}

func TestWhoIsNotInTheClassIsOnNoPaper(t *testing.T) {
	rows := sampleRows(3)
	rows[0].Enrolment.Answers[training.Standing] = training.Reserve
	rows[1].Enrolment.Answers[training.Standing] = training.Withdrawn
	var b bytes.Buffer
	if _, err := paper.Roster(&b, sampleClass(), rows, paper.Options{At: printedAt}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := words(t, file); strings.Contains(got, names[0]) || strings.Contains(got, names[1]) || !strings.Contains(got, names[2]) {
		t.Error(got)
	}
}

func TestASignInSheetHasWhoWasInTheClassThatDay(t *testing.T) {
	rows := sampleRows(4)
	rows[0].Enrolment.Answers[training.Standing], rows[0].Enrolment.Answers[training.LeftOn] = training.Withdrawn, "2026-10-22"
	rows[1].Enrolment.Answers[training.Standing], rows[1].Enrolment.Answers[training.LeftOn] = training.Withdrawn, "2026-10-21"
	rows[2].Enrolment.Answers[training.JoinedOn] = "2026-10-22"
	c := sampleClass()
	var b bytes.Buffer
	if _, err := paper.SignIn(&b, c, sampleSessions(c), rows, paper.Options{At: printedAt, Date: "2026-10-21"}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "day.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	got := words(t, file)
	for i, want := range []bool{true, false, false, true} {
		if strings.Contains(got, names[i]) != want {
			t.Errorf("%s on the sheet: want %v", names[i], want)
		}
	}
	if !strings.Contains(got, "应到： 2") && !strings.Contains(got, "应到：\n2") && !strings.Contains(got, "应到：2") {
		t.Errorf("two are due\n%s", got)
	}
}

func TestWhatCannotBePrintedSaysWhy(t *testing.T) {
	c := sampleClass()
	for name, got := range map[string]struct{ err, want error }{
		"nobody enrolled": {second(paper.Roster(&bytes.Buffer{}, c, nil, paper.Options{})), paper.ErrNoRows},
		"no cards":        {second(paper.Cards(&bytes.Buffer{}, c, nil, paper.Options{})), paper.ErrNoRows},
		"nobody to sign":  {second(paper.SignIn(&bytes.Buffer{}, c, sampleSessions(c), nil, paper.Options{})), paper.ErrNoRows},
		"no sessions":     {second(paper.SignIn(&bytes.Buffer{}, c, nil, sampleRows(1), paper.Options{})), paper.ErrNoSessions},
		"no session then": {second(paper.SignIn(&bytes.Buffer{}, c, sampleSessions(c), sampleRows(1), paper.Options{Date: "2026-01-01"})), paper.ErrNoSessions},
		"board on A5":     {second(paper.Board(&bytes.Buffer{}, c, paper.Options{Paper: "A5"})), paper.ErrPaperSize},
		"roster on A3":    {second(paper.Roster(&bytes.Buffer{}, c, sampleRows(1), paper.Options{Paper: "A3"})), paper.ErrPaperSize},
		"disk is full":    {second(paper.Board(fullDisk{}, c, paper.Options{})), errFull},
	} {
		if !errors.Is(got.err, got.want) {
			t.Errorf("%s: %v, want %v", name, got.err, got.want)
		}
	}
}

func second(_ paper.Report, err error) error { return err }

var errFull = errors.New("no space left on device")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestEveryPaperHasItsWords(t *testing.T) {
	for _, p := range paper.All {
		if !text.Has(p.Title) || len(p.Sizes) == 0 {
			t.Errorf("%s: no title or no size", p.Name)
		}
		if got, ok := paper.Find(p.Name); !ok || got.Name != p.Name {
			t.Errorf("%s is not found", p.Name)
		}
	}
}
