//! Names two tags that have the same code in a build without `BUN_ERROR_SEED`: it must not start.

#![forbid(unsafe_code)]

use bun_core::{Error, err};

const FIRST: Error = err!(GoldRavenNotFound);
const SECOND: Error = err!(JadeRavenNotFound);

fn main() {
    // Reached only when a seed separates the two.
    assert_ne!(FIRST, SECOND);
}
