#!/usr/bin/env bash
# What is portable compiles for the other platforms, 32-bit included, and bun_wyhash without std.
# What has code of its own for another processor is tested there.
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

# The NEON code runs, in an emulator: Debian's gcc-aarch64-linux-gnu and qemu-user.
arm=aarch64-unknown-linux-gnu
if have_target $arm && command -v aarch64-linux-gnu-gcc >/dev/null &&
    command -v qemu-aarch64 >/dev/null; then
    echo "-- $arm: tests of bun_str's vector code"
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc \
        CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER="qemu-aarch64 -L /usr/aarch64-linux-gnu" \
        cargo test --locked --target $arm -p bun_str --lib simd
else
    skipped "NEON tests (apt-get install gcc-aarch64-linux-gnu qemu-user)"
fi
echo "-- bun_str without vector instructions"
RUSTFLAGS="--cfg bun_force_scalar" cargo test --locked -p bun_str --lib \
    --target-dir target/force-scalar
