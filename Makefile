# The same few words on every machine. `make` alone tells what there is.
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
WORKERS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
PIN := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
       --no-annotate --no-header --quiet

.PHONY: help demo run test check fix lint types unit journeys judges audit sbom screenshots translations migration pin browser clean

help: ## Tell what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.for-running ## Look around in a demo programme (PORT=8000)
	@$(BIN)/matcher demo --port $(PORT)

run: $(VENV)/.for-running ## Begin an installation of your own (PORT=8000)
	@$(BIN)/matcher run --port $(PORT)

test: $(VENV)/.for-testing browser lint types unit journeys ## Everything: format, lint, types, tests, browser journeys

check: $(VENV)/.for-testing lint types unit ## The same without the browser journeys

fix: $(VENV)/.for-testing ## Put format and imports right
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

lint: $(VENV)/.for-testing
	@$(BIN)/ruff format --check --quiet . || { echo "Some files want another format: make fix"; exit 1; }
	@$(BIN)/ruff check .

types: $(VENV)/.for-testing
	@$(BIN)/mypy

# Translations, imports, migrations and documentation are checked by tests/conventions.
unit: $(VENV)/.for-testing
	@$(BIN)/pytest -q -n $(WORKERS) -m "not journey"

journeys: $(VENV)/.for-testing browser
	@$(BIN)/pytest -q -n $(WORKERS) --dist loadfile -m journey

judges: $(VENV)/.for-testing ## The long examinations: PostgreSQL, kills, races, bad input (see docs/judges.md)
	@$(BIN)/python -m benchmarks.judges

screenshots: $(VENV)/.for-testing browser ## Take pictures of the main pages, into screenshots/
	@$(BIN)/python -m tests.screenshots

translations: $(VENV)/.for-testing ## Bring new sentences into messages.po, for you to say in Dutch
	@$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k _l -k _n:1,2 -k N_n:1,2 --no-location --sort-output \
	  -o $(VENV)/messages.pot .
	@$(BIN)/pybabel -q update -i $(VENV)/messages.pot -d matcher/translations -l nl --no-fuzzy-matching --ignore-obsolete \
	  --ignore-pot-creation-date --width 100
	@sed -i '/^"\(POT-Creation\|PO-Revision\|Last-Transl\|Language-Team\|Generated-By\|Report-Msgid\)/d' \
	  matcher/translations/nl/LC_MESSAGES/messages.po
	@$(BIN)/python -m pytest -q tests/conventions/test_translations.py

migration: $(VENV)/.for-testing ## Draft the next step of the database: make migration m="Add …"
	@$(BIN)/python -m matcher.migrations.draft "$(m)"

pin: ## Pin the dependencies anew, with hashes (needs uv)
	@$(PIN) pyproject.toml -o requirements/run.txt
	@$(PIN) pyproject.toml --extra dask --extra scale --group dev -c requirements/run.txt -o requirements/dev.txt
	@printf 'gunicorn>=23\nredis>=5\n' | $(PIN) - -c requirements/dev.txt -o requirements/scale.txt
	@echo hatchling | $(PIN) - -c requirements/dev.txt -o requirements/build.txt

# Strict: what could not be looked up is no good news either.
audit: $(VENV)/audit/bin/pip-audit ## Look up known weaknesses of all we depend on (asks the internet)
	@for each in run scale build; do \
	  $(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements/$$each.txt || exit 1; done

sbom: $(VENV)/audit/bin/pip-audit ## Write sbom.json (CycloneDX): all that the service is made of
	@$(VENV)/audit/bin/cyclonedx-py requirements requirements/run.txt --pyproject pyproject.toml \
	  --output-reproducible --of JSON -o sbom.json

$(VENV)/audit/bin/pip-audit: | $(VENV)/bin/python
	@$(PYTHON) -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip --disable-pip-version-check install --quiet pip-audit cyclonedx-bom

clean: ## Remove what was built; databases stay
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# One line for whoever lacks the browser; whoever may install it gets it.
browser:
	@command -v chromium >/dev/null || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	    && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || { \
	  echo "The browser tests need Chromium: sudo apt-get install chromium"; exit 1; }

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Samen Sterk needs Python 3.11 or newer.")'
	@$(PYTHON) -m venv $(VENV) || { echo "Python lacks its venv module: sudo apt-get install python3-venv"; exit 1; }

$(VENV)/.for-running: requirements/run.txt requirements/build.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the service needs. This is done once."
	@$(PIP) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.for-testing: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the service and its tests need. This is done once."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@
