//! The destroy hook: how a runtime hears that a string has lost its last reference.
#![expect(unsafe_code, reason = "declares a hook that frees what it is given")]

use std::sync::OnceLock;

use super::WTFStringImpl;

/// Called with a string that has just lost its last reference.
///
/// Returns whether the runtime has destroyed the string. If not, it is freed here, provided that
/// it was made here.
///
/// # Examples
///
/// A runtime whose strings come from a heap of its own:
///
/// ```
/// use bun_str::{DestroyHook, WTFStringImpl};
///
/// extern "C" fn destroy(_string: WTFStringImpl) -> bool {
///     // Look the string up in the runtime's tables, and free it if it is theirs.
///     false
/// }
/// let hook: DestroyHook = destroy;
/// assert!(!hook(core::ptr::null_mut()));
/// ```
pub type DestroyHook = extern "C" fn(WTFStringImpl) -> bool;

static HOOK: OnceLock<DestroyHook> = OnceLock::new();

/// Installs the process's destroy hook; returns whether it was the first.
///
/// # Safety
///
/// 1. The hook frees a string only if it returns `true`.
/// 2. It frees only strings that the runtime made itself.
/// 3. It may be called on any thread on which strings are dropped, and does not unwind.
///
/// # Examples
///
/// ```
/// use bun_str::{WTFStringImpl, set_destroy_hook};
///
/// extern "C" fn keep(_string: WTFStringImpl) -> bool {
///     false
/// }
/// // SAFETY: `keep` does nothing.
/// assert!(unsafe { set_destroy_hook(keep) });
/// // SAFETY: the same.
/// assert!(!unsafe { set_destroy_hook(keep) });
/// ```
pub unsafe fn set_destroy_hook(hook: DestroyHook) -> bool {
    HOOK.set(hook).is_ok()
}

/// Whether a runtime has destroyed `string`.
pub(super) fn destroyed_by_runtime(string: WTFStringImpl) -> bool {
    HOOK.get().is_some_and(|hook| hook(string))
}
