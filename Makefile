# Set-up runs by itself, once, through the stamps in .venv; it runs again when the requirements change.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
PIP := .venv/bin/python -m pip --disable-pip-version-check
REQUIREMENTS := pyproject.toml constraints.txt
SCRIPT ?= $(firstword $(wildcard examples/*.fountain))
OUT ?= film.mp4
FAST := not proof and not gpu and not llm
# Words reach the shell as variables, never as text of a command: an idea may hold any character.
export IDEA SCRIPT OUT
.PHONY: help film studio test check proof golden-accept browser clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

film: .venv/.core ## Make a film: IDEA="…" or SCRIPT=x.fountain (default: the example)
	@if [ -n "$${IDEA:-}" ]; then story="$$IDEA"; else story="$$SCRIPT"; fi; \
	if [ -z "$$story" ]; then echo 'Say what to film: make film IDEA="…" or SCRIPT=x.fountain' >&2; exit 2; fi; \
	echo "Making a film from: $$story" >&2; .venv/bin/roughcut draft "$$story" --out "$$OUT" --yes

studio: .venv/.core ## Open the studio in a browser
	@.venv/bin/roughcut studio

test: .venv/.dev browser ## Run the tests (all but the long proofs)
	.venv/bin/python -m pytest -n 2 -m "$(FAST)"

check: .venv/.dev ## Format, lint, types and layers
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache

proof: .venv/.dev browser ## Run the long proofs: kills, load, fuzz
	.venv/bin/python -m pytest -m proof

golden-accept: .venv/.dev ## Accept today's frames as the golden ones (review the diff)
	ROUGHCUT_GOLDEN=accept .venv/bin/python -m pytest -m golden

browser: ## Find a Chromium for the browser tests, or install Debian's
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	  if command -v $$name >/dev/null; then exit 0; fi; done; \
	if ! command -v apt-get >/dev/null; then \
	  echo 'The browser tests need Chromium: install it and put `chromium` on the PATH.' >&2; exit 1; fi; \
	as_root=""; if [ "$$(id -u)" != 0 ]; then as_root="sudo -n"; fi; \
	echo 'Installing Chromium for the browser tests (once)…'; \
	if ! { $$as_root apt-get update && $$as_root apt-get install -y --no-install-recommends chromium; }; then \
	  echo 'Could not install Chromium. Install it by hand: apt-get install chromium' >&2; exit 1; fi

clean: ## Remove the virtual environment and caches (never your films)
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find agent memory tools ui tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.python: ; @$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Roughcut needs Python 3.11 or newer: make … PYTHON=python3.11' >&2; exit 1; }
	@$(PYTHON) -m venv .venv && touch $@

.venv/.core: $(REQUIREMENTS) | .venv/.python
	@echo 'Setting up (once): about 3 minutes, 1.5 GB on disk…'
	$(PIP) install -c constraints.txt -e .
	@touch $@

.venv/.dev: $(REQUIREMENTS) | .venv/.core
	@echo 'Setting up the tests (once): about 6 minutes, with torch…'
	$(PIP) install -c constraints.txt -e '.[dev,local]'
	@touch $@
