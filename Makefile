# Two commands do everything on a fresh Debian or Ubuntu machine:
#   make run     install what is missing, build, open the program on the sample township
#   make test    install what is missing, pass the tests
# `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# One set of flags everywhere: other flags would compile the OpenGL binding again, minutes of it. x11: Chinese input methods
# reach a window only through X11; gles: the smaller binding; migrated_fynedo: our threads keep Fyne's rule.
WINDOW_TAGS := gles,x11,migrated_fynedo
OUT := out
BIN := bin
# Packages that need no C compiler and no display: all but the window's main. The recipe's shell works it out, not make's: that
# one does not see the PATH set below (before GNU Make 4.4).
PLAIN = $$(go list ./... | grep -v '/app/ruhu$$')
# ARGS passes on to the tests: make test ARGS='-run TestName -v'
ARGS ?=

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.8.0

# setup(PARTS): runs the installer and puts the Go it may have fetched in front.
define setup
	@packaging/setup.sh $(1) | sed -n 's/^go-bin: //p' > .go-bin.tmp; if [ -s .go-bin.tmp ]; then mv .go-bin.tmp .go-bin; else rm -f .go-bin.tmp; fi
endef
ifneq ($(wildcard .go-bin),)
export PATH := $(shell cat .go-bin):$(PATH)
endif

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

.PHONY: setup
setup: ## install what building and testing need (apt packages, Go), saying what and why
	$(call setup,build screen test)

.PHONY: build
build: ## compile the three programs into bin/
	$(call setup,build)
	@$(MAKE) --no-print-directory bin/ruhuctl bin/county bin/ruhu

.PHONY: run
run: ## open the program on the sample township (without a display: do the main job headless)
	$(call setup,build)
	@$(MAKE) --no-print-directory bin/ruhuctl bin/county bin/ruhu
	@packaging/run.sh $(OUT)

.PHONY: demo
demo: ## the whole main job without a window: import, ledgers, class, papers, attendance, sync
	$(call setup,build test)
	@$(MAKE) --no-print-directory bin/ruhuctl bin/county
	@packaging/demo.sh $(OUT)/demo

.PHONY: test
test: ## pass the tests, the real window among them
	$(call setup,build test)
	@$(MAKE) --no-print-directory tests

# The steps behind the targets above, run by a second make so that a Go just fetched is on the PATH.
.PHONY: tests bin/ruhuctl bin/county bin/ruhu
bin/ruhuctl bin/county:
	CGO_ENABLED=0 go build -o $@ ./app/$(@F)
bin/ruhu:
	go build -tags $(WINDOW_TAGS) -o $@ ./app/ruhu
tests: bin/ruhuctl bin/county bin/ruhu
	CGO_ENABLED=0 go test $(ARGS) $(PLAIN)
	go test -tags $(WINDOW_TAGS) $(ARGS) ./app/ruhu

.PHONY: screens
screens: ## photograph the window's pages anew for the README (assets/screens)
	$(call setup,build test)
	@mkdir -p assets/screens
	RUHU_SHOTS=$(CURDIR)/assets/screens go test -count=1 -tags $(WINDOW_TAGS) -run EveryPage ./app/ruhu

.PHONY: race
race: ## the same tests under the race detector, the window's apart
	go test -race $(ARGS) $(PLAIN)

.PHONY: check
check: ## gofmt, vet, staticcheck, govulncheck (where its data can be had)
	@test -z "$$(gofmt -l app assets data internal)" || { gofmt -l app assets data internal; exit 1; }
	CGO_ENABLED=0 go vet $(PLAIN)
	CGO_ENABLED=0 go run $(STATICCHECK) $(PLAIN)
	go vet -tags $(WINDOW_TAGS) ./app/ruhu
	@# govulncheck ends with 3 when it found something; every other failure is that it or its data cannot be had here.
	@if out=$$(CGO_ENABLED=0 go run $(GOVULNCHECK) $(PLAIN) 2>&1); then tail -n 1 <<<"$$out"; \
		elif grep -q 'exit status 3' <<<"$$out"; then echo "$$out"; exit 1; \
		else echo "govulncheck: not checked, it or its data cannot be had here: $$(head -n 1 <<<"$$out" | cut -c1-60)…"; fi

.PHONY: bench
bench: ## measure the speeds we promise, each beside what it is compared with: one table, ten minutes
	@packaging/bench.sh $(OUT)

.PHONY: bench-all
bench-all: ## every benchmark there is: look-ups, import, ledgers, papers, store, sync
	CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem $(ARGS) $(PLAIN)

.PHONY: deep
deep: ## the long form of the crash, damage and sync tests: thousands of kills, 100,000 damaged files, 2,000 seeded worlds
	RUHU_KILLS=5000 RUHU_FLIPS=100000 RUHU_SEEDS=2000 CGO_ENABLED=0 go test -count=1 -timeout 6h $(ARGS) ./internal/store ./internal/exchange
	CGO_ENABLED=0 go test -count=1 -timeout 2h ./internal/change ./internal/store -rapid.checks=100000

# FUZZTIME is how long each parser is fed.
FUZZTIME ?= 1m
.PHONY: fuzz
fuzz: ## feed every parser with made-up input, FUZZTIME=1m each
	@grep -rlE '^func Fuzz' internal --include=*_test.go | while read -r file; do \
		for name in $$(sed -nE 's/^func (Fuzz[A-Za-z]+).*/\1/p' "$$file"); do \
			echo "$$file $$name"; \
			CGO_ENABLED=0 go test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) "./$$(dirname "$$file")"; \
		done; \
	done

.PHONY: clean
clean: ## remove what was built and written
	rm -rf $(BIN) $(OUT) .go-bin
