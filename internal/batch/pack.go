package batch

import "github.com/klauspost/compress/zstd"

// One encoder and one decoder serve all: EncodeAll and DecodeAll may be called at once. The decoder never writes beyond the
// room it is given, so a bomb costs no memory.
var (
	packer   = must(zstd.NewWriter(nil, zstd.WithEncoderConcurrency(2), zstd.WithEncoderCRC(false)))
	unpacker = must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(MaxRaw),
		zstd.WithDecoderMaxWindow(MaxRaw), zstd.WithDecodeAllCapLimit(true)))
)

func pack(raw []byte) []byte { return packer.EncodeAll(raw, nil) }

func unpack(packed []byte, rawLen int) ([]byte, error) {
	raw, err := unpacker.DecodeAll(packed, make([]byte, 0, rawLen))
	if err != nil {
		return nil, ErrDamaged.Because(err)
	}
	if len(raw) != rawLen {
		return nil, ErrDamaged
	}
	return raw, nil
}
