//! What a process remembers of its start.

use std::sync::{PoisonError, RwLock};

static START_TIME: RwLock<i128> = RwLock::new(0);
static TOP_LEVEL_DIR: RwLock<&'static [u8]> = RwLock::new(b"");

/// Returns when the process started, in nanoseconds; zero until [`set_start_time`] is called.
///
/// Zig: `bun.start_time`, `bun.Global.getStartTime`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::start_time(), 0);
/// bun_core::set_start_time(1_700_000_000_000_000_000);
/// assert_eq!(bun_core::start_time(), 1_700_000_000_000_000_000);
/// ```
#[doc(alias = "getStartTime")]
#[must_use]
pub fn start_time() -> i128 {
    *START_TIME.read().unwrap_or_else(PoisonError::into_inner)
}

/// Says when the process started, in nanoseconds of any clock.
pub fn set_start_time(ns: i128) {
    *START_TIME.write().unwrap_or_else(PoisonError::into_inner) = ns;
}

/// Returns the folder that relative paths of the project are relative to; empty until
/// [`set_top_level_dir`] is called.
///
/// Zig: `bun.fs.FileSystem.instance.top_level_dir`.
///
/// # Examples
///
/// ```
/// bun_core::set_top_level_dir(b"/project");
/// assert_eq!(bun_core::top_level_dir(), b"/project");
/// ```
#[must_use]
pub fn top_level_dir() -> &'static [u8] {
    *TOP_LEVEL_DIR.read().unwrap_or_else(PoisonError::into_inner)
}

/// Says which folder relative paths of the project are relative to.
pub fn set_top_level_dir(dir: &'static [u8]) {
    *TOP_LEVEL_DIR.write().unwrap_or_else(PoisonError::into_inner) = dir;
}
