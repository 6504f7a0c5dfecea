package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ruhu/internal/batch"
)

const pass = "春风又绿江南岸 2026"

// TestMain lets the test binary be a county or a device too: see kill_test.go.
func TestMain(m *testing.M) {
	switch os.Getenv("RUHU_TEST_ROLE") {
	case "county":
		os.Exit(run(os.Args[1:], world{out: os.Stdout, err: os.Stderr, env: os.Getenv, now: time.Now, fast: true}))
	case "device":
		os.Exit(beDevice(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// told runs the program in this process.
func told(env map[string]string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = run(args, world{out: &o, err: &e, env: func(k string) string { return env[k] }, now: time.Now, fast: true})
	return code, o.String(), e.String()
}

var secrets = map[string]string{"RUHU_PASSPHRASE": pass, "RUHU_ADMIN_PASSWORD": "县级管理员密码"}

func founded(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "county.ruhu")
	if code, _, errs := told(secrets, "init", "--store", path); code != done {
		t.Fatal(errs)
	}
	return path
}

func TestEachCommandSaysWhatWentWrong(t *testing.T) {
	path := founded(t)
	noFile := filepath.Join(t.TempDir(), "none.ruhu")
	notOurs := filepath.Join(t.TempDir(), "list.xlsx")
	if err := os.WriteFile(notOurs, []byte("PK\x03\x04 not a store"), 0o600); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name string
		env  map[string]string
		args []string
		code int
		says string
	}{
		{"no arguments", secrets, nil, done, "--help"},
		{"help", secrets, []string{"code", "--help"}, done, "例如"},
		{"no such command", secrets, []string{"dance"}, wrongUse, "dance"},
		{"no store", secrets, []string{"code"}, wrongUse, "--store"},
		{"no passphrase", nil, []string{"code", "--store", path}, notDone, "RUHU_PASSPHRASE"},
		{"wrong passphrase", map[string]string{"RUHU_PASSPHRASE": "不对"}, []string{"code", "--store", path}, notDone, "口令不对"},
		{"no such file", secrets, []string{"code", "--store", noFile}, notDone, "找不到数据文件"},
		{"another program's file", secrets, []string{"code", "--store", notOurs}, notDone, "不是"},
		{"there already", secrets, []string{"init", "--store", path}, notDone, "已经存在"},
		{"a code that is none", secrets, []string{"init", "--store", noFile, "--code", "53"}, wrongUse, "--code"},
		{"an unknown county", secrets, []string{"init", "--store", noFile, "--code", "999999"}, notDone, ""},
		{"a short password", map[string]string{"RUHU_PASSPHRASE": pass, "RUHU_ADMIN_PASSWORD": "1"}, []string{"init", "--store", noFile}, notDone, "密码太短"},
		{"an address that is none", secrets, []string{"serve", "--store", path, "--listen", "nowhere:99999"}, notDone, "nowhere:99999"},
		{"a certificate that is none", secrets, []string{"serve", "--store", path, "--tls-cert", notOurs, "--tls-key", notOurs}, notDone, "证书"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := told(c.env, c.args...)
			if code != c.code || !strings.Contains(out+errs, c.says) {
				t.Errorf("exit code %d, want %d; it says:\n%s%s", code, c.code, out, errs)
			}
		})
	}
	if _, err := os.Stat(noFile); err == nil {
		t.Error("a failed init leaves a file behind")
	}
}

func TestACodeIsALineOfItsOwn(t *testing.T) {
	path := founded(t)
	code, out, errs := told(secrets, "code", "--store", path, "--name", "左门村")
	if code != done {
		t.Fatal(errs)
	}
	if parsed, err := batch.ParseCode(strings.TrimSpace(out)); err != nil || len(strings.Fields(out)) != 1 || strings.ReplaceAll(parsed, " ", "-") != strings.TrimSpace(out) {
		t.Errorf("%q: %v", out, err)
	}
	_, out, _ = told(secrets, "code", "--store", path, "--json")
	var a codeAnswer
	if err := json.Unmarshal([]byte(out), &a); err != nil || a.Life != "24h0m0s" {
		t.Errorf("%q: %v", out, err)
	}
}

func TestWithoutAPasswordOneIsDrawnAndShownOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "county.ruhu")
	code, out, errs := told(map[string]string{"RUHU_PASSPHRASE": pass}, "init", "--store", path)
	if code != done || !regexp.MustCompile(`[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}`).MatchString(out) || !strings.Contains(out, "姚安县") {
		t.Errorf("%d %s%s", code, out, errs)
	}
}

func TestThePassphraseCanBeChanged(t *testing.T) {
	path := founded(t)
	fresh := "两个黄鹂鸣翠柳 2026"
	code, _, errs := told(map[string]string{"RUHU_PASSPHRASE": pass, "RUHU_NEW_PASSPHRASE": fresh}, "passphrase", "--store", path)
	if code != done {
		t.Fatal(errs)
	}
	if code, _, _ := told(secrets, "devices", "--store", path); code != notDone {
		t.Error("the old one still opens")
	}
	file := filepath.Join(t.TempDir(), "pass.txt")
	if err := os.WriteFile(file, []byte(fresh+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := told(nil, "devices", "--store", path, "--passphrase-file", file, "--json"); code != done || strings.TrimSpace(out) != "[]" {
		t.Errorf("%d %s%s", code, out, errs)
	}
}

func TestABackupOpensAndBeginsANewHistory(t *testing.T) {
	path := founded(t)
	copied := filepath.Join(t.TempDir(), "backup.ruhu")
	for _, args := range [][]string{
		{"backup", "--store", path, "-o", copied},
		{"restored", "--store", copied},
		{"password", "--store", copied},
		{"code", "--store", copied},
	} {
		if code, out, errs := told(secrets, args...); code != done {
			t.Errorf("%v: %s%s", args, out, errs)
		}
	}
}
