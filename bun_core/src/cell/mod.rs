//! Cells for what Zig keeps in a plain global `var`.
//!
//! | the value is | use |
//! |---|---|
//! | small, and read and written by several threads | [`AtomicCell`] |
//! | made once, then only read | [`Once`](crate::Once), `std::sync::OnceLock` |
//! | one thread's own | [`ThreadCell`], `thread_local!` |
//! | guarded by something that the compiler does not see | [`RacyCell`], with `unsafe` at each use |
//! | anything else | a lock |

mod atom;
mod atomic_cell;
mod racy_cell;
mod thread_cell;
pub(crate) mod thread_id;

#[cfg(test)]
mod tests;

pub use atom::{Atom, AtomWidth, AtomicStorage};
pub use atomic_cell::AtomicCell;
pub use racy_cell::RacyCell;
pub use thread_cell::ThreadCell;
