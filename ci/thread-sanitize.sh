#!/usr/bin/env bash
# ThreadSanitizer over what shares memory between threads: bun_threading, or the unit tests of the
# packages named. Builds the standard library with it as well.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
host=$(rustc -vV | sed -n 's/^host: //p')
library=$(rustc +nightly --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library
if ! have_nightly || [ ! -d "$library" ]; then
    skipped "ThreadSanitizer (rustup toolchain install nightly --component rust-src)"
    exit 0
fi
# Tests ask for impossible sizes and expect to be refused.
export TSAN_OPTIONS=allocator_may_return_null=1
# A sanitized process cannot start threads after it has forked.
what=(-p bun_threading --lib --test free_at_once --test stress)
if [ $# != 0 ]; then
    what=(--lib "${@/#/-p}")
fi
RUSTFLAGS="-Zsanitizer=thread" cargo +nightly test -Zbuild-std --locked \
    --target "$host" --target-dir target/tsan "${what[@]}"
