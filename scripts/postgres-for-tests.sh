#!/usr/bin/env bash
# A throw-away PostgreSQL for the tests: own data directory, own free port, loopback only.
#
#   scripts/postgres-for-tests.sh start DIR   start it (or find it running) and print its URL
#   scripts/postgres-for-tests.sh env DIR     print the line a shell evaluates to point tests at it
#   scripts/postgres-for-tests.sh stop DIR    stop it and remove its data
#
# DIR only remembers where the server is. The server itself never runs as root: started by root, it
# belongs to the system user `postgres` (or `nobody`).
set -euo pipefail

usage() {
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

[ $# -eq 2 ] || usage
command=$1
dir=$2

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$bin" ] && command -v pg_ctl >/dev/null; then
    bin=$(dirname "$(readlink -f "$(command -v pg_ctl)")")
fi
if [ -z "$bin" ]; then
    echo "PostgreSQL is not installed: install the package 'postgresql' (Debian, Ubuntu)" >&2
    exit 1
fi

# Runs a command as the account that owns the server.
as_owner() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
        return
    fi
    local owner=nobody
    if id postgres >/dev/null 2>&1; then owner=postgres; fi
    # From a directory that the owner may enter, or the tools complain.
    (cd / && HOME=/ setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups "$@")
}

is_running() {
    [ -f "$dir/home" ] && as_owner "$bin/pg_ctl" -D "$(cat "$dir/home")/data" status >/dev/null 2>&1
}

# A port nobody answers on; should somebody take it meanwhile, the start fails and we take another.
random_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

start() {
    if is_running; then
        cat "$dir/url"
        return
    fi
    mkdir -p "$dir"
    local home port attempt
    home=$(as_owner mktemp -d "${TMPDIR:-/tmp}/renumerate-postgres.XXXXXX")
    as_owner "$bin/initdb" -D "$home/data" -U renumerate --auth=trust --encoding=UTF8 \
        --locale=C >"$dir/initdb.log" 2>&1 || {
        cat "$dir/initdb.log" >&2
        exit 1
    }
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        port=$(random_port)
        # Durable as in production; only the connections are more, for tests running side by side.
        if as_owner "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -t 60 start -o \
            "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on \
             -c synchronous_commit=on -c max_connections=300" >/dev/null 2>&1; then
            echo "$home" >"$dir/home"
            echo "postgres://renumerate@127.0.0.1:$port/postgres" >"$dir/url"
            cat "$dir/url"
            return
        fi
    done
    echo "PostgreSQL did not start in $attempt attempts; its log:" >&2
    as_owner tail -n 20 "$home/log" >&2 || true
    as_owner rm -rf "$home"
    exit 1
}

stop() {
    [ -f "$dir/home" ] || return 0
    local home
    home=$(cat "$dir/home")
    if is_running; then
        as_owner "$bin/pg_ctl" -D "$home/data" -w -m fast stop >/dev/null
    fi
    as_owner rm -rf "$home"
    rm -f "$dir/home" "$dir/url" "$dir/initdb.log"
}

case $command in
start) start ;;
stop) stop ;;
env)
    is_running || { echo "not running: $0 start $dir" >&2; exit 1; }
    echo "export RENUMERATE_TEST_POSTGRES=$(cat "$dir/url")"
    ;;
*) usage ;;
esac
