#!/usr/bin/env bash
# Unit tests of the crates under Miri: both borrow models, strict provenance, recursive validation,
# one profile without debug assertions, and one big-endian target for what hashes.
# PROPTEST_CASES is the number of cases of each property.
set -euo pipefail
cd "$(dirname "$0")/.."
. ci/skip.sh
if ! have_miri; then
    skipped "Miri (rustup component add --toolchain nightly miri rust-src)"
    exit 0
fi
export PROPTEST_CASES="${PROPTEST_CASES:-4}"
plain="-Zmiri-strict-provenance -Zmiri-recursive-validation"
strict="$plain -Zmiri-symbolic-alignment-check"
mkdir -p target/miri

# miri NAME FLAGS ARGUMENTS…: Miri uses one core, so each run has a log and a target directory of
# its own and goes on in the background.
names=()
pids=()
miri() {
    local name=$1 flags=$2
    shift 2
    echo "-- $name: MIRIFLAGS=\"$flags\" cargo miri test $*"
    MIRIFLAGS="$flags" cargo +nightly miri test --locked --lib \
        --target-dir "target/miri/$name" "$@" >"target/miri/$name.log" 2>&1 &
    names+=("$name")
    pids+=($!)
}
finish() {
    local failed=0 i
    for i in "${!pids[@]}"; do
        if wait "${pids[$i]}"; then
            grep '^test result' "target/miri/${names[$i]}.log"
        else
            echo "-- ${names[$i]} failed:"
            cat "target/miri/${names[$i]}.log"
            failed=1
        fi
    done
    names=()
    pids=()
    return "$failed"
}

crates=(-p bun_wyhash -p bun_alloc -p bun_collections -p bun_threading)
# What formats and prints has no unsafe operation, and is slow here.
safe=(--skip fmt:: --skip io:: --skip output:: --skip progress:: --skip wtf:: --skip js_printer::)
miri stacked "$strict" "${crates[@]}"
miri tree "$strict -Zmiri-tree-borrows" "${crates[@]}"
finish
# memchr aligns its pointers by arithmetic, which the symbolic check takes for luck: of what calls it,
# only the conversions run with that check. What only scans or formats has no unsafe code of its own.
pure=(--skip strings:: --skip escape:: --skip grapheme:: --skip visible:: --skip exhaustive::)
miri stacked-str "$plain" -p bun_str -p bun_paths -- "${pure[@]}"
miri tree-str "$plain -Zmiri-tree-borrows" -p bun_str -p bun_paths -- "${pure[@]}"
finish
miri aligned-str "$strict" -p bun_str -- transcode wstr
miri stacked-core "$strict" -p bun_core -- "${safe[@]}"
miri tree-core "$strict -Zmiri-tree-borrows" -p bun_core -- "${safe[@]}" --skip error::
finish
RUSTFLAGS="-C debug-assertions=off -C overflow-checks=off" \
    miri release "$strict" -p bun_alloc -p bun_collections
RUSTFLAGS="-C debug-assertions=off -C overflow-checks=off" \
    miri release-core "$strict" -p bun_core -- "${safe[@]}" --skip error::
miri big-endian "$strict" -p bun_wyhash --target s390x-unknown-linux-gnu
finish
