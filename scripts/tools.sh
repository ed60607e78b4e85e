#!/usr/bin/env bash
# Installs what a command of the Makefile needs and is missing, and says so.
#
#   scripts/tools.sh demo   to build and run: Rust, Node 20+, a C compiler
#   scripts/tools.sh test   to test: also Chromium, PostgreSQL, Python and the languages of the helpers
set -euo pipefail

missing=()

# need COMMAND PACKAGE: the package, if the command is not there.
need() {
    command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

stop() {
    echo "$1" >&2
    exit 1
}

command -v cargo >/dev/null || stop "Rust is missing: install it as https://rustup.rs says, then run this again."
command -v node >/dev/null || stop "Node.js is missing: install Node.js 20.19 or newer, then run this again."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    stop "Node.js $(node --version) is too old: install 20.19 or newer, then run this again."

need cc build-essential
if [ "${1:-demo}" = test ]; then
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
    # A letter of every script the pages are tested with.
    fc-list 2>/dev/null | grep -qi 'noto color emoji' || missing+=(fonts-noto-color-emoji)
    fc-list 2>/dev/null | grep -qi 'liberation' || missing+=(fonts-liberation2)
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
    need python3 python3
    python3 -c 'import venv, ensurepip' >/dev/null 2>&1 || missing+=(python3-venv)
    need php php-cli
    php -m 2>/dev/null | grep -qix curl || missing+=(php-curl)
    need ruby ruby
    need go golang-go
fi

[ ${#missing[@]} -eq 0 ] && exit 0

command -v apt-get >/dev/null || stop "Missing: ${missing[*]}. Install them with your system's package manager."
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "Missing: ${missing[*]}. Install them as root: apt-get install ${missing[*]}"
    as_root=(sudo)
fi
echo "==> installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
