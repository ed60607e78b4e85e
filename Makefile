# Every command of the project. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test build bench assets lint test-rust test-web test-api test-e2e fmt tools-demo tools-test deny

help: ## List the commands
	@grep -E '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-10s %s\n", $$1, $$2}'

demo: tools-demo assets ## Everything on embedded parts: sample page, engine, sandboxed Stripe (port 4321)
	@echo "==> building the server (the first time takes a few minutes)"
	cargo build --locked -p server
	@echo "==> starting the demo"
	@cargo run --locked --quiet -p server -- demo $(DEMO_ARGS)

test: ## Everything: formatting, lints, Rust, TypeScript, PostgreSQL, browser
	@scripts/test.sh

build: tools-demo assets ## target/release/renumerate
	cargo build --locked --release -p server

bench: build ## Load, size and speed tables, side by side in one run, into bench/results.md
	@bench/run.sh

assets: node_modules/.installed ## Build the SDK, the view's script and the sample page
	@echo "==> building the SDK, the view's script and the sample page"
	npm run build

fmt: ## Format Rust and TypeScript
	cargo fmt --all
	npx biome check --write .

deny: ## Licences and advisories of the dependencies (needs cargo-deny)
	cargo deny check

tools-demo:
	@scripts/tools.sh demo

node_modules/.installed: package-lock.json
	@echo "==> installing npm packages"
	npm ci
	@touch $@
