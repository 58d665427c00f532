//! Zig's Wyhash, bit for bit: the hash behind `bun.hash`, `std.hash.Wyhash` and every Zig map.
//!
//! | you have | use |
//! |---|---|
//! | a whole slice of bytes | [`hash()`], [`hash_with_seed`], [`hash32`]; all usable in constants |
//! | bytes that arrive in pieces | [`Wyhash`] |
//! | bytes whose ASCII case does not matter | [`hash_ascii_lowercase`] |
//! | a key: integer, array, tuple, struct, enum | [`auto_hash()`] and `#[derive(`[`AutoHash`]`)]` |
//! | a key with `#[derive(Hash)]`, in a std map | [`BuildHasher`] |
//! | an integer whose bits should be spread over its own width | [`hash_int`], [`uint32`] |
//! | a format on disk that was defined by the older Wyhash | [`Wyhash11`] |
//!
//! Everything but [`BuildHasher`] returns the values of Zig 0.15.2 on a 64-bit little-endian
//! machine, on every machine, so results may be stored and sent. (`usize` and pointers have the
//! width of the target, as in Zig.) Nothing allocates, and there is no seed from the environment:
//! whoever can choose keys can choose keys that collide.
//!
//! Rejected: reading words through pointers (arrays cut from slices compile to the same loads);
//! run-time dispatch to `mulx` (the loop already waits for its multiplications); one type for
//! digests and for std maps (see [`OneShotHasher`]); Zig's deprecated `RapidHash` (nothing uses
//! it).
//!
//! # Examples
//!
//! ```
//! use bun_wyhash::{AutoHash, Wyhash, auto_hash, hash};
//!
//! const ENTRY: u64 = hash(b"index.js");
//!
//! let mut hasher = Wyhash::init(0);
//! hasher.update(b"index");
//! hasher.update(b".js");
//! assert_eq!(hasher.final_(), ENTRY);
//!
//! #[derive(AutoHash)]
//! struct Version {
//!     major: u32,
//!     minor: u32,
//! }
//!
//! let version = Version { major: 1, minor: 2 };
//! assert_eq!(auto_hash(&version), hash(&[1, 0, 0, 0, 2, 0, 0, 0]));
//! ```

#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate alloc;
#[cfg(test)]
extern crate std;

mod auto_hash;
mod hasher;
mod int;
mod mix;
#[cfg(test)]
mod tests;
mod wyhash;
mod wyhash11;

pub use auto_hash::{AutoHash, Shape, auto_hash};
pub use bun_derive::AutoHash;
pub use hasher::{BuildHasher, OneShotHasher};
pub use int::{HashInt, hash_int, uint32};
pub use wyhash::{Wyhash, hash, hash_ascii_lowercase, hash_with_seed, hash32};
pub use wyhash11::Wyhash11;
