//! Builds the oracle.
fn main() {}
