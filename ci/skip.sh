# Sourced by the other scripts: which tools there are, and how a missing one is reported.

skipped() {
    printf 'SKIPPED: %s\n' "$1" | tee -a target/ci-skipped.log
}

zig_version() {
    "${ZIG:-zig}" version 2>/dev/null || python3 -m ziglang version 2>/dev/null
}

have_zig() {
    [ "$(zig_version)" = 0.15.2 ]
}

have_nightly() {
    rustc +nightly --version >/dev/null 2>&1
}

have_miri() {
    cargo +nightly miri --version >/dev/null 2>&1
}

have_target() {
    rustup target add "$1" >/dev/null 2>&1 || rustup target list --installed | grep -qx "$1"
}
