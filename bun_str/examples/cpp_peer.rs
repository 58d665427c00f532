//! The Rust half of a test in which C++ reads and writes strings: a shared library.
//!
//! `tests/cpp.rs` builds it, and `tests/cpp/peer.cpp` against it.
#![expect(unsafe_code, reason = "a C interface")]

use core::slice;

use bun_str::{DestroyHook, String, StringPointer, WTFStringImpl, set_destroy_hook};

/// Makes a counted string of UTF-8.
///
/// # Safety
///
/// `utf8` is valid for reading `len` bytes, `out` for writing; what was there is not dropped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peer_make(utf8: *const u8, len: usize, out: *mut String) {
    // SAFETY: the precondition.
    let utf8 = unsafe { slice::from_raw_parts(utf8, len) };
    // SAFETY: the precondition.
    unsafe { out.write(String::clone_utf8(utf8)) };
}

/// Whether a string reads as UTF-8.
///
/// # Safety
///
/// `string` points to a valid string, `utf8` is valid for reading `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peer_reads_as(string: *const String, utf8: *const u8, len: usize) -> bool {
    // SAFETY: the precondition.
    let utf8 = unsafe { slice::from_raw_parts(utf8, len) };
    // SAFETY: the precondition.
    let string = unsafe { &*string };
    let copy = string.clone();
    string.eql_utf8(utf8) && copy == *string && copy.to_utf8().slice() == utf8
}

/// Takes a string over and gives it back.
#[unsafe(no_mangle)]
pub extern "C" fn peer_drop(string: String) {
    drop(string);
}

/// Passes a string by value there and back, made shareable.
#[unsafe(no_mangle)]
pub extern "C" fn peer_share(string: String) -> String {
    string.into_shared().into_local()
}

/// Takes over a counted string that C++ made.
///
/// # Safety
///
/// That of `String::adopt_wtf_impl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peer_adopt(raw: WTFStringImpl) -> String {
    // SAFETY: the precondition.
    unsafe { String::adopt_wtf_impl(raw) }
}

/// Gives a counted string away.
#[unsafe(no_mangle)]
pub extern "C" fn peer_leak(string: String) -> WTFStringImpl {
    string.leak_wtf_impl()
}

/// Installs a destroy hook.
///
/// # Safety
///
/// That of `set_destroy_hook`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peer_set_hook(hook: DestroyHook) -> bool {
    // SAFETY: the precondition.
    unsafe { set_destroy_hook(hook) }
}

/// A place by value.
#[unsafe(no_mangle)]
pub extern "C" fn peer_place(offset: u32, length: u32) -> StringPointer {
    StringPointer { offset, length }
}
