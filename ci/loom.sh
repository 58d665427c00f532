#!/usr/bin/env bash
# Every interleaving of what blocks, by loom.
set -euo pipefail
cd "$(dirname "$0")/.."
RUSTFLAGS="--cfg loom" LOOM_MAX_PREEMPTIONS="${LOOM_MAX_PREEMPTIONS:-2}" \
    cargo test --locked -p bun_threading --test loom --target-dir target/loom
