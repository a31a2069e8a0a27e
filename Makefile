# make site   sets everything up and builds the website from data/
# make demo   builds an invented authority that uses every feature, in demo/
# make words  gathers the site's words into the catalogue that translations are made from
# make open   writes the framework that other authorities begin with anew, from ours
# make test   sets everything up, Chromium and LibreOffice included, and runs every check and test
# make check  linters, types, import rules and whether the locks match; changes nothing
# make bench  measures how fast sites are built and returns checked, beside other tools, in one run of some minutes
# make scale  adds up the same lines with DuckDB, Spark and pandas, and compares them to the penny; needs a Java
# make lock   works the locked requirements out again, after a change to pyproject.toml or requirements/*.in
# make newer  takes the newest of all that is locked; then run make test
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.site-ready
PROGRAMS := .venv/.programs-looked-for
TEST_READY := .venv/.test-ready
UV := .venv/.uv
INSTALL := python -m pip install --quiet --disable-pip-version-check
SAY_WHICH := Say where one is: make PYTHON=python3.11
# Two things at a time: what waits for the package index, and what works.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=2
endif
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: site demo open test check style types rooms workflows locks words serve setup bench scale lock newer clean

site: $(READY)
	$(BIN)/socialvalue build

demo: $(READY)
	$(BIN)/python tests/demo/write_demo.py demo/data
	$(BIN)/socialvalue build --data demo/data --out demo/site

open: $(READY)
	$(BIN)/python tests/lancashire/write_open.py

serve: $(READY)
	$(BIN)/socialvalue serve

test: check $(TEST_READY)
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

check: types style rooms workflows locks

types: $(TEST_READY)
	$(BIN)/mypy

style: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

rooms: $(TEST_READY)
	$(BIN)/lint-imports

workflows: $(TEST_READY)
	$(BIN)/actionlint .github/workflows/*.yml
	$(BIN)/zizmor --offline --quiet --no-progress .github

locks: $(TEST_READY)
	$(BIN)/pytest -q tests/test_locks.py

bench: $(TEST_READY)
	$(BIN)/python benchmarks/site_speed.py
	$(BIN)/python benchmarks/check_speed.py 1000 20000

scale: .venv/.scale-ready
	.venv/.scale/bin/python benchmarks/gather_spark.py

.venv/.scale-ready: requirements/gather.txt requirements/scale.txt pyproject.toml
	@command -v java > /dev/null || { echo 'Spark needs a Java. On Debian: sudo apt-get install default-jre-headless' >&2; exit 1; }
	$(PYTHON) -m venv .venv/.scale
	.venv/.scale/bin/$(INSTALL) --require-hashes -r requirements/gather.txt -r requirements/scale.txt
	.venv/.scale/bin/$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

words: $(READY)
	$(BIN)/pybabel -q extract -F pyproject.toml -k _n:1,2 -k N_n:1,2 --omit-header --sort-by-file --add-location=file --no-wrap \
		-o build/socialvalue/publish/locale/socialvalue.pot build/socialvalue/publish schemas

setup: $(TEST_READY)

LOCK := $(UV)/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-header --no-emit-index-url $(NEWEST)
lock: $(UV)/.ready
	$(LOCK) pyproject.toml requirements/build.in -o requirements/site.txt
	$(LOCK) --extra gather pyproject.toml requirements/build.in -c requirements/site.txt -o requirements/gather.txt
	$(LOCK) --extra gather pyproject.toml requirements/build.in requirements/dev.in -c requirements/gather.txt -o requirements/dev.txt
	$(LOCK) requirements/scale.in -c requirements/gather.txt -o requirements/scale.txt
	$(LOCK) requirements/bench.in -o requirements/bench.txt
	$(LOCK) requirements/lock.in -o requirements/lock.txt

newer:
	$(MAKE) lock NEWEST=--upgrade

$(UV)/.ready: requirements/lock.txt
	$(PYTHON) -m venv $(UV)
	$(UV)/bin/$(INSTALL) --require-hashes -r requirements/lock.txt
	@touch $@

.venv/.made:
	@command -v $(PYTHON) > /dev/null || { echo 'There is no $(PYTHON). Python 3.11 or newer is needed. $(SAY_WHICH)' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) -V 2>&1). $(SAY_WHICH)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo '$(PYTHON) lacks what makes virtual environments.' \
		'On Debian and Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

$(READY): .venv/.made requirements/site.txt pyproject.toml
	$(BIN)/$(INSTALL) --require-hashes -r requirements/site.txt
	$(BIN)/$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(PROGRAMS): .venv/.made
	$(BIN)/python tests/setup_programs.py
	@touch $@

$(TEST_READY): $(READY) $(PROGRAMS) requirements/dev.txt
	$(BIN)/$(INSTALL) --require-hashes -r requirements/dev.txt
	$(BIN)/python tests/browser/setup_chromium.py
	$(BIN)/python tests/workbooks/setup_libreoffice.py
	@touch $@

clean:
	rm -rf .venv site demo
