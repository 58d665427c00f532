//! How many cases the property tests of this crate run.

use proptest::prelude::ProptestConfig;

/// Few under Miri, which also has no working directory to keep failures in.
pub(crate) fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if cfg!(miri) { default.cases.min(4) } else { default.cases };
    ProptestConfig { cases, failure_persistence: None, ..default }
}
