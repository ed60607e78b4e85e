#!/usr/bin/env bash
# Measures the release build and writes bench/results.md. `make bench` builds it first; this script
# builds only what the bench itself needs on top, and installs wrk when it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi

# need COMMAND PACKAGE: installs the package, if the command is not there.
need() {
    command -v "$1" >/dev/null 2>&1 && return
    command -v apt-get >/dev/null || { echo "Missing: $2. Install it, then run this again." >&2; exit 1; }
    echo "==> installing $2"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

need wrk wrk
need "${CHROMIUM:-/usr/bin/chromium}" chromium
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql

echo "==> building the load generator and the bare peer"
# Together with the server, so that both are built with the same features of what they share.
cargo build --locked --release -p server -p bench
exec node bench/main.js "$@"
