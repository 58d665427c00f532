#!/usr/bin/env bash
# AddressSanitizer over the crates with unsafe code, on native threads and the system allocator.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
host=$(rustc -vV | sed -n 's/^host: //p')
if ! have_nightly; then
    skipped "AddressSanitizer (rustup toolchain install nightly)"
    exit 0
fi
# Tests ask for impossible sizes and expect to be refused.
export ASAN_OPTIONS=allocator_may_return_null=1
# The sanitizer keeps locals on stacks of its own, while `StackCheck` asks for the address of one.
RUSTFLAGS="-Zsanitizer=address" RUSTDOCFLAGS="-Zsanitizer=address" \
    cargo +nightly test --locked --lib --target "$host" --target-dir target/asan \
    -p bun_alloc -p bun_collections -p bun_core -p bun_str -p bun_paths -p bun_sys -p bun_threading \
    -- --skip stack_check::
