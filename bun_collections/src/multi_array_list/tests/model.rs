//! Random operations, side by side with a `Vec` of rows.

use crate::{MultiArrayElement, MultiArrayList};
use proptest::prelude::*;
use proptest::sample::Index;

#[derive(MultiArrayElement, Clone, Debug, PartialEq)]
#[multi_array(clone)]
struct Row {
    flag: bool,
    key: u64,
    name: String,
    unit: (),
    small: u16,
}

impl Row {
    fn new(key: u64) -> Self {
        Row {
            flag: key.is_multiple_of(3),
            key: key % 7,
            name: key.to_string(),
            unit: (),
            small: u16::try_from(key % 50_000).expect("small"),
        }
    }
}

fn row_of(row: RowRef<'_>) -> Row {
    Row {
        flag: *row.flag,
        key: *row.key,
        name: row.name.clone(),
        unit: *row.unit,
        small: *row.small,
    }
}

#[derive(Clone, Debug)]
enum Op {
    Append(u64),
    AppendAssumeCapacity(u64),
    Insert(Index, u64),
    InsertAssumeCapacity(Index, u64),
    Set(Index, u64),
    Replace(Index, u64),
    Swap(Index, Index),
    Pop,
    SwapRemove(Index),
    OrderedRemove(Index),
    EnsureTotalCapacity(usize),
    EnsureTotalCapacityPrecise(usize),
    EnsureUnusedCapacity(usize),
    SetCapacity(usize),
    ShrinkAndFree(Index),
    ShrinkRetainingCapacity(Index),
    ClearRetainingCapacity,
    ClearAndFree,
    ResizeWith(usize),
    AppendListAssumeCapacity,
    Clone,
    Sort,
    SortUnstable,
    SortSpan(Index, Index),
    SortSpanUnstable(Index, Index),
    ColumnsMut,
    RowMut(Index),
    ItemsMut,
}

fn op() -> impl Strategy<Value = Op> {
    let at = any::<Index>;
    let key = any::<u64>;
    prop_oneof![
        8 => key().prop_map(Op::Append),
        2 => key().prop_map(Op::AppendAssumeCapacity),
        4 => (at(), key()).prop_map(|(at, key)| Op::Insert(at, key)),
        1 => (at(), key()).prop_map(|(at, key)| Op::InsertAssumeCapacity(at, key)),
        1 => (at(), key()).prop_map(|(at, key)| Op::Set(at, key)),
        1 => (at(), key()).prop_map(|(at, key)| Op::Replace(at, key)),
        1 => (at(), at()).prop_map(|(a, b)| Op::Swap(a, b)),
        2 => Just(Op::Pop),
        2 => at().prop_map(Op::SwapRemove),
        2 => at().prop_map(Op::OrderedRemove),
        1 => (0_usize..40).prop_map(Op::EnsureTotalCapacity),
        1 => (0_usize..40).prop_map(Op::EnsureTotalCapacityPrecise),
        1 => (0_usize..9).prop_map(Op::EnsureUnusedCapacity),
        1 => (0_usize..40).prop_map(Op::SetCapacity),
        1 => at().prop_map(Op::ShrinkAndFree),
        1 => at().prop_map(Op::ShrinkRetainingCapacity),
        1 => Just(Op::ClearRetainingCapacity),
        1 => Just(Op::ClearAndFree),
        1 => (0_usize..20).prop_map(Op::ResizeWith),
        1 => Just(Op::AppendListAssumeCapacity),
        1 => Just(Op::Clone),
        1 => Just(Op::Sort),
        1 => Just(Op::SortUnstable),
        1 => (at(), at()).prop_map(|(a, b)| Op::SortSpan(a, b)),
        1 => (at(), at()).prop_map(|(a, b)| Op::SortSpanUnstable(a, b)),
        1 => Just(Op::ColumnsMut),
        1 => at().prop_map(Op::RowMut),
        1 => Just(Op::ItemsMut),
    ]
}

type List = MultiArrayList<Row>;

