//! dupfind.
fn main() {}
