//! Every field is dropped exactly once, and misuse panics before anything has changed.

use crate::tracked::{Ledger, Tracked};
use crate::{MultiArrayElement, MultiArrayList};
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

#[derive(MultiArrayElement, Clone)]
#[multi_array(clone)]
struct Row {
    left: Tracked,
    number: u32,
    right: Tracked,
}

type List = MultiArrayList<Row>;

fn row(ledger: &Ledger, id: u32) -> Row {
    Row { left: ledger.track(id), number: id, right: ledger.track(id) }
}

fn list(ledger: &Ledger, len: u32) -> List {
    let mut list = List::new();
    for id in 0..len {
        list.append(row(ledger, id)).expect("memory");
    }
    list
}

fn ids(list: &List) -> Vec<u32> {
    let columns = list.columns();
    assert!(columns.left.iter().map(Tracked::id).eq(columns.number.iter().copied()));
    assert!(columns.right.iter().map(Tracked::id).eq(columns.number.iter().copied()));
    columns.number.to_vec()
}

#[test]
fn each_operation_drops_what_its_table_says() {
    let ledger = Ledger::default();
    let fields = |rows: usize| rows * 2;
    let mut list = list(&ledger, 8);
    assert_eq!(ledger.live(), fields(8));

    list.set(0, row(&ledger, 20));
    assert_eq!(ledger.live(), fields(8), "the old row is gone");
    let old = list.replace(1, row(&ledger, 21));
    assert_eq!((old.left.id(), ledger.live()), (1, fields(9)));
    drop(old);
    let taken = (list.pop(), list.swap_remove(0), list.ordered_remove(0));
    assert_eq!((ids(&list), ledger.live()), (vec![21, 2, 3, 4, 5], fields(8)));
    assert_eq!((taken.0.map(|row| row.number), taken.1.number), (Some(7), 20));
    assert_eq!(taken.2.right.id(), 6);
    drop(taken.1);
    drop(taken.2);
    assert_eq!(ledger.live(), fields(5));

    list.sort(|rows, a, b| rows.columns().number[a] > rows.columns().number[b]);
    list.swap(0, 4);
    list.set_capacity(100).expect("memory");
    assert_eq!((ids(&list), ledger.live()), (vec![2, 5, 4, 3, 21], fields(5)));

    let copy = list.clone().expect("memory");
    assert_eq!(ledger.live(), fields(10));
    list.append_list_assume_capacity(&copy);
    assert_eq!(ledger.live(), fields(15));
    drop(copy);
    list.shrink_retaining_capacity(6);
    assert_eq!(ledger.live(), fields(6));
    list.shrink_and_free(4);
    assert_eq!((ids(&list), ledger.live()), (vec![2, 5, 4, 3], fields(4)));
    list.clear_retaining_capacity();
    assert_eq!(ledger.live(), 0);
    list.append(row(&ledger, 1)).expect("memory");
    list.clear_and_free();
    assert_eq!(ledger.live(), 0);
    list.append(row(&ledger, 1)).expect("memory");
    drop(list);
    assert_eq!(ledger.live(), 0);
}

#[test]
fn a_comparator_that_is_no_order_loses_no_row() {
    let ledger = Ledger::default();
    for pattern in 0..if cfg!(miri) { 3 } else { 400_u32 } {
        let mut list = list(&ledger, 37);
        let mut state = pattern;
        let mut answer = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 30 == 0
        };
        list.sort(|_, _, _| answer());
        list.sort_span(1, 36, |_, a, b| (a + b) % 3 == 0);
        list.sort_unstable(|_, _, _| answer());
        list.sort_span_unstable(2, 31, |_, _, _| true);
        let mut left = ids(&list);
        left.sort_unstable();
        assert!(left.into_iter().eq(0..37), "pattern {pattern}");
        assert_eq!(ledger.live(), 2 * 37);
    }
    assert_eq!(ledger.live(), 0);
}

#[test]
fn misuse_panics_and_changes_nothing() {
    let ledger = Ledger::default();
    let mut list = list(&ledger, 3);
    list.set_capacity(3).expect("memory");
    let full = Clone::clone(&list);
    type Misuse<'a> = &'a dyn Fn(&mut List);
    let misuses: [(&str, Misuse<'_>); 16] = [
        ("append", &|list| list.append_assume_capacity(row(&ledger, 9))),
        ("insert full", &|list| list.insert_assume_capacity(0, row(&ledger, 9))),
        ("insert far", &|list| list.insert(4, row(&ledger, 9)).expect("memory")),
        ("insert end", &|list| list.insert(usize::MAX, row(&ledger, 9)).expect("memory")),
        ("append list", &|list| list.append_list_assume_capacity(&full)),
        ("set", &|list| list.set(3, row(&ledger, 9))),
        ("replace", &|list| drop(list.replace(3, row(&ledger, 9)))),
        ("swap", &|list| list.swap(0, 3)),
        ("swap_remove", &|list| drop(list.swap_remove(3))),
        ("ordered_remove", &|list| drop(list.ordered_remove(3))),
        ("shrink", &|list| list.shrink_retaining_capacity(4)),
        ("shrink free", &|list| list.shrink_and_free(4)),
        ("set_capacity", &|list| list.set_capacity(2).expect("memory")),
        ("sort_span", &|list| list.sort_span(2, 4, |_, _, _| false)),
        ("row", &|list| assert!(list.row(3).left.id() == 0)),
        ("take twice", &|list| {
            let mut split = list.slice_mut().split();
            let first = split.take::<row_fields::left>();
            let second = split.take::<row_fields::left>();
            first.swap_with_slice(second);
        }),
    ];
    for (name, misuse) in misuses {
        let outcome = catch_unwind(AssertUnwindSafe(|| misuse(&mut list)));
        assert!(outcome.is_err(), "{name} is refused");
        assert_eq!(ids(&list), [0, 1, 2], "{name} changes nothing");
        assert_eq!(ledger.live(), 12, "{name} drops what it was given");
    }
}
