package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"ruhu/internal/blob"
	"ruhu/internal/change"
	"ruhu/internal/exchange"
	"ruhu/internal/office"
	"ruhu/internal/office/bolt"
	"ruhu/internal/store"
)

// kills is how often each side is killed; RUHU_KILLS asks for more.
func kills(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("RUHU_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 3
	}
	return 10
}

// TestKilledInTheMiddleNothingIsLostAndNothingDoubled runs a county and a device as processes of their own and kills one
// or the other with SIGKILL at random moments, while the device registers and sends without pause. At the end every record
// that the device reported as saved is at the county, once, with the value that it was saved with.
func TestKilledInTheMiddleNothingIsLostAndNothingDoubled(t *testing.T) {
	w := newKillWorld(t)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 1))
	for range kills(t) {
		w.killAfter(w.device, chance)
		w.startDevice("work")
		w.killAfter(w.county, chance)
		w.startCounty()
	}
	w.killAfter(w.device, chance)
	w.startDevice("finish")
	if err := w.device.Wait(); err != nil {
		t.Fatalf("the device could not finish: %v", err)
	}
	w.stopCounty()
	w.compare()
}

type killWorld struct {
	t              *testing.T
	office, store  string
	address        string
	county, device *exec.Cmd
	said           sync.WaitGroup
	mu             sync.Mutex
	saved          map[string]string // id -> value, as the device said
}

func newKillWorld(t *testing.T) *killWorld {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	fatal(t, err)
	w := &killWorld{t: t, office: founded(t), store: filepath.Join(t.TempDir(), "device.ruhu"), address: l.Addr().String(),
		saved: map[string]string{}}
	l.Close()
	_, code, _ := told(secrets, "code", "--store", w.office)
	w.startCounty()
	st, err := store.Create(w.store, pass, store.Options{FastKDF: true})
	fatal(t, err)
	for {
		if err = exchange.New(st, exchange.Options{}).Enrol(t.Context(), w.address, strings.TrimSpace(code), "一号"); err == nil {
			break
		}
		if t.Context().Err() != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	fatal(t, st.Close())
	w.startDevice("work")
	t.Cleanup(func() {
		w.county.Process.Kill()
		w.device.Process.Kill()
	})
	return w
}

func (w *killWorld) start(role string, args ...string) *exec.Cmd {
	w.t.Helper()
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), "RUHU_TEST_ROLE="+role, "RUHU_PASSPHRASE="+pass)
	if role == "device" {
		out, err := c.StdoutPipe()
		fatal(w.t, err)
		w.said.Add(1)
		go w.listen(out)
	}
	fatal(w.t, c.Start())
	return c
}

func (w *killWorld) startCounty() {
	w.county = w.start("county", "serve", "--store", w.office, "--listen", w.address)
}

func (w *killWorld) startDevice(how string) { w.device = w.start("device", w.store, how) }

// killAfter lets c run for a while and kills it.
func (w *killWorld) killAfter(c *exec.Cmd, chance *rand.Rand) {
	time.Sleep(time.Duration(chance.IntN(250)) * time.Millisecond)
	c.Process.Kill()
	c.Wait()
}

func (w *killWorld) stopCounty() {
	w.county.Process.Signal(os.Interrupt)
	if err := w.county.Wait(); err != nil {
		w.t.Errorf("the county did not stop in good order: %v", err)
	}
}

// listen notes what the device says it has saved: "id value" a line.
func (w *killWorld) listen(out io.Reader) {
	defer w.said.Done()
	for s := bufio.NewScanner(out); s.Scan(); {
		if id, value, ok := strings.Cut(s.Text(), " "); ok {
			w.mu.Lock()
			w.saved[id] = value
			w.mu.Unlock()
		}
	}
}

