package testkit

import "math/rand/v2"

// Picture makes content as little alike as a photograph; the same of the same seed.
func Picture(size int, seed uint64) []byte {
	chance := rand.New(rand.NewPCG(seed, 7))
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(chance.Uint32())
	}
	return b
}
