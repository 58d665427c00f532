#!/usr/bin/env bash
# Installs what the later steps use beyond the stable toolchain. Nothing here is fatal: a step whose
# tool is missing says SKIPPED and how to get the tool.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
mkdir -p target && : >target/ci-skipped.log

rustup component add rustfmt clippy >/dev/null 2>&1 || true

if ! have_zig; then
    python3 -m pip install --quiet --disable-pip-version-check 'ziglang==0.15.2' || true
fi
have_zig || skipped "Zig comparison (pip install ziglang==0.15.2)"

rustup component add --toolchain nightly miri rust-src >/dev/null 2>&1 || true
have_miri || skipped "Miri (rustup component add --toolchain nightly miri rust-src)"

if have_nightly && ! cargo +nightly fuzz --version >/dev/null 2>&1; then
    cargo install --quiet --locked cargo-fuzz || true
fi

rustc --version
if have_zig; then echo "zig $(zig_version)"; fi
if have_miri; then cargo +nightly miri --version; fi
