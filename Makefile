# All of the set-up: `make demo` shows the timeline on http://127.0.0.1:8000, `make test` runs every test.
# TIMELINE_HOME=folder moves the embedded database, PORT the page, PYTHON names another interpreter.
# Written for GNU make 3.81 as well, which is what macOS has.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# uv reads the machine's own certificates, as pip does: behind a company's proxy only those are right.
UV_SYSTEM_CERTS ?= true
export UV_SYSTEM_CERTS

.PHONY: setup demo test lint format lock clean

setup: $(INSTALLED)

# uv comes by pip, at the lock's version and hashes; everything else by uv, which takes seconds and not minutes.
# The stamp is written last: a set-up that was cut off is done again, one that was finished costs nothing.
$(INSTALLED): requirements.lock pyproject.toml
	@echo "Setting up $(VENV)" >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@awk '/^[^ #]/ { wanted = /^uv==/ } wanted' requirements.lock >$(VENV)/uv.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement $(VENV)/uv.lock
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $(INSTALLED)

# exec: Ctrl-C then reaches the service itself, and no shell stays between.
demo: setup
	@exec $(BIN)/timeline demo --port $(PORT)

test: setup
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Keeps the versions that still fit; `make lock ARGS=--upgrade` takes the newest. For every platform, from 3.11 on.
lock: setup
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --quiet \
		--output-file requirements.lock $(ARGS)
	@! grep -nE -e "://|--(extra-)?index|--find-links|^-e" requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
