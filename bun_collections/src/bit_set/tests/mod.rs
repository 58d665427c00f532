//! Every set against a `Vec<bool>`, every backend against the plain loops, and what Zig printed.

mod backends;
mod hazards;
mod list;
mod model;
mod vectors;
