#!/usr/bin/env bash
# The tests of bun_threading under Miri, once for each of many orders in which threads may run.
# Takes an hour, so .ci/run leaves it out. Arguments are groups; SEEDS is a range of orders.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
if ! have_miri; then
    skipped "Miri with many seeds (rustup component add --toolchain nightly miri rust-src)"
    exit 0
fi
seeds=${SEEDS:-0..16}
groups=("$@")
if [ ${#groups[@]} = 0 ]; then
    groups=(channel futex mutex semaphore thread_pool unbounded_queue wait_group)
fi
export MIRIFLAGS="-Zmiri-strict-provenance -Zmiri-many-seeds=$seeds"

# miri NAME ARGUMENTS…: one group, every seed.
miri() {
    local name=$1 at=$SECONDS log
    shift
    log=$(mktemp)
    if ! cargo +nightly miri test --locked -p bun_threading "$@" >"$log" 2>&1; then
        cat "$log"
        echo "-- $name failed"
        exit 1
    fi
    # Seeds run side by side, so only the first line of each is sure to be whole.
    printf -- '-- %s: %s, seeds %s (%ds)\n' "$name" \
        "$(grep -m 1 '^running' "$log")" "$seeds" $((SECONDS - at))
    rm "$log"
}

for group in "${groups[@]}"; do
    miri "$group" --lib -- "$group::"
done
miri free_at_once --test free_at_once
