PYTHON ?= python3
PORT ?= 8000
PACK ?= baclofen
SECONDS ?= 60
CASES ?= 10000

# What WeasyPrint draws with; a Python without ensurepip needs Debian's package to make .venv.
RUN_PACKAGES = libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    fonts-dejavu-core fonts-liberation \
    $(shell $(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3-venv)
TEST_PACKAGES = chromium poppler-utils nginx openssl
# The same engine without the browser's windows: a third quicker. Where it cannot be had, the tests
# run in the whole browser, as the nightly ones always do.
QUICKER_PACKAGES = chromium-headless-shell
ENGINE_PACKAGES = firefox-esr webkit2gtk-driver xvfb
BENCH_PACKAGES = nginx wrk
# Java and npm count as present wherever they come from.
NPM = $(shell command -v npm >/dev/null || echo npm)
AUDIT_PACKAGES = $(shell command -v java >/dev/null || echo default-jre-headless) $(NPM)
NU_VERSION = 26.9.27
NU_JAR = .venv/vnu-$(NU_VERSION).jar
NU_SHA256 = 22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47
AUDIT = .venv/audit/bin
INSTALL = $(BIN)/pip install --quiet --require-hashes --requirement
# What decides whether a number is right, and whether a pack is: every line and branch is tried.
EXACT := webref/dosing/*,webref/content/checks.py,webref/content/table.py
EXACT := $(EXACT),webref/content/drift/*,webref/content/reading/spelling.py
EXACT := $(EXACT),webref/content/prose/rules.py,webref/content/*/shape.py
EXACT := $(EXACT),webref/content/calculators/cautioned.py,webref/content/calculators/followed.py
EXACT := $(EXACT),webref/content/calculators/provenance.py,webref/content/calculators/scope.py
EXACT := $(EXACT),webref/content/calculators/solves.py,webref/content/calculators/turns.py
EXACT := $(EXACT),webref/content/calculators/worked.py,webref/content/calculators/limits/c*.py
EXACT := $(EXACT),webref/content/calculators/limits/shape.py
EXACT := $(EXACT),webref/content/calculators/lookups/bands.py
EXACT := $(EXACT),webref/content/calculators/lookups/order.py
EXACT := $(EXACT),webref/content/calculators/lookups/reached.py
EXACT := $(EXACT),webref/content/calculators/lookups/rows.py
ENGINES = e2e/engines/engines.py e2e/offline/engines.py e2e/offline/library_engines.py \
    e2e/back/engines.py e2e/signing/engines.py
TSC = .venv/types/node_modules/.bin/tsc

# Folders are listed too, so that a deleted file counts; not those of the code, where Python caches.
SOURCES := $(shell find content static templates) $(shell find webref -name '*.py')
BIN := .venv/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run build library check quick coverage test test-all nightly bench guards controls audit parity \
    mutants fuzz long engines \
    release sbom advisories

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 16

run: build/edition.json ## install what is missing, build, and serve at http://localhost:8000 (PORT=8000)
	@exec $(BIN)/webref serve build --port $(PORT)

build: build/edition.json ## write the edition to build/

library: .venv/run.stamp ## build every pack of content/ as one library in library/, and serve it (PORT=8000)
	$(BIN)/webref build library --packs content
	@exec $(BIN)/webref serve library --packs content --port $(PORT)

check: .venv/run.stamp ## read every content pack and list every problem
	$(BIN)/webref check

style: .venv/quick.stamp .venv/types.stamp ## read all code for style and types
	$(BIN)/ruff check
	$(BIN)/mypy
	$(TSC) --project tools/types/page.json
	$(TSC) --project tools/types/worker.json

quick: style ## style, types, the tests that lay out no page, the pack (a minute)
	$(BIN)/pytest --numprocesses auto tests/dosing tests/content tests/render tests/test_*.py
	$(BIN)/webref check

coverage: .venv/quick.stamp ## count what the unit tests reach: all of dosing and of the rules of `webref check`, most of the rest
	@rm -rf .venv/coverage && mkdir .venv/coverage
	$(BIN)/coverage run -m pytest --numprocesses auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=100 --include="$(EXACT)"
	$(BIN)/coverage report --fail-under=97

test: .venv/test.stamp style ## set up what is missing and run every test but the nightly ones, Chromium included
	$(BIN)/pytest --numprocesses auto
	$(BIN)/webref check
	$(BIN)/pytest e2e --numprocesses 3 --dist worksteal || \
	  $(BIN)/pytest e2e --last-failed --last-failed-no-failures none # alone, since three browsers at once may be too slow

test-all: test engines ## run every test, then the offline ones in Firefox and WebKitGTK

engines: .venv/engines.stamp ## the offline tests, Back and signatures in Firefox and WebKitGTK
	$(BIN)/pytest $(ENGINES)

# All that the parts need is set up first, so that no two of them set it up at once.
nightly: .venv/engines.stamp .venv/fuzz.stamp build/edition.json $(NU_JAR) ## run every long part, and name at the end what failed (hours)
	@$(BIN)/python -m tools.night

long: .venv/engines.stamp ## the tests that are marked nightly, parity apart (long)
	WHOLE_BROWSER=1 $(BIN)/pytest tests e2e --ignore e2e/parity --numprocesses 2 --dist worksteal -m nightly

bench: build/edition.json .venv/test.stamp ## measure servers beside nginx, ours under 200 connections and attacked, a slow phone, a rebuild, then libraries
	@sh tools/system.sh "the measurements" $(BENCH_PACKAGES)
	$(BIN)/python -m bench.throughput build
	$(BIN)/python -m bench.load build
	$(BIN)/python -m bench.attacks build
	$(BIN)/python -m bench.hand build
	$(BIN)/python -m bench.rebuild
	$(BIN)/python -m bench.library

guards: .venv/test.stamp ## take each guard out of the worker and expect a test to notice (long)
	$(BIN)/python -m e2e.offline.guards

controls: .venv/test.stamp ## take each control of a hazard out and expect its test to fail (long)
	$(BIN)/python -m tests.safety.guards

release: build/edition.json ## write the edition as an archive with its digest to dist/
	@$(BIN)/python -m tools.release build dist

sbom: .venv/run.stamp .venv/audit.stamp ## list everything the product is made of, with versions and licences, in dist/sbom.json
	@$(AUDIT)/cyclonedx-py environment --output-format JSON --output-file .venv/environment.json $(BIN)/python
	@$(BIN)/python -m tools.sbom .venv/environment.json dist/sbom.json

advisories: .venv/audit.stamp .venv/types.stamp ## ask the advisory databases about everything that is installed or sent to readers
	set -e; for file in requirements/*.txt; do \
	    $(AUDIT)/pip-audit --strict --require-hashes --disable-pip --requirement $$file; done
	cd .venv/types && npm audit
	@$(BIN)/python -m tools.vendored .venv/vendored
	cd .venv/vendored && npm install --silent --ignore-scripts --package-lock-only && npm audit

audit: build/edition.json $(NU_JAR) ## hold every page against the Nu HTML checker, in Java
	java -jar $(NU_JAR) --errors-only --skip-non-html --filterfile tools/nu-kept.txt build

parity: .venv/test.stamp ## compare both engines on every hostile entry and on many random ones (CASES=10000 of each calculator; long)
	PARITY_CASES=$(CASES) $(BIN)/pytest e2e/parity --numprocesses 2 --dist worksteal -m ""

fuzz: .venv/fuzz.stamp ## let a fuzzer write to everything that reads a stranger's text (SECONDS=60 for each)
	$(BIN)/python -m fuzz --seconds $(SECONDS)

mutants: .venv/quick.stamp ## bend the dosing code in every place and name what no test notices (long)
	nice $(BIN)/python -m tools.mutants $(if $(MINUTES),--minutes $(MINUTES) --draw $$(date +%Y%m%d) --floor 97)

# make deletes what it was making when it is interrupted; an edition stays.
.PRECIOUS: build/edition.json
build/edition.json: .venv/run.stamp $(SOURCES)
	$(BIN)/webref build build --pack $(PACK)
	@touch $@

.venv/run.stamp: pyproject.toml requirements/run.txt
	@sh tools/system.sh "making PDFs and the Python environment" $(RUN_PACKAGES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "webref needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(INSTALL) requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/quick.stamp: .venv/run.stamp requirements/test.txt
	$(INSTALL) requirements/test.txt
	@touch $@

.venv/test.stamp: .venv/quick.stamp
	@sh tools/system.sh "the browser, PDF and static host tests" $(TEST_PACKAGES)
	@sh tools/system.sh "quicker browser tests" $(QUICKER_PACKAGES) || echo "They run without it."
	@touch $@

.venv/fuzz.stamp: .venv/quick.stamp requirements/fuzz.txt
	$(INSTALL) requirements/fuzz.txt
	@touch $@

.venv/audit.stamp: .venv/run.stamp requirements/audit.txt
	$(PYTHON) -m venv .venv/audit
	$(AUDIT)/pip install --quiet --require-hashes --requirement requirements/audit.txt
	@touch $@

.venv/types.stamp: .venv/run.stamp tools/types/package.json tools/types/package-lock.json
	@sh tools/system.sh "checking the types of the JavaScript" $(NPM)
	@mkdir -p .venv/types && cp tools/types/package*.json .venv/types/
	npm ci --silent --ignore-scripts --prefix .venv/types
	@touch $@

.venv/engines.stamp: .venv/test.stamp
	@sh tools/system.sh "the offline tests in Firefox and WebKitGTK" $(ENGINE_PACKAGES)
	@touch $@

$(NU_JAR): | .venv/run.stamp
	@sh tools/system.sh "the Nu HTML checker" $(AUDIT_PACKAGES)
	cd .venv && npm pack --silent vnu-jar@$(NU_VERSION)
	@tar --extract --gzip --to-stdout --file .venv/vnu-jar-$(NU_VERSION).tgz \
	    package/build/dist/vnu.jar > $@
	@echo "$(NU_SHA256)  $@" | sha256sum --check --quiet
	@rm .venv/vnu-jar-$(NU_VERSION).tgz
