//! `bun.StringJoiner`, under the path that ported code uses.
//!
//! # Examples
//!
//! ```
//! let mut joiner = bun_str::string_joiner::StringJoiner::default();
//! joiner.push(b"a");
//! assert_eq!(joiner.last_byte(), b'a');
//! ```

pub use crate::joiner::{StringJoiner, Watcher};
