# `make` alone lists the targets. Everything is prepared in .venv and build/; nothing is written elsewhere,
# but for Debian's packages that `make setup` installs when it runs as root.

# Debian's own Python where it can be used: one built without the compiler's profile is a third slower (docs/adr/0059).
USABLE := import ensurepip, pathlib, sys, sysconfig; \
  sys.exit(sys.version_info < (3, 11) or not pathlib.Path(sysconfig.get_path("include"), "Python.h").exists())
PYTHON ?= $(shell /usr/bin/python3 -c '$(USABLE)' 2>/dev/null && echo /usr/bin/python3 || echo python3)
BIN := .venv/bin
TRANSLATIONS := resources/translations
AR_TS := $(wildcard $(TRANSLATIONS)/ar.ts $(TRANSLATIONS)/*_ar.ts)
FR_TS := $(wildcard $(TRANSLATIONS)/fr.ts $(TRANSLATIONS)/*_fr.ts)
QM := $(if $(AR_TS),$(TRANSLATIONS)/ar.qm) $(if $(FR_TS),$(TRANSLATIONS)/fr.qm)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-test compiled run centre-stop centre-start test lint format bench load prove simulate screenshots lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ------------------------------------------------------------------ preparing

setup: debian-desktop .venv/.run $(QM) bytecode  ## prepare .venv with everything the app and the centre need
	@echo "Ready: make run"

setup-test: debian-desktop debian-test .venv/.test $(QM) bytecode  ## the same, with the tools of the tests and PostgreSQL

.PHONY: debian-desktop debian-test bytecode
debian-desktop:
	@installer/debian-packages desktop
debian-test:
	@installer/debian-packages test

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

# The lock names versions and hashes only; where packages come from is the machine's own setting.
.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements-test.lock .venv/.run
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

compiled: setup-test  ## compile what codes frames, where a C compiler is found (docs/adr/0035); half its processor time
	$(BIN)/python installer/compile

$(TRANSLATIONS)/ar.qm: $(AR_TS) .venv/.run
	$(BIN)/pyside6-lrelease -silent $(AR_TS) -qm $@
$(TRANSLATIONS)/fr.qm: $(FR_TS) .venv/.run
	$(BIN)/pyside6-lrelease -silent $(FR_TS) -qm $@

# Without its bytecode every start of the app, or of a centre in a test, translates some five hundred files again.
bytecode: .venv/.run
	@$(BIN)/python -m compileall -q massar_desktop sync

# ------------------------------------------------------------------ using

run: setup  ## a practice province: the app in an office's window; OFFICE=2 in another terminal opens the neighbour's, 5 the academy's
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	  $(BIN)/massar demo --desktop $(if $(OFFICE),--office $(OFFICE)); \
	else \
	  echo "No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the same trip follows in this terminal."; \
	  $(BIN)/massar demo; \
	fi

centre-stop: setup  ## stop the practice centre, as a cut line would
	@$(BIN)/massar demo --centre stop

centre-start: setup  ## start the practice centre again
	@$(BIN)/massar demo --centre start

# ------------------------------------------------------------------ checking

test: lint  ## every check and every test (a quarter of an hour on two cores)
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: setup-test  ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup-test  ## put every file in the house's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: compiled  ## measure: build/bench.json and a table; ONLY=W2 runs one, WORKLOAD=FILE takes another's data
	$(BIN)/python -m tests.benchmarks $(if $(ONLY),--only $(ONLY)) $(if $(WORKLOAD),--workload $(WORKLOAD))

load: compiled  ## a country of 82 provinces on a Monday at nine: build/load.json and a table; PEOPLE=n for fewer
	$(BIN)/python -m tests.load $(if $(PEOPLE),--people $(PEOPLE))

# With the compiled coder, which serves in production; `make test` runs the other one, at a third more processor time.
prove: compiled  ## the long proofs that `make test` has no time for; goes on where it was stopped
	MASSAR_PURE= $(BIN)/python -m pytest -n 2 --dist worksteal -m prove --timeout 0 --go-on

simulate: setup-test  ## seeded offices under faults: SEEDS=n FIRST=k [OUT=DIR]
	@$(BIN)/python -m tests.simulation --seeds $(or $(SEEDS),100) --first $(or $(FIRST),1) $(if $(OUT),--out $(OUT))

screenshots: setup-test  ## every screen and page of the console in Arabic and French, in build/screenshots/
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots --scaled --out build/screenshots/150 \
	  --only sign-in --only people --only person --only work --only desk --only exchange --only conflicts
	$(BIN)/python -m tests.console.pictures

# ------------------------------------------------------------------ keeping

lock: setup-test  ## pin the newest versions that pyproject.toml allows, with their hashes (needs uv)
	installer/lock

clean:  ## remove what was built, but not .venv
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .grimp_cache
	rm -f $(TRANSLATIONS)/*.qm
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
