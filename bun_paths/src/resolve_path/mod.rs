//! `bun.path`: joining and normalising into a buffer, by the rules of a [`platform`].
//!
//! | want | use |
//! |---|---|
//! | parts joined, `.` and `..` resolved | [`join_string_buf`], [`join_z_buf`] |
//! | one path cleaned as Node's `path.normalize` does | [`normalize_string_node`] |
//! | one path cleaned, without its leading separator | [`normalize_string_buf`] |
//! | a copy with a NUL behind it | [`z`] |
//! | the parent, in Bun's own spelling | [`dirname`] |
//! | the last component, whatever the separators | [`basename`] |
//!
//! A result that does not fit its buffer is [`NameTooLong`](crate::NameTooLong).

mod join;
mod normalize;
mod parts;

pub use crate::platform;
pub use join::{join_string_buf, join_string_buf_z, join_z_buf, z};
pub use normalize::{normalize_string_buf, normalize_string_node};
pub use parts::{basename, dirname};
