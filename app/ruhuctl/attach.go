package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"

	"ruhu/internal/desk"
	"ruhu/internal/exchange"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var errAttached = text.NewError("ruhuctl.attached_file")

// attachCommand is about photographs, signatures and scans.
type attachCommand struct {
	Add  attachAdd  `cmd:"" help:"${attachadd}"`
	List attachList `cmd:"" help:"${attachlist}"`
	Get  attachGet  `cmd:"" help:"${attachget}"`
}

// Help shows an example.
func (attachCommand) Help() string { return text.T("ruhuctl.example.attach") }

type attachAdd struct {
	To      string `arg:"" placeholder:"PERSON" help:"${attachto}"`
	File    string `arg:"" placeholder:"FILE" help:"${attachfile}"`
	Type    string `enum:"${attachables}" default:"person" placeholder:"TYPE" help:"${attachtype}"`
	Kind    string `default:"" placeholder:"KIND" help:"${attachkind}"`
	Caption string `placeholder:"WORDS" help:"${caption}"`
}

// attachables are what something can be attached to.
const attachables = "person,household,visit,slip,fact,class,referral,jobrec,followup,outreach"

// Help shows an example.
func (attachAdd) Help() string { return text.T("ruhuctl.example.attach") }

// Run keeps the file with what it belongs to.
func (c attachAdd) Run(f *flags, w *world) error {
	file, err := os.Open(c.File)
	if err != nil {
		return errAttached.With(c.File).Because(err)
	}
	defer file.Close()
	return f.with(w, func(d *desk.Desk) error {
		to, err := attachedTo(d, c.Type, c.To)
		if err != nil {
			return err
		}
		kind := c.Kind
		if kind == "" {
			kind = survey.List("attach_kind")[0].Name
		}
		id, err := d.Attach(to, kind, c.Caption, file)
		return f.saved(w, id, err)
	})
}

// attachedTo finds what is meant: a person or a household by name, anything else by its id.
func attachedTo(d *desk.Desk, typ, said string) (desk.Ref, error) {
	switch typ {
	case registry.TypePerson:
		p, err := person(d, said)
		return desk.Ref{Type: typ, ID: p.ID}, err
	case registry.TypeHousehold:
		h, err := home(d, said)
		return desk.Ref{Type: typ, ID: h}, err
	}
	_, err := d.Record(typ, said)
	return desk.Ref{Type: typ, ID: said}, err
}

type attachList struct {
	To   string `arg:"" placeholder:"PERSON" help:"${attachto}"`
	Type string `enum:"${attachables}" default:"person" placeholder:"TYPE" help:"${attachtype}"`
}

// Help shows an example.
func (attachList) Help() string { return text.T("ruhuctl.example.attachlist") }

// Run lists what is attached.
func (c attachList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		to, err := attachedTo(d, c.Type, c.To)
		if err != nil {
			return err
		}
		all, err := d.Attachments(to.ID)
		if err != nil {
			return err
		}
		out := []attached{}
		for _, r := range all {
			a := r.Unpack()
			out = append(out, attached{r.ID, a[survey.AttachKind], a[survey.Caption], a[survey.TakenOn], a[survey.Mime], a[survey.Bytes], d.Store().HasBlob(a[survey.Blob])})
		}
		return showAll(f, w, out, attached.line, "ruhuctl.records")
	})
}

// attached is one attachment. Here is false where its file has not come over yet.
type attached struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Caption string `json:"caption,omitempty"`
	TakenOn string `json:"taken_on,omitempty"`
	Mime    string `json:"mime"`
	Bytes   string `json:"bytes"`
	Here    bool   `json:"here"`
}

func (a attached) line() string {
	return text.T("ruhuctl.attached", a.TakenOn, a.Kind, a.Caption, a.Mime, a.Bytes, a.ID)
}

type attachGet struct {
	ID  string `arg:"" placeholder:"ID" help:"${attachid}"`
	Out string `short:"o" required:"" placeholder:"FILE" help:"${out}"`
}

// Help shows an example.
func (attachGet) Help() string { return text.T("ruhuctl.example.attachget") }

// Run writes the file as it was given; one that another computer made is fetched from the county. An existing file is not
// overwritten.
func (c attachGet) Run(f *flags, w *world) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return f.with(w, func(d *desk.Desk) error {
		r, err := d.Attachment(c.ID)
		if errors.Is(err, desk.ErrNoBlob) {
			r, err = c.fetch(ctx, d, w)
		}
		if err != nil {
			return err
		}
		defer r.Close()
		out, err := os.OpenFile(c.Out, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return errAttached.With(c.Out).Because(err)
		}
		if _, err := io.Copy(out, r); err != nil {
			out.Close()
			return err
		}
		if err := out.Close(); err != nil {
			return err
		}
		return f.say(w, map[string]string{"file": c.Out}, "ruhuctl.written", c.Out)
	})
}

// fetch brings the file from the county.
func (c attachGet) fetch(ctx context.Context, d *desk.Desk, w *world) (io.ReadCloser, error) {
	e, err := d.Seen(registry.TypeAttachment, c.ID)
	if err != nil {
		return nil, err
	}
	return exchange.New(d.Store(), exchange.Options{Now: w.now}).Blob(ctx, e.Value(survey.Blob))
}
