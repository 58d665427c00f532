#!/usr/bin/env bash
# Every interleaving of what is lock-free or blocks, by loom, and that the models notice mutants.
set -euo pipefail
cd "$(dirname "$0")/.."
RUSTFLAGS="--cfg loom" LOOM_MAX_PREEMPTIONS="${LOOM_MAX_PREEMPTIONS:-2}" \
    cargo test --locked -p bun_threading --lib --target-dir target/loom
RUSTFLAGS="--cfg loom" LOOM_MAX_PREEMPTIONS="${LOOM_MAX_PREEMPTIONS:-2}" \
    cargo test --locked -p bun_collections --lib --target-dir target/loom -- ref_count::models
