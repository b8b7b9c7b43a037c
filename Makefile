# From a fresh clone with Python 3.11+ and pip: each target makes what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-versions check docs bench compiled test-compiled release clean

demo: $(VENV)/.installed
	@$(BIN)/evenhand check examples || test $$? -eq 1

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadgroup -rs

# The suite with every other version of Python that pyproject.toml promises, where it is installed, by pyenv or otherwise.
VERSIONS := $(shell sed -n 's/.*Python :: \(3\.[0-9]*\)".*/\1/p' pyproject.toml)
test-versions:
	@for version in $(filter-out $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'),$(VERSIONS)); do \
	  export PYENV_VERSION=$$(pyenv versions --bare 2> /dev/null | grep "^$$version\." | tail -n 1); \
	  if python$$version -c pass 2> /dev/null; then \
	    echo "Python $$version" && $(MAKE) --no-print-directory test VENV=build/python$$version PYTHON=python$$version || exit; \
	  else \
	    echo "Python $$version is not installed: left out"; \
	  fi; \
	done

check: $(VENV)/.dev
	$(BIN)/ruff check linter tests bench hatch_build.py
	$(BIN)/ruff format --check linter tests bench hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/evenhand lexicon format --check lexicon
	$(BIN)/evenhand lexicon pages --check docs/lexicon

docs: $(VENV)/.installed
	$(BIN)/evenhand lexicon pages docs/lexicon

# What is released is the compiled wheel: it is built and measured beside the checkout, where there is a C compiler.
RELEASED := $(if $(shell command -v cc 2> /dev/null),build/released)
bench: $(VENV)/.bench $(if $(RELEASED),$(RELEASED)/.installed)
	$(BIN)/python -m bench.run $(if $(FULL),--full) $(if $(RELEASED),--compiled $(RELEASED)/bin/evenhand)

build/released/.installed: pyproject.toml hatch_build.py rules.yaml $(shell git ls-files linter lexicon 2> /dev/null)
	$(MAKE) compiled
	$(PYTHON) -m venv build/released
	build/released/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall "$$(ls -t dist/*.whl | head -1)"
	@touch $@

# The compiled wheel, in dist/: takes a C compiler and some two minutes.
compiled: $(VENV)/.dev
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m build --quiet --wheel --outdir dist .

# The suite against it, but for the hook, which installs from source.
test-compiled: compiled
	rm -rf build/compiled && mkdir -p build/compiled
	git ls-files -z | tar --null --files-from - --create | tar --extract --directory build/compiled
	$(BIN)/python -m zipfile --extract "$$(ls -t dist/*.whl | head -1)" build/compiled
	cd build/compiled && PYTHONPATH=$(CURDIR)/build/compiled $(CURDIR)/$(BIN)/python -m pytest -n auto --dist loadgroup -rs --ignore tests/test_hook.py

# What is published, in dist/: the sources, the wheel for any platform, and the compiled one of this, which pip prefers.
release: $(VENV)/.dev
	rm -rf dist
	$(BIN)/python -m build --quiet --outdir dist .
	$(MAKE) compiled

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
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
