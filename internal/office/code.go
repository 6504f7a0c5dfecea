package office

import (
	"context"
	"time"

	"ruhu/internal/batch"
)

// CodeLife is how long a one-time code is good for.
const CodeLife = 24 * time.Hour

// NewCode makes a one-time code; note says whom it is for. The code is given this once and cannot be read again.
func (o *Office) NewCode(ctx context.Context, note string) (string, error) {
	code := batch.NewCode()
	key := batch.CodeKey(code)
	now := o.Now()
	c := Code{ID: batch.CodeID(key), Key: key, Note: note, Made: MillisOf(now), Expires: MillisOf(now.Add(CodeLife))}
	if err := o.update(ctx, func(tx Tx) error { return tx.PutCode(c) }); err != nil {
		return "", err
	}
	o.o.Log.Info("code made")
	return code, nil
}

// Codes gives the codes that can still be used.
func (o *Office) Codes(ctx context.Context) (open []Code, err error) {
	now := MillisOf(o.Now())
	err = o.view(ctx, func(tx Tx) error {
		all, err := tx.Codes()
		open = nil
		for _, c := range all {
			if c.Used == 0 && c.Expires > now {
				open = append(open, c)
			}
		}
		return err
	})
	return open, err
}

// usable tells whether d may use the code now. Its own device may use it again: the answer may have been lost on the way.
func (c Code) usable(d batch.Device, now Millis) error {
	switch {
	case c.Used != 0 && c.Dev == d.Dev && string(c.Sign) == string(d.Sign):
		return nil
	case c.Used != 0:
		return ErrCodeUsed
	case c.Expires <= now:
		return ErrCodeExpired
	}
	return nil
}
