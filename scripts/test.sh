#!/usr/bin/env bash
# `make test`: everything, in the order that finds mistakes soonest. One step's failure ends it.
set -euo pipefail
cd "$(dirname "$0")/.."

started=$SECONDS
step() {
    echo
    echo "==> [$((SECONDS - started)) s] $1"
}

work=$(mktemp -d)
finish() {
    status=$?
    scripts/postgres-for-tests.sh stop "$work/postgres" >/dev/null 2>&1 || true
    [ -z "${server_pid:-}" ] || kill "$server_pid" 2>/dev/null || true
    rm -rf "$work"
    if [ "$status" -eq 0 ]; then
        echo
        echo "==> [$((SECONDS - started)) s] all tests passed"
    fi
    exit "$status"
}
trap finish EXIT

step "tools"
scripts/tools.sh test

step "SDK, view script and sample page"
make --no-print-directory assets

step "formatting"
cargo fmt --all --check

step "lints"
cargo clippy --locked --workspace --all-targets --quiet -- -D warnings

step "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps --quiet

step "TypeScript: format, types, package shape, size"
npm run check

step "TypeScript: tests"
npm test

step "back-end helpers in five languages"
npm test -w demo

step "Rust: build"
cargo build --locked --workspace --all-targets --quiet

step "Rust: tests, on SQLite and PostgreSQL"
scripts/postgres-for-tests.sh start "$work/postgres" >/dev/null
eval "$(scripts/postgres-for-tests.sh env "$work/postgres")"
cargo test --locked --workspace --quiet --no-fail-fast

step "the official Stripe client against the sandbox"
npm test -w packages/stripe-official

step "API against its OpenAPI document"
scripts/schemathesis.sh

step "browser journeys"
npm test -w e2e
