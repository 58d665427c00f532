//! `WStr` on exact-size allocations: nothing outside the slice given may be read.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::{WStr, units_len};
use crate::strings::w;
use crate::wstr;

fn exact(units: &[u16]) -> Box<[u16]> {
    units.into()
}

#[test]
fn from_buf_stays_inside_the_slice() {
    for content in [&[][..], &[0], &[1], &[1, 0], &[1, 0, 2, 0], &[0, 0], &[0xd800, 0x100]] {
        let mut buffer = exact(content);
        for len in (0..content.len() + 2).chain([usize::MAX, usize::MAX - 1]) {
            let expected = content.get(len) == Some(&0);
            let view = WStr::try_from_buf(&buffer, len);
            assert_eq!(view.is_some(), expected, "{content:?} at {len}");
            if let Some(view) = view {
                assert_eq!(view.as_slice(), &content[..len]);
                assert_eq!(view.as_slice_with_nul(), &content[..=len]);
                assert_eq!((view.len(), view.is_empty()), (len, len == 0));
                WStr::from_buf_mut(&mut buffer, len).as_mut_slice().reverse();
                WStr::from_buf_mut(&mut buffer, len).as_mut_slice().reverse();
            }
        }
        assert_eq!(WStr::try_from_slice_with_nul(&buffer).is_some(), content.last() == Some(&0));
    }
}

#[test]
#[should_panic(expected = "no NUL at index 1")]
fn a_missing_terminator_panics() {
    assert!(WStr::from_buf(&[0x61, 0x62], 1).is_empty());
}

#[test]
fn raw_views_reach_the_terminator_and_no_further() {
    let buffer = exact(&[0x61, 0x62, 0]);
    // SAFETY: `buffer` ends with NUL and outlives the view.
    let measured = unsafe { WStr::from_ptr(buffer.as_ptr()) };
    assert_eq!(measured.as_slice(), &[0x61, 0x62]);
    // SAFETY:
    // 1. `buffer` holds three units that nobody writes to.
    // 2. Its last unit is NUL.
    // 3. 2 is small.
    let view = unsafe { WStr::from_raw(buffer.as_ptr(), 2) };
    // SAFETY: `as_ptr` is valid up to the terminator.
    assert_eq!(unsafe { WStr::from_ptr(view.as_ptr()) }, view);
}

#[test]
fn literals_are_utf16_with_a_nul_behind() {
    const PREFIX: &[u16] = w!(r"\\?\");
    assert_eq!(PREFIX, [0x5c, 0x5c, 0x3f, 0x5c]);
    let text = wstr!("aé€😀");
    assert!(text.as_slice().iter().copied().eq("aé€😀".encode_utf16()));
    assert_eq!(text.as_slice_with_nul().last(), Some(&0));
    assert_eq!(format!("{text} {text:?}"), "aé€😀 \"aé€😀\"");
    assert_eq!(wstr!(""), WStr::EMPTY);
}

#[test]
fn traits_ignore_the_terminator() {
    let boxed = WStr::boxed(&[0xd800, 0x61]);
    assert_eq!(*boxed.clone(), *boxed);
    assert_eq!(boxed.to_string(), "\u{fffd}a");
    assert!(*WStr::boxed(&[1]) < *WStr::boxed(&[1, 0]));
    assert_eq!(<&WStr>::default().len(), 0);
    assert_eq!(wstr!("x"), &[0x78][..]);
}

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn units_len_counts_like_std(chars in proptest::collection::vec(any::<char>(), 0..20)) {
        let text = String::from_iter(chars);
        prop_assert_eq!(units_len(&text), text.encode_utf16().count());
        let units: Vec<u16> = text.encode_utf16().collect();
        prop_assert_eq!(WStr::boxed(&units).to_string(), text);
    }
}
