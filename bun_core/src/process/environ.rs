//! The environment, as bytes that stay.
//!
//! The values of the C library move when somebody sets one. Here every value that was handed out is
//! kept for ever, and a new copy is made only when it has changed.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::ffi::CString;
use alloc::vec::Vec;
use core::ffi::c_char;
use core::ptr;
use core::sync::atomic::AtomicPtr;
use std::ffi::OsString;
use std::sync::{Mutex, OnceLock, PoisonError};

/// The last value that was handed out for each name.
static VALUES: Mutex<BTreeMap<Box<[u8]>, &'static [u8]>> = Mutex::new(BTreeMap::new());

/// Returns the current value of an environment variable.
///
/// The environment is searched each time, and a copy of each new value is kept until the process
/// ends; for a variable that is read often there is [`env_var`](mod@crate::env_var). Nothing is
/// returned for a name that is empty or contains `=` or NUL. On Windows names match in any case
/// and values are WTF-8.
///
/// Zig: `bun.getenvZ`.
///
/// # Examples
///
/// ```
/// use bun_core::getenv_z;
///
/// assert_eq!(getenv_z("BUN_SURELY_NOT_SET"), None);
/// let path: Option<&'static [u8]> = getenv_z(b"PATH");
/// # let _ = path;
/// ```
#[doc(alias = "getenvZ")]
pub fn getenv_z(key: &(impl AsRef<[u8]> + ?Sized)) -> Option<&'static [u8]> {
    getenv(key.as_ref())
}

fn getenv(key: &[u8]) -> Option<&'static [u8]> {
    let value = match str::from_utf8(key) {
        Ok(key) => std::env::var_os(key)?,
        // The standard library makes a name of any bytes only by unsafe code.
        Err(_) => {
            std::env::vars_os().find(|(known, _)| known.as_encoded_bytes() == key).map(|it| it.1)?
        }
    };
    let value = value.into_encoded_bytes();
    let mut values = VALUES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(&kept) = values.get(key)
        && kept == value
    {
        return Some(kept);
    }
    let kept: &'static [u8] = Box::leak(value.into_boxed_slice());
    values.insert(key.into(), kept);
    Some(kept)
}

/// Returns the environment as C has it: pointers to `NAME=value`, the last one null.
///
/// Made by the first call and kept, so that the pointers stay valid and nobody writes there; later
/// changes of the environment are not in it.
///
/// Zig: `std.c.environ`.
///
/// # Examples
///
/// ```
/// assert!(!bun_core::c_environ().is_null());
/// ```
#[must_use]
pub fn c_environ() -> *const *const c_char {
    // Atomic pointers are pointers in memory, and shared without unsafe code. Nobody writes them.
    static ENTRIES: OnceLock<Vec<AtomicPtr<c_char>>> = OnceLock::new();
    let entries = ENTRIES.get_or_init(|| {
        let entries = std::env::vars_os().filter_map(|(name, value)| c_entry(name, value));
        entries
            .map(|entry| AtomicPtr::new(entry.into_raw()))
            .chain([AtomicPtr::new(ptr::null_mut())])
            .collect()
    });
    entries.as_ptr().cast()
}

/// Returns `NAME=value`; nothing for what the system has let in with a NUL inside.
fn c_entry(name: OsString, value: OsString) -> Option<CString> {
    let mut entry = name.into_encoded_bytes();
    entry.push(b'=');
    entry.extend_from_slice(value.as_encoded_bytes());
    CString::new(entry).ok()
}
