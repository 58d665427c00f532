#!/usr/bin/env bash
# Unit tests of the crates under Miri: both borrow models, strict provenance, recursive validation,
# and one big-endian target for what hashes. With the argument `all`, which doubles the time, also
# what .ci/run leaves out: bun_str and bun_paths whole, bun_core under the second model, and a
# profile without debug assertions.
# Miri uses one core, so there are two lanes, each with a target directory of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
if ! have_miri; then
    skipped "Miri (rustup component add --toolchain nightly miri rust-src)"
    exit 0
fi
plain="-Zmiri-strict-provenance -Zmiri-recursive-validation"
strict="$plain -Zmiri-symbolic-alignment-check"
mkdir -p target/miri
all=${1:-}
failed=0

# miri NAME FLAGS ARGUMENTS…: one run, with a log of its own that is shown if it fails.
miri() {
    local name=$1 flags=$2 log=target/miri/$1.log at=$SECONDS
    shift 2
    if MIRIFLAGS="$flags" cargo +nightly miri test --locked --lib \
        --target-dir "target/miri/$lane" "$@" >"$log" 2>&1; then
        printf -- '-- %s (%ds): MIRIFLAGS="%s" cargo miri test %s\n%s\n' \
            "$name" $((SECONDS - at)) "$flags" "$*" "$(grep '^test result' "$log")"
    else
        echo "-- $name failed: MIRIFLAGS=\"$flags\" cargo miri test $*"
        cat "$log"
        failed=1
    fi
}

# In these the code that is asked about is safe, and long.
long=(--skip comptime_string_map:: --skip static_hash_map:: --skip pool::
    --skip bit_set::tests::backends --skip bit_set::tests::model::array
    --skip bit_set::tests::model::bits)
crates=(-p bun_alloc -p bun_collections -p bun_threading)
# What formats and prints has no unsafe operation, and is slow here.
safe=(--skip fmt:: --skip io:: --skip output:: --skip progress:: --skip wtf:: --skip js_printer::)
# memchr aligns its pointers by arithmetic, which the symbolic check takes for luck: of what calls it,
# only the conversions run with that check. What only scans or formats has no unsafe code of its own.
pure=(--skip strings:: --skip escape:: --skip grapheme:: --skip visible:: --skip exhaustive::)
# The calls of bun_sys that Miri has reach the host.
calls="$strict -Zmiri-disable-isolation"

stacked_lane() {
    lane=stacked
    miri stacked "$strict" "${crates[@]}" -- "${long[@]}"
    miri stacked-core "$strict" -p bun_core -- "${safe[@]}"
    miri stacked-sys "$calls" -p bun_sys
    miri aligned-str "$strict" -p bun_str -- transcode wstr
    miri big-endian "$strict" -p bun_wyhash --target s390x-unknown-linux-gnu
    if [ -n "$all" ]; then
        miri stacked-str "$plain" -p bun_str -p bun_paths -- "${pure[@]}"
    fi
    return "$failed"
}
tree_lane() {
    lane=tree
    miri tree "$strict -Zmiri-tree-borrows" "${crates[@]}" -- "${long[@]}"
    miri tree-sys "$calls -Zmiri-tree-borrows" -p bun_sys
    if [ -n "$all" ]; then
        miri tree-str "$plain -Zmiri-tree-borrows" -p bun_str -p bun_paths -- "${pure[@]}"
        miri tree-core "$strict -Zmiri-tree-borrows" -p bun_core -- "${safe[@]}" --skip error::
    fi
    return "$failed"
}
release_lane() {
    lane=release
    export RUSTFLAGS="-C debug-assertions=off -C overflow-checks=off"
    # Where sizes are computed.
    miri release "$strict" -p bun_alloc -p bun_collections -- \
        allocator fixed_buffer buffer_fallback layouts vec_ext baby_list bounded_array linear_fifo \
        hive_array
    miri release-core "$strict" -p bun_core -- "${safe[@]}" --skip error::
    # Where numbers become errors.
    miri release-sys "$strict" -p bun_sys -- errno
    return "$failed"
}
stacked_lane &
stacked=$!
tree_lane &
tree=$!
wait "$stacked" || failed=1
if [ -n "$all" ]; then
    release_lane || failed=1
fi
wait "$tree" || failed=1
exit "$failed"
