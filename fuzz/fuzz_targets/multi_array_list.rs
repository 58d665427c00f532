//! `MultiArrayList` with owning fields against a list of rows.

#![no_main]

use arbitrary::Arbitrary;
use bun_collections::{MultiArrayElement, MultiArrayList};
use libfuzzer_sys::fuzz_target;

#[derive(MultiArrayElement, Arbitrary, Clone, Debug, PartialEq)]
struct Row {
    small: u8,
    text: Box<str>,
    wide: u64,
    nothing: (),
}

#[derive(Arbitrary, Debug)]
enum Op {
    Append(Row),
    Insert(u8, Row),
    Set(u8, Row),
    SwapRemove(u8),
    OrderedRemove(u8),
    Pop,
    Shrink(u8),
    ShrinkAndFree(u8),
    Sort,
    Reserve(u8),
}

fuzz_target!(|ops: Vec<Op>| {
    let mut list = MultiArrayList::<Row>::new();
    let mut model: Vec<Row> = Vec::new();
    for op in ops {
        let row = |at: u8| usize::from(at).checked_rem(model.len());
        match op {
            Op::Append(new) => {
                list.append(new.clone()).expect("memory");
                model.push(new);
            }
            Op::Insert(at, new) => {
                let at = usize::from(at).min(model.len());
                list.insert(at, new.clone()).expect("memory");
                model.insert(at, new);
            }
            Op::Set(at, new) => {
                if let Some(at) = row(at) {
                    list.set(at, new.clone());
                    model[at] = new;
                }
            }
            Op::SwapRemove(at) => {
                if let Some(at) = row(at) {
                    assert_eq!(list.swap_remove(at), model.swap_remove(at));
                }
            }
            Op::OrderedRemove(at) => {
                if let Some(at) = row(at) {
                    assert_eq!(list.ordered_remove(at), model.remove(at));
                }
            }
            Op::Pop => assert_eq!(list.pop(), model.pop()),
            Op::Shrink(len) => {
                let len = usize::from(len).min(model.len());
                list.shrink_retaining_capacity(len);
                model.truncate(len);
            }
            Op::ShrinkAndFree(len) => {
                let len = usize::from(len).min(model.len());
                list.shrink_and_free(len);
                model.truncate(len);
            }
            Op::Sort => {
                list.sort(|rows, a, b| {
                    let wide = rows.items::<row_fields::wide>();
                    wide[a] < wide[b]
                });
                model.sort_by_key(|row| row.wide);
            }
            Op::Reserve(more) => list.ensure_unused_capacity(more.into()).expect("memory"),
        }
        assert_eq!(list.len(), model.len());
        let columns = list.columns();
        assert!(columns.small.iter().eq(model.iter().map(|row| &row.small)));
        assert!(columns.text.iter().eq(model.iter().map(|row| &row.text)));
        assert!(columns.wide.iter().eq(model.iter().map(|row| &row.wide)));
    }
});
