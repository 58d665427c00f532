//! Against a `Vec`, Zig's answers, drops, and misuse.

#![expect(clippy::unit_arg, reason = "an arm of a step fits a line")]

use core::mem::{align_of, size_of};
use core::panic::AssertUnwindSafe;
use std::io::Write as _;
use std::panic::catch_unwind;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{BoundedArray, BoundedArrayAligned, OverflowError};
use crate::tracked::{Ledger, Tracked, panic_at_every_call};

/// Something to do with a list.
type Operation<'a, S> = &'a dyn Fn(&mut S);

/// What Zig's type answered, with the replacements that lost values as they should be.
#[test]
fn answers_are_zigs() {
    let array = || BoundedArray::<u8, 10>::from_slice(b"abcdefgh").expect("room");
    let replaced = |start, len, new: &[u8]| {
        let mut array = array();
        array.replace_range(start, len, new).map(|()| array)
    };
    assert_eq!(replaced(1, 2, b"XYZ").expect("room"), *b"aXYZdefgh");
    assert_eq!(replaced(1, 2, b"XY").expect("room"), *b"aXYdefgh");
    assert_eq!(replaced(1, 2, b"X").expect("room"), *b"aXdefgh");
    assert_eq!(replaced(1, 4, b"XY").expect("room"), *b"aXYfgh");

    let mut array = array();
    assert_eq!((array.append_slice(b"XYZ"), array.len()), (Err(OverflowError), 8));
    assert_eq!((array.swap_remove(1), &array[..]), (b'b', &b"ahcdefg"[..]));
    assert_eq!((array.ordered_remove(1), &array[..]), (b'h', &b"acdefg"[..]));
    array.insert(0, b'Q').expect("room");
    array.insert_slice(1, b"--").expect("room");
    assert_eq!(array, *b"Q--acdefg");
    assert_eq!(BoundedArray::<u8, 3>::from_slice(b"four"), Err(OverflowError));
    assert_eq!((array.get(3), array.capacity()), (b'a', 10));
}

#[test]
fn layout_is_the_values_and_a_length() {
    assert_eq!(size_of::<BoundedArray<u8, 12>>(), 16);
    assert_eq!(size_of::<BoundedArray<u64, 3>>(), 32);
    assert_eq!(align_of::<BoundedArrayAligned<u8, 12, u64>>(), align_of::<u64>());
    let array = BoundedArrayAligned::<u8, 3, u128>::new();
    assert!(array.as_ptr().addr().is_multiple_of(align_of::<u128>()));
}

/// Operations of a sequence.
const OPS_MAX: usize = if cfg!(miri) { 12 } else { 60 };

#[derive(Clone, Debug)]
enum Op {
    Append(u16),
    AppendSlice(Vec<u16>),
    AppendNTimes(u16, usize),
    AddMany(usize),
    Insert(Index, u16),
    ReplaceRange(Index, Index, Vec<u16>),
    Pop,
    OrderedRemove(Index),
    SwapRemove(Index),
    Set(Index, u16),
    Resize(usize),
    Clear,
}

fn op() -> impl Strategy<Value = Op> {
    let values = || prop::collection::vec(any::<u16>(), 0..5);
    let index = any::<Index>;
    prop_oneof![
        4 => any::<u16>().prop_map(Op::Append),
        2 => values().prop_map(Op::AppendSlice),
        1 => (any::<u16>(), 0..4_usize).prop_map(|(value, n)| Op::AppendNTimes(value, n)),
        1 => (0..4_usize).prop_map(Op::AddMany),
        2 => (index(), any::<u16>()).prop_map(|(at, value)| Op::Insert(at, value)),
        2 => (index(), index(), values()).prop_map(|(a, b, new)| Op::ReplaceRange(a, b, new)),
        2 => Just(Op::Pop),
        1 => index().prop_map(Op::OrderedRemove),
        1 => index().prop_map(Op::SwapRemove),
        1 => (index(), any::<u16>()).prop_map(|(at, value)| Op::Set(at, value)),
        1 => (0..12_usize).prop_map(Op::Resize),
        1 => Just(Op::Clear),
    ]
}

const N: usize = 9;

fn step(array: &mut BoundedArray<u16, N>, model: &mut Vec<u16>, op: &Op) {
    let (len, before) = (model.len(), model.clone());
    let done = match op {
        Op::Append(value) => (model.push(*value), array.append(*value)).1,
        Op::AppendSlice(values) => (model.extend(values), array.append_slice(values)).1,
        Op::AppendNTimes(value, count) => {
            model.resize(len + count, *value);
            array.append_n_times(*value, *count)
        }
        Op::AddMany(count) => {
            model.resize(len + count, 0);
            array.add_many_as_slice(*count).map(|new| assert_eq!(new.len(), *count))
        }
        Op::Insert(at, value) => {
            model.insert(at.index(len + 1), *value);
            array.insert(at.index(len + 1), *value)
        }
        Op::ReplaceRange(a, b, values) => {
            let (a, b) = (a.index(len + 1), b.index(len + 1));
            model.splice(a.min(b)..a.max(b), values.iter().copied());
            array.replace_range(a.min(b), a.abs_diff(b), values)
        }
        Op::Pop => Ok(assert_eq!(array.pop(), model.pop())),
        Op::OrderedRemove(at) if len > 0 => {
            Ok(assert_eq!(array.ordered_remove(at.index(len)), model.remove(at.index(len))))
        }
        Op::SwapRemove(at) if len > 0 => {
            Ok(assert_eq!(array.swap_remove(at.index(len)), model.swap_remove(at.index(len))))
        }
        Op::Set(at, value) if len > 0 => {
            model[at.index(len)] = *value;
            Ok(array.set(at.index(len), *value))
        }
        Op::OrderedRemove(_) | Op::SwapRemove(_) | Op::Set(..) => Ok(()),
        Op::Resize(len) => (model.resize(*len, 0), array.resize(*len)).1,
        Op::Clear => Ok((model.clear(), array.clear()).1),
    };
    assert_eq!(done.is_err(), model.len() > N);
    if done.is_err() {
        *model = before;
    }
    assert_eq!(array.const_slice(), model.as_slice());
    assert_eq!(array.unused_capacity_slice().len(), N - model.len());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_vec(ops in prop::collection::vec(op(), 0..OPS_MAX)) {
        let (mut array, mut model) = (BoundedArray::new(), vec![]);
        for op in &ops {
            step(&mut array, &mut model, op);
        }
        prop_assert_eq!(array.clone(), array);
    }
}

