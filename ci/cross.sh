#!/usr/bin/env bash
# What is pure compiles for the other platforms; 32-bit and no_std included.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
pure=(-p bun_wyhash -p bun_alloc -p bun_collections -p bun_core -p bun_str -p bun_paths)
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
check x86_64-pc-windows-gnu "${pure[@]}"
check aarch64-apple-darwin "${pure[@]}" -p bun_sys -p bun_threading
check aarch64-unknown-linux-gnu "${pure[@]}" -p bun_sys -p bun_threading
check i686-unknown-linux-gnu "${pure[@]}" -p bun_sys -p bun_threading
check thumbv7em-none-eabi -p bun_wyhash
