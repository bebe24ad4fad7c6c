# Everything by make. Needs Python 3.11 or newer, pip and make; the rest is installed into .venv.
.DEFAULT_GOAL := help
.PHONY: help demo test lint format messages clauses bench lock clean

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP = $$($(PYTHON) -m pip --version >/dev/null 2>&1 && echo $(PYTHON) -m pip || echo pip) --python $(BIN)/python
INSTALL = $(PIP) install --quiet --disable-pip-version-check --root-user-action=ignore --constraint constraints.txt --editable
DEMO_LANG ?= en
SYSTEM_PG = $$($(BIN)/python -m kontor.server.binaries)
# Tools that only read the settings need no folder of data.
PURE := KONTOR_SECRET_KEY=unused KONTOR_HOME=.venv/home

help: ## show what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

demo: .venv/product ## open the demo company on http://127.0.0.1:8000; DEMO_LANG=ru|zh|en
	@$(BIN)/kontor demo --lang $(DEMO_LANG)

test: .venv/dev lint ## lint, then every test on the embedded PostgreSQL, then on the system's own
	@tools/system-packages
	$(BIN)/pytest -n 2
	@if [ -n "$(SYSTEM_PG)" ]; then echo "Once more on $(SYSTEM_PG)"; KONTOR_PG_BIN=$(SYSTEM_PG) $(BIN)/pytest -n 2 --only-database; \
	else echo "No PostgreSQL of the system: the second run is left out."; fi

lint: .venv/dev ## ruff, mypy, import-linter, house rules
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(PURE) $(BIN)/mypy
	$(PURE) $(BIN)/lint-imports
	$(BIN)/python -m kontor.web.messages check
	$(BIN)/pytest tests/house

format: .venv/dev ## let ruff write the code as it should be
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

messages: .venv/dev ## collect and compile the translations
	$(PURE) $(BIN)/python -m kontor.web.messages

clauses: .venv/dev ## clause, rule, tests; what is missing
	$(PURE) $(BIN)/kontor clauses

bench: .venv/dev ## measure the hot actions against hand-written SQL
	$(BIN)/pytest tests/bench --bench -s

lock: .venv/dev ## write constraints.txt from what is installed
	$(PIP) freeze --exclude-editable > constraints.txt

clean: ## remove what make has made; data in .kontor stays
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

.venv/python:
	@test -n "$(PYTHON)" || { echo "Kontor needs Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -m venv --without-pip .venv
	@touch $@

.venv/product: .venv/python pyproject.toml constraints.txt hatch_build.py
	@echo "Installing Kontor into .venv (once; about half a minute)"
	@$(INSTALL) .
	@touch $@

.venv/dev: .venv/python pyproject.toml constraints.txt hatch_build.py
	@echo "Installing Kontor and the tools of its developers into .venv (once)"
	@$(INSTALL) ".[dev]"
	@touch $@ .venv/product
