#!/usr/bin/env bash
# ThreadSanitizer over the crates that share memory between threads. Builds the standard library
# with it as well, which takes minutes, so .ci/run leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
host=$(rustc -vV | sed -n 's/^host: //p')
if ! have_nightly; then
    skipped "ThreadSanitizer (rustup toolchain install nightly --component rust-src)"
    exit 0
fi
# Tests ask for impossible sizes and expect to be refused.
export TSAN_OPTIONS=allocator_may_return_null=1
RUSTFLAGS="-Zsanitizer=thread" cargo +nightly test -Zbuild-std --locked --lib \
    --target "$host" --target-dir target/tsan -p bun_threading -p bun_alloc -p bun_core -p bun_str
