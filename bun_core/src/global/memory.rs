//! What the program tells its allocator.

#![expect(unsafe_code, reason = "a constant pointer to text is shared by threads")]

use core::ffi::c_char;

/// What [`configure_allocator`] is told.
///
/// # Examples
///
/// ```
/// use bun_core::Global::{AllocatorConfiguration, configure_allocator};
///
/// configure_allocator(AllocatorConfiguration { long_running: true, ..Default::default() });
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct AllocatorConfiguration {
    /// Whether to print what the allocator does.
    pub verbose: bool,
    /// Whether the process runs long enough for large pages to pay.
    pub long_running: bool,
}

/// Takes note of what the program is like; changes nothing.
///
/// Large pages, which this was for, made programs several times slower. The call stays as the
/// place where the decision would be made.
///
/// Zig: `bun.Global.configureAllocator`.
#[doc(alias = "configureAllocator")]
pub fn configure_allocator(_: AllocatorConfiguration) {}

/// Gives memory that nobody uses back to the system; with `force` all of it, however long that
/// takes.
///
/// Zig: `bun.Global.mimalloc_cleanup`.
///
/// # Examples
///
/// ```
/// bun_core::Global::mimalloc_cleanup(false);
/// ```
pub fn mimalloc_cleanup(force: bool) {
    bun_alloc::collect(force);
}

/// A pointer to constant text for C, as a static that C reads by its name.
///
/// # Examples
///
/// ```
/// use bun_core::Global::SyncCStr;
///
/// static AGENT: SyncCStr = SyncCStr(c"Bun/1.2.3".as_ptr());
/// assert!(!AGENT.0.is_null());
/// ```
#[repr(transparent)]
#[derive(Copy, Clone, Debug)]
pub struct SyncCStr(pub *const c_char);

// SAFETY: an address; whoever reads through it answers for what is there.
unsafe impl Sync for SyncCStr {}
