//! Whether reads and writes can be told not to wait.

use core::sync::atomic::{AtomicU8, Ordering};

use bun_core::env_var::feature_flag::BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK;
use bun_core::{Version, linux_kernel_version};

const UNKNOWN: u8 = 0;
const SUPPORTED: u8 = 1;
const UNSUPPORTED: u8 = 2;

static STATE: AtomicU8 = AtomicU8::new(UNKNOWN);

/// Whether `preadv2` and `pwritev2` take `RWF_NOWAIT`, for all of the process.
///
/// Maybe, until a call says otherwise. Not on Linux 5.9 and 5.10, which report that there is
/// nothing when there is, and not where `BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK` is set.
///
/// Zig: `bun.linux.RWFFlagSupport`.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_sys::linux::RWFFlagSupport;
///
/// RWFFlagSupport::disable();
/// assert!(!RWFFlagSupport::is_maybe_supported());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RWFFlagSupport;

impl RWFFlagSupport {
    /// Whether it is worth trying.
    #[doc(alias = "isMaybeSupported")]
    #[must_use]
    pub fn is_maybe_supported() -> bool {
        // Relaxed: the number is all there is.
        match STATE.load(Ordering::Relaxed) {
            UNKNOWN => {
                let is_supported = !is_buggy(&linux_kernel_version())
                    && !BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK.get();
                let state = if is_supported { SUPPORTED } else { UNSUPPORTED };
                // A call may have found out meanwhile, and knows better.
                let before =
                    STATE.compare_exchange(UNKNOWN, state, Ordering::Relaxed, Ordering::Relaxed);
                before.err().unwrap_or(state) == SUPPORTED
            }
            state => state == SUPPORTED,
        }
    }

    /// Says that a call refused the flag.
    pub fn disable() {
        STATE.store(UNSUPPORTED, Ordering::Relaxed);
    }

    /// Whether the running kernel takes the flag and misunderstands it.
    #[doc(alias = "isLinuxKernelVersionWithBuggyRWF_NONBLOCK")]
    #[must_use]
    pub fn is_linux_kernel_version_with_buggy_rwf_nonblock() -> bool {
        is_buggy(&linux_kernel_version())
    }
}

fn is_buggy(version: &Version) -> bool {
    version.major == 5 && matches!(version.minor, 9 | 10)
}
