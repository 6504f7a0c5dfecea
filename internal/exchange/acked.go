package exchange

import (
	"errors"

	"ruhu/internal/batch"
	"ruhu/internal/store"
)

// Acked is the number of the last change of a store that its county has: what is not yet sent may still be taken back as if it had never been.
// 0 is of a device that never sent anything.
func Acked(st *store.Store) (uint64, error) {
	b, err := st.Local(area, keyChain)
	if errors.Is(err, store.ErrNotFound) || err == nil && len(b) == 0 {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	var c chain
	err = batch.Unmarshal(b, &c)
	return c.Acked, err
}
