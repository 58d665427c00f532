//! What the kernel can do, found out once for the process.

use core::sync::atomic::{AtomicU8, Ordering};

use bun_core::{Version, getenv_z, linux_kernel_version};

/// Whether a call is of use. Starts unknown, and once it is not, it stays so.
struct Support {
    state: AtomicU8,
    /// The variable that turns it off.
    variable: &'static str,
}

const UNKNOWN: u8 = 0;
const YES: u8 = 1;
const NO: u8 = 2;

static COPY_FILE_RANGE: Support = Support::new("BUN_CONFIG_DISABLE_COPY_FILE_RANGE");
static FICLONE: Support = Support::new("BUN_CONFIG_DISABLE_ioctl_ficlonerange");

impl Support {
    const fn new(variable: &'static str) -> Self {
        Self { state: AtomicU8::new(UNKNOWN), variable }
    }

    /// Turns the call off for the process.
    fn disable(&self) {
        self.state.store(NO, Ordering::Relaxed);
    }

    fn is_usable(&self) -> bool {
        match self.state.load(Ordering::Relaxed) {
            UNKNOWN => self.find_out(),
            state => state == YES,
        }
    }

    #[cold]
    fn find_out(&self) -> bool {
        let usable = getenv_z(self.variable).is_none() && is_recent(linux_kernel_version());
        let state = if usable { YES } else { NO };
        // Whoever turned it off meanwhile is right.
        match self.state.compare_exchange(UNKNOWN, state, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => usable,
            Err(state) => state == YES,
        }
    }
}

/// Whether a kernel has the calls: Linux since 4.5. Other systems are version 0.
fn is_recent(kernel: Version) -> bool {
    (kernel.major, kernel.minor) >= (4, 5)
}

/// Turns `copy_file_range(2)` off for the process; nothing turns it on again.
///
/// Zig: `disableCopyFileRangeSyscall`.
#[doc(alias = "disableCopyFileRangeSyscall")]
pub fn disable_copy_file_range_syscall() {
    COPY_FILE_RANGE.disable();
}

/// Whether `copy_file_range(2)` is tried: on Linux since 4.5, unless the kernel has said that it
/// has none, or `BUN_CONFIG_DISABLE_COPY_FILE_RANGE` was set when this was first asked.
///
/// Zig: `canUseCopyFileRangeSyscall`.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_sys::copy_file;
///
/// copy_file::disable_copy_file_range_syscall();
/// assert!(!copy_file::can_use_copy_file_range_syscall());
/// ```
#[doc(alias = "canUseCopyFileRangeSyscall")]
pub fn can_use_copy_file_range_syscall() -> bool {
    COPY_FILE_RANGE.is_usable()
}

/// Turns `ioctl_ficlone(2)` off for the process; nothing turns it on again.
///
/// Zig: `disable_ioctl_ficlone`.
pub fn disable_ioctl_ficlone() {
    FICLONE.disable();
}

/// Whether `ioctl_ficlone(2)` is tried: on Linux since 4.5, unless a file system has said that it
/// does not clone, or `BUN_CONFIG_DISABLE_ioctl_ficlonerange` was set when this was first asked.
///
/// Zig: `can_use_ioctl_ficlone`.
///
/// # Examples
///
/// ```standalone_crate
/// use bun_sys::copy_file;
///
/// copy_file::disable_ioctl_ficlone();
/// assert!(!copy_file::can_use_ioctl_ficlone());
/// ```
pub fn can_use_ioctl_ficlone() -> bool {
    FICLONE.is_usable()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_stays_off() {
        let support = Support::new("BUN_SURELY_NOT_SET");
        let recent = is_recent(linux_kernel_version());
        assert_eq!(support.is_usable(), recent);
        assert_eq!(support.is_usable(), recent);
        support.disable();
        assert!(!support.is_usable());
        let early = Support::new("BUN_SURELY_NOT_SET");
        early.disable();
        assert!(!early.find_out() && !early.is_usable());
        // Set in every process that runs tests.
        assert!(!Support::new("PATH").is_usable() || getenv_z("PATH").is_none());
    }

    #[test]
    fn the_first_kernel_that_has_the_calls() {
        for (major, minor, expected) in [
            (0, 0, false),
            (3, 19, false),
            (4, 4, false),
            (4, 5, true),
            (5, 0, true),
            (6, 18, true),
        ] {
            let version = Version { major, minor, patch: 0 };
            assert_eq!(is_recent(version), expected, "{major}.{minor}");
        }
    }
}
