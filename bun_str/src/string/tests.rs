//! `String` in its five kinds against the text it was made of.
#![expect(unsafe_code, reason = "gives references and memory back by hand")]

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String as StdString, ToString};
use alloc::vec::Vec;
use core::ffi::c_void;
use core::hash::BuildHasher;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::hash::RandomState;
use std::thread;

use proptest::prelude::*;

use super::convert;
use super::{
    BorrowedString, EncodingNonAscii, OwnedString, OwnedStringCell, SharedString, String, Tag,
    Utf8Slice, WTFString,
};
use crate::ZigString;
use crate::cases::{bytes, units};

/// ASCII, Latin-1, or anything.
fn text() -> impl Strategy<Value = StdString> {
    let of = |letters: &'static [char]| {
        let letters = proptest::collection::vec(proptest::sample::select(letters), 0..7);
        letters.prop_map(StdString::from_iter)
    };
    prop_oneof![of(&['a', 'z']), of(&['a', '\u{80}', 'é']), of(&['a', 'é', '€', '😀'])]
}

/// The same text in every form that can hold it.
fn forms(text: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut forms = Vec::from([
        String::clone_utf8(text.as_bytes()),
        String::clone_utf16(&units),
        String::borrow_utf8(text.as_bytes()).to_owned(),
        String::borrow_utf16(&units).to_owned(),
        String::create_external_globally_allocated_utf16(units.clone()),
        String::create_utf16_with(units.len(), |copy| copy.copy_from_slice(&units)),
    ]);
    if text.chars().all(|char| u32::from(char) < 0x100) {
        let latin1: Vec<u8> = text.chars().map(|char| char as u8).collect();
        forms.push(String::clone_latin1(&latin1));
        forms.push(String::ascii(&latin1).to_owned());
        forms.push(String::create_external_globally_allocated_latin1(latin1));
    }
    forms
}

fn check_view(view: &String, text: &str) {
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(view.to_string(), text);
    assert_eq!(view.to_utf8().slice(), text.as_bytes());
    assert_eq!(view.to_utf8_without_ref().slice(), text.as_bytes());
    assert_eq!(view.to_owned_slice(), text.as_bytes());
    assert_eq!(view.to_owned_slice_z().as_bytes(), text.as_bytes());
    assert_eq!(view.utf8_byte_length(), text.len());
    assert_eq!(view.utf16_byte_length(), 2 * units.len());
    assert!(view.eql_utf8(text.as_bytes()) && !view.eql_utf8(format!("{text}x").as_bytes()));
    assert_eq!(view.is_empty(), text.is_empty());
    if !view.is_utf8() {
        assert_eq!(view.length(), units.len());
        for (index, unit) in units.iter().enumerate() {
            assert_eq!(view.char_at(index), *unit);
        }
    }
    assert_eq!(view.to_zig_string().to_slice().slice(), text.as_bytes());
    let part = view.substring_with_len(1, 3);
    assert!(part.length() <= 2);
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn every_form_reads_as_its_text(text in text()) {
        let forms = forms(&text);
        let hasher = RandomState::new();
        for form in &forms {
            check_view(form, &text);
            prop_assert!(form.clone() == *form);
            for other in &forms {
                prop_assert!(form == other && form.eql(other));
                prop_assert_eq!(hasher.hash_one(form), hasher.hash_one(other));
            }
        }
        check_view(&String::borrow_utf8(text.as_bytes()), &text);
        check_view(&String::from_bytes(text.as_bytes()), &text);
    }

    #[test]
    fn conversions_agree_with_std(units in units(), bytes in bytes()) {
        let mut utf8 = Vec::new();
        convert::utf16_to_utf8(&units, &mut utf8);
        prop_assert!(utf8 == StdString::from_utf16_lossy(&units).as_bytes());
        prop_assert_eq!(utf8.len(), convert::utf16_utf8_len(&units));
        let mut wide = Vec::new();
        convert::utf8_to_utf16(&bytes, &mut wide);
        prop_assert!(StdString::from_utf8_lossy(&bytes).encode_utf16().eq(wide.iter().copied()));
        prop_assert_eq!(wide.len(), convert::utf8_utf16_len(&bytes));
        let latin1: StdString = bytes.iter().map(|byte| char::from(*byte)).collect();
        let mut utf8 = Vec::new();
        convert::latin1_to_utf8(&bytes, &mut utf8);
        prop_assert!(utf8 == latin1.as_bytes());
        prop_assert_eq!(utf8.len(), convert::latin1_utf8_len(&bytes));
    }

    #[test]
    fn equal_strings_hash_alike_even_when_invalid(bytes in bytes(), units in units()) {
        let hasher = RandomState::new();
        let all = [
            String::borrow_utf8(&bytes).to_owned(),
            String::clone_utf8(&bytes),
            String::clone_utf16(&units),
        ];
        prop_assert!(all[0] == all[1]);
        let view = String::borrow_utf8(&bytes);
        prop_assert!(*view == all[1] && hasher.hash_one(&*view) == hasher.hash_one(&all[1]));
        prop_assert_eq!(all[1] == all[2], hasher.hash_one(&all[1]) == hasher.hash_one(&all[2]));
    }

    #[test]
    fn parts_are_those_of_the_units(units in units(), start in 0..12_usize, end in 0..12_usize) {
        let string = String::clone_utf16(&units);
        let end_cut = end.min(units.len());
        let part = &units[start.min(end_cut)..end_cut];
        prop_assert!(*string.substring_with_len(start, end) == String::clone_utf16(part));
        let rest = &units[start.min(units.len())..];
        prop_assert!(*string.substring(start) == String::clone_utf16(rest));
    }
}

