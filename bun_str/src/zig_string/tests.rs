//! Flags in the pointer, and the readings they give.

use core::ptr;

use alloc::string::ToString;
use alloc::vec::Vec;

use super::ZigString;
use super::tagged::{GLOBAL, STATIC, TaggedPtr, UTF8, UTF16};

#[test]
fn flags_leave_the_pointer_usable() {
    let byte = 7_u8;
    let mut tagged = TaggedPtr::new(&raw const byte);
    for flag in [UTF16, GLOBAL, UTF8, STATIC] {
        assert!(!tagged.has(flag));
        tagged = tagged.with(flag);
        assert!(tagged.has(flag));
    }
    assert!(ptr::eq(tagged.untagged(), &raw const byte));
}

#[cfg(target_pointer_width = "64")]
#[test]
fn a_memory_tag_below_the_flags_survives() {
    let tagged = ptr::without_provenance::<u8>(0x0a00_7fff_1234_5678);
    assert_eq!(TaggedPtr::new(tagged).with(UTF8).untagged().addr(), 0x0a00_7fff_1234_5678);
}

#[test]
fn each_encoding_is_read_as_such() {
    let latin1 = ZigString::init(b"\xe9a");
    let utf8 = ZigString::init_utf8("éa".as_bytes());
    let units = [0xe9, 0x61];
    let wide = ZigString::init_utf16(&units);
    for text in [latin1, utf8, wide] {
        assert_eq!(text.to_slice().slice(), "éa".as_bytes());
        assert_eq!(text.to_owned_slice_z().as_bytes(), "éa".as_bytes());
        assert_eq!(text.to_string(), "éa");
        assert_eq!((text.utf8_byte_length(), text.utf16_byte_length()), (3, 4));
        assert!(!text.is_all_ascii() && !text.is_empty() && text.max_utf8_byte_length() >= 3);
        assert_eq!(text.index_of_any(b"xa"), Some(text.len - 1));
    }
    assert_eq!((latin1.len, utf8.len, wide.length()), (2, 3, 2));
    assert_eq!(latin1.byte_slice(), b"\xe9a");
    assert_eq!(wide.byte_slice().len(), 4);
    assert_eq!((wide.utf16_slice(), wide.utf16_slice_aligned()), (&units[..], &units[..]));
    assert!(wide.is_16bit() && wide.is_16_bit() && !latin1.is_16bit());
    assert!(latin1.eql(wide) && utf8.eql(wide) && !utf8.eql(latin1));
    assert_eq!((latin1.char_at(0), wide.char_at(1)), (0xe9, 0x61));
    assert!(wide.substring(1).eql_comptime("a") && latin1.trunc(0).is_empty());
    assert_eq!(latin1.to_slice_fast().slice(), b"\xe9a");
}

#[test]
fn flags_follow_the_content() {
    assert!(!ZigString::from_bytes(b"a").is_utf8());
    assert!(ZigString::from_utf8("é".as_bytes()).is_utf8());
    let mut text = ZigString::init("é".as_bytes());
    text.set_output_encoding();
    assert!(text.is_utf8());
    let literal = ZigString::static_("abc");
    assert!(literal.is_static() && literal.substring(1).is_static());
    assert_eq!(literal.substring_with_len(1, 2).slice(), b"b");
    assert!(ZigString::default().is_empty() && ZigString::EMPTY.to_slice().is_empty());
}

#[test]
fn a_string_that_does_not_fit_is_refused() {
    let text = ZigString::init(b"abc");
    let mut buf = [1; 4];
    assert_eq!(text.slice_z_buf(&mut buf).map(|z| z.as_bytes().to_vec()), Ok(b"abc".to_vec()));
    assert_eq!(text.slice_z_buf(&mut buf[..3]).map_err(|e| e.name()), Err("NoSpaceLeft"));
}

#[test]
fn copies_for_the_peer_carry_the_flag() {
    for text in ["abc", "aé€"] {
        let copy = ZigString::dupe_for_js(text.as_bytes()).expect("short");
        assert!(copy.is_globally_allocated());
        assert_eq!(copy.to_string(), text);
        // The peer would free it; give it back so that no test leaks.
        free(copy);
    }
}

/// Frees what `dupe_for_js` made, as a peer does.
fn free(copy: ZigString<'static>) {
    let pointer = copy.words.tagged.untagged().cast_mut();
    if copy.is_16bit() {
        // SAFETY: the vector had exactly this length and capacity.
        drop::<Vec<u16>>(unsafe { Vec::from_raw_parts(pointer.cast(), copy.len, copy.len) });
    } else {
        // SAFETY: the vector had exactly this length and capacity.
        drop(unsafe { Vec::from_raw_parts(pointer, copy.len, copy.len) });
    }
}