func (w *killWorld) compare() {
	t := w.t
	w.said.Wait()
	st, err := store.Open(w.store, pass, store.Options{FastKDF: true})
	fatal(t, err)
	defer st.Close()
	k, err := bolt.Open(w.office, pass, store.Options{FastKDF: true})
	fatal(t, err)
	defer k.Close()
	fatal(t, st.Check())
	fatal(t, k.File().Check())
	records := 0
	fatal(t, k.View(t.Context(), "532325", func(tx office.Tx) error {
		seq, err := tx.Seq()
		if seq != st.LastLSN() {
			t.Errorf("the device made %d changes, the county's feed has %d", st.LastLSN(), seq)
		}
		if err != nil {
			return err
		}
		return st.Each("person", func(e change.Entity) error {
			records++
			there, err := tx.Entity("person", e.ID)
			if err != nil || !maps.Equal(there.Values(), e.Values()) || len(there.Conflicts()) > 0 {
				t.Errorf("%s differs: %v", e.ID, err)
			}
			if want, said := w.saved[e.ID]; said && e.Values()["x_no"] < want {
				t.Errorf("%s was saved as %s and is %s", e.ID, want, e.Values()["x_no"])
			}
			delete(w.saved, e.ID)
			return nil
		})
	}))
	for id := range w.saved {
		t.Errorf("%s was saved and is gone", id)
	}
	t.Logf("%d records, %d pictures, %d changes", records, comparePictures(t, st, k), st.LastLSN())
}

// comparePictures sees that the county has every picture that the device has a record of.
func comparePictures(t *testing.T, st *store.Store, k *bolt.Keeper) (n int) {
	fatal(t, k.View(t.Context(), "532325", func(tx office.Tx) error {
		return st.Each("attachment", func(e change.Entity) error {
			n++
			name, err := blob.Parse(e.Value(blob.Field))
			fatal(t, err)
			h, _, err := tx.Blobs().Head(name)
			if err != nil || !h.Whole() || blob.Verify(tx.Blobs(), h) != nil || !st.HasBlob(name.String()) {
				t.Errorf("picture %.8s: %d pieces at the county, %v", name, h.Have, err)
			}
			return nil
		})
	}))
	return n
}

// beDevice registers and sends without pause ("work"), or sends all that is left and ends ("finish").
func beDevice(args []string) int {
	st, err := store.Open(args[0], pass, store.Options{FastKDF: true})
	if err != nil {
		fmt.Fprintln(os.Stderr, "device:", err)
		return 1
	}
	defer st.Close()
	x := exchange.New(st, exchange.Options{})
	if args[1] == "finish" {
		return finish(x)
	}
	go func() {
		for {
			x.Sync(context.Background())
			time.Sleep(time.Millisecond)
		}
	}()
	id := ""
	for i := 0; ; i++ {
		if i%3 == 0 {
			id = store.NewID()
		}
		if i%20 == 0 {
			if attach(st, id, i) != nil {
				return 1
			}
		}
		no := fmt.Sprintf("%09d", i)
		err := st.Edit("李干部", "", func(e *store.Edit) error {
			return e.Put("person", id, map[string]string{"name": "古丽·阿不都热依木 𠮷", "x_no": no})
		})
		if err != nil {
			return 1
		}
		fmt.Println(id, no)
	}
}

// attach registers a picture of up to six pieces.
func attach(st *store.Store, id string, i int) error {
	content := bytes.Repeat(fmt.Appendf(nil, "%s %d ", id, i), 1+i*997%9000)
	hash, _, err := st.PutBlob(context.Background(), bytes.NewReader(content))
	if err != nil {
		return err
	}
	return st.Edit("李干部", "", func(e *store.Edit) error {
		return e.Put("attachment", store.NewID(), map[string]string{blob.Field: hash, "of": id, "of_type": "person"})
	})
}

func finish(x *exchange.Exchange) int {
	for range 200 {
		if _, err := x.Sync(context.Background()); err == nil && x.Status().Unsent == 0 && x.Status().Attachments == 0 {
			return 0
		}
		time.Sleep(20 * time.Millisecond)
	}
	fmt.Fprintln(os.Stderr, "device:", x.Status().LastErr)
	return 1
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
