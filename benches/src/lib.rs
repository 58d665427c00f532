//! Our code beside Zig and the best crates, in one process.
//!
//! `cargo run --release -p bun_benches` prints a table and writes `benches/report/report.json` and
//! `report.html`. `-- --help` lists the options; on a machine with several processors,
//! `taskset -c 1` in front of the program steadies the numbers.
//!
//! | to | do |
//! |---|---|
//! | see where we stand | `cargo run --release -p bun_benches` |
//! | look quickly | `… -- --quick --filter alloc/` |
//! | also see a build for this processor | `… -- --native` |
//! | verify all answers, in CI | `cargo run --release -p bun_benches -- --check` |
//! | iterate on one hash function | `cargo bench -p bun_benches --bench local_hash` |
//!
//! A row names its input, its expected answer, its contenders and the ratio we aim for. Each
//! contender is verified before any is timed; then all are timed in turn. The numbers to quote are
//! ratios: our median over the rival's, both from the same rounds of the same process.
//!
//! # What makes such numbers lie, and what is done about it
//!
//! * **Deleted loops.** Iteration counts and check values pass through `black_box`, every result
//!   goes into the check value, and a time below a physical floor is an error, not a triumph.
//! * **Hoisted dispatch.** A length that the optimiser knows to be constant lets it move the
//!   branches on length out of the loop. Lengths are opaque on both sides, at no cost: an empty
//!   `asm` block instead of a trip through memory.
//! * **Drift.** The clock of a shared machine changes by a factor of two within minutes. Contenders
//!   alternate within a row, each round starts with another one and every second round runs
//!   backwards. Absolute numbers of two runs are never compared.
//! * **Other programs.** A sample during which the thread waited for a processor is taken again.
//! * **Outliers.** Medians, and half of an inter-quartile range, instead of means.
//! * **Different data.** Inputs come from one seeded generator and are shared by all contenders.
//! * **Equal addresses.** A look-up key is a copy, never the slice that was inserted.
//! * **Lucky alignment.** Short keys lie within one cache line for every contender.
//! * **Predictable input.** A single length flatters the branch predictor; rows with 4096 keys of
//!   mixed lengths stand beside the rows of one length, and visit the keys in another order each
//!   time, because a predictor remembers a repeated sequence of that length.
//! * **Call overhead.** A contender is called once per sample of half a millisecond or more, so
//!   that crossing into Zig costs nothing per operation.
//! * **A replaced `memcpy`.** Zig's objects are built without its compiler runtime, whose weak
//!   `memcpy` would replace that of libc for everybody.
//! * **Unequal allocators.** Every row that allocates names the allocator, the global one of this
//!   program is ours, and Zig can allocate from the same mimalloc through its vtable.
//! * **Unequal work.** Whatever one side frees or resets inside its loop, all sides do. Check
//!   values of like-for-like contenders are equal.
//! * **Luck with Zig's inliner.** Zig takes part as baseline, and in the native column as native.
//! * **Shortcuts by identity.** Hashes that may return what they like are references: shown, and
//!   without a say in the verdict.
//!
//! Rejected: Criterion for the report, because it measures one contender after the other and so
//! compares different minutes; it serves `local_hash`, where only one function changes.

extern crate alloc;

mod command;
mod input;
mod machine;
mod measure;
mod native;
mod opaque;
mod options;
mod report;
mod row;
mod rows;
mod stats;

pub use command::run;
pub use input::{KeySet, Lines, Random, bytes, sizes, words};

/// What the rows that allocate measure, and what every program on these crates uses.
#[global_allocator]
static ALLOC: bun_alloc::Mimalloc = bun_alloc::Mimalloc;
