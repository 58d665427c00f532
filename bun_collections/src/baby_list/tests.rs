//! Against a `Vec`, Zig's capacities, drops, and what a borrowed list refuses.

#![expect(clippy::unit_arg, reason = "an arm of a step fits a line")]

use core::mem::{MaybeUninit, size_of};
use core::panic::AssertUnwindSafe;
use core::ptr::NonNull;
use std::panic::catch_unwind;

use bun_alloc::AllocError;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{BabyList, ByteList, OffsetByteList};
use crate::tracked::{Ledger, Tracked, panic_at_every_call};

/// Something to do with a list.
type Operation<'a, S> = &'a dyn Fn(&mut S);

/// Capacities while appending one by one, as Zig 0.15.2 printed them.
#[test]
fn capacities_are_zigs() {
    fn appended<const SIZE: usize>() -> Vec<usize> {
        let mut list = BabyList::new();
        let mut capacities = vec![];
        while capacities.len() < if cfg!(miri) { 3 } else { 8 } {
            list.append([0_u8; SIZE]).expect("memory");
            if capacities.last() != Some(&list.capacity()) {
                capacities.push(list.capacity());
            }
        }
        capacities
    }
    fn check<const SIZE: usize>(expected: [usize; 8]) {
        let capacities = appended::<SIZE>();
        assert_eq!(capacities, expected[..capacities.len()], "size {SIZE}");
    }
    check::<1>([128, 320, 608, 1040, 1688, 2660, 4118, 6305]);
    check::<2>([64, 160, 304, 520, 844, 1330, 2059, 3152]);
    check::<4>([32, 80, 152, 260, 422, 665, 1029, 1575]);
    check::<8>([16, 40, 76, 130, 211, 332, 514, 787]);
    check::<12>([10, 25, 47, 80, 130, 205, 317, 485]);
    check::<16>([8, 20, 38, 65, 105, 165, 255, 390]);
    check::<24>([5, 12, 23, 39, 63, 99, 153, 234]);
    check::<48>([2, 5, 9, 15, 24, 38, 59, 90]);
    check::<64>([2, 5, 9, 15, 24, 38, 59, 90]);
    check::<100>([1, 2, 4, 7, 11, 17, 26, 40]);
    check::<129>([1, 2, 4, 7, 11, 17, 26, 40]);
    check::<256>([1, 2, 4, 7, 11, 17, 26, 40]);

    let mut list = ByteList::new();
    for (count, capacity) in [(10, 128), (200, 320), (1000, 1688), (4000, 6305)] {
        list.append_slice(&vec![0; count]).expect("memory");
        assert_eq!(list.capacity(), capacity);
    }
    let mut list = ByteList::new();
    list.ensure_total_capacity(1000).expect("memory");
    assert_eq!(list.capacity(), 1040);
    list.ensure_total_capacity(5000).expect("memory");
    assert_eq!(list.capacity(), 6305);
}

/// Operations of a sequence.
const OPS_MAX: usize = if cfg!(miri) { 12 } else { 60 };

#[derive(Clone, Debug)]
enum Op {
    Append(u16),
    AppendSlice(Vec<u16>),
    Insert(Index, u16),
    ReplaceRange(Index, Index, Vec<u16>),
    Pop,
    OrderedRemove(Index),
    SwapRemove(Index),
    Set(Index, u16),
    EnsureTotalCapacity(usize),
    EnsureTotalCapacityPrecise(usize),
    EnsureUnusedCapacity(usize),
    ShrinkRetainingCapacity(Index),
    ShrinkAndFree(Index),
    ClearRetainingCapacity,
    ClearAndFree,
    Sort,
    ThroughVec,
    ThroughOwnedSlice,
    ThroughParts,
    Clone,
}

