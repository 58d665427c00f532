//! Writing bytes to anything.
//!
//! | for | use |
//! |---|---|
//! | a function that writes to whatever it is given | [`Write`] |
//! | a buffer of fixed size, written or read in sequence | [`FixedBufferStream`] |
//! | only the length of what would be written | [`DiscardingWriter`] |
//! | a stream of the process | [`Writer`] |
//! | a [`core::fmt::Write`] on top of a [`Write`] | [`AsFmt`] |
//! | a [`Write`] on top of a [`core::fmt::Write`] | [`FmtAdapter`] |
//!
//! Not `std::io::Write`, because its error is sixteen bytes with a heap and has no Zig name.

mod adapters;
mod fixed_buffer;
mod int_le;
pub mod write;

#[cfg(test)]
mod tests;

pub use crate::error::Result;
pub use adapters::{AsFmt, DiscardingWriter, FmtAdapter};
pub use fixed_buffer::FixedBufferStream;
pub use int_le::IntLe;
pub use write::{Write, WrittenLen};

pub use crate::output::Writer;
