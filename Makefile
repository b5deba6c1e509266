# make demo | test | setup | lint | bench | serve. Everything is set up once, in .venv; a second run is quick.
# More for the program itself: make demo ARGS="--port 8001"

PYTHON := $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
LIBRARIES := python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk
TEST_LIBRARIES := chromium postgresql poppler-utils
PARTS := $(wildcard templates/translations/parts/*.json)
CATALOGUE := templates/translations/zh/LC_MESSAGES/messages.mo

export PYTHON PYTHONUNBUFFERED := 1
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: setup demo test lint bench serve test-libraries

setup: .venv/.installed $(CATALOGUE)

demo: setup
	$(BIN)/yangguang demo $(ARGS)

serve: setup
	$(BIN)/yangguang serve $(ARGS)

test: test-libraries setup lint
	$(BIN)/pytest -n 2

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy compliance models audits tests
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m tests.bench

test-libraries: .venv/.test-libraries

.venv/.libraries: .ci/system Makefile
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "Python 3.11 is needed, found: $$("$(PYTHON)" --version 2>&1)" >&2; exit 1; }
	@.ci/system $(LIBRARIES)
	@mkdir -p .venv && touch $@

.venv/.test-libraries: .venv/.libraries
	@.ci/system $(TEST_LIBRARIES)
	@touch $@

.venv/.installed: .venv/.libraries requirements.lock pyproject.toml
	@[ -x $(BIN)/python ] || "$(PYTHON)" -m venv .venv
	@echo "Installing Python packages (some minutes the first time)" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(CATALOGUE): $(PARTS) audits/catalogue.py .venv/.installed
	@$(BIN)/python -m audits.catalogue
