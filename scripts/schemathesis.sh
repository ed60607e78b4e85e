#!/usr/bin/env bash
# Throws generated requests at the running API and checks each answer against its own OpenAPI
# document. The tool lives in a virtual environment below target/.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=target/schemathesis
if [ ! -x "$venv/bin/schemathesis" ]; then
    echo "==> installing schemathesis into $venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check 'schemathesis==4.32.5'
fi

out=$(mktemp)
./target/debug/renumerate demo --json --listen 127.0.0.1:0 --rate-limit 100000 >"$out" &
server=$!
trap 'kill $server 2>/dev/null || true; rm -f "$out"' EXIT
# The line appears once the server listens; a server that died ends the wait.
until [ -s "$out" ]; do
    kill -0 "$server" 2>/dev/null || { echo "the demo did not start" >&2; exit 1; }
    read -rt 0.1 <> <(:) || true
done
read -r api key < <(python3 -c '
import json, sys
line = json.load(open(sys.argv[1]))
print(line["api"], line["brand_key"])' "$out")

"$venv/bin/schemathesis" run "$api/v1/openapi.json" --header "X-Brand-Key: $key" \
    --checks all --max-examples 200 --seed 1 --no-color --generation-database none