/// Puts rows in, takes them out.
fn edit(list: &mut List, model: &mut Vec<Row>, op: &Op) {
    let len = model.len();
    match op {
        Op::Append(key) => {
            list.append(Row::new(*key)).expect("memory");
            model.push(Row::new(*key));
        }
        Op::AppendAssumeCapacity(key) => {
            list.ensure_unused_capacity(1).expect("memory");
            list.append_assume_capacity(Row::new(*key));
            model.push(Row::new(*key));
        }
        Op::Insert(at, key) => {
            list.insert(at.index(len + 1), Row::new(*key)).expect("memory");
            model.insert(at.index(len + 1), Row::new(*key));
        }
        Op::InsertAssumeCapacity(at, key) => {
            list.ensure_unused_capacity(1).expect("memory");
            list.insert_assume_capacity(at.index(len + 1), Row::new(*key));
            model.insert(at.index(len + 1), Row::new(*key));
        }
        Op::Pop => assert_eq!(list.pop(), model.pop()),
        Op::Set(at, key) if len != 0 => {
            list.set(at.index(len), Row::new(*key));
            model[at.index(len)] = Row::new(*key);
        }
        Op::Replace(at, key) if len != 0 => {
            let old = core::mem::replace(&mut model[at.index(len)], Row::new(*key));
            assert_eq!(list.replace(at.index(len), Row::new(*key)), old);
        }
        Op::SwapRemove(at) if len != 0 => {
            assert_eq!(list.swap_remove(at.index(len)), model.swap_remove(at.index(len)));
        }
        Op::OrderedRemove(at) if len != 0 => {
            assert_eq!(list.ordered_remove(at.index(len)), model.remove(at.index(len)));
        }
        Op::ClearRetainingCapacity => {
            let capacity = list.capacity();
            list.clear_retaining_capacity();
            assert_eq!(list.capacity(), capacity);
            model.clear();
        }
        Op::ClearAndFree => {
            list.clear_and_free();
            assert_eq!((list.capacity(), list.memory_cost()), (0, 0));
            model.clear();
        }
        Op::ResizeWith(new) => {
            list.resize_with(*new, || Row::new(1)).expect("memory");
            model.resize_with(*new, || Row::new(1));
        }
        Op::AppendListAssumeCapacity => {
            let other = Clone::clone(list);
            list.ensure_unused_capacity(len).expect("memory");
            list.append_list_assume_capacity(&other);
            model.extend_from_within(..);
            list.shrink_retaining_capacity(len);
            model.truncate(len);
        }
        _ => {}
    }
}

/// Changes capacities; the rows stay, but for those cut off.
fn resize(list: &mut List, model: &mut Vec<Row>, op: &Op) {
    let len = model.len();
    match op {
        Op::EnsureTotalCapacity(capacity) => {
            let before = list.capacity();
            list.ensure_total_capacity(*capacity).expect("memory");
            assert!(list.capacity() >= *capacity);
            assert!(*capacity > before || list.capacity() == before);
        }
        Op::EnsureTotalCapacityPrecise(capacity) => {
            let before = list.capacity();
            list.ensure_total_capacity_precise(*capacity).expect("memory");
            assert_eq!(list.capacity(), before.max(*capacity));
        }
        Op::EnsureUnusedCapacity(additional) => {
            list.ensure_unused_capacity(*additional).expect("memory");
            assert!(list.capacity() >= len + additional);
        }
        Op::SetCapacity(capacity) => {
            list.set_capacity(len.max(*capacity)).expect("memory");
            assert_eq!(list.capacity(), len.max(*capacity));
        }
        Op::ShrinkAndFree(at) => {
            list.shrink_and_free(at.index(len + 1));
            model.truncate(at.index(len + 1));
            assert_eq!(list.capacity(), model.len());
        }
        Op::ShrinkRetainingCapacity(at) => {
            let capacity = list.capacity();
            list.shrink_retaining_capacity(at.index(len + 1));
            model.truncate(at.index(len + 1));
            assert_eq!(list.capacity(), capacity);
        }
        Op::Clone => {
            let copy = list.clone().expect("memory");
            assert_eq!(copy.capacity(), len);
            *list = copy;
        }
        _ => {}
    }
}

