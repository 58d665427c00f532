#!/usr/bin/env bash
# What is portable compiles for the other platforms, 32-bit included, and bun_wyhash without std.
# What has code of its own for another processor is tested there.
# `cargo check` needs no linker; mimalloc's C code is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
portable=(-p bun_wyhash -p bun_alloc -p bun_collections -p bun_core -p bun_str -p bun_paths
    -p bun_sys -p bun_threading)
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
check aarch64-unknown-linux-gnu "${portable[@]}"
check i686-unknown-linux-gnu "${portable[@]}"
check thumbv7em-none-eabi -p bun_wyhash

# Tags are collected by the linker, in another way on each system: run that on Windows, and the
# calls of bun_sys, which are others there. What Wine lacks, the tests say and skip.
run_on_windows() {
    local target=x86_64-pc-windows-gnu programs dir program
    export WINEPREFIX="$PWD/target/wine" WINEDEBUG=-all
    # What is not there yet compiles in a minute, of which the later runs take a second.
    programs=$(cargo test --locked --no-default-features --target "$target" -p bun_core \
        --lib --test errors --examples --no-run --message-format=json |
        sed -n 's/.*"executable":"\([^"]*\.exe\)".*/\1/p')
    programs+=" $(cargo test --locked --no-default-features --target "$target" -p bun_sys \
        --lib --test windows --test windows_calls --test windows_metadata --no-run --message-format=json |
        sed -n 's/.*"executable":"\([^"]*\.exe\)".*/\1/p')"
    # Wine 8 lacks the one function of a library that Rust's standard library imports.
    for dir in $(dirname $programs | sort -u); do
        x86_64-w64-mingw32-gcc -shared -O1 -x c - -x none -ladvapi32 \
            -o "$dir/bcryptprimitives.dll" <<'C'
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *, unsigned long);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *to, unsigned long long length) {
    return SystemFunction036(to, (unsigned long)length);
}
C
    done
    for program in $programs; do
        case $program in
        *clashing_tags*)
            echo "-- $target: $(basename "$program") must not start"
            ! "$wine" "$program" </dev/null >target/wine.log 2>&1
            grep -q '"GoldRavenNotFound" and "JadeRavenNotFound"' target/wine.log
            ;;
        */deps/*)
            echo "-- $target: $(basename "$program")"
            "$wine" "$program" --quiet --nocapture </dev/null >target/wine.log 2>&1 ||
                { cat target/wine.log; return 1; }
            grep -a SKIPPED target/wine.log || true
            ;;
        esac
    done
}
wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null || true)
if [ -n "$wine" ] && command -v x86_64-w64-mingw32-gcc >/dev/null &&
    have_target x86_64-pc-windows-gnu; then
    run_on_windows
else
    skipped "bun_core and bun_sys on Windows (apt-get install gcc-mingw-w64-x86-64 wine64)"
fi

# The NEON code runs, in an emulator: Debian's gcc-aarch64-linux-gnu and qemu-user.
arm=aarch64-unknown-linux-gnu
if have_target $arm && command -v aarch64-linux-gnu-gcc >/dev/null &&
    command -v qemu-aarch64 >/dev/null; then
    echo "-- $arm: tests of bun_str's vector code, and of bun_sys's calls"
    export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc
    export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER="qemu-aarch64 -L /usr/aarch64-linux-gnu"
    cargo test --locked --target $arm -p bun_str --lib simd
    cargo test --locked --target $arm -p bun_sys --no-default-features --lib --test files
else
    skipped "NEON and bun_sys tests (apt-get install gcc-aarch64-linux-gnu qemu-user)"
fi
echo "-- bun_str without vector instructions"
RUSTFLAGS="--cfg bun_force_scalar" cargo test --locked -p bun_str --lib \
    --target-dir target/force-scalar
