# Every target makes what it needs: a bare machine with Python and make is enough.
PYTHON ?= python3
# the theme announces another product at each start
export NO_MKDOCS_2_WARNING := 1
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help serve site test check fix fuzz golden clean browser checker bench

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $(READY)

serve: $(READY) ## set up, build and show the site on http://127.0.0.1:8000/, rebuilding on every change
	$(BIN)/mkdocs serve

site: $(READY) ## set up and build the site into site/
	$(BIN)/mkdocs build --strict

test: $(READY) browser checker ## set up and run all tests, those in a real browser among them
	$(BIN)/python -m pytest

browser:
	@sh tests/get_browser.sh

checker: $(READY)
	@sh tests/get_checker.sh

check: $(READY) ## format, lint, types, import order, licenses of the libraries
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_licenses.py

fix: $(READY) ## format, and mend what a tool can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# in rounds: the tool itself grows by some 20 kB with each input that it tries. Its timeout is one of the wall clock,
# which finds what never ends; tests/intake/test_bounds.py holds the CPU time
FUZZ_SECONDS ?= 600
fuzz: $(READY) ## search long for inputs that break a law: every night, or before a release
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest tests/fuzz -m "nightly or not nightly"
	$(PYTHON) -m venv $(VENV)/fuzz
	$(VENV)/fuzz/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(VENV)/fuzz/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[documents]' --group fuzz
	for round in 1 2 3 4 5; do \
	  $(VENV)/fuzz/bin/python -m tests.fuzz.atheris_reader $(VENV)/fuzz/corpus \
	    -max_total_time=$$(($(FUZZ_SECONDS) / 5)) -rss_limit_mb=2048 -timeout=30 -artifact_prefix=$(VENV)/fuzz/ || exit 1; \
	done

golden: $(READY) ## accept the pages as they are now: read the diff
	GOLDEN=write $(BIN)/python -m pytest tests -k golden

clean: ## remove what was built, and the environment
	rm -rf site $(VENV) .variorum

bench: $(READY) ## measure the generator at 100, 1,000 and 10,000 articles (BENCH=--large adds 100,000)
	$(BIN)/python benchmarks/scale.py $(BENCH)
