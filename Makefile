# Two commands matter: `make site` and `make test`. Both set up all they need in .venv.
# Needs: GNU make, Python 3.11 or later. On Windows use the PowerShell lines of README.md.

PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet

# Material for MkDocs prints at each start that it ends on 5 May 2027. manual/guide.md says so, and what follows.
# The notice is left out here, because it would stand above the findings of every build, and because the successor
# that it recommends runs no plugins, so that none of these pages would be there. formsd build and formsd serve say the
# date in one line instead.
export NO_MKDOCS_2_WARNING := 1

# A folder that was moved, or a Python that is gone, leaves an environment that does not work: begin anew.
$(shell test "$$(cat $(VENV)/.runtime 2>/dev/null)" = "$(CURDIR)" && $(BIN)/python -c '' 2>/dev/null \
	|| rm -f $(VENV)/.made $(VENV)/.runtime $(VENV)/.dev)

.PHONY: help site serve test wheel test-wheel lock bench clean
.DELETE_ON_ERROR:

help:
	@echo "make site    build the website into the folder site/"
	@echo "make serve   show it at http://127.0.0.1:8000/ and rebuild it on every change"
	@echo "make test    run every check and test, a real browser included"
	@echo "make wheel   make the program's file, from which others install it, in the folder dist/"
	@echo "make test-wheel  try that file, from an empty folder on, in every Python that is there"
	@echo "make lock    pin the newest versions of all dependencies"
	@echo "make bench   time a build, and the annex in a browser against table libraries (needs npm)"
	@echo "make clean   remove everything that these commands made, site/ included"

site: $(VENV)/.runtime
	$(BIN)/mkdocs build --strict

serve: $(VENV)/.runtime
	$(BIN)/mkdocs serve

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

wheel: $(VENV)/.runtime
	$(BIN)/python -m hatchling build -t wheel

test-wheel: $(VENV)/.dev
	$(BIN)/python -m tests.own_site.every_python

lock: $(VENV)/.dev
	$(LOCK) --upgrade --group build --output-file requirements.lock
	$(LOCK) --upgrade --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(subst compile pyproject.toml,compile,$(LOCK)) --group builders --constraints requirements.lock --output-file requirements-builders.lock

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/build/run.py
	$(BIN)/python benchmarks/annex/run.py

clean:
	rm -rf $(VENV) site .site.* .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps .made, .runtime and .dev are newer than the locks; .runtime holds the folder. When a lock changes, the
# environment begins anew, so that it holds what is locked and nothing else. The setuptools that Python 3.11 brings
# along are not needed.

# Said where packages cannot be had, behind what pip itself says.
NOT_INSTALLED = { echo "error: packages could not be installed. They come from the internet (pypi.org) once, and again" \
	"after an update. Connect this computer, or ask whoever runs your network which address pip shall use" \
	"(PIP_INDEX_URL, HTTPS_PROXY). The folder site stays as it was." >&2; exit 1; }

$(VENV)/.dev: $(VENV)/.runtime
	$(PIP) install --require-hashes -r requirements-dev.lock || $(NOT_INSTALLED)
	@touch $@

$(VENV)/.runtime: pyproject.toml $(VENV)/.made
	$(PIP) install --require-hashes -r requirements.lock || $(NOT_INSTALLED)
	$(PIP) install --no-build-isolation --no-deps --editable .
	@echo "$(CURDIR)" > $@

$(VENV)/.made: requirements.lock requirements-dev.lock
	@for python in $(PYTHONS); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null || { incomplete=$$python; continue; }; \
		echo "$$python -m venv $(VENV)"; \
		"$$python" -m venv --clear $(VENV) && $(PIP) --quiet uninstall --yes setuptools && touch $@ && exit 0; \
		rm -rf $(VENV); exit 1; \
	done; \
	if [ -n "$$incomplete" ]; then \
		echo "error: $$incomplete cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	else \
		echo "error: Python 3.11 or later is needed; tried $(PYTHONS). Install it and run make again." >&2; \
	fi; \
	exit 1
