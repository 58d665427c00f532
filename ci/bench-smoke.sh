#!/usr/bin/env bash
# Every benchmark row once, with its answer checked and nothing timed.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo run --release --locked -p bun_benches -- --check
