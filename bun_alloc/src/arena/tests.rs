//! What the arena adds to `bumpalo`: destructors, limits, moves between arenas.

use alloc::rc::Rc;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use proptest::prelude::*;

use super::{Arena, ArenaExt as _, ArenaVec, ArenaVecExt as _, TypedArena};
use crate::{AllocError, AstAlloc, arena_format, arena_vec, transfer_arena, vec_from_iter_in};

#[test]
fn owned_values_are_dropped_once_and_before_a_reset() {
    let counted = Rc::new(());
    let mut arena = Arena::new();
    for round in 0..3 {
        let owners: Vec<_> = (0..5).map(|_| arena.alloc_owned(counted.clone())).collect();
        assert_eq!(Rc::strong_count(&counted), 6, "{round}");
        let unwound = catch_unwind(AssertUnwindSafe(|| {
            let _owners = owners;
            panic!("halfway");
        }));
        assert!(unwound.is_err());
        assert_eq!(Rc::strong_count(&counted), 1);
        arena.reset();
    }
    let typed = TypedArena::new();
    let first = typed.alloc(counted.clone());
    assert!(Rc::ptr_eq(first, &counted));
    typed.alloc_extend((0..100).map(|_| counted.clone()));
    assert_eq!(Rc::strong_count(&counted), 102);
    drop(typed);
    assert_eq!(Rc::strong_count(&counted), 1);
}

#[test]
fn reset_keeps_at_most_the_limit() {
    let mut arena = Arena::new();
    arena.set_allocation_limit(Some(1 << 20));
    assert!(arena.reset_retain_with_limit(0));
    arena.alloc_slice_fill_copy(10_000, 1_u8);
    let kept = arena.allocated_bytes();
    assert!(arena.reset_retain_with_limit(kept));
    assert_eq!(arena.allocated_bytes(), kept);
    assert!(!arena.reset_retain_with_limit(kept - 1));
    assert_eq!(arena.allocated_bytes(), 0);
    assert_eq!(arena.allocation_limit(), Some(1 << 20));
    assert_eq!(*arena.alloc(5), 5);
}

#[test]
fn uninitialised_slices_of_every_shape() {
    let arena = Arena::new();
    assert_eq!(arena.alloc_uninit_slice::<()>(7).len(), 7);
    assert_eq!(arena.alloc_uninit_slice::<u64>(0).len(), 0);
    #[repr(align(256))]
    struct Wide;
    let wide = arena.alloc_uninit_slice::<Wide>(3);
    assert!(wide.as_ptr().is_aligned() && wide.len() == 3);
    let huge = arena.try_alloc_uninit_slice::<u64>(usize::MAX / 4);
    assert_eq!(huge.err(), Some(AllocError));
    let limited = Arena::new();
    limited.set_allocation_limit(Some(64));
    assert_eq!(limited.try_alloc_uninit_slice::<u8>(4096).err(), Some(AllocError));
    for (i, slot) in arena.alloc_uninit_slice::<usize>(9).iter_mut().enumerate() {
        assert_eq!(*slot.write(i), i);
    }
}

#[test]
fn text_in_the_arena() {
    let arena = Arena::new();
    assert_eq!(arena.dupe_z(b""), b"\0");
    assert_eq!(arena.dupe_z(b"a\0b"), b"a\0b\0");
    let name = "x";
    assert_eq!(arena_format!(in &arena, "{name}{:>3}", 7).as_bytes(), b"x  7");
    assert_eq!(arena_format!(in &arena, "plain").into_bump_str(), "plain");
}

#[test]
fn lists_move_without_losing_a_value() {
    let counted = Rc::new(());
    let (from, to) = (Arena::new(), Arena::new());
    let mut list = vec_from_iter_in((0..4).map(|_| counted.clone()), &from);
    transfer_arena(&mut list, &to);
    assert!(core::ptr::eq(list.allocator(), &raw const to));
    transfer_arena(&mut list, &to);
    let mut other = arena_vec![in &from; counted.clone()];
    list.prepend_from(&mut other);
    assert!(core::ptr::eq(other.bump(), &raw const from));
    assert_eq!((list.len(), other.len(), Rc::strong_count(&counted)), (5, 0, 6));
    drop((list, other));
    assert_eq!(Rc::strong_count(&counted), 1);
    let empty = arena_vec![in &from];
    assert_eq!(ArenaVec::<u8>::into_bump_slice(empty), []);
}

#[test]
fn a_lying_size_hint_is_a_hint() {
    struct Liar(u8, usize);
    impl Iterator for Liar {
        type Item = u8;
        fn next(&mut self) -> Option<u8> {
            self.0 = self.0.checked_sub(1)?;
            Some(self.0)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.1, None)
        }
    }
    let arena = Arena::new();
    for hint in [0, 2, 100] {
        assert_eq!(vec_from_iter_in(Liar(5, hint), &arena), [4, 3, 2, 1, 0]);
        assert_eq!(AstAlloc::vec_from_iter(Liar(2, hint)), [1, 0]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 128 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn prepend_is_concatenation(
        front in proptest::collection::vec(any::<u16>(), 0..20),
        back in proptest::collection::vec(any::<u16>(), 0..20),
    ) {
        let arena = Arena::new();
        let mut list = vec_from_iter_in(back.iter().copied(), &arena);
        let mut src = vec_from_iter_in(front.iter().copied(), &arena);
        list.prepend_from(&mut src);
        prop_assert!(src.is_empty());
        prop_assert_eq!(list.into_bump_slice(), [front, back].concat());
    }
}
