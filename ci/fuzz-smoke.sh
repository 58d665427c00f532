#!/usr/bin/env bash
# Each fuzz target for a few seconds when cargo-fuzz is there; otherwise the targets only compile.
# BUN_FUZZ_SECONDS is the time for each target.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
if ! have_nightly; then
    skipped "fuzzing (rustup toolchain install nightly; cargo install cargo-fuzz)"
    exit 0
fi
if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
    cargo +nightly check --locked --manifest-path fuzz/Cargo.toml
    skipped "running the fuzz targets (cargo install cargo-fuzz)"
    exit 0
fi
for target in $(cargo +nightly fuzz list --fuzz-dir fuzz); do
    cargo +nightly fuzz run --fuzz-dir fuzz "$target" -- -max_total_time="${BUN_FUZZ_SECONDS:-5}"
done
