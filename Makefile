# PeakPlan: `make demo` plans the flagship scenario, `make test` checks everything.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The build fails when a module imports one that Package.swift does not allow it.
IMPORT_CHECK := --explicit-target-dependency-import-check error
# Packages and some modules are not optimised, the others for size (PEAKPLAN_BUILD, see Package.swift):
# less than half the time to build, and the plans are hardly slower, since GLPK does the work.
build install demo: export PEAKPLAN_BUILD := quick
OPTIMIZATION := -Xswiftc -Onone
RELEASE := -c release --static-swift-stdlib -debug-info-format none $(IMPORT_CHECK) \
  $(OPTIMIZATION) --product peakplan
PEAKPLAN = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/peakplan
DEBIAN_PACKAGES := libglpk-dev libsqlite3-dev libxlsxwriter-dev
DEMO_OUT := out/double-11
# The Python packages that the benchmarks are held against.
PEERS := Benchmarks/peers/.venv

.PHONY: demo build test lint check setup install benchmark benchmark-queueing \
  benchmark-capacity benchmark-pay clean

demo: build
	@mkdir -p $(DEMO_OUT)
	@"$(PEAKPLAN)" plan scenarios/double-11 --out $(DEMO_OUT) --force

build: setup
	$(SWIFT) build $(RELEASE)

test: setup lint
	$(SWIFT) build --build-tests $(IMPORT_CHECK)
	$(SWIFT) test $(IMPORT_CHECK) --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

benchmark: build
	$(SWIFT) run -c release --package-path Benchmarks peakplan-benchmarks
	$(MAKE) benchmark-queueing
	$(MAKE) benchmark-pay

# Ten thousand people's timesheets, and a ledger of 200,000 lines as a workbook.
benchmark-pay:
	$(SWIFT) run -c release --package-path Benchmarks pay-benchmarks
	$(SWIFT) run -c release --package-path Benchmarks ledger-benchmarks

# The queueing mathematics beside Python packages that answer the same questions.
benchmark-queueing: $(PEERS)/bin/python
	$(SWIFT) run -c release --package-path Benchmarks queueing-benchmarks

# The weekly capacity program on made-up scenarios, beside HiGHS and CBC on the same program.
benchmark-capacity: $(PEERS)/bin/python
	$(SWIFT) run -c release --package-path Benchmarks capacity-benchmarks \
	  --sizes S,M --seeds 1-10 --gap 0.01 --peers 60

$(PEERS)/bin/python: Benchmarks/peers/requirements.txt
	python3 -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --requirement $<
	@touch $@

# Installs what is missing through apt: as root or with sudo; otherwise prints the line to run.
setup:
	@missing=""; \
	for package in $(DEBIAN_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if ! command -v $(SWIFT) >/dev/null; then \
	  echo "PeakPlan needs Swift 6.3: install it from swift.org and put it on the PATH." >&2; \
	  exit 1; \
	fi; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then runner=""; \
	elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then runner="sudo"; \
	else echo "PeakPlan needs$$missing. Run this line, then make again:" >&2; \
	  echo "  sudo apt-get update && sudo apt-get install -y$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	$$runner apt-get update -qq \
	  && $$runner env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 "$(PEAKPLAN)" "$(DESTDIR)$(PREFIX)/bin/peakplan"
	"$(PEAKPLAN)" --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/peakplan"
	"$(PEAKPLAN)" --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_peakplan"
	"$(PEAKPLAN)" --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/peakplan.fish"
	"$(PEAKPLAN)" manual > "$(DESTDIR)$(PREFIX)/share/man/man1/peakplan.1"

clean:
	rm -rf .build Benchmarks/.build $(PEERS) out
