package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ruhu/internal/batch"
)

// slowest is the slowest network that a request is given time for: 2G at its worst, and a minute besides.
const (
	slowest  = 1 << 10 // bytes a second
	patience = time.Minute
)

// maxCounty is the length of what a county may say of itself.
const maxCounty = 16 << 10

// client speaks HTTP with one address.
type client struct {
	base string
	http *http.Client
}

func newClient(base string, rt http.RoundTripper) *client {
	return &client{base: base, http: &http.Client{Transport: rt, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // a county does not send us elsewhere; a login page does
	}}}
}

// cleanURL makes an address of what people type: "10.1.2.3:8080", with full-width colon or a path behind it.
func cleanURL(typed string) (string, error) {
	s := strings.NewReplacer("：", ":", "。", ".", "／", "/", " ", "", "　", "").Replace(strings.TrimSpace(typed))
	if s != "" && !strings.Contains(s, "://") {
		s = "http://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", ErrAddress
	}
	return u.Scheme + "://" + u.Host, nil
}

// post sends a sealed letter and gives the sealed answer.
func (c *client) post(ctx context.Context, path string, sealed []byte) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, patience+time.Duration(len(sealed)/slowest)*time.Second)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, bytes.NewReader(sealed))
	if err != nil {
		return nil, ErrAddress.Because(err)
	}
	r.Header.Set("Content-Type", batch.MediaLetter)
	return c.letter(ctx, r)
}

// get asks with a signature and gives the sealed answer.
func (c *client) get(ctx context.Context, uri, signature string) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, 5*patience)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+uri, nil)
	if err != nil {
		return nil, ErrAddress.Because(err)
	}
	r.Header.Set(batch.HeaderSignature, signature)
	return c.letter(ctx, r)
}

// letter gives the body of an answer that claims to be a letter, or the problem that it tells of.
func (c *client) letter(ctx context.Context, r *http.Request) ([]byte, error) {
	resp, body, err := c.do(ctx, r, batch.MaxSealed)
	if err != nil {
		return nil, err
	}
	switch media(resp) {
	case batch.MediaLetter:
		return body, nil
	case batch.MediaProblem:
		return nil, problem(body)
	}
	return nil, stranger(resp)
}

// county asks who is there.
func (c *client) county(ctx context.Context) (batch.County, error) {
	var who batch.County
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+batch.PathCounty, nil)
	if err != nil {
		return who, ErrAddress.Because(err)
	}
	resp, body, err := c.do(ctx, r, maxCounty)
	if err != nil {
		return who, err
	}
	if resp.StatusCode != http.StatusOK {
		return who, stranger(resp)
	}
	if err := json.Unmarshal(body, &who); err != nil || who.Recipient == "" || len(who.Sign) == 0 {
		return who, ErrNonsense.Because(err)
	}
	return who, nil
}

func (c *client) do(ctx context.Context, r *http.Request, limit int64) (*http.Response, []byte, error) {
	resp, err := c.http.Do(r)
	if err != nil {
		return nil, nil, netError(ctx, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return nil, nil, netError(ctx, err)
	}
	if int64(len(body)) > limit {
		return nil, nil, ErrNonsense
	}
	return resp, body, nil
}

func media(r *http.Response) string {
	m, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return m
}

func problem(body []byte) error {
	var p batch.Problem
	if json.Unmarshal(body, &p) == nil {
		if err, ok := problems[p.Code]; ok {
			return err
		}
	}
	return ErrNonsense
}

// stranger says what an answer means that no county of ours gives.
func stranger(r *http.Response) error {
	err := errors.New(r.Status)
	switch {
	case r.StatusCode == http.StatusNotFound:
		return ErrAddress.Because(err)
	case r.StatusCode == http.StatusTooManyRequests || r.StatusCode == http.StatusServiceUnavailable:
		return ErrBusy.Because(err)
	case r.StatusCode >= 500:
		return ErrCountyFails.Because(err)
	}
	return ErrNonsense.Because(err)
}
