package desk

import (
	"encoding/json"
	"errors"
	"fmt"

	"ruhu/internal/store"
)

// Settings are this device's own; they are sealed with the store and never travel.
type Settings struct {
	Actor     string `json:"actor,omitempty"`    // 姓名 of who works here
	Unit      string `json:"unit,omitempty"`     // 单位
	Township  string `json:"township,omitempty"` // region code, 9 digits
	CountyURL string `json:"county_url,omitempty"`
	Scale     int    `json:"scale,omitempty"` // size of letters in the window, per cent; 0 is 100
	Language  string `json:"language,omitempty"`
}

const (
	areaSettings = "settings"
	areaDraft    = "draft"
	areaWaiting  = "waiting"
)

// Settings reads the settings; a new register has empty ones.
func (d *Desk) Settings() (Settings, error) {
	var s Settings
	err := d.local(areaSettings, "desk", &s)
	return s, err
}

// SaveSettings keeps the settings.
func (d *Desk) SaveSettings(s Settings) error { return d.putLocal(areaSettings, "desk", s) }

// local reads a value of this device; nothing kept leaves v as it is.
func (d *Desk) local(area, key string, v any) error {
	b, err := d.store.Local(area, key)
	if errors.Is(err, store.ErrNotFound) || err == nil && len(b) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s %s: %w", area, key, err)
	}
	return nil
}

func (d *Desk) putLocal(area, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s %s: %w", area, key, err)
	}
	return d.store.PutLocal(area, key, b)
}
