# make demo   set up and run the main job on examples/
# make test   set up and run the tests (TESTS=tests/test_cli.py: some of them, or options of pytest)
# make check  lint and types
# make snapshots  write tests/snapshots/ again; review the difference
# make reports  print the audit reports in reports/samples/ again
# make docs   write docs/rules/ and docs/cli.md again
# make model FRUS=FILE  train the name model again (docs/model-card.md)

PYTHON ?= $(shell for v in 3.14 3.13 3.12 3.11; do \
	python$$v -c 'import venv, ssl' >/dev/null 2>&1 && { echo python$$v; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check format docs snapshots reports model clean

help:
	@sed -n 's/^# //p' Makefile

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "error: no Python from 3.11 to 3.14 found; install one, or name it: make PYTHON=/path/to/python"; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q redact
	@touch $@

demo: $(READY)
	@PATH="$(BIN):$$PATH" sh examples/demo.sh

test: $(READY)
	$(BIN)/python -m pytest -n auto $(TESTS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)
	$(BIN)/python docs/generate.py

snapshots: $(READY)
	$(BIN)/python -m pytest tests/test_outputs.py --snapshots

reports: $(READY)
	$(BIN)/python reports/build.py

model: $(READY)
	@test -n "$(FRUS)" || { echo "error: name the prose to train on: make model FRUS=frus.jsonl"; exit 1; }
	OMP_NUM_THREADS=1 $(BIN)/python -m training --frus $(FRUS) $(if $(BASE),--base $(BASE)) --work training/work --out training/work/en_redact_person

clean:
	rm -rf $(VENV) out training/work
