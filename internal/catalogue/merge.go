package catalogue

import (
	"maps"

	"github.com/google/uuid" // the ids of all records are of it

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// ID is the same for one row of a catalogue wherever a list with it is read, so that two devices that read one list offline do not have
// each row twice. Another day from which it holds makes another row.
func ID(r registry.Record) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte("ruhu/"+r.Type+"/"+identity(r))).String()
}

// identity tells one version of a row from another.
func identity(r registry.Record) string { return keyOfRow(r) + Row{Record: r}.from() }

// Merge gives what there is to save after a list was read: the rows that are new or say something new, under the ids that the county's
// records have. have is the county's own. A row that says just what ships is no row of the county's; what the list leaves blank stays as
// it was. Reading a list a second time so gives nothing.
func Merge(have, list []registry.Record) []registry.Record {
	own, ships := map[string]registry.Record{}, map[string]registry.Record{}
	for _, r := range have {
		own[r.Type+identity(r)] = r
	}
	for _, r := range shippedRows() {
		ships[r.Type+identity(r)] = r
	}
	var out []registry.Record
	for _, r := range list {
		at := r.Type + identity(r)
		old, there := own[at]
		if ship, ok := ships[at]; !there && ok && saysNothingNew(ship, r) || there && saysNothingNew(old, r) {
			continue
		}
		if !there {
			old = registry.Record{Type: r.Type, ID: ID(r)}
		}
		own[at] = both(old, r)
		out = append(out, own[at])
	}
	return out
}

// both are the answers of a record with those of a row over them. The names by which it was found stay as they are written there.
func both(old, row registry.Record) registry.Record {
	a := old.Unpack()
	maps.Copy(a, row.Unpack())
	for _, key := range keys[row.Type] {
		if v := old.Get(key); v != "" {
			a[key] = v
		}
	}
	return registry.Record{Type: row.Type, ID: old.ID, Packed: survey.Pack(a)}
}

func saysNothingNew(old, row registry.Record) bool {
	return old.Packed == both(old, row).Packed
}
