#!/usr/bin/env bash
# Measures the speeds that we hold ourselves to, each in one run with what it is compared with, and ends with a short table: what was
# measured, its limit, whether that is reached, and what stands beside it. All of it is made up as it goes: 50,000 rows of a dirty
# export, registers of 100,000 people. Takes about ten minutes on a quiet machine; how busy it was stands in the table too.
#   packaging/bench.sh [FOLDER]     what the benchmarks said lies there afterwards, in bench.txt
# What fails is a line that says so, and the others are measured all the same; the exit code is 1 then.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out}
mkdir -p "$out"
out=$(cd "$out" && pwd)
export CGO_ENABLED=0
bench() { (cd "$3" && go test -run '^$' -bench "$1" -benchtime "$2" -timeout 60m .) 2>&1 | tee -a "$out/bench.txt" || true; }
load() { if [ -r /proc/loadavg ]; then echo "Load $1 $(cut -d' ' -f1-3 /proc/loadavg)" | tee -a "$out/bench.txt"; fi; }

# office times what LibreOffice needs for a PDF of a roster of 1,000, where it is installed; a first run, not counted, wakes it up.
office() {
	command -v soffice >/dev/null || return 0
	local work; work=$(mktemp -d)
	{ echo '序号,姓名,性别,年龄,身份证号码,联系电话,村,组,文化程度,备注'
	  for i in $(seq 1000); do echo "$i,古丽·阿不都热依木,女,36,\"530000199001010${i}\",15400000000,左门村委会,二组,初中,"; done; } >"$work/roster.csv"
	for run in wake count; do
		local start; start=$(date +%s%N)
		soffice "-env:UserInstallation=file://$work/profile" --headless --infilter='CSV:44,34,76,1' --convert-to pdf --outdir "$work" "$work/roster.csv" >/dev/null 2>&1 || return 0
		[ $run = wake ] || echo "BenchmarkOffice 1 $(($(date +%s%N) - start)) ns/op" | tee -a "$out/bench.txt"
	done
	rm -rf "$work"
}

: >"$out/bench.txt"
load before
bench '^BenchmarkList$' 1x internal/intake
bench '^BenchmarkRegister$' 1x internal/intake
bench '^BenchmarkSave$' 200x internal/store
bench '^BenchmarkWrite100000$/^(xlsx|excelize)$' 1x internal/sheet
bench '^BenchmarkKey$' 10x internal/search/benchsqlite
bench '^Benchmark(Roster|Cards)Of1000$' 3x internal/paper
bench '^BenchmarkAudit1000Classes40000Trainees$' 3x internal/audit
office
load after

echo
awk '
# every figure of a line as said[benchmark, unit]; the number of processors behind the name is no part of it
/^Benchmark/ { sub(/-[0-9]+$/, "", $1); for (i = 3; i < NF; i += 2) said[$1, $(i+1)] = $i; said[$1, "s"] = said[$1, "ns/op"] / 1e9 }
# of the keys of each word, the one where we gain least
/^BenchmarkKey\/.* times/ && $1 != "BenchmarkKey/all" && (least == 0 || said[$1, "times"] < least) { least = said[$1, "times"]; word = $1; sub(/.*\//, "", word) }
# rows of a table and its seconds are said by the ledger step itself
/ s with the file$/ { ledger = $(NF-4) }
/^Load / { busy = busy (busy ? ", " : "") $2 " " $3 }
function row(what, is, unit, limit, as,    verdict) {
	if (is + 0 == 0) { printf "%-62s not measured: its benchmark failed\n", what; failed = 1; return }
	verdict = limit == "" ? "" : (limit ~ /^>=/ ? is >= substr(limit, 4) + 0 : is <= substr(limit, 4) + 0) ? "reached" : "NOT reached"
	printf "%-62s %9.2f %-6s %-8s %-12s %s\n", what, is, unit, limit, verdict, as
}
function over(a, b) { return b + 0 ? a / b : 0 }
function list(step) { return "BenchmarkList/" step }
function needs(name) { return sprintf("cpu %.1f s, at most %d MB", said[name, "cpu-s"], said[name, "MB-peak"]) }
function times(what, step, limit) {
	row(what, over(said[list(step), "s"], said[list("excelize/xlsx"), "s"]), "times", limit, sprintf("%.1f s, %s; cpu %.2f times", \
		said[list(step), "s"], needs(list(step)), over(said[list(step), "cpu-s"], said[list("excelize/xlsx"), "cpu-s"])))
}
function seconds(what, name, limit) { row(what, said[name, "s"], "s", limit, needs(name)) }
END {
	printf "%-62s %9s %-6s %-8s %-12s %s\n", "what", "measured", "", "limit", "", "beside it"
	r = "BenchmarkRegister/"
	seconds("100,000 people: from the passphrase to the first list", r "open", "<= 1.5")
	k = "BenchmarkKey/all"
	row("a key in the search among 100,000, 99 of 100", said[k, "ms-index-p99"], "ms", "<= 16", sprintf("half: %.2f ms; SQLite %.2f and %.2f ms", said[k, "ms-index-p50"], said[k, "ms-sqlite-p99"], said[k, "ms-sqlite-p50"]))
	row("SQLite for the same keys, against ours", said[k, "times"], "times", ">= 10", "")
	row("the same for the word where we gain least", least, "times", ">= 10", word)
	s = "BenchmarkSave/among_20000"
	row("a durable save, against two fsyncs of the same disk", said[s, "times"], "times", "<= 1.5", sprintf("%.0f µs against %.0f µs", said[s, "µs/save"], said[s, "µs/2-fsyncs"]))
	x = list("excelize/xlsx")
	row("excelize only reads 50,000 rows of 47 columns, xlsx", said[x, "s"], "s", "", needs(x))
	times("we read the same xlsx, against excelize", "read/xlsx", "")
	times("we plan it with every check, against excelize", "plan/xlsx", "<= 2")
	times("we plan it and write it into a store, against excelize", "import/xlsx", "<= 2")
	seconds("we plan the same list from csv", list("plan/csv"), "<= 3")
	seconds("we plan it from csv and write it into a store", list("import/csv"), "")
	row("100,000 people: ledger of labourers to xlsx, once open", ledger, "s", "<= 5", sprintf("with opening it: cpu %.1f s, as against %.1f s", said[r "ledger", "cpu-s"], said[r "open", "cpu-s"]))
	w = "BenchmarkWrite100000/"
	row("100,000 rows of 20 columns to xlsx, only the file", said[w "xlsx", "s"], "s", "", sprintf("excelize %.2f s", said[w "excelize", "s"]))
	row("memory with 100,000 people when open, without the window", said[r "open", "MB-peak"], "MB", "<= 300", "")
	row("memory while their ledger is made, without the window", said[r "ledger", "MB-peak"], "MB", "<= 300", "")
	o = said["BenchmarkOffice", "s"]
	if (o > 0) row("a roster of 1,000 with its codes, against LibreOffice", over(said["BenchmarkRosterOf1000", "s"], o), "times", "<= 0.1", sprintf("%.2f s against %.2f s for the table alone", said["BenchmarkRosterOf1000", "s"], o))
	else row("a roster of 1,000 with its codes (no LibreOffice here)", said["BenchmarkRosterOf1000", "s"], "s", "", "")
	row("1,000 student cards", said["BenchmarkCardsOf1000", "s"], "s", "<= 1", "")
	row("audit of 1,000 classes with 40,000 trainees", said["BenchmarkAudit1000Classes40000Trainees", "s"], "s", "<= 2", "")
	if (busy) print "\nload: " busy
	exit failed
}' "$out/bench.txt"
