package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/signal"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/exchange"
	"ruhu/internal/text"
)

// syncCommand exchanges with the county.
type syncCommand struct {
	County string `placeholder:"ADDRESS" help:"${county}"`
	Code   string `placeholder:"CODE" help:"${enrolcode}"`
	Name   string `placeholder:"NAME" help:"${devicename}"`
	Status bool   `help:"${status}"`
}

// Help shows an example.
func (syncCommand) Help() string { return text.T("ruhuctl.example.sync") }

// synced is how things stand with the county, and what this call did.
type synced struct {
	Enrolled bool   `json:"enrolled"`
	County   string `json:"county,omitempty"`
	URL      string `json:"url,omitempty"`
	Device   string `json:"device,omitempty"`
	Unsent   int    `json:"unsent"`
	SetAside int    `json:"set_aside"`
	LastOK   string `json:"last_ok,omitempty"`
	Warning  string `json:"warning,omitempty"`
	Sent     int    `json:"sent"`
	Received int    `json:"received"`

	AttachmentsUnsent int `json:"attachments_unsent"` // that the county does not have yet
	AttachmentsSent   int `json:"attachments_sent"`   // whole, by this call
}

// Run enrols when a code is given, then hands over everything and takes in everything. Interrupted it loses nothing.
func (c syncCommand) Run(f *flags, w *world) error {
	if (c.County == "") != (c.Code == "") {
		return errUse.With(text.T("ruhuctl.county_and_code"))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return f.with(w, func(d *desk.Desk) error {
		x := exchange.New(d.Store(), exchange.Options{Now: w.now})
		if c.Status {
			return standing(x, exchange.Result{}).show(f, w, "ruhuctl.standing")
		}
		if c.Code != "" {
			if err := x.Enrol(ctx, c.County, c.Code, c.name(d)); err != nil {
				return err
			}
		}
		r, err := x.Sync(ctx)
		s := standing(x, r)
		if err == nil || f.JSON {
			return cmp.Or(err, s.show(f, w, "ruhuctl.synced"))
		}
		return s.broken(w, err)
	})
}

// name is what the county will call this device: what is given, or who works here and where.
func (c syncCommand) name(d *desk.Desk) string {
	if c.Name != "" {
		return c.Name
	}
	s, err := d.Settings()
	if err != nil || s.Unit+s.Actor == "" {
		return "ruhuctl"
	}
	return s.Unit + s.Actor
}

func standing(x *exchange.Exchange, r exchange.Result) synced {
	s := x.Status()
	out := synced{Enrolled: s.Enrolled, County: s.County, URL: s.URL, Device: s.Name, Unsent: s.Unsent, SetAside: s.SetAside, Sent: r.Sent, Received: r.Received}
	out.AttachmentsUnsent, out.AttachmentsSent = s.Attachments, r.Attachments
	if !s.LastOK.IsZero() {
		out.LastOK = s.LastOK.Format(time.RFC3339)
	}
	if s.Warning != nil {
		out.Warning = text.Explain(s.Warning).String()
	}
	return out
}

// broken says once how much of a sending that broke off was done, and what stays here; why, the error says.
func (s synced) broken(w *world, err error) error {
	if s.Enrolled {
		fmt.Fprintln(w.out, text.T("ruhuctl.sync_broken", s.County, s.Sent, s.Received, s.Unsent))
	}
	return err
}

// show says how things stand, in the words of key.
func (s synced) show(f *flags, w *world, key string) error {
	if f.JSON {
		return print(w.out, s)
	}
	if !s.Enrolled {
		_, err := fmt.Fprintln(w.out, text.T("ruhuctl.not_enrolled", s.Unsent))
		return err
	}
	fmt.Fprintln(w.out, text.T(key, s.County, s.Sent, s.Received, s.Unsent))
	if s.SetAside > 0 {
		fmt.Fprintln(w.out, text.T("ruhuctl.set_aside", s.SetAside))
	}
	if s.Warning != "" {
		fmt.Fprintln(w.out, s.Warning)
	}
	return nil
}
