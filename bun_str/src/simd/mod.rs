//! Reading bytes a vector at a time, with the best instructions that the processor has.
//!
//! | file | what it knows |
//! |---|---|
//! | `vector.rs` | the operations of an instruction set |
//! | `swar.rs`, `x86_64/`, `aarch64.rs` | the instruction sets; the only unsafe code |
//! | `class.rs`, `set.rs` | classes of bytes to stop at |
//! | `find.rs`, `case.rs`, `ascii.rs`, `wide.rs`, `count.rs`, `substring.rs` | the algorithms, each written once |
//! | `transcode/` | from UTF-8 to UTF-16 and back, with instructions and dispatch of its own |
//! | `backend.rs` | every backend by name, for tests and fuzzing |
//! | this file | which backend runs |
//!
//! `--cfg bun_force_scalar` leaves only the backend that is plain safe Rust.
//!
//! Rejected: function pointers that the first call replaces, as `memchr` has them. An indirect
//! call cannot be inlined, and costs more than a short text does; the test of a cached bit is
//! predicted.

#[cfg(all(target_arch = "aarch64", target_endian = "little", not(bun_force_scalar)))]
mod aarch64;
mod ascii;
mod backend;
mod case;
mod class;
mod count;
mod equal;
mod find;
mod set;
#[cfg(all(
    any(target_arch = "x86_64", all(target_arch = "aarch64", target_endian = "little")),
    not(bun_force_scalar)
))]
mod short;
mod substring;
mod swar;
pub(crate) mod transcode;
mod vector;
mod wide;
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
mod x86_64;

pub(crate) use ascii::is_ascii;
pub use backend::{Backend, Scan};
pub(crate) use case::{copy_lowercase, eq_ignoring_case};
pub(crate) use class::{AnyOf, NonAscii, Not, Unplain};
pub(crate) use count::count;
pub(crate) use equal::eq;
pub use set::ByteSet;
pub(crate) use set::find_any;
pub(crate) use substring::find_string;
pub(crate) use wide::first_non_ascii16;

use class::ByteClass;
use find::Find;
use vector::{Kernel, Simd};

#[cfg(all(target_arch = "aarch64", target_endian = "little", not(bun_force_scalar)))]
use aarch64::{Baseline, run};
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
use x86_64::{Baseline, run};

#[cfg(any(
    bun_force_scalar,
    not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_endian = "little")))
))]
use swar::Swar as Baseline;

#[cfg(any(
    bun_force_scalar,
    not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_endian = "little")))
))]
fn run<K: Kernel>(kernel: K) -> K::Output {
    kernel.run(Baseline::new())
}

/// Up to this length a call that asks the processor nothing is faster.
const SHORT_LEN_MAX: usize = 32;

/// Returns the index of the first byte of `class` in `text`.
#[inline(always)]
pub(crate) fn find<C: ByteClass>(class: C, text: &[u8]) -> Option<usize> {
    if text.len() <= SHORT_LEN_MAX && (Baseline::LOOKS_UP || !C::TABLES) {
        return Find { class, text }.run(Baseline::new());
    }
    run(Find { class, text })
}

/// Returns the index of the last `byte` in `text`.
#[inline]
pub(crate) fn find_last(byte: u8, text: &[u8]) -> Option<usize> {
    if Baseline::LEN <= text.len() && text.len() <= 2 * Baseline::LEN {
        return find::find_last_in_two(Baseline::new(), &AnyOf([byte]), text);
    }
    if text.len() < 8 {
        return text.iter().rposition(|&other| other == byte);
    }
    memchr::memrchr(byte, text)
}

/// Returns the index of the first byte from 0x80 up.
#[inline]
pub(crate) fn first_non_ascii(text: &[u8]) -> Option<usize> {
    find(NonAscii, text)
}

#[cfg(test)]
mod tests;
