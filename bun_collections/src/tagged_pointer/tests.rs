//! Tagged pointers against bits computed apart, and against what Zig printed.
#![expect(unsafe_code, reason = "reads its own values through tagged pointers")]

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ffi::c_void;
use core::hash::{BuildHasher, BuildHasherDefault};
use core::ptr::{null, without_provenance, without_provenance_mut};
use std::hash::DefaultHasher;

use proptest::prelude::*;

use super::{TagType, TaggedPtr, TaggedPtrUnion, TypeList, Visit};

type Word = TaggedPtrUnion<(u32, u64)>;

/// A pointer that is never read.
fn at(address: u64) -> *const u8 {
    without_provenance(address as usize)
}

#[cfg(target_pointer_width = "64")]
#[test]
fn the_bits_are_zigs() {
    let tagged = TaggedPtr::init(at(0x0001_2345_6789_abc0), 0x7fff);
    assert_eq!(tagged.bits(), 0xffff_2345_6789_abc0);
    assert_eq!(tagged.to().addr(), 0xffff_2345_6789_abc0);
    assert_eq!((tagged.data(), tagged.get::<u8>().addr()), (0x7fff, 0x0001_2345_6789_abc0));
    assert_eq!(TaggedPtr::from(-1_i64).data(), 0x7fff);
    assert_eq!(TaggedPtr::from(1.5_f64).bits(), 1.5_f64.to_bits());
    let union = Word::init(without_provenance::<u64>(8));
    assert_eq!(union.repr().bits(), 1023 << 49 | 8);
}

#[test]
fn the_answers_about_a_union_are_zigs() {
    let second = 7_u64;
    let union = Word::init(&raw const second);
    assert_eq!(union.tag(), 1023);
    assert!(union.is::<u64, _>() && !union.is::<u32, _>());
    assert_eq!((union.type_name(), Word::NULL.type_name()), (Some("u64"), None));
    assert!(Word::NULL.is_null());
    assert_eq!((Word::NULL.tag(), Word::default()), (0, Word::NULL));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 1000 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_fits_comes_back_and_what_does_not_is_refused(
        address in prop_oneof![0..1_u64 << 49, any::<u64>()],
        tag: TagType,
        other in 0..1_u64 << 49,
    ) {
        let address = address as usize as u64;
        let fits = address < 1 << 49 && tag < 1 << 15;
        let tagged = TaggedPtr::try_init(at(address), tag);
        prop_assert_eq!(tagged.is_some(), fits);
        let Some(mut tagged) = tagged else { return Ok(()) };
        let bits = address | u64::from(tag) << 49;
        prop_assert_eq!(tagged.bits(), bits);
        prop_assert_eq!((tagged.address(), tagged.data()), (address, tag));
        prop_assert_eq!(tagged, TaggedPtr::from(bits));
        #[cfg(target_pointer_width = "64")]
        prop_assert_eq!(tagged, TaggedPtr::from(tagged.to()));
        tagged.set_address(other);
        prop_assert_eq!((tagged.address(), tagged.data()), (other, tag));
    }

    #[test]
    fn any_word_can_be_asked(bits: u64) {
        let union = Word::from_repr(TaggedPtr::from(bits));
        let tag = (bits >> 49) as TagType;
        prop_assert_eq!(union.is_valid(), tag == 1024 || tag == 1023);
        prop_assert_eq!(union.is_valid(), union.type_name().is_some());
        prop_assert_eq!(union.call(Name).is_some(), union.is_valid());
        prop_assert_eq!(union.is_null(), bits & ((1 << 49) - 1) == 0);
        prop_assert_eq!(union.get::<u32, _>().is_some(), tag == 1024);
    }
}

#[test]
fn too_many_bits_panic() {
    let panics = |address, tag| {
        std::panic::catch_unwind(|| TaggedPtr::init(at(address), tag).bits()).is_err()
    };
    assert!(panics(0, 0x8000) && !panics(0, 0x7fff));
    if cfg!(target_pointer_width = "64") {
        assert!(panics(1 << 49, 0) && panics(1 << 50, 1) && panics(0xff << 56, 1));
        assert!(!panics((1 << 49) - 1, 1));
    }
    let mut union = Word::NULL;
    let outcome = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
        union.set_uintptr(1 << 49);
    }));
    assert!(outcome.is_err() && union == Word::NULL);
}

#[test]
fn null_takes_every_tag() {
    for tag in (0..0x8000).step_by(if cfg!(miri) { 997 } else { 1 }) {
        let tagged = TaggedPtr::init(null::<u64>(), tag);
        assert_eq!((tagged.data(), tagged.get::<u64>().is_null()), (tag, true));
    }
    let union = Word::init(null::<u32>());
    assert!(union.is_null() && union.is::<u32, _>() && union != Word::NULL);
}

