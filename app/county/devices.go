package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"ruhu/internal/office"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// devicesCommand lists the devices.
type devicesCommand struct {
	storeFlags
	JSON bool `help:"${json}"`
}

// Help shows an example.
func (devicesCommand) Help() string { return text.T("county.example.devices") }

type deviceRow struct {
	Dev      uint32 `json:"device"`
	Name     string `json:"name"`
	Enrolled string `json:"enrolled"`
	Seen     string `json:"seen"`
	Changes  int    `json:"changes"`
	Aside    int    `json:"set_aside"`
	Revoked  bool   `json:"revoked"`
}

// Run prints the list.
func (c devicesCommand) Run(w *world) error {
	var rows []deviceRow
	err := ask(w, c.storeFlags, http.MethodGet, "/devices", nil, &rows, func(ctx context.Context, of *office.Office) (err error) {
		rows, err = deviceRows(ctx, of)
		return err
	})
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(w.out).Encode(rows)
	}
	for _, r := range rows {
		key := "county.device"
		if r.Revoked {
			key = "county.device_revoked"
		}
		fmt.Fprintln(w.out, text.T(key, fmt.Sprintf("%08x", r.Dev), r.Name, r.Enrolled, r.Seen, r.Changes, r.Aside))
	}
	if len(rows) == 0 {
		fmt.Fprintln(w.err, text.T("county.nodevices"))
	}
	return nil
}

func deviceRows(ctx context.Context, of *office.Office) ([]deviceRow, error) {
	list, err := of.Devices(ctx)
	rows := []deviceRow{}
	for _, d := range list {
		rows = append(rows, deviceRow{d.Dev, d.Name, stamp(d.Enrolled), stamp(d.Seen), d.Changes, d.Aside, d.Revoked != 0})
	}
	return rows, err
}

func stamp(m office.Millis) string {
	if m == 0 {
		return ""
	}
	return m.Time().In(training.Zone).Format(time.DateTime)
}
