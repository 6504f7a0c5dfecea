package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"

	"ruhu/internal/office"
	"ruhu/internal/store"
	"ruhu/internal/text"
)

// While the county serves, nobody else can open its file. So that `county code` and `county devices` work all the same,
// the server listens beside the file on a socket that only the same user of the machine may open.

func socketOf(path string) string { return path + ".sock" }

// listenBeside gives nil where the system has no such sockets or the path is too long for one; the pages can do the same.
func listenBeside(path string) net.Listener {
	os.Remove(socketOf(path)) // of a server that was killed; the file's lock says that it is gone
	l, err := net.Listen("unix", socketOf(path))
	if err != nil {
		return nil
	}
	if err := os.Chmod(socketOf(path), 0o600); err != nil {
		l.Close()
		return nil
	}
	return l
}

// socketHandler answers what the commands ask.
func socketHandler(of *office.Office) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /code", func(w http.ResponseWriter, r *http.Request) {
		code, err := of.NewCode(r.Context(), r.FormValue("note"))
		answer(w, codeAnswer{code, office.CodeLife.String()}, err)
	})
	mux.HandleFunc("GET /devices", func(w http.ResponseWriter, r *http.Request) {
		list, err := deviceRows(r.Context(), of)
		answer(w, list, err)
	})
	return mux
}

func answer(w http.ResponseWriter, v any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

// ask does local with the office, or, when a server has the file, lets the server answer uri. v takes the answer.
func ask(w *world, f storeFlags, method, uri string, form url.Values, v any, local func(context.Context, *office.Office) error) error {
	k, of, err := f.open(w, office.Options{})
	if errors.Is(err, store.ErrLocked) {
		if served := askServer(f.Store, method, uri, form, v); served == nil {
			return nil
		}
		return err
	}
	if err != nil {
		return err
	}
	return errors.Join(local(context.Background(), of), k.Close())
}

func askServer(path, method, uri string, form url.Values, v any) error {
	c := http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", socketOf(path))
	}}}
	r, err := http.NewRequest(method, "http://county"+uri, bytes.NewReader([]byte(form.Encode())))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := c.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = text.NewError("county.server").Because(errors.New(string(b)))
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}