fn op() -> impl Strategy<Value = Op> {
    let values = || prop::collection::vec(any::<u16>(), 0..9);
    let index = any::<Index>;
    prop_oneof![
        6 => any::<u16>().prop_map(Op::Append),
        2 => values().prop_map(Op::AppendSlice),
        2 => (index(), any::<u16>()).prop_map(|(at, value)| Op::Insert(at, value)),
        2 => (index(), index(), values()).prop_map(|(a, b, new)| Op::ReplaceRange(a, b, new)),
        2 => Just(Op::Pop),
        1 => index().prop_map(Op::OrderedRemove),
        1 => index().prop_map(Op::SwapRemove),
        1 => (index(), any::<u16>()).prop_map(|(at, value)| Op::Set(at, value)),
        1 => (0..99_usize).prop_map(Op::EnsureTotalCapacity),
        1 => (0..99_usize).prop_map(Op::EnsureTotalCapacityPrecise),
        1 => (0..99_usize).prop_map(Op::EnsureUnusedCapacity),
        1 => index().prop_map(Op::ShrinkRetainingCapacity),
        1 => index().prop_map(Op::ShrinkAndFree),
        1 => Just(Op::ClearRetainingCapacity),
        1 => Just(Op::ClearAndFree),
        1 => Just(Op::Sort),
        1 => Just(Op::ThroughVec),
        1 => Just(Op::ThroughOwnedSlice),
        1 => Just(Op::ThroughParts),
        1 => Just(Op::Clone),
    ]
}

#[expect(unsafe_code, reason = "takes a list apart and puts it together")]
fn step<T: Clone + Ord>(list: &mut BabyList<T>, model: &mut Vec<T>, op: &Op, of: fn(u16) -> T) {
    let len = model.len();
    let slice = |values: &[u16]| values.iter().map(|value| of(*value)).collect::<Vec<_>>();
    let done = match op {
        Op::Append(value) => {
            model.push(of(*value));
            list.append(of(*value))
        }
        Op::AppendSlice(values) => {
            model.extend(slice(values));
            list.append_slice(&slice(values))
        }
        Op::Insert(at, value) => {
            model.insert(at.index(len + 1), of(*value));
            list.insert(at.index(len + 1), of(*value))
        }
        Op::ReplaceRange(a, b, values) => {
            let (a, b) = (a.index(len + 1), b.index(len + 1));
            model.splice(a.min(b)..a.max(b), slice(values));
            list.replace_range(a.min(b), a.abs_diff(b), &slice(values))
        }
        Op::Pop => Ok(assert!(list.pop() == model.pop())),
        Op::OrderedRemove(at) if len > 0 => {
            Ok(assert!(list.ordered_remove(at.index(len)) == model.remove(at.index(len))))
        }
        Op::SwapRemove(at) if len > 0 => {
            Ok(assert!(list.swap_remove(at.index(len)) == model.swap_remove(at.index(len))))
        }
        Op::Set(at, value) if len > 0 => {
            model[at.index(len)] = of(*value);
            *list.mut_(at.index(len)) = of(*value);
            Ok(assert!(*list.at(at.index(len)) == of(*value)))
        }
        Op::OrderedRemove(_) | Op::SwapRemove(_) | Op::Set(..) => Ok(()),
        Op::ClearRetainingCapacity => Ok((model.clear(), list.clear_retaining_capacity()).1),
        Op::ClearAndFree => Ok((model.clear(), list.clear_and_free()).1),
        Op::Sort => Ok((model.sort(), list.sort(|a, b| a < b)).1),
        Op::ThroughVec => Ok(*list = BabyList::move_from_list(list.move_to_list())),
        Op::ThroughOwnedSlice => Ok(*list = BabyList::from_owned_slice(list.to_owned_slice())),
        Op::ThroughParts => {
            let (ptr, len, cap) = core::mem::take(list).into_raw_parts();
            // SAFETY:
            // 1. The parts of a list.
            Ok(*list = unsafe { BabyList::from_raw_parts(ptr, len, cap) })
        }
        Op::Clone => list.deep_clone().map(|copy| *list = copy),
        _ => change_capacity(list, model, op),
    };
    assert_eq!(done, Ok(()));
    assert!(list.slice() == model.as_slice() && list.is_owned());
}

