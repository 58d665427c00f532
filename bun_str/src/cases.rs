//! What the property tests of this crate share: how many cases, and of what size.

use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;

/// Few under Miri, which also has no working directory to keep failures in.
pub(crate) fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if cfg!(miri) { default.cases.min(4) } else { default.cases };
    ProptestConfig { cases, failure_persistence: None, ..default }
}

/// The largest number of anything in a generated value.
const LEN_MAX: usize = if cfg!(miri) { 9 } else { 70 };

/// Any bytes.
pub(crate) fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..LEN_MAX)
}

/// Any UTF-16 units, half of them surrogates or ASCII.
pub(crate) fn units() -> impl Strategy<Value = Vec<u16>> {
    vec(prop_oneof![any::<u16>(), 0xd7ff..0xe001_u16, 0..0x80_u16], 0..LEN_MAX)
}

/// Pieces of bytes, each with a number to choose what is done with it.
pub(crate) fn pieces() -> impl Strategy<Value = Vec<(u8, Vec<u8>)>> {
    vec((any::<u8>(), bytes()), 0..LEN_MAX / 2)
}
