PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ECOSYSTEM := .venv-ecosystem
EXTRACTORS := .venv-extractors
LEARNING := .venv-learning

.PHONY: install demo test quick lint types check docs pictures ecosystem bench-reading bench-facts weights clean

demo: install  ## the main job on the embedded mini-web
	@$(BIN)/pantau demo

test: install  ## the whole test suite
	@$(BIN)/python -m pytest -m "not alone" -n 2 --dist loadfile --no-loadscope-reorder
	@$(BIN)/python -m pytest -m alone

quick: install  ## the tests that take under a minute
	@$(BIN)/python -m pytest -m "not slow" -n 2

lint: install
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: install
	@$(BIN)/mypy

check: lint types test

docs: install  ## the pages that are made from the code
	@$(BIN)/python -m pipelines.dictionary > docs/data-dictionary.md.part && mv docs/data-dictionary.md.part docs/data-dictionary.md
	@$(BIN)/python -m crawler.sites_page > docs/sites.md.part && mv docs/sites.md.part docs/sites.md

pictures: install  ## the pictures in docs/, from the demo; needs Chromium
	@$(BIN)/python -m tests.pipelines.serve.pictures

install: $(VENV)/installed

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Pantau Jamsos needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 demo")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) (once) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

ecosystem: $(ECOSYSTEM)/installed  ## pandas and other tools that read our exports, apart from ours

$(ECOSYSTEM)/installed: tests/ecosystem/requirements.txt
	@test -x $(ECOSYSTEM)/bin/python || $(PYTHON) -m venv $(ECOSYSTEM)
	@$(ECOSYSTEM)/bin/python -m pip install -qq --disable-pip-version-check -r $<
	@touch $@

bench-reading: $(EXTRACTORS)/installed  ## how well and how fast pages are read, beside other extractors
	@$(EXTRACTORS)/bin/python -m benchmarks.reading $(ARGS)

$(EXTRACTORS)/installed: pyproject.toml benchmarks/extractors.txt
	@test -x $(EXTRACTORS)/bin/python || $(PYTHON) -m venv $(EXTRACTORS)
	@$(EXTRACTORS)/bin/python -m pip install -qq --disable-pip-version-check --no-deps -r benchmarks/extractors.txt
	@$(EXTRACTORS)/bin/python -m pip install -qq --disable-pip-version-check --no-deps --editable .
	@touch $@

bench-facts: install  ## precision and recall of every fact
	@$(BIN)/python -m benchmarks.facts

weights: $(LEARNING)/installed  ## learn anew how much a deed speaks for an instrument or a status
	@$(LEARNING)/bin/python -m benchmarks.deed_weights $(ARGS)

$(LEARNING)/installed: pyproject.toml constraints.txt benchmarks/learning.txt
	@test -x $(LEARNING)/bin/python || $(PYTHON) -m venv $(LEARNING)
	@$(LEARNING)/bin/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt -r benchmarks/learning.txt --editable .
	@touch $@

clean:
	rm -rf $(VENV) $(ECOSYSTEM) $(EXTRACTORS) $(LEARNING) output/*.db* output/archive
