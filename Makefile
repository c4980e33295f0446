# Two commands do everything a newcomer needs, set-up included:  make demo   make test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help install demo test check format clean lock sites
help:
	@echo "make demo   install, crawl the bundled newsroom, show the lines"
	@echo "make test   install, run every test"
	@echo "make check  lint and types only"
	@echo "make sites  write docs/sites.md from the spiders"
	@echo "make lock   pin the dependencies anew (requirements.lock)"

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "newscrawler needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || { echo "1 of 3: making a virtual environment in $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "2 of 3: fetching the $$(grep -c == requirements.lock) packages of requirements.lock (a minute or two, the first time)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "3 of 3: installing newscrawler itself"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	$(BIN)/python -m tests.newsroom.demo

test: install
	@$(BIN)/python -m tests.machine
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 4 --dist loadfile

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

sites: install
	$(BIN)/scrapy sites --markdown > docs/sites.md

lock:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate \
	  --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
