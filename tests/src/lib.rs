//! What the tests of the whole workspace stand on.
//!
//! # Parity with Zig
//!
//! The harness in [`parity`] drives Zig's implementations and ours with the same generated
//! operations and compares every observable after every step. It comes in three tiers:
//!
//! | tier | command | takes |
//! |---|---|---|
//! | always | `cargo test -p bun_tests` | seconds: thousands of sequences for each area |
//! | longer | `BUN_PARITY_SECONDS=60 cargo test -p bun_tests --test parity` | that time an area |
//! | on demand | the program below | a second for a million hashes |
//!
//! ```text
//! cargo run --release -p bun_tests --bin parity -- --area wyhash --sequences 10000000
//! ```
//!
//! `parity` without `--area` explores all of them; `--seconds` and `--seed` bound it otherwise. The
//! environment says the same with `BUN_PARITY_SEQUENCES`, `BUN_PARITY_SECONDS` and
//! `BUN_PARITY_SEED`.
//!
//! A divergence is shrunk and written, with the seed that replays it, to `target/parity.log` or
//! `$BUN_PARITY_LOG`. One that is there on purpose has an entry in [`parity::INTENDED`].
//!
//! Without Zig 0.15.2 (`pip install ziglang==0.15.2`) the comparison says that it was skipped, and
//! the vectors recorded in `tests/data` are what is compared with. `BUN_NO_ZIG=1` builds that way
//! on purpose.
//!
//! # Rules for the sources
//!
//! [`source`] reads the repository's Rust files for `tests/tidy.rs`, which holds them to the
//! countable rules of `STYLE.md`.

pub mod parity;
pub mod prng;
pub mod source;

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct ReadmeExamples;