/// Moves rows and changes fields in place.
fn rearrange(list: &mut List, model: &mut [Row], op: &Op) {
    let len = model.len();
    let span = |a: &Index, b: &Index| {
        let (a, b) = (a.index(len + 1), b.index(len + 1));
        (a.min(b), a.max(b))
    };
    match op {
        Op::Swap(a, b) if len != 0 => {
            list.swap(a.index(len), b.index(len));
            model.swap(a.index(len), b.index(len));
        }
        Op::Sort => {
            list.sort(|rows, a, b| rows.columns().key[a] < rows.columns().key[b]);
            model.sort_by_key(|row| row.key);
        }
        Op::SortSpan(a, b) => {
            let (start, end) = span(a, b);
            list.sort_span(start, end, |rows, a, b| rows.columns().key[a] < rows.columns().key[b]);
            model[start..end].sort_by_key(|row| row.key);
        }
        Op::SortUnstable => {
            let less = |a: RowRef<'_>, b: RowRef<'_>| (a.key, a.name) < (b.key, b.name);
            list.sort_unstable(|rows, a, b| less(rows.row(a), rows.row(b)));
            model.sort_by(|a, b| (a.key, &a.name).cmp(&(b.key, &b.name)));
        }
        Op::SortSpanUnstable(a, b) => {
            let (start, end) = span(a, b);
            let less = |a: RowRef<'_>, b: RowRef<'_>| (a.key, a.name) < (b.key, b.name);
            list.sort_span_unstable(start, end, |rows, a, b| less(rows.row(a), rows.row(b)));
            model[start..end].sort_by(|a, b| (a.key, &a.name).cmp(&(b.key, &b.name)));
        }
        Op::ColumnsMut => {
            let columns = list.columns_mut();
            for (row, (key, name)) in columns.key.iter_mut().zip(columns.name).enumerate() {
                *key += 1;
                name.push('x');
                columns.flag[row] ^= true;
            }
            for row in model {
                row.key += 1;
                row.name.push('x');
                row.flag ^= true;
            }
        }
        Op::RowMut(at) if len != 0 => {
            let row = list.row_mut(at.index(len));
            (*row.small, *row.key) = (9, u64::from(*row.small));
            let row = &mut model[at.index(len)];
            (row.small, row.key) = (9, u64::from(row.small));
        }
        Op::ItemsMut => {
            let mut rows = list.slice_mut();
            rows.items_mut::<row_fields::small>().reverse();
            let mut small: Vec<u16> = model.iter().map(|row| row.small).collect();
            small.reverse();
            assert_eq!(rows.items::<row_fields::small>(), small);
            model.iter_mut().zip(small).for_each(|(row, small)| row.small = small);
        }
        _ => {}
    }
}

fn check(list: &List, model: &[Row]) {
    assert_eq!((list.len(), list.is_empty()), (model.len(), model.is_empty()));
    assert!(list.capacity() >= list.len());
    assert!(list.iter().map(row_of).eq(model.iter().cloned()));
    let columns = list.columns();
    assert!(columns.key.iter().eq(model.iter().map(|row| &row.key)));
    assert!(list.items::<row_fields::name>().iter().eq(model.iter().map(|row| &row.name)));
    assert_eq!(list.slice().items::<row_fields::unit>().len(), model.len());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 400 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn behaves_as_a_vec_of_rows(
        ops in proptest::collection::vec(op(), 0..if cfg!(miri) { 12 } else { 60 }),
    ) {
        let (mut list, mut model) = (List::new(), Vec::new());
        for op in &ops {
            edit(&mut list, &mut model, op);
            resize(&mut list, &mut model, op);
            rearrange(&mut list, &mut model, op);
            check(&list, &model);
        }
        let copy = Clone::clone(&list);
        drop(list);
        check(&copy, &model);
    }
}

#[test]
fn grows_at_least_twofold_from_two_cache_lines() {
    let mut list = List::default();
    let mut capacities = Vec::new();
    for key in 0..200 {
        list.append(Row::new(key)).expect("memory");
        if capacities.last() != Some(&list.capacity()) {
            capacities.push(list.capacity());
        }
    }
    assert_eq!(capacities, [5, 12, 24, 48, 96, 192, 384]);
    assert_eq!(List::capacity_in_bytes(10), 10 * (8 + 24 + 2 + 1));
    assert_eq!(list.memory_cost(), List::capacity_in_bytes(384));
    assert_eq!(format!("{list:?}"), "MultiArrayList { len: 200, capacity: 384, .. }");
}
