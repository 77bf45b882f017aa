# `make` alone says what there is. Everything lands in .venv and two folders _site, which may be deleted at any time.

# The first Python that is new enough; another one is named by `make PYTHON=/path/to/python3 demo`.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

.PHONY: help demo test lint format bench gallery sweep-files sweep-archives sweep-index sweep-edits sweep-answers sweep-builds sweep-notes sweep-examples clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo         build the digests of the two notebooks in this repository, and say how to open them'
	@echo 'make test         run every test'
	@echo 'make lint         check style (ruff) and types (mypy)'
	@echo 'make format       put the code in the common form'
	@echo 'make bench        measure beside peers, and write benchmarks/RESULTS.md'
	@echo '                  SIZES="100 1000" for smaller notebooks, ONLY=studylog for a quick look'
	@echo 'make gallery      take the pictures in docs/gallery anew (needs Chromium)'
	@echo 'make sweep-files  kill writing runs thousands of times (minutes)'
	@echo 'make sweep-archives  damage zip archives a hundred thousand times (minutes)'
	@echo 'make sweep-index  damage the index five thousand times, and kill runs at two thousand moments (minutes)'
	@echo 'make sweep-edits  change twenty thousand generated headers (a minute)'
	@echo 'make sweep-answers  ask and answer in two thousand ways in each kind of place (minutes)'
	@echo 'make sweep-notes    look for promises in a thousand real notes, where they are (a minute)'
	@echo 'make sweep-builds   build two hundred notebooks again and again (minutes)'
	@echo 'make sweep-examples  try a thousand examples of whatever is generated (long)'
	@echo 'make clean        remove .venv, _site and what tools leave behind'

demo: .venv/.ready
	@$(BIN)/studylog build
	@$(BIN)/studylog -C docs/demo-en build
	@$(BIN)/python -c 'import pathlib; print(*(f"Open {pathlib.Path(site).resolve().as_uri()}" for site in \
		("_site/index.html", "docs/demo-en/_site/index.html")), sep="\n")'

# Hundreds of tests start Python or build a site: what is compiled is kept for the next one, whatever the surroundings say.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/.ready-dev
	$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist loadfile --no-loadscope-reorder

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.ready-dev
	$(BIN)/python -m benchmarks $(if $(SIZES),--sizes $(SIZES)) $(if $(ONLY),--only $(ONLY)) \
		$(if $(BUILDS),--builds $(BUILDS)) $(if $(ROUNDS),--rounds $(ROUNDS))

gallery: .venv/.ready-dev
	$(BIN)/python docs/gallery/make.py

sweep-files: .venv/.ready-dev
	STUDYLOG_KILLS=5000 $(BIN)/python -m pytest tests/store/test_faults.py

sweep-archives: .venv/.ready-dev
	STUDYLOG_MUTATIONS=100000 $(BIN)/python -m pytest tests/store/test_archive_mutations.py

sweep-index: .venv/.ready-dev
	STUDYLOG_DAMAGES=5000 STUDYLOG_INDEX_KILLS=2000 STUDYLOG_ROUNDS=200 $(BIN)/python -m pytest tests/store/index

sweep-edits: .venv/.ready-dev
	STUDYLOG_EDITS=20000 $(BIN)/python -m pytest tests/core/test_header_edit.py

sweep-answers: .venv/.ready-dev
	STUDYLOG_EDITS=2000 $(BIN)/python -m pytest tests/core/test_answering.py tests/core/test_answering_rows.py \
		tests/core/test_asking.py tests/core/test_asking_again.py

sweep-builds: .venv/.ready-dev
	STUDYLOG_REBUILDS=200 $(BIN)/python -m pytest tests/features/test_build_again.py

sweep-notes: .venv/.ready-dev
	STUDYLOG_EVERY_NOTE=1 $(BIN)/python -m pytest tests/features/test_promises_real.py

sweep-examples: .venv/.ready-dev
	STUDYLOG_EXAMPLES=1000 $(BIN)/python -m pytest -n auto --dist loadfile tests/core tests/store tests/features

clean:
	rm -rf .venv _site docs/demo-en/_site dist benchmarks/.peers .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find studylog tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# The stamps are older than pyproject.toml when what it asks for may have changed.
.venv/.ready: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[pdf]'
	@touch $@

.venv/.ready-dev: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[dev]'
	@touch .venv/.ready $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { \
		echo 'studylog needs Python 3.11 or newer, and found none. Install one, or name it:'; \
		echo '    make PYTHON=/path/to/python3 demo'; exit 1; } >&2
	@rm -rf .venv
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; \
		echo 'Python cannot make a virtual environment here. On Debian and Ubuntu this helps:'; \
		echo '    apt-get install python3-venv'; exit 1; } >&2