#[test]
fn tags_and_encodings_follow_the_constructor() {
    assert_eq!(String::EMPTY.tag(), Tag::Empty);
    assert_eq!(String::default(), String::empty());
    assert_eq!(String::dead().tag(), Tag::Dead);
    assert!(String::DEAD.is_dead() && String::DEAD.clone().is_dead());
    assert_eq!(String::clone_utf8(b"").tag(), Tag::Empty);
    assert_eq!(String::static_("abc").clone().tag(), Tag::StaticZigString);
    assert_eq!(String::clone_utf8(b"abc").tag(), Tag::WTFStringImpl);
    assert_eq!(String::ascii(b"abc").tag(), Tag::ZigString);
    assert!(String::clone_utf16(&[0x61]).is_8bit());
    assert!(String::clone_utf16(&[0xe9]).is_utf16());
    assert!(String::borrow_utf8(b"abc").is_utf8() && !String::from_bytes(b"abc").is_utf8());
    assert_eq!(String::EMPTY.encoding(), EncodingNonAscii::Latin1);
    assert_eq!(String::create_format(format_args!("plain")).tag(), Tag::StaticZigString);
    assert_eq!(String::init("é").to_string(), "é");
    assert_eq!(String::init(&b"x"[..]).to_string(), "x");
}

#[test]
fn cloning_counts_and_copies_what_is_borrowed() {
    let string = String::clone_utf8(b"abc");
    let count = |string: &String| string.as_wtf().map_or(0, |header| header.ref_count());
    let more = [string.clone(), string.dupe_ref()];
    assert_eq!(count(&string), 3);
    drop(more);
    string.ref_();
    assert_eq!(count(&string), 2);
    // SAFETY: the reference just taken is given back.
    unsafe { string.deref() };
    assert_eq!(count(&string), 1);
    let raw = string.leak_wtf_impl();
    // SAFETY: the reference just given out is taken back.
    let string = unsafe { String::adopt_wtf_impl(raw) };
    assert!(string.eql_comptime("abc"));

    let kept = {
        let bytes = b"borrowed".to_vec();
        let view: BorrowedString<'_> = String::ascii(&bytes);
        view.clone()
    };
    assert_eq!(kept.to_string(), "borrowed");
    assert!(String::DEAD.leak_wtf_impl().is_null());
}

#[test]
fn eql_compares_bytes_where_the_original_does() {
    let utf8 = String::borrow_utf8("é".as_bytes());
    let latin1 = String::ascii("é".as_bytes());
    assert!(utf8.eql(&latin1) && *utf8 != *latin1);
    assert!(String::clone_latin1(b"\xe9").eql(&String::clone_utf16(&[0xe9])));
    assert!(!String::clone_utf16(&[0xd800]).eql_utf8("\u{fffd}".as_bytes()));
    assert!(String::static_("abc").eql_bytes(b"abc"));
    assert!(String::clone_utf16(&[0xe9, 0x61]).has_prefix_comptime(b"\xe9"));
    assert!(!String::clone_utf8(b"a").has_prefix_comptime(b"ab"));
    assert_eq!(String::clone_utf16(&[0x263a, 0x62]).index_of_ascii_char(b'b'), Some(1));
    let mut ascii = [0; 3];
    assert!(String::static_("abcd").ascii_into(&mut ascii).is_none());
    assert_eq!(String::static_("abc").ascii_into(&mut ascii), Some(&mut b"abc".to_owned()[..]));
}

#[test]
fn static_bytes_are_not_transcoded() {
    let text = String::static_("é");
    assert_eq!(text.to_utf8().slice(), "é".as_bytes());
    assert_eq!(text.length(), 2);
    assert_eq!(text.to_string(), "Ã©");
}

static FREED: AtomicUsize = AtomicUsize::new(0);

extern "C" fn free(expected: usize, bytes: *mut c_void, len: u32) {
    assert_eq!(bytes.addr(), expected);
    FREED.fetch_add(len as usize, Ordering::Relaxed);
}

