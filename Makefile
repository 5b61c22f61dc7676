# `make` lists what there is. Everything runs inside .venv, which the first target builds.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# make itself calls `rm -f` RM; here it says which R&M the demo talks to, and nothing unless somebody says so.
ifeq ($(origin RM),default)
RM :=
endif

.DEFAULT_GOAL := help
.PHONY: help demo test up doctor lint lock prove bench histories docs pictures printing migration clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(STAMP) ## watch six people go through the service, in virtual time (RM=stand-in: R&M is told of it)
	@$(BIN)/python -m demo $(if $(RM),--rm $(RM))

test: $(STAMP) printing lint ## everything CI runs: lint, types, import contracts, tests
	$(BIN)/pytest -n auto --dist loadgroup

printing: $(STAMP)
	@command -v pdftoppm >/dev/null && $(BIN)/python -c 'from gateways.press import loaded; loaded()' 2>/dev/null || { \
		echo "The tests print letters and read them. Type:"; \
		echo "  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 poppler-utils"; \
		echo "  (macOS: brew install pango poppler)"; exit 1; }

lint: $(STAMP) ## ruff, mypy --strict and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

up: $(STAMP) ## server, web UI and worker; state kept in .throughline until you delete it
	@$(BIN)/python -m demo up

doctor: $(STAMP) ## check this machine; each failure says what to type
	@$(BIN)/python -m worker doctor

prove: $(STAMP) ## run a long proof: make prove NAME=...
	@test -n "$(NAME)" || { echo "say which: make prove NAME=...; there are:"; $(BIN)/python -m tests.proofs; exit 2; }
	@$(BIN)/python -m tests.proofs $(NAME)

bench: $(STAMP) ## measure speed and memory: make bench NAME=report
	@test -n "$(NAME)" || { echo "say which: make bench NAME=...; there are:"; $(BIN)/python -m bench; exit 2; }
	@$(BIN)/python -m bench $(NAME)

histories: $(STAMP) ## record the histories that are still missing; all of them must replay for ever
	$(BIN)/python -m tests.replay.record

docs: $(STAMP) ## write the generated parts of docs/journey.md and docs/figures.md again, from the code
	$(BIN)/python -m tests.docs

migration: $(STAMP) ## draft the next step of the database's tables: make migration SAYS="send ledger"
	@test -n "$(SAYS)" || { echo 'say what it adds: make migration SAYS="send ledger"'; exit 2; }
	@$(BIN)/python -m gateways.migrations "$(SAYS)"
	@$(BIN)/ruff format --quiet gateways/migrations && $(BIN)/ruff check --fix --quiet gateways/migrations

pictures: $(STAMP) ## draw docs/pictures again: two letters (needs pdftoppm), report and case card (need Chromium)
	$(BIN)/python -m tests.docs.pictures
	$(BIN)/python -m tests.docs.report_picture
	$(BIN)/python -m tests.docs.card_picture

lock: ## pin every dependency by hash, naming no host
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet "uv>=0.8"
	$(VENV)/lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o requirements.lock
	$(VENV)/lock/bin/uv pip compile pyproject.toml --extra demo --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet \
		-c requirements.lock -o requirements-dev.lock

clean: ## remove the environment and all state
	rm -rf $(VENV) .throughline

$(STAMP): requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing pinned dependencies (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
