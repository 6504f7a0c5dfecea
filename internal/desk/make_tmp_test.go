package desk_test

import (
	"os"
	"testing"
)

func BenchmarkMakeLarge(b *testing.B) {
	p := township(b, 100_000)
	data, _ := os.ReadFile(p)
	os.WriteFile("/tmp/store/large.ruhu", data, 0o600)
}
