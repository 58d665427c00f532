//! The machine: how many threads, how much memory, which kernel.

use std::sync::OnceLock;

use super::system;
use crate::getenv_z;
use crate::version::Version;

const THREADS_MIN: u16 = 2;
const THREADS_MAX: u16 = 1024;

/// Returns how many threads to work with: from 2 to 1024.
///
/// That is `UV_THREADPOOL_SIZE` or `GOMAXPROCS`, whichever comes first with a number of at least
/// two; else the number of processors that the process may use. Decided by the first call.
///
/// Zig: `bun.getThreadCount`.
///
/// # Examples
///
/// ```
/// assert!((2..=1024).contains(&bun_core::get_thread_count()));
/// ```
#[doc(alias = "getThreadCount")]
#[must_use]
pub fn get_thread_count() -> u16 {
    static COUNT: OnceLock<u16> = OnceLock::new();
    *COUNT.get_or_init(|| {
        ["UV_THREADPOOL_SIZE", "GOMAXPROCS"]
            .iter()
            .find_map(|name| threads_asked_for(getenv_z(*name)?))
            .unwrap_or_else(|| u16::try_from(system::processors()).unwrap_or(THREADS_MAX))
            .clamp(THREADS_MIN, THREADS_MAX)
    })
}

/// Returns a number of threads that makes sense.
fn threads_asked_for(value: &[u8]) -> Option<u16> {
    let count: u16 = str::from_utf8(value).ok()?.parse().ok()?;
    (count >= THREADS_MIN).then_some(count)
}

/// Returns the bytes of memory that the machine has; zero if the system does not say.
///
/// Zig: `bun.getTotalMemorySize`.
///
/// # Examples
///
/// ```
/// assert!(bun_core::get_total_memory_size() > 1 << 20);
/// ```
#[doc(alias = "getTotalMemorySize")]
#[must_use]
pub fn get_total_memory_size() -> usize {
    usize::try_from(system::memory()).unwrap_or(usize::MAX)
}

/// Returns the version of the Linux kernel, asked once; `0.0.0` on other systems.
///
/// Zig: `bun.analytics.GenerateHeader.GeneratePlatform.kernelVersion`.
///
/// # Examples
///
/// ```
/// use bun_core::{Environment, linux_kernel_version};
///
/// assert_eq!(linux_kernel_version().major > 0, Environment::IS_LINUX);
/// ```
#[doc(alias = "kernelVersion")]
#[must_use]
pub fn linux_kernel_version() -> Version {
    static VERSION: OnceLock<Version> = OnceLock::new();
    *VERSION.get_or_init(system::linux_kernel_version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sensible_numbers_of_threads_are_taken() {
        let cases: &[(&[u8], Option<u16>)] = &[
            (b"", None),
            (b"0", None),
            (b"1", None),
            (b"2", Some(2)),
            (b"65535", Some(65535)),
            (b"65536", None),
            (b"-4", None),
            (b"four", None),
            (b"\xff", None),
        ];
        for &(value, count) in cases {
            assert_eq!(threads_asked_for(value), count, "{value:?}");
        }
    }

    #[test]
    fn answers_do_not_change() {
        assert_eq!(get_thread_count(), get_thread_count());
        assert_eq!(linux_kernel_version(), linux_kernel_version());
    }
}
