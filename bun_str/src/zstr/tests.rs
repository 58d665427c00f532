//! `ZStr` on exact-size allocations: nothing outside the slice given may be read.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec;
use core::cell::Cell;
use core::ffi::CStr;
use core::hash::BuildHasher;

use super::ZStr;
use crate::{ZBox, zstr};

/// The heap block is exactly as large as its content, so that Miri sees any read beyond it.
fn exact(bytes: &[u8]) -> Box<[u8]> {
    bytes.into()
}

#[test]
fn from_buf_stays_inside_the_slice() {
    for content in [&b""[..], b"\0", b"a", b"a\0", b"a\0b\0", b"\0\0", b"abc"] {
        let buffer = exact(content);
        for len in (0..content.len() + 2).chain([usize::MAX, usize::MAX - 1]) {
            let expected = content.get(len) == Some(&0);
            let view = ZStr::try_from_buf(&buffer, len);
            assert_eq!(view.is_some(), expected, "{content:?} at {len}");
            if let Some(view) = view {
                assert_eq!(view.as_bytes(), &content[..len]);
                assert_eq!(view.as_bytes_with_nul(), &content[..=len]);
                assert_eq!((view.len(), view.is_empty()), (len, len == 0));
            }
        }
        assert_eq!(
            ZStr::try_from_slice_with_nul(&buffer).is_some(),
            content.last() == Some(&0),
            "{content:?}"
        );
    }
}

#[test]
fn raw_views_reach_the_terminator_and_no_further() {
    let mut buffer = exact(b"key=value\0");
    let len = buffer.len() - 1;
    // SAFETY:
    // 1. `buffer` holds `len + 1` bytes and is not written to while `view` lives.
    // 2. Its last byte is NUL.
    // 3. `len` is 9.
    let view = unsafe { ZStr::from_raw(buffer.as_ptr(), len) };
    assert_eq!(view.as_bytes(), b"key=value");
    // SAFETY: `as_ptr` is valid up to the terminator.
    let measured = unsafe { ZStr::from_c_ptr(view.as_ptr()) };
    assert_eq!(measured, view);
    // SAFETY:
    // 1. `buffer` holds `len + 1` bytes and nothing else accesses it while `view` lives.
    // 2. Its last byte is NUL.
    // 3. `len` is 9.
    let view = unsafe { ZStr::from_raw_mut(buffer.as_mut_ptr(), len) };
    view.as_bytes_mut().make_ascii_uppercase();
    assert_eq!(&*buffer, b"KEY=VALUE\0");
    let view = ZStr::from_buf_mut(&mut buffer, len);
    view.as_bytes_mut()[0] = 0;
    assert_eq!(view.as_cstr(), None);
    assert_eq!(view.len(), 9);
}

#[test]
#[should_panic(expected = "no NUL at index 3 of a buffer of 3 bytes")]
fn from_buf_mut_without_room_panics() {
    let _ = ZStr::from_buf_mut(&mut exact(b"abc"), 3);
}

#[test]
fn comparison_and_hash_are_those_of_the_bytes() {
    let samples = [&b""[..], b"\0", b"a", b"a\0", b"a\0b", b"ab", b"\xff"];
    let hasher = Keyed;
    for a in samples {
        for b in samples {
            let (za, zb) = (ZBox::from_bytes(a), ZBox::from_bytes(b));
            assert_eq!(za.cmp(&zb), a.cmp(b));
            assert_eq!(za == zb, a == b);
            assert_eq!(*za == *b, a == b);
        }
        assert_eq!(hasher.hash_one(&*ZBox::from_bytes(a)), hasher.hash_one(a));
    }
}

/// A hasher that only counts and sums what it is fed, in order.
struct Keyed;

struct Sum(Cell<u64>);

impl BuildHasher for Keyed {
    type Hasher = Sum;

    fn build_hasher(&self) -> Sum {
        Sum(Cell::new(0))
    }
}

impl core::hash::Hasher for Sum {
    fn finish(&self) -> u64 {
        self.0.get()
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0.set(self.0.get().wrapping_mul(257).wrapping_add(u64::from(*byte) + 1));
        }
    }
}

#[test]
fn printing_keeps_every_byte_visible() {
    assert_eq!(format!("{:?}", zstr!("a\"\n\0")), r#""a\"\n\x00""#);
    let torn = ZBox::from_bytes(b"caf\xc3\xa9 \xf0\x9f\x92 \xff!");
    assert_eq!(format!("{torn}"), "café \u{fffd} \u{fffd}!");
    assert_eq!(format!("{torn:?}"), r#""caf\xc3\xa9 \xf0\x9f\x92 \xff!""#);
}

#[test]
fn boxes_own_and_return_their_bytes() {
    let mut owned = ZBox::from_vec(vec![b'a'; 3]);
    owned.as_bytes_mut()[1] = 0;
    assert_eq!((owned.len(), owned.as_cstr()), (3, None));
    let copy = owned.clone();
    assert_eq!(copy, owned);
    assert_ne!(copy.as_ptr(), owned.as_ptr());
    assert_eq!(owned.into_vec_with_nul(), b"a\0a\0");
    assert_eq!(&*copy.into_boxed_slice_with_nul(), b"a\0a\0");
    assert_eq!(ZBox::from_vec_with_nul(vec![b'x', 0]).as_cstr(), Some(c"x"));
    assert_eq!(ZBox::default(), *ZStr::EMPTY);
    assert_eq!(ZBox::try_from_bytes(b"a/b").expect("three bytes fit"), *zstr!("a/b"));
    let cstr: &CStr = c"from C";
    assert_eq!(ZStr::from_cstr(cstr).to_owned().as_cstr(), Some(cstr));
    assert_eq!(size_of::<Option<ZBox>>(), 2 * size_of::<usize>());
}

#[test]
#[should_panic(expected = "does not end with NUL")]
fn box_without_terminator_panics() {
    let _ = ZBox::from_vec_with_nul(vec![b'x']);
}
