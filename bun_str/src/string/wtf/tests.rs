//! Counted strings: counts, layout, external owners, and the hook.
#![expect(unsafe_code, reason = "gives references back by hand")]

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::mem::size_of;
use core::sync::atomic::{AtomicUsize, Ordering};

use super::{
    LENGTH_MAX, WTFString, WTFStringImpl, WTFStringImplExt, WTFStringImplStruct, external,
    latin1_with, set_destroy_hook, utf16_with,
};
use crate::string::text::Text;

#[test]
fn a_reference_is_counted_from_first_to_last() {
    let first = WTFString::from_latin1(b"abc").expect("short");
    assert!(first.has_at_least_one_ref() && !first.is_static() && first.is_unique());
    let more: Vec<WTFString> = (0..5).map(|_| first.clone()).collect();
    assert_eq!(first.ref_count(), 6);
    drop(more);
    assert_eq!(first.ref_count(), 1);
    let raw = first.into_raw();
    // SAFETY: the reference just given out is taken back.
    let again = unsafe { WTFString::from_raw(raw) };
    again.r#ref();
    assert_eq!(again.ref_count(), 2);
    // SAFETY: the reference just taken is given back.
    unsafe { WTFStringImplStruct::deref(again.as_raw()) };
    assert_eq!(again.latin1_slice(), b"abc");
}

#[test]
fn units_are_those_given() {
    for len in [0, 1, 7, 8, 9, 100] {
        let bytes: Vec<u8> = (0..len).map(|i| i as u8).collect();
        let wide: Vec<u16> = (0..len).map(|i| 0xfff0 + i as u16 % 16).collect();
        let narrow = WTFString::from_latin1(&bytes).expect("short");
        assert_eq!((narrow.latin1_slice(), narrow.byte_slice()), (&*bytes, &*bytes));
        assert!(narrow.is_8bit() && narrow.is_thread_safe() && narrow.existing_hash() == 0);
        let string = WTFString::from_utf16(&wide).expect("short");
        assert_eq!(string.utf16_slice(), wide);
        assert_eq!(string.byte_length(), 2 * len);
        assert_eq!(string.memory_cost(), size_of::<WTFStringImplStruct>() + 2 * len);
        assert_eq!(string.is_empty(), len == 0);
    }
}

#[test]
fn filling_sees_zeroes() {
    let string = latin1_with(4, |bytes| {
        assert_eq!(bytes, [0; 4]);
        bytes[1] = 7;
    });
    assert_eq!(string.expect("short").latin1_slice(), [0, 7, 0, 0]);
    let string = utf16_with(2, |units| {
        assert_eq!(units, [0; 2]);
        units[0] = 0xd800;
    });
    assert_eq!(string.expect("short").utf16_slice(), [0xd800, 0]);
}

#[test]
fn too_long_a_string_is_refused_before_it_is_allocated() {
    assert!(latin1_with(LENGTH_MAX + 1, |_| unreachable!()).is_none());
    assert!(utf16_with(usize::MAX, |_| unreachable!()).is_none());
}

#[test]
fn an_owner_runs_once_with_the_last_reference() {
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&runs);
    let owner = Box::new(move || {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    // SAFETY: a literal stays valid.
    let string = unsafe { external::from_owner(Text::Latin1(b"text"), Some(owner)) };
    let string = string.expect("short");
    let again = string.clone();
    drop(string);
    assert_eq!(runs.load(Ordering::Relaxed), 0);
    assert_eq!(again.latin1_slice(), b"text");
    drop(again);
    assert_eq!(runs.load(Ordering::Relaxed), 1);
    let string = external::from_static(Text::Utf16(&[0x263a])).expect("short");
    assert_eq!(string.utf16_slice(), [0x263a]);
}

#[test]
fn ext_methods_transcode() {
    let text = WTFString::from_latin1(b"caf\xe9").expect("short");
    let header: &WTFStringImplStruct = &text;
    assert!(!header.can_use_as_utf8());
    assert_eq!(header.utf8_byte_length(), 5);
    assert_eq!(WTFStringImplExt::to_utf8(header).slice(), "café".as_bytes());
    assert_eq!(header.to_owned_slice(), "café".as_bytes());
    assert_eq!(header.to_owned_slice_z().as_bytes_with_nul(), "café\0".as_bytes());
    let ascii = WTFString::from_latin1(b"abc").expect("short");
    assert!(ascii.to_utf8_if_needed().is_none());
    assert_eq!(ascii.utf8_slice(), b"abc");
    let slice = ascii.to_utf8();
    assert_eq!(ascii.ref_count(), 2);
    drop(ascii);
    assert_eq!(slice.slice(), b"abc");
}

static SEEN: AtomicUsize = AtomicUsize::new(0);

extern "C" fn look(string: WTFStringImpl) -> bool {
    // SAFETY: a string that is about to be freed can still be read.
    if unsafe { &*string }.length() == 12_345 {
        SEEN.fetch_add(1, Ordering::Relaxed);
    }
    false
}

#[test]
fn the_hook_sees_a_string_once() {
    // SAFETY: `look` only reads.
    assert!(unsafe { set_destroy_hook(look) });
    // SAFETY: the same.
    assert!(!unsafe { set_destroy_hook(look) });
    let string = latin1_with(12_345, |_| ()).expect("short");
    drop(string.clone());
    assert_eq!(SEEN.load(Ordering::Relaxed), 0);
    drop(string);
    assert_eq!(SEEN.load(Ordering::Relaxed), 1);
}
