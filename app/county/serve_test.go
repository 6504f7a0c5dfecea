package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ruhu/internal/exchange"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// serving starts the county in this process and gives its address, what it logs, and a way to stop it in good order.
func serving(t *testing.T, path string, more ...string) (address string, log func() string, stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	logged := &locked{}
	c := serveCommand{storeFlags: storeFlags{Store: path}, Listen: "127.0.0.1:0"}
	if len(more) == 2 {
		c.TLSCert, c.TLSKey = more[0], more[1]
	}
	w := &world{out: in, err: logged, env: func(k string) string { return secrets[k] }, now: time.Now, fast: true}
	ended := make(chan error, 1)
	go func() {
		ended <- c.serve(ctx, w)
		in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%v: %v", err, <-ended)
	}
	go io.Copy(io.Discard, out)
	_, rest, _ := strings.Cut(line, "http")
	var once sync.Once
	stop = func() (err error) {
		once.Do(func() { cancel(); err = <-ended })
		return err
	}
	t.Cleanup(func() { stop() })
	return "http" + strings.TrimSpace(rest), logged.String, stop
}

type locked struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestCodesCanBeMadeWhileTheCountyServes(t *testing.T) {
	path := founded(t)
	address, log, stop := serving(t, path)
	code, out, errs := told(secrets, "code", "--store", path, "--name", "左门村")
	if code != done {
		t.Fatal(errs)
	}
	st := testkit.Store(t)
	x := exchange.New(st, exchange.Options{})
	fatal(t, x.Enrol(t.Context(), address, out, "左门村 李春梅"))
	fatal(t, st.Edit("李春梅", "", func(e *store.Edit) error { return e.Put("person", store.NewID(), map[string]string{"name": "㛃"}) }))
	if r, err := x.Sync(t.Context()); err != nil || r.Sent != 1 {
		t.Errorf("%+v, %v", r, err)
	}
	if code, out, _ := told(secrets, "devices", "--store", path); code != done || !strings.Contains(out, "左门村 李春梅") {
		t.Errorf("%d %s", code, out)
	}
	if code, _, errs := told(secrets, "backup", "--store", path, "-o", path+".2"); code != notDone || !strings.Contains(errs, "另一个程序") {
		t.Errorf("what needs the file itself: %d %s", code, errs)
	}
	if resp, err := http.Get(address + "/healthz"); err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("%v, %v", resp, err)
	}
	fatal(t, stop())
	if strings.Contains(log(), "李春梅") || strings.Contains(log(), "㛃") || !strings.Contains(log(), "batch taken") {
		t.Error(log())
	}
	if _, err := x.Sync(t.Context()); !errors.Is(err, exchange.ErrNoAnswer) {
		t.Errorf("after the stop: %v", err)
	}
}

func TestASelfMadeCertificateIsBelievedOnceTheCodeProvedIt(t *testing.T) {
	path := founded(t)
	cert, key := selfMade(t)
	address, _, stop := serving(t, path, cert, key)
	_, code, _ := told(secrets, "code", "--store", path)
	x := exchange.New(testkit.Store(t), exchange.Options{})
	fatal(t, x.Enrol(t.Context(), address, code, "一号"))
	if _, err := x.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	fatal(t, stop())

	other, otherKey := selfMade(t)
	c := serveCommand{storeFlags: storeFlags{Store: path}, Listen: strings.TrimPrefix(address, "https://"), TLSCert: other, TLSKey: otherKey}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- c.serve(ctx, &world{out: io.Discard, err: io.Discard, env: func(k string) string { return secrets[k] }, now: time.Now, fast: true})
	}()
	err := errors.New("not tried")
	for range 100 {
		if _, err = x.Sync(t.Context()); !errors.Is(err, exchange.ErrNoAnswer) {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if !errors.Is(err, exchange.ErrOtherCounty) {
		t.Errorf("another certificate: %v", err)
	}
	cancel()
	fatal(t, <-ended)
}

func selfMade(t *testing.T) (cert, key string) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	fatal(t, err)
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<60))
	fatal(t, err)
	about := &x509.Certificate{SerialNumber: serial, Subject: pkix.Name{CommonName: "county"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, about, about, k.Public(), k)
	fatal(t, err)
	private, err := x509.MarshalPKCS8PrivateKey(k)
	fatal(t, err)
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	fatal(t, os.WriteFile(cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	fatal(t, os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}), 0o600))
	return cert, key
}
