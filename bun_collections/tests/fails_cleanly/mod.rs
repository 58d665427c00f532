//! The n-th allocation of an operation failing, for each n.

use bun_alloc::AllocError;
use bun_alloc::testing::each_failure;
use core::fmt::Debug;

/// Lets each allocation of `operation` fail in turn; `state` of the subject has to stay when that
/// is an error.
///
/// Returns how many allocations it cannot do without.
pub(crate) fn fails_cleanly<S, T: PartialEq + Debug>(
    subject: impl Fn() -> S,
    operation: impl Fn(&mut S) -> Result<(), AllocError>,
    state: impl Fn(&S) -> T,
) -> u32 {
    let before = state(&subject());
    let mut failures = 0;
    each_failure(&subject, operation, |subject, result, has_failed| {
        assert!(has_failed || result.is_ok(), "an error without a failure");
        if result.is_err() {
            assert_eq!(state(subject), before);
            failures += 1;
        }
    });
    failures
}
