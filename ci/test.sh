#!/usr/bin/env bash
# The README's test command, then the same comparison tests built as if Zig could not be had.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo test --workspace --locked
# Scoped logs are dead code without the feature; the line above tests that.
cargo build -p bun_core --features debug_logs --examples --locked
cargo test -p bun_core --features debug_logs --test logs --locked
BUN_NO_ZIG=1 cargo test -p bun_tests --locked --target-dir target/no-zig
