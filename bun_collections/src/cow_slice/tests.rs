//! Copy-on-write slices against `Cow`, with elements that know whether they were dropped once.
#![expect(unsafe_code, reason = "borrows from slices that it keeps")]

use alloc::vec::Vec;
use core::hash::{BuildHasher, BuildHasherDefault};
use std::hash::DefaultHasher;

use proptest::prelude::*;

use super::{CowSlice, CowSliceZ};
use crate::tracked::{Ledger, panic_at_every_call};

#[test]
fn a_copy_leaves_the_borrow_intact() {
    let mut hello = CowSlice::init_static(b"hello");
    assert!(!hello.is_owned());
    // SAFETY: the bytes are static.
    let borrow = unsafe { hello.borrow() };
    assert!(!borrow.is_owned());
    assert_eq!(hello.to_owned(), Ok(()));
    assert!(hello.is_owned());
    assert_eq!((hello.slice(), borrow.slice()), (&b"hello"[..], &b"hello"[..]));
    let hash =
        |slice: &CowSlice<u8>| BuildHasherDefault::<DefaultHasher>::default().hash_one(slice);
    assert!(hello == borrow && hash(&hello) == hash(&borrow));
    drop(hello);
    assert_eq!(borrow.slice(), b"hello");
}

#[derive(Clone, Debug)]
enum Step {
    Write(usize),
    ToOwned,
    TakeSlice,
    Borrow(usize, usize),
    DropBorrows,
    Replace(Vec<u32>),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..8_usize).prop_map(Step::Write),
        Just(Step::ToOwned),
        Just(Step::TakeSlice),
        (0..8_usize, 0..8_usize).prop_map(|(a, b)| Step::Borrow(a.min(b), a.max(b))),
        Just(Step::DropBorrows),
        prop::collection::vec(any::<u32>(), 0..8).prop_map(Step::Replace),
    ];
    prop::collection::vec(step, 0..24)
}

fn run(start: &'static [u32], steps: &[Step]) {
    let mut slice = CowSlice::init_static(start);
    let mut model = start.to_vec();
    let mut borrows: Vec<(CowSlice<u32>, Vec<u32>)> = Vec::new();
    for step in steps {
        // What others borrow is not written, moved or dropped.
        if !matches!(step, Step::Borrow(..)) && slice.is_owned() {
            borrows.clear();
        }
        match step {
            Step::Write(at) => {
                let written = slice.slice_mut().expect("memory");
                if let Some(element) = written.get_mut(*at) {
                    *element ^= 1;
                    model[*at] ^= 1;
                }
                assert!(slice.is_owned());
            }
            Step::ToOwned => assert_eq!(slice.to_owned(), Ok(())),
            Step::TakeSlice => {
                assert_eq!(slice.take_slice().as_deref(), Ok(&model[..]));
                assert!(!slice.is_owned());
                model.clear();
            }
            Step::Borrow(from, to) => {
                let (from, to) = (*from.min(&model.len()), *to.min(&model.len()));
                // SAFETY: borrows are dropped before what they borrow is changed.
                let borrow = unsafe { slice.borrow_subslice(from, Some(to)) };
                borrows.push((borrow, model[from..to].to_vec()));
                // SAFETY: as above.
                borrows.push((unsafe { slice.borrow() }, model.clone()));
            }
            Step::DropBorrows => borrows.clear(),
            Step::Replace(elements) => {
                slice = CowSlice::from(elements.clone());
                model.clone_from(elements);
                assert!(slice.is_owned());
            }
        }
        assert_eq!((slice.slice(), slice.length()), (&model[..], model.len()));
        for (borrow, model) in &borrows {
            assert!(!borrow.is_owned());
            assert_eq!(**borrow, **model);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 200 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn it_does_what_cow_does(steps in steps()) {
        run(&[1, 2, 3, 4, 5], &steps);
        run(&[], &steps);
    }
}

#[test]
fn elements_are_dropped_once() {
    let ledger = Ledger::default();
    let calls = panic_at_every_call(
        || CowSlice::from((0..3).map(|id| ledger.track(id)).collect::<Vec<_>>()),
        |owner| {
            // SAFETY: `owner` is not changed while `borrow` borrows.
            let mut borrow = unsafe { owner.borrow() };
            assert_eq!(ledger.live(), 3);
            let copied = borrow.slice_mut().map(|slice| slice[0].id());
            assert_eq!((copied, ledger.live()), (Ok(0), 6));
            let taken = borrow.take_slice().expect("memory");
            drop(borrow);
            assert_eq!((taken.len(), ledger.live()), (3, 6));
        },
        |owner| {
            assert_eq!(ledger.live(), 3);
            drop(owner);
            assert_eq!(ledger.live(), 0);
        },
    );
    assert_eq!(calls, 6, "three clones and three drops");
}

#[test]
fn a_sentinel_follows_the_bytes() {
    let mut text = CowSliceZ::<u8, true>::init_static(c"ab");
    // SAFETY: the bytes are static.
    let borrow = unsafe { text.borrow() };
    text.slice_mut().expect("memory")[0] = b'x';
    assert_eq!((text.slice(), text.slice_with_sentinel()), (&b"xb"[..], &b"xb\0"[..]));
    assert_eq!((borrow.slice_with_sentinel(), borrow.length()), (&b"ab\0"[..], 2));
    assert!(text.is_owned() && !borrow.is_owned());
    let copy = CowSliceZ::<u8, true>::init_dupe(b"").expect("memory");
    assert!(copy.is_owned() && copy == CowSliceZ::default() && copy.is_empty());
    assert_eq!(copy.slice_with_sentinel(), b"\0");
    assert_eq!(CowSliceZ::<u8, true>::init_owned(c"xb".into()), text);
}

#[test]
fn elements_without_a_size_are_counted() {
    let mut units = CowSlice::init_owned(alloc::vec![(); 5].into());
    assert_eq!((units.length(), units.take_slice().map(|taken| taken.len())), (5, Ok(5)));
    let too_many = std::panic::catch_unwind(|| {
        CowSlice::init_owned(alloc::vec![(); usize::MAX].into()).length()
    });
    assert!(too_many.is_err());
}

#[test]
fn misuse_panics() {
    let mut borrowed = CowSlice::init_static(&[1, 2, 3]);
    let written = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
        borrowed.slice_mut_unsafe()[0] = 9;
    }));
    assert!(written.is_err());
    for (start, end) in [(2, Some(1)), (0, Some(4)), (4, None)] {
        // SAFETY: the elements are static.
        let part = || unsafe { borrowed.borrow_subslice(start, end) }.length();
        assert!(std::panic::catch_unwind(core::panic::AssertUnwindSafe(part)).is_err());
    }
    // SAFETY: the elements are static.
    assert!(unsafe { borrowed.borrow_subslice(3, None) }.is_empty());
}

#[test]
fn text_is_written_as_text() {
    let text = CowSlice::init_static(b"a\xff\xc3\xa9");
    assert_eq!(alloc::format!("{text}"), "a\u{fffd}\u{e9}");
    assert_eq!(alloc::format!("{:?}", CowSlice::init_static(&[1])), "[1]");
}