#[test]
fn external_strings_are_given_back() {
    let bytes = b"external";
    let address = bytes.as_ptr().addr();
    // SAFETY:
    // 1. A literal stays valid.
    // 2. `free` may run on any thread.
    let string = unsafe { String::create_external(bytes, true, address, free) };
    let copy = string.clone();
    drop(string);
    assert_eq!((copy.latin1(), FREED.load(Ordering::Relaxed)), (&bytes[..], 0));
    drop(copy);
    assert_eq!(FREED.load(Ordering::Relaxed), 8);
    // SAFETY: the same; half a unit is given back at once.
    let dead = unsafe { String::create_external(&bytes[..1], false, address, free) };
    assert!(dead.is_dead());
    static UNITS: &[u8] = &[0x61, 0x61, 0x62, 0x62];
    let wide = String::create_static_external(UNITS, false);
    assert_eq!(wide.utf16(), [0x6161, 0x6262]);
    let odd = String::create_static_external(&UNITS[1..3], false);
    assert_eq!(odd.length(), 1);
    assert_eq!(String::create_static_external(b"abc", true).latin1(), b"abc");
}

#[test]
fn uninitialised_strings_are_written_afterwards() {
    // SAFETY: the string is read after the last use of the slice.
    let (string, bytes) = unsafe { String::create_uninitialized_latin1(3) };
    bytes.copy_from_slice(b"abc");
    assert_eq!(string.latin1(), b"abc");
    // SAFETY: the same.
    let (string, units) = unsafe { String::create_uninitialized_utf16(2) };
    units.copy_from_slice(&[1, 2]);
    assert_eq!(string.utf16(), [1, 2]);
    // SAFETY: there is nothing to use.
    let (string, bytes) = unsafe { String::create_uninitialized_latin1(usize::MAX) };
    assert!(string.is_dead() && bytes.is_empty());
}

#[test]
fn a_cell_gives_references() {
    let cell = OwnedStringCell::new(String::clone_utf8(b"old"));
    let old = cell.get();
    cell.set(String::clone_utf8(b"new"));
    assert_eq!((old.to_string(), cell.get().to_string()), ("old".into(), "new".into()));
    assert_eq!(old.as_wtf().map(|header| header.ref_count()), Some(1));
    let owned = [OwnedString::new(old), OwnedString::new(cell.take())];
    let raw = OwnedString::as_raw_slice(&owned);
    assert_eq!(raw.iter().map(String::length).sum::<usize>(), 6);
    assert!(cell.get().is_empty());
}

#[test]
fn slices_outlive_what_they_count() {
    let mut string = String::clone_utf8(b"abc");
    let pair = string.to_slice();
    assert!(string.is_empty() && pair.is_wtf_allocated());
    let twin = pair.dupe_ref();
    pair.deinit();
    assert_eq!((twin.slice(), twin.underlying.length()), (&b"abc"[..], 3));
    let mut wide = String::clone_utf8("é".as_bytes());
    let pair = wide.to_thread_safe_slice();
    assert_eq!(pair.slice(), "é".as_bytes());
    assert!(pair.underlying.is_empty());
    let slice = Utf8Slice::from_utf8_never_free(b"x").into_static();
    assert!(slice.is_allocated() && slice.into_vec() == b"x");
    assert_eq!(Utf8Slice::init_dupe(b"y").map(Utf8Slice::into_vec), Ok(b"y".to_vec()));
}

#[test]
fn a_shared_string_is_cloned_and_dropped_on_eight_threads() {
    let shared = String::clone_utf8(b"shared text").into_shared();
    let rounds = if cfg!(miri) { 8 } else { 1000 };
    thread::scope(|scope| {
        for _ in 0..8 {
            let mine = shared.clone();
            scope.spawn(move || {
                for _ in 0..rounds {
                    let copy: SharedString = mine.clone();
                    assert_eq!(copy.to_utf8().slice(), b"shared text");
                    drop(copy);
                }
            });
        }
    });
    let local = shared.into_local();
    assert_eq!(local.as_wtf().map(|header| header.ref_count()), Some(1));
}

#[test]
fn sharing_copies_what_others_can_reach() {
    let local = String::clone_utf8(b"abc");
    let address = |string: &String| string.byte_slice().as_ptr().addr();
    let before = address(&local);
    let alone = local.clone().into_shared();
    assert_ne!(address(&alone.view()), before);
    let moved = local.into_shared();
    assert_eq!(address(&moved.view()), before);
    let held = moved.clone();
    assert_ne!(address(&moved.into_local()), before);
    assert_eq!(address(&held.into_local()), before);
    assert_eq!(String::static_("s").into_shared().to_string(), "s");
}

#[test]
fn any_string_becomes_counted() {
    for string in [String::EMPTY, String::static_("abc"), String::clone_utf8("é".as_bytes())] {
        let text = string.to_string();
        let counted: WTFString = string.into_wtf().expect("not dead");
        assert_eq!(WTFString::to_utf8(&counted).slice(), text.as_bytes());
    }
    assert!(String::DEAD.into_wtf().is_none());
    let zig = String::from(ZigString::init_utf8("é".as_bytes()));
    assert_eq!(zig.to_string(), "é");
}
