package exchange

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"net/http"
	"strings"

	"ruhu/internal/batch"
	"ruhu/internal/store"
)

// Enrol makes this device known to the county at url, with the one-time code that the county gave, under a name that
// people there will know it by. The code never travels: each side proves to the other that it knows it, and the proof covers
// both sides' keys, so that it works over any network and nobody can stand between.
//
// Enrolling again, with the same county or another, keeps everything; what the county does not have is sent to it.
func (x *Exchange) Enrol(ctx context.Context, url, code, name string) error {
	x.run.Lock()
	defer x.run.Unlock()
	err := x.enrol(ctx, url, code, strings.TrimSpace(name))
	if err == nil {
		x.end(nil)
		x.Nudge()
	}
	return err
}

func (x *Exchange) enrol(ctx context.Context, url, code, name string) error {
	code, err := batch.ParseCode(code)
	if err != nil {
		return err
	}
	base, err := cleanURL(url)
	if err != nil {
		return err
	}
	var seen sighting
	c := newClient(base, x.enrolTransport(&seen))
	who, err := c.county(ctx)
	if err != nil {
		return err
	}
	key := batch.CodeKey(code)
	a, l, err := x.ask(ctx, c, key, who, name)
	if errors.Is(err, ErrDeviceTaken) && x.st.LastLSN() == 0 { // one chance in four thousand million; nothing bears the number yet
		if err = x.st.SetDevice(newDevice()); err == nil {
			a, l, err = x.ask(ctx, c, key, who, name)
		}
	}
	if err != nil {
		return err
	}
	if err := seen.check(a.County.Pin); err != nil {
		return err
	}
	return x.enrolled(link{URL: base, County: a.County, Name: name, Certificate: l.Bytes()}, a.Position)
}

// ask sends the request and gives the answer, proved.
func (x *Exchange) ask(ctx context.Context, c *client, key []byte, who batch.County, name string) (a batch.Answer, l *batch.Letter, err error) {
	me := batch.Device{Dev: x.st.Device(), Sign: x.keys.Public, Recipient: x.keys.Recipient, Name: name}
	body, err := batch.Marshal(batch.NewRequest(key, who, me))
	if err != nil {
		return a, nil, err
	}
	request, err := batch.Write(batch.Header{Kind: batch.KindRequest, County: who.Code, Dev: me.Dev}, body, x.keys.Sign)
	if err != nil {
		return a, nil, err
	}
	sealed, err := request.SealTo(who.Recipient)
	if err != nil {
		return a, nil, ErrNonsense.Because(err)
	}
	answer, err := c.post(ctx, batch.PathEnrol, sealed)
	if err != nil {
		return a, nil, err
	}
	return x.openAnswer(answer, key, request.ID, who, me)
}

func (x *Exchange) openAnswer(sealed, key []byte, re batch.ID, who batch.County, me batch.Device) (a batch.Answer, l *batch.Letter, err error) {
	if l, err = x.keys.Open(sealed); err != nil {
		return a, nil, ErrNonsense.Because(err)
	}
	body, err := l.Body()
	if err == nil {
		err = batch.Unmarshal(body, &a)
	}
	if err != nil || l.Kind != batch.KindAnswer || l.Re != re || a.Device.Dev != me.Dev || !bytes.Equal(a.Device.Sign, me.Sign) {
		return a, nil, ErrNonsense.Because(err)
	}
	if err := a.Check(key); err != nil {
		return a, nil, err
	}
	if err := l.Verify(a.County.Sign); err != nil || !bytes.Equal(a.County.Sign, who.Sign) {
		return a, nil, ErrOtherCounty.Because(err)
	}
	return a, l, nil
}

// enrolled writes the link down. With the county that it had before, the device goes on where it was; with another it
// begins anew and sends everything.
func (x *Exchange) enrolled(l link, p batch.Position) error {
	old, linked, err := x.link()
	if err != nil {
		return err
	}
	c, err := x.chain()
	if err != nil {
		return err
	}
	if !linked || !bytes.Equal(old.County.Sign, l.County.Sign) {
		c = chain{Size: c.Size}
	}
	s := &session{Exchange: x, link: l, chain: c}
	if same := c.No == p.No && c.Prev == p.Prev && c.Cursor.Epoch == p.Epoch; !same {
		if err := s.adopt(p); err != nil {
			return err
		}
	}
	return s.save(s.chain, func(e *store.Edit) error { return put(e, area, keyLink, l) })
}

func newDevice() uint32 {
	var b [4]byte
	rand.Read(b[:])
	return binary.BigEndian.Uint32(b[:]) | 1
}

// sighting remembers the certificate that the county showed while nobody could vouch for it yet.
type sighting struct {
	pin     []byte
	vouched bool
}

func (x *Exchange) enrolTransport(s *sighting) http.RoundTripper {
	if x.o.Transport != nil {
		return x.o.Transport
	}
	return netTransport(func(cs tls.ConnectionState) error {
		s.pin, s.vouched = pinOf(cs), vouched(cs) == nil
		return nil
	})
}

// check compares the certificate with the one that the county, by then proved, says is its own.
func (s *sighting) check(pin []byte) error {
	if s.pin == nil || s.vouched || bytes.Equal(s.pin, pin) {
		return nil
	}
	return ErrOtherCounty
}
