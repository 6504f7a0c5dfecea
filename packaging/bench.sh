#!/usr/bin/env bash
# Measures the speeds that we hold ourselves to, each in one run with what it is compared with, and ends with a short table. All of
# it is made up as it goes: 50,000 rows of a dirty export, registers of 100,000 people. Takes about ten minutes.
#   packaging/bench.sh [FOLDER]     what the benchmarks said lies there afterwards, in bench.txt
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out}
mkdir -p "$out"
export CGO_ENABLED=0
: >"$out/bench.txt"
bench() { go test -run '^$' -bench "$1" -benchtime "$2" -timeout 30m "$3" | tee -a "$out/bench.txt" || true; } # the table says what failed

bench '^BenchmarkList$|^BenchmarkRegister$' 1x ./internal/intake
bench '^BenchmarkSave$' 200x ./internal/store
bench '^BenchmarkWrite100000$/^(xlsx|excelize)$' 1x ./internal/sheet
(cd internal/search/benchsqlite && go test -run '^$' -bench '^BenchmarkKey$' -benchtime 3x -timeout 30m .) | tee -a "$out/bench.txt" || true

echo
awk '
# every figure of a line as said[benchmark, unit]; the number of processors behind the name is no part of it
/^Benchmark/ { sub(/-[0-9]+$/, "", $1); for (i = 3; i < NF; i += 2) said[$1, $(i+1)] = $i; said[$1, "s"] = said[$1, "ns/op"] / 1e9 }
# rows of a table and its seconds are said by the ledger step itself
/ s with the file$/ { ledger = $(NF-4) }
function row(what, is, unit, limit, as) {
	if (is + 0 == 0) { printf "%-66s not measured: its benchmark failed\n", what; return }
	printf "%-66s %9.2f %-6s %-14s %s\n", what, is, unit, limit, as
}
function over(a, b) { return b + 0 ? a / b : 0 }
function list(step) { return "BenchmarkList/" step }
function times(what, step, limit) {
	row(what, over(said[list(step), "s"], said[list("excelize/xlsx"), "s"]), "times", limit, sprintf("cpu %.2f times; %.1f s, cpu %.1f s, at most %d MB", \
		over(said[list(step), "cpu-s"], said[list("excelize/xlsx"), "cpu-s"]), said[list(step), "s"], said[list(step), "cpu-s"], said[list(step), "MB-peak"]))
}
function seconds(what, name, limit) {
	row(what, said[name, "s"], "s", limit, sprintf("cpu %.1f s, at most %d MB", said[name, "cpu-s"], said[name, "MB-peak"]))
}
END {
	printf "%-66s %9s %-6s %-14s %s\n", "what", "measured", "", "limit", "beside it"
	x = list("excelize/xlsx")
	row("excelize only reads 50,000 rows of 47 columns, xlsx", said[x, "s"], "s", "", sprintf("cpu %.1f s, at most %d MB", said[x, "cpu-s"], said[x, "MB-peak"]))
	times("we read the same xlsx, against excelize", "read/xlsx", "")
	times("we plan it with every check, against excelize", "plan/xlsx", "<= 2 times")
	times("we plan it and write it into a store, against excelize", "import/xlsx", "<= 2 times")
	seconds("we plan the same list from csv", list("plan/csv"), "<= 3 s")
	seconds("we plan it from csv and write it into a store", list("import/csv"), "")
	seconds("100,000 people: unlocked, up to the first list", "BenchmarkRegister/open", "<= 1.5 s")
	row("100,000 people: ledger of labourers to xlsx, once open", ledger, "s", "<= 5 s", sprintf("at most %d MB", said["BenchmarkRegister/ledger", "MB-peak"]))
	w = "BenchmarkWrite100000/"
	row("100,000 rows of 20 columns to xlsx, only the file", said[w "xlsx", "s"], "s", "", sprintf("excelize %.2f s", said[w "excelize", "s"]))
	s = "BenchmarkSave/among_20000"
	row("a durable save, against two fsyncs of the same disk", said[s, "times"], "times", "<= 1.5 times", sprintf("%.0f µs against %.0f µs", said[s, "µs/save"], said[s, "µs/2-fsyncs"]))
	k = "BenchmarkKey/all"
	row("a key in the search among 100,000, 99 of 100", said[k, "ms-index-p99"], "ms", "<= 16 ms", sprintf("SQLite %.2f ms", said[k, "ms-sqlite-p99"]))
	row("SQLite for the same questions, against ours", said[k, "times"], "times", ">= 10 times", sprintf("half of the keys: %.2f ms, SQLite %.2f ms", said[k, "ms-index-p50"], said[k, "ms-sqlite-p50"]))
}' "$out/bench.txt"
