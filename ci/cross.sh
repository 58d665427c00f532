#!/usr/bin/env bash
# What is portable compiles for the other platforms, 32-bit included, and bun_wyhash without std.
# `cargo check` needs no linker; mimalloc's C code is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
portable=(-p bun_wyhash -p bun_alloc -p bun_collections -p bun_core -p bun_str -p bun_paths
    -p bun_threading)
check() {
    local target=$1
    shift
    if have_target "$target"; then
        echo "-- $target: $*"
        cargo check --locked --no-default-features --target "$target" "$@"
    else
        skipped "$target (rustup target add $target)"
    fi
}
check x86_64-pc-windows-gnu "${portable[@]}"
check aarch64-apple-darwin "${portable[@]}"
check aarch64-unknown-linux-gnu "${portable[@]}" -p bun_sys
check i686-unknown-linux-gnu "${portable[@]}" -p bun_sys
check thumbv7em-none-eabi -p bun_wyhash
