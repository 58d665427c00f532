//! The Zig originals, called from Rust: both implementations get the same input in one process.
//!
//! The build script compiles `oracle/` with Zig 0.15.2 when it finds that compiler (`$ZIG`, `zig`
//! on `PATH`, `python3 -m ziglang`). [`Oracle::find`] says whether it did; without Zig everything
//! still builds, and a test prints [`skip_message`] and goes on. `BUN_NO_ZIG=1` at build time
//! leaves Zig out on purpose.
//!
//! | to compare | call |
//! |---|---|
//! | hashes of bytes, integers and keys | methods of [`Oracle`] |
//! | text from numbers and bytes, numbers from text | methods of [`Oracle`] |
//! | `std.heap.FixedBufferAllocator` | [`FixedBuffer`] |
//! | `std.AutoArrayHashMap`, `std.StringArrayHashMap` | [`ArrayMap`] |
//! | `std.unicode` | methods of [`Oracle`] |
//! | `std.AutoHashMap`, `std.StringHashMap` | [`HashMap`] |
//! | `std.MultiArrayList` | [`MultiArray`] |
//! | `std.ArrayList`, `std.PriorityQueue` | [`ArrayList`], [`PriorityQueue`] |
//! | `std.bit_set` | [`BitSet`] |
//! | address and tag of a packed struct | methods of [`Oracle`] |
//! | `std.fs.path` | methods of [`Oracle`], answers as [`path`] says |
//! | string functions | methods of [`Oracle`], answers as [`strings`] says |
//! | times of hashing, string and allocation loops | methods of [`Loops`] |
//!
//! Every foreign function is declared once, in `ffi.rs` or (the timed loops) `bench/mod.rs`, and is
//! safe to call: slices cross as borrowed views, handles as references that Zig made, and the Zig
//! side tests each precondition and aborts when it does not hold. The declarations are all the
//! unsafe code that there is.

mod array_map;
mod bench;
mod bench_array_map;
mod bench_map;
mod bench_string_map;
mod bit_loop;
mod bit_set;
mod ffi;
mod fixed_buffer;
mod fmt;
mod hash;
mod hash_map;
mod lists;
mod multi_array;
mod multi_array_loop;
mod owned;
pub mod path;
pub mod strings;
mod tagged_ptr;
#[cfg(all(test, have_zig))]
mod tests;
mod unicode;
mod view;

pub use array_map::{ArrayMap, Found, KeyKind, LookUpBy, PutBy, Removal, RemoveBy, SortBy};
pub use bench::{CAllocator, FsLoop, Keys, ListLoop, Loops, PathLoop, Sizes, TextLoop};
pub use bench_array_map::{ArrayMapBench, ArrayMapKeys, ArrayMapLoop};
pub use bench_map::{BenchKeys, BenchMap, BenchTexts};
pub use bench_string_map::{BenchStringMap, BenchStrings};
pub use bit_loop::BitLoop;
pub use bit_set::{BitSet, BitSetChange, BitSetCombine, BitSetKind, BitSetResult};
pub use fixed_buffer::FixedBuffer;
pub use fmt::{OfBytes, OfWord, ParseFailure};
pub use hash::{AutoHashes, AutoKind, Span};
pub use hash_map::{FoundValue, HashMap};
pub use lists::{ArrayList, Item, PriorityQueue};
pub use multi_array::{Column, MultiArray, Row};
pub use multi_array_loop::MultiArrayLoop;

/// Proof that this build contains Zig's implementations.
///
/// # Examples
///
/// ```
/// match zig_oracle::Oracle::find() {
///     Some(zig) => assert_eq!(zig.wyhash(0, b"abc"), 0x02a4_f1d7_cb51_6c72),
///     None => assert!(zig_oracle::skip_message().starts_with("SKIPPED")),
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Oracle(());

impl Oracle {
    /// Returns the oracle, or `None` in a build without Zig.
    #[must_use]
    pub const fn find() -> Option<Self> {
        if cfg!(have_zig) { Some(Self(())) } else { None }
    }
}

/// What a test prints when there is no oracle to compare with.
#[must_use]
pub const fn skip_message() -> &'static str {
    "SKIPPED: Zig comparison (pip install ziglang==0.15.2)"
}