fn change_capacity<T>(
    list: &mut BabyList<T>,
    model: &mut Vec<T>,
    op: &Op,
) -> Result<(), AllocError> {
    let len = model.len();
    match op {
        Op::EnsureTotalCapacity(count) => {
            let done = list.ensure_total_capacity(*count);
            done.map(|()| assert!(list.capacity() >= *count))
        }
        Op::EnsureTotalCapacityPrecise(count) => {
            let before = list.capacity();
            let done = list.ensure_total_capacity_precise(*count);
            done.map(|()| assert_eq!(list.capacity(), before.max(*count)))
        }
        Op::EnsureUnusedCapacity(count) => {
            let done = list.ensure_unused_capacity(*count);
            done.map(|()| assert!(list.unused_capacity_slice().len() >= *count))
        }
        Op::ShrinkRetainingCapacity(at) => {
            model.truncate(at.index(len + 1));
            Ok(list.shrink_retaining_capacity(at.index(len + 1)))
        }
        Op::ShrinkAndFree(at) => {
            model.truncate(at.index(len + 1));
            list.shrink_and_free(at.index(len + 1));
            Ok(assert!(size_of::<T>() == 0 || list.capacity() == model.len()))
        }
        _ => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_vec(ops in prop::collection::vec(op(), 0..OPS_MAX)) {
        let (mut list, mut model) = (BabyList::new(), vec![]);
        let (mut bytes, mut byte_model) = (BabyList::new(), vec![]);
        let (mut units, mut unit_model) = (BabyList::new(), vec![]);
        for op in &ops {
            step(&mut list, &mut model, op, |value| value.to_string());
            step(&mut bytes, &mut byte_model, op, |value| value.to_le_bytes()[0]);
            step(&mut units, &mut unit_model, op, |_| ());
        }
    }
}

fn tracked(ledger: &Ledger, len: u32) -> BabyList<Tracked> {
    BabyList::move_from_list((0..len).map(|id| ledger.track(id)).collect())
}

#[test]
fn each_operation_drops_what_its_table_says() {
    let ledger = Ledger::default();
    let mut list = tracked(&ledger, 8);
    drop((list.pop(), list.ordered_remove(0), list.swap_remove(0)));
    assert_eq!(ledger.live(), 5);
    let copy = list.clone();
    assert_eq!(ledger.live(), 10);
    list.replace_range(0, 4, &copy[..1]).expect("memory");
    assert_eq!((list.len(), ledger.live()), (2, 7));
    list.shrink_and_free(1);
    list.shrink_retaining_capacity(0);
    assert_eq!(ledger.live(), 5);
    drop(copy);
    list.append(ledger.track(1)).expect("memory");
    list.clear_and_free();
    assert_eq!(ledger.live(), 0);
    list.append(ledger.track(1)).expect("memory");
    let values = list.move_to_list();
    drop(list);
    assert_eq!(ledger.live(), 1);
    drop(values);
    assert_eq!(ledger.live(), 0);
}

#[test]
fn code_of_the_user_may_panic() {
    let ledger = Ledger::default();
    let more: Vec<_> = (10..13).map(|id| ledger.track(id)).collect();
    let operations: [(&str, Operation<'_, BabyList<Tracked>>); 7] = [
        ("append_slice", &|list| list.append_slice(&more).expect("memory")),
        ("insert_slice", &|list| list.insert_slice(1, &more).expect("memory")),
        ("replace_range", &|list| list.replace_range(1, 3, &more).expect("memory")),
        ("deep_clone", &|list| drop(list.deep_clone())),
        ("shrink", &|list| list.shrink_and_free(2)),
        ("clear", &|list| list.clear_retaining_capacity()),
        ("clear_and_free", &|list| list.clear_and_free()),
    ];
    for (name, operation) in operations {
        let check = |list: BabyList<Tracked>| {
            assert!(list.iter().all(|value| value.id() < 20));
            assert_eq!(ledger.live(), list.len() + more.len(), "{name}: each once");
        };
        let calls = panic_at_every_call(|| tracked(&ledger, 5), |list| operation(list), check);
        assert!(calls > 2, "{name}");
    }
    let sort = |list: &mut BabyList<Tracked>| {
        list.sort(|a, b| {
            crate::tracked::user_code();
            a.id() > b.id()
        });
    };
    panic_at_every_call(
        || tracked(&ledger, 5),
        sort,
        |list| {
            let mut ids: Vec<_> = list.iter().map(Tracked::id).collect();
            ids.sort_unstable();
            assert_eq!(ids, [0, 1, 2, 3, 4]);
        },
    );
}

#[test]
#[expect(unsafe_code, reason = "makes a list without a lifetime")]
fn a_borrowed_list_is_only_read() {
    let words = ["a".to_owned(), "b".to_owned()];
    // SAFETY:
    // 1. The words live to the end of the test.
    // 2. It has one thread.
    let borrowed = || unsafe { BabyList::from_borrowed_slice_dangerous(&words) };
    let changes: [(&str, Operation<'_, BabyList<String>>); 16] = [
        ("append", &|list| list.append(String::new()).expect("memory")),
        ("append_slice", &|list| list.append_slice(&[String::new()]).expect("memory")),
        ("append_assume", &|list| list.append_assume_capacity(String::new())),
        ("insert", &|list| list.insert(0, String::new()).expect("memory")),
        ("replace", &|list| list.replace_range(0, 1, &[]).expect("memory")),
        ("pop", &|list| drop(list.pop())),
        ("ordered_remove", &|list| drop(list.ordered_remove(0))),
        ("swap_remove", &|list| drop(list.swap_remove(0))),
        ("slice_mut", &|list| list.slice_mut().reverse()),
        ("deref_mut", &|list| list.reverse()),
        ("mut_", &|list| list.mut_(0).clear()),
        ("shrink", &|list| list.shrink_retaining_capacity(1)),
        ("shrink_and_free", &|list| list.shrink_and_free(1)),
        ("clear", &|list| list.clear_retaining_capacity()),
        ("move_to_list", &|list| drop(list.move_to_list())),
        ("ensure", &|list| list.ensure_total_capacity(1).expect("memory")),
    ];
    for (name, change) in changes {
        let mut list = borrowed();
        let outcome = catch_unwind(AssertUnwindSafe(|| change(&mut list)));
        assert!(outcome.is_err(), "{name} is refused");
        assert_eq!(list.slice(), words, "{name} changes nothing");
    }
    let mut list = borrowed();
    assert_eq!((list.is_owned(), list.len(), list.capacity()), (false, 2, 0));
    assert!(list.unused_capacity_slice().is_empty() && list.contains(&words[1..]));
    let copy = list.clone();
    list.clear_and_free();
    assert!(list.is_owned() && list.is_empty());
    assert_eq!(copy.slice(), words);

    let units = [(); 3];
    // SAFETY:
    // 1. Values without a size live for ever.
    // 2. It has one thread.
    let mut list = unsafe { BabyList::from_borrowed_slice_dangerous(&units) };
    assert!(!list.is_owned() && list.len() == 3);
    assert!(catch_unwind(AssertUnwindSafe(|| list.pop())).is_err());
    assert!(BabyList::<u8>::borrowed(&[]).is_owned(), "there is nothing to own");
}

#[test]
#[expect(unsafe_code, reason = "gives a block away")]
fn ownership_is_transferred() {
    let block = NonNull::from(Box::leak(Box::new(*b"abc"))).cast::<u8>();
    // SAFETY:
    // 2. Nobody else knows the block.
    let mut list = unsafe { BabyList::from_raw_parts(block, 3, 0) };
    assert!(!list.is_owned());
    // SAFETY:
    // 1. All of a block that nobody frees.
    // 2. The pointer may be written through.
    unsafe { list.transfer_ownership() };
    list.write(b"d").expect("memory");
    assert_eq!((list.slice(), list.is_owned()), (&b"abcd"[..], true));

    let mut list = BabyList::init_with_buffer(Box::new([MaybeUninit::<u8>::uninit(); 5]));
    assert_eq!((list.len(), list.capacity()), (0, 5));
    list.unused_capacity_slice()[0].write(b'x');
    // SAFETY:
    // 1. The first place has just been written.
    unsafe { list.set_len(1) };
    assert_eq!(list.slice(), b"x");
}

#[test]
#[expect(unsafe_code, reason = "counts values that need no memory")]
fn lengths_stop_at_u32() {
    let mut list = BabyList::<()>::new();
    // SAFETY:
    // 1. Values without a size are there already.
    unsafe { list.set_len(u32::MAX as usize) };
    assert_eq!(list.len_u32(), u32::MAX);
    assert_eq!(list.append(()), Err(AllocError));
    assert_eq!(list.append_slice(&[(); 2]), Err(AllocError));
    assert_eq!(list.insert(0, ()), Err(AllocError));
    assert_eq!(list.pop(), Some(()));
    assert_eq!(list.append(()), Ok(()));
    assert_eq!(list.len_u32(), u32::MAX);
    let mut list = ByteList::new();
    assert_eq!(list.ensure_unused_capacity(usize::MAX), Err(AllocError));
    assert_eq!(list.ensure_total_capacity_precise(usize::MAX), Err(AllocError));
    #[cfg(target_pointer_width = "64")]
    {
        assert_eq!(list.ensure_total_capacity(1 << 32), Err(AllocError));
        let mut vec = vec![()];
        // SAFETY:
        // 1. Values without a size are there already.
        unsafe { vec.set_len(1 << 32) };
        assert!(BabyList::try_from_vec(vec).is_err_and(|vec| vec.len() == 1 << 32));
    }
}

#[test]
fn misuse_panics_and_changes_nothing() {
    let full = || BabyList::from_slice(&[1, 2, 3]).expect("memory");
    let misuses: [Operation<'_, BabyList<u8>>; 9] = [
        &|list| list.append_assume_capacity(9),
        &|list| list.append_slice_assume_capacity(&[9]),
        &|list| list.write_type_as_bytes_assume_capacity(9_u8),
        &|list| list.shrink_retaining_capacity(4),
        &|list| list.insert(4, 9).expect("memory"),
        &|list| list.replace_range(2, usize::MAX, &[]).expect("memory"),
        &|list| assert!(list.ordered_remove(3) < 9),
        &|list| assert!(list.swap_remove(3) < 9),
        &|list| assert!(*list.at(3) < 9),
    ];
    for (at, misuse) in misuses.iter().enumerate() {
        let mut list = full();
        assert!(catch_unwind(AssertUnwindSafe(|| misuse(&mut list))).is_err(), "{at} is refused");
        assert_eq!(list.slice(), [1, 2, 3], "{at} changes nothing");
    }
}

#[test]
fn memory_is_contained_by_address() {
    let list = BabyList::from_slice(&[1_u64, 2, 3]).expect("memory");
    assert!(list.contains(&list[1..]) && list.contains(&list) && list.contains(&list[3..]));
    assert!(!list.contains(&[1, 2, 3]));
    let aligned = BabyList::from_slice(&[Line(1), Line(2)]).expect("memory");
    assert!(aligned.as_ptr().is_aligned() && aligned[1] == Line(2));
}

#[derive(Clone, Debug, PartialEq)]
#[repr(align(64))]
struct Line(u8);

#[test]
fn offsets_beyond_the_end_count_as_the_end() {
    let mut list = OffsetByteList::init(9, b"abc".to_vec());
    assert_eq!((list.len(), list.remaining(), list.slice()), (0, &b""[..], &b"abc"[..]));
    list.consume(u32::MAX);
    assert_eq!((list.head, list.byte_list.len()), (0, 0));
    list.write(b"abc").expect("memory");
    list.consume(1);
    assert_eq!((list.len(), list.is_empty()), (2, false));
    list.clear_and_free();
    assert_eq!(list.byte_list.capacity(), 0);
}
