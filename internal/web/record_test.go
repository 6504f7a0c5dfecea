package web_test

import (
	"bytes"
	"image"
	"image/png"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ruhu/internal/blob"
	"ruhu/internal/exchange"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
)

// photographed is a county with a household that has a picture and a signature.
func photographed(t *testing.T, edit func(*store.Edit) error) (*desk, *store.Store) {
	t.Helper()
	d := newDesk(t)
	st := testkit.StoreAt(t, filepath.Join(t.TempDir(), "device.store"), store.Options{Now: d.clock.Now})
	x := exchange.New(st, exchange.Options{Now: d.clock.Now})
	code, err := d.office.NewCode(t.Context(), "")
	d.ok(err)
	d.ok(x.Enrol(t.Context(), d.url, code, "左门村"))
	var photo bytes.Buffer
	d.ok(png.Encode(&photo, image.NewGray(image.Rect(0, 0, 300, 200))))
	for kind, content := range map[string]string{"照片": photo.String(), "其他": "<html><script>alert(1)</script>"} {
		hash, _, err := st.PutBlob(t.Context(), strings.NewReader(content))
		d.ok(err)
		d.ok(st.Edit("李春梅", "", func(e *store.Edit) error {
			return e.Put(registry.TypeAttachment, "a-"+kind, map[string]string{survey.Blob: hash, survey.Of: "h-1", survey.OfType: registry.TypeHousehold,
				survey.AttachKind: kind, survey.Caption: "古丽家的老房子", survey.Mime: "image/png"})
		}))
	}
	d.ok(st.Edit("李春梅", "", func(e *store.Edit) error {
		if err := e.Put(registry.TypeHousehold, "h-1", map[string]string{survey.HeadName: "古丽·阿不都热依木", survey.Group: "大平地小组"}); err != nil || edit == nil {
			return err
		}
		return edit(e)
	}))
	_, err = x.Sync(t.Context())
	d.ok(err)
	return d, st
}

func TestAPictureIsShownWhenAskedForOnly(t *testing.T) {
	d, _ := photographed(t, nil)
	_, stranger := d.get("/records/household/h-1?full=1")
	if strings.Contains(stranger, "古丽") {
		t.Error("a stranger sees the record")
	}
	d.login()
	_, masked := d.get("/records/household/h-1")
	if strings.Contains(masked, "<img") || strings.Contains(masked, "老房子") || strings.Count(masked, text.T("web.showpicture")) != 2 || !strings.Contains(masked, "照片") {
		t.Errorf("%s", masked)
	}
	_, full := d.get("/records/household/h-1?full=1")
	images := regexp.MustCompile(`<img src="(/blobs/[0-9a-f]{64})"`).FindAllStringSubmatch(full, -1)
	if len(images) != 2 || !strings.Contains(full, "老房子") {
		t.Fatalf("%s", full)
	}
	kinds := map[string]int{}
	for _, m := range images {
		resp, err := d.Get(d.url + m[1])
		d.ok(err)
		resp.Body.Close()
		kinds[resp.Header.Get("Content-Type")+resp.Header.Get("Content-Disposition")[:min(10, len(resp.Header.Get("Content-Disposition")))]]++
	}
	if kinds["image/png"] != 1 || kinds["application/octet-streamattachment"] != 1 {
		t.Errorf("what runs in a browser must not be shown there: %v", kinds)
	}
	if status, _ := d.get("/blobs/" + blob.Of([]byte("no such")).String()); status != 404 {
		t.Error(status)
	}
	if _, own := d.get("/records/attachment/a-照片"); !strings.Contains(own, "/records/household/h-1") || !strings.Contains(own, "户主 古丽·阿不都热依木") || strings.Contains(own, "image/png") {
		t.Errorf("the attachment's own page: %s", own)
	}
}

func TestEveryKindOfThingHasATitleAndWords(t *testing.T) {
	answers := map[string]string{survey.OfPerson: "loop", survey.OfHousehold: "loop", survey.FullName: "李𠮷", survey.HeadName: "李𠮷", survey.TargetTask: "培训三百人次",
		survey.FormTitle: "养牛户调查", survey.OutreachOn: "2026-03-01", survey.FactKind: "低保", survey.EventKind: "婚入", survey.OfferedOn: "2026-03-01", survey.RuleName: "left-school",
		survey.TradeName: "电工", survey.ProgName: "以工代训", survey.InstName: "姚安县技工学校", survey.AssName: "楚雄州评价中心", survey.TeachName: "李𠮷"}
	d, _ := photographed(t, func(e *store.Edit) error {
		for _, table := range survey.Tables {
			fields := map[string]string{survey.Of: "loop", survey.OfType: registry.TypeAttachment}
			for key, value := range answers {
				if _, ok := table.Field(key); ok {
					fields[key] = value
				}
			}
			if err := e.Put(table.Name, "loop", fields); err != nil {
				return err
			}
		}
		return nil
	})
	d.login()
	for _, table := range survey.Tables {
		if !text.Has("web.type."+table.Name) || !text.Has("web.n."+table.Name) {
			t.Errorf("%s has no word", table.Name)
		}
		status, page := d.get("/records/" + table.Name + "/loop")
		if status != 200 {
			t.Errorf("%s: %d", table.Name, status)
		}
		if title := regexp.MustCompile(`<h1><span class="tag">[^<]+</span> ([^<]+)</h1>`).FindStringSubmatch(page); table.Name != registry.TypeAttachment && (title == nil || strings.TrimSpace(title[1]) == "") {
			t.Errorf("%s has no title", table.Name)
		}
	}
	if _, today := d.get("/"); !strings.Contains(today, "情况") || !strings.Contains(today, "目标任务") {
		t.Error("the first page does not count them")
	}
}