macro_rules! members {
    ($($Name:ident)+) => {
        $(struct $Name(u32);)+

        type Many = TaggedPtrUnion<($($Name,)+)>;

        const NAMES: &[&str] = &[$(stringify!($Name)),+];

        struct Sum;

        $(impl Visit<$Name> for Sum {
            type Output = u32;
            fn visit(self, member: *mut $Name) -> u32 {
                // SAFETY: the test's, which lives.
                let member = unsafe { &mut *member };
                member.0 += 1;
                member.0
            }
        })+

        /// A value of each type, behind its pointer, and what frees it.
        fn one_of_each() -> Vec<(Many, Box<dyn FnOnce() -> u32>)> {
            Vec::from([$({
                let member = Box::into_raw(Box::new($Name(NAMES.len() as u32)));
                let union = Many::init(member);
                assert!(union.is::<$Name, _>());
                assert_eq!(union.tag(), Many::case::<$Name, _>());
                assert_eq!(union.get::<$Name, _>(), Some(member));
                assert_eq!(union.as_::<$Name, _>(), member);
                let free = Box::new(move || {
                    // SAFETY: from a box, by way of the tagged pointer.
                    unsafe { Box::from_raw(union.as_unchecked::<$Name, _>()) }.0
                });
                (union, free as Box<dyn FnOnce() -> u32>)
            }),+])
        }
    };
}

members! {
    M00 M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11 M12 M13 M14 M15
    M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 M27 M28 M29 M30 M31
}

/// Names what it visits.
struct Name;

impl Visit<u32> for Name {
    type Output = &'static str;
    fn visit(self, _: *mut u32) -> &'static str {
        "u32"
    }
}

impl Visit<u64> for Name {
    type Output = &'static str;
    fn visit(self, _: *mut u64) -> &'static str {
        "u64"
    }
}

#[test]
fn thirty_two_types_are_told_apart() {
    let all = one_of_each();
    assert_eq!((all.len(), Many::type_name_from_tag(1024 - 32)), (32, None));
    for (index, (union, free)) in all.into_iter().enumerate() {
        assert_eq!(union.tag(), 1024 - index as TagType);
        assert!(union.type_name().is_some_and(|name| name.ends_with(NAMES[index])));
        assert!(union.is_valid() && !union.is_null());
        assert!(alloc::format!("{union:?}").contains(NAMES[index]));
        // Through C and back: the pointer may still be read and written.
        #[cfg(target_pointer_width = "64")]
        let union = Many::from(Some(union.ptr_unsafe()));
        assert_eq!(union.call(Sum), Some(33));
        assert_eq!(free(), 33);
    }
}

#[test]
fn a_union_changes_its_type() {
    let (small, large) = (5_u32, 6_u64);
    let mut union = Word::init_with_type::<u32, _>(&raw const small);
    assert_eq!(union.call(Name), Some("u32"));
    union.set(&raw const large);
    assert_eq!((union.call(Name), union.get::<u32, _>()), (Some("u64"), None));
    // SAFETY: the address of `large`.
    assert_eq!(unsafe { *union.as_::<u64, _>() }, 6);
    union.set_uintptr(99);
    assert_eq!((union.as_uintptr(), union.tag()), (99, 1023));
    union.clear();
    assert_eq!((union, union.call(Name)), (Word::NULL, None));
    assert!(std::panic::catch_unwind(move || union.as_::<u32, _>().is_null()).is_err());
    assert!(!Word::is_valid_ptr(None) && !Word::is_valid_ptr(Some(without_provenance_mut(8))));
}

/// A list of types that hold such pointers themselves.
struct Branch {
    next: TaggedPtrUnion<(Branch, Leaf)>,
}

struct Leaf(u32);

#[test]
fn a_member_points_to_members() {
    let leaf = Leaf(9);
    let inner = Branch { next: TaggedPtrUnion::init(&raw const leaf) };
    let outer = Branch { next: TaggedPtrUnion::init(&raw const inner) };
    let mut word = TaggedPtrUnion::<(Branch, Leaf)>::init(&raw const outer);
    let mut depth = 0;
    while let Some(branch) = word.get::<Branch, _>() {
        // SAFETY: one of the two above.
        word = unsafe { &*branch }.next;
        depth += 1;
    }
    // SAFETY: the leaf above.
    assert_eq!((depth, unsafe { &*word.as_::<Leaf, _>() }.0), (2, 9));
}

#[test]
fn equal_words_have_equal_hashes() {
    let value = 1_u64;
    let hash = |union: Word| BuildHasherDefault::<DefaultHasher>::default().hash_one(union);
    let [a, b] = [Word::init(&raw const value); 2];
    assert!(a == b && hash(a) == hash(b));
    let other = Word::init((&raw const value).cast::<u32>());
    assert!(a != other && a.repr() != other.repr(), "the same address, of another type");
}

#[test]
fn a_list_of_one_has_one_tag() {
    type One = (c_void,);
    assert_eq!((One::LEN, One::MIN_TAG, One::MAX_TAG), (1, 1024, 1024));
    assert_eq!((size_of::<TaggedPtr>(), align_of::<TaggedPtr>()), (8, 8));
    assert_eq!(size_of::<TaggedPtrUnion<One>>(), 8);
}
