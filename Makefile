# make book: set up, build and validate the sample collection.   make test: set up, run every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A container may forbid bytecode, and every start of Python would compile the package anew.
export PYTHONDONTWRITEBYTECODE :=
BOOK := dist/river-and-town.epub

.PHONY: book test lint setup tools clean

book: setup
	$(BIN)/ebook build source/book.toml -o $(BOOK)

test: setup tools lint
	$(BIN)/python -m pytest -n 3 --dist worksteal

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(VENV)/ready

# A fresh pip of Debian 12 stops on a dependency that is named twice: upgrade it first.
$(VENV)/ready: pyproject.toml .ci/constraints.txt
	@$(PYTHON) -m venv $(VENV) || .ci/install-venv "$(PYTHON)" $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $@

# Ace and Chromium, where npm and apt may install them, and the cases of html5lib-tests; where not, their tests say so.
tools: setup
	@.ci/install-html5lib-tests $(BIN)/python || echo "html5lib-tests are not installed: their tests will be skipped"
	@.ci/install-ace || echo "Ace is not installed: its tests will be skipped"

clean:
	rm -rf $(VENV) .tools build dist/*.epub .pytest_cache .mypy_cache .ruff_cache .hypothesis