fn tracked(ledger: &Ledger, len: u32) -> BoundedArray<Tracked, 8> {
    let mut array = BoundedArray::new();
    for id in 0..len {
        array.append_assume_capacity(ledger.track(id));
    }
    array
}

#[test]
fn values_are_dropped_once() {
    let ledger = Ledger::default();
    let mut array = tracked(&ledger, 8);
    assert!(array.append(ledger.track(9)).is_err() && array.insert(0, ledger.track(9)).is_err());
    assert!(array.append_n_times(ledger.track(9), 1).is_err());
    assert_eq!(ledger.live(), 8, "what did not fit is dropped");
    drop((array.pop(), array.ordered_remove(0), array.swap_remove(0)));
    array.set(0, ledger.track(9));
    assert_eq!((array.len(), ledger.live()), (5, 5));
    let copy = array.clone();
    array.truncate(2);
    assert_eq!(ledger.live(), 7);
    array.insert(1, ledger.track(3)).expect("room");
    array.clear();
    assert_eq!(ledger.live(), 5);
    drop(copy);
    assert_eq!(ledger.live(), 0);
}

#[test]
fn code_of_the_user_may_panic() {
    let ledger = Ledger::default();
    let operations: [Operation<'_, BoundedArray<Tracked, 8>>; 4] = [
        &|array| drop(array.clone()),
        &|array| array.clear(),
        &|array| array.truncate(1),
        &|array| {
            let value = ledger.track(7);
            array.append_n_times_assume_capacity(value, 3);
        },
    ];
    for operation in operations {
        let check = |array: BoundedArray<Tracked, 8>| {
            assert!(array.iter().all(|value| value.id() < 8));
            assert_eq!(ledger.live(), array.len(), "each once");
        };
        let calls = panic_at_every_call(|| tracked(&ledger, 5), |array| operation(array), check);
        assert!(calls > 1);
    }
}

#[test]
fn misuse_panics_and_changes_nothing() {
    let misuses: [Operation<'_, BoundedArray<u8, 3>>; 10] = [
        &|array| array.append_assume_capacity(9),
        &|array| array.append_slice_assume_capacity(&[9]),
        &|array| array.append_n_times_assume_capacity(9, 1),
        &|array| assert_eq!(*array.add_one_assume_capacity(), 0),
        &|array| array.insert(4, 9).expect("room"),
        &|array| array.replace_range(2, usize::MAX, &[]).expect("room"),
        &|array| assert!(array.ordered_remove(3) < 9),
        &|array| assert!(array.swap_remove(3) < 9),
        &|array| assert!(array.get(3) < 9),
        &|array| array.set(3, 9),
    ];
    for (at, misuse) in misuses.iter().enumerate() {
        let mut array = BoundedArray::from_slice(&[1, 2, 3]).expect("room");
        assert!(catch_unwind(AssertUnwindSafe(|| misuse(&mut array))).is_err(), "{at} is refused");
        assert_eq!(array, [1, 2, 3], "{at} changes nothing");
    }
    let mut empty = BoundedArray::<u8, 0>::default();
    assert_eq!((empty.pop(), empty.append(1)), (None, Err(OverflowError)));
    assert_eq!(empty.add_one(), Err(OverflowError));
    assert!(catch_unwind(AssertUnwindSafe(|| empty.swap_remove(0))).is_err());
}

#[test]
fn values_without_a_size_and_with_few_valid_bytes() {
    let mut units = BoundedArray::<(), 4>::init(3).expect("room");
    assert_eq!(units.add_many_as_array::<2>(), Err(OverflowError));
    assert_eq!(units.push(()), Ok(()));
    assert_eq!((units.swap_remove(0), units.len()), ((), 3));

    let words = ["a", "b", "c"];
    let mut array = BoundedArray::<&str, 4>::from_slice(&words).expect("room");
    array.replace_range(0, 2, &["d"]).expect("room");
    assert_eq!(array, ["d", "c"]);
    let mut flags = BoundedArray::<bool, 3>::new();
    *flags.add_one().expect("room") = true;
    assert_eq!(flags.add_many_as_array::<2>(), Ok(&mut [false, false]));
}

#[test]
fn bytes_are_written_whole_or_not_at_all() {
    let mut text = BoundedArray::<u8, 4>::new();
    text.writer().write_all(b"abc").expect("room");
    let error = text.writer().write_all(b"de").expect_err("no room");
    assert_eq!((error.kind(), &text[..]), (std::io::ErrorKind::StorageFull, &b"abc"[..]));
}
