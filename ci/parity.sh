#!/usr/bin/env bash
# Generated operation sequences through Zig and Rust in one process, for a fixed time.
# BUN_PARITY_SECONDS is the time for each area.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
if ! have_zig; then
    skipped "Zig comparison (pip install ziglang==0.15.2)"
    exit 0
fi
cargo run --release --locked -p bun_tests --bin parity -- --seconds "${BUN_PARITY_SECONDS:-3}"
