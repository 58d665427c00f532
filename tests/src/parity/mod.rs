//! Zig and Rust side by side: the same generated operations, every observable compared.
//!
//! | file | what it knows |
//! |---|---|
//! | `area.rs` | the trait that a pair of implementations is described by |
//! | `check.rs` | how two observations are compared, and what a divergence is |
//! | `intended.rs` | the divergences that are there on purpose, each with its reason |
//! | `explore.rs` | generating sequences within a budget, and what came of them |
//! | `shrink.rs` | making a diverging sequence short |
//! | `log.rs` | where a divergence is written with the input that shows it |
//! | `areas/` | one file for each pair of implementations |
//!
//! `proptest` shrinks through the values that it generated, which does not serve a reference that
//! lives on the other side of a C boundary and a budget of millions of sequences a minute; what
//! is needed of it here is fifty lines.

mod area;
pub mod areas;
mod check;
mod explore;
mod intended;
mod log;
mod shrink;

pub use area::{AnyArea, Area, Bytes};
pub use check::{Check, Divergence};
pub use explore::{Budget, Finding, Report, explore, parse_number};
pub use intended::{INTENDED, Intended, never_seen};
pub use log::Log;
pub use shrink::shrink;
