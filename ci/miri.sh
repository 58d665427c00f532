#!/usr/bin/env bash
# Unit tests of the crates under Miri: both borrow models, strict provenance, recursive validation,
# one release profile without debug assertions, and one big-endian target for what is pure.
# BUN_MIRI=full adds every crate to every model.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
if ! have_miri; then
    skipped "Miri (rustup component add --toolchain nightly miri rust-src)"
    exit 0
fi
export CARGO_TARGET_DIR=target/miri
strict="-Zmiri-strict-provenance -Zmiri-symbolic-alignment-check -Zmiri-recursive-validation"
all=(-p bun_wyhash -p bun_alloc -p bun_core -p bun_collections -p bun_str -p bun_paths -p bun_threading)
export PROPTEST_CASES="${PROPTEST_CASES:-4}"

run() {
    local flags=$1
    shift
    printf '%s\n' "-- MIRIFLAGS=$flags cargo miri test $*"
    MIRIFLAGS="$flags" cargo +nightly miri test --locked --lib "$@"
}

run "$strict" "${all[@]}"
run "$strict -Zmiri-tree-borrows" "${all[@]}"
RUSTFLAGS="-C debug-assertions=off -C overflow-checks=off" \
    run "$strict" -p bun_alloc -p bun_collections --target-dir target/miri-release
run "$strict" -p bun_wyhash --target s390x-unknown-linux-gnu
