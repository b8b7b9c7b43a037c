# From a fresh clone with Python 3.11+ and pip: each target makes what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check docs bench clean

demo: $(VENV)/.installed
	@$(BIN)/evenhand check examples || test $$? -eq 1

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadgroup -rs

check: $(VENV)/.dev
	$(BIN)/ruff check linter tests bench
	$(BIN)/ruff format --check linter tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/evenhand lexicon format --check lexicon
	$(BIN)/evenhand lexicon pages --check docs/lexicon

docs: $(VENV)/.installed
	$(BIN)/evenhand lexicon pages docs/lexicon

bench: $(VENV)/.bench
	$(BIN)/python -m bench.run $(if $(FULL),--full)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.bench: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $(VENV)/.installed $@

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
