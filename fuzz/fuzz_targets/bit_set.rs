//! Sets of bits of three kinds, and a `Vec<bool>`, through any sequence of changes.

#![no_main]

use arbitrary::Arbitrary;
use bun_collections::bit_set::BitSet;
use bun_collections::{AutoBitSet, DynamicBitSet, StaticBitSet};
use libfuzzer_sys::fuzz_target;

const STATIC_LEN: usize = 130;

#[derive(Arbitrary, Debug)]
enum Op {
    Set(u16),
    Unset(u16),
    Toggle(u16),
    SetRange(u16, u16, bool),
    SetAll(bool),
    ToggleAll,
    ToggleFirst,
    Exclude(u16),
    Resize(u16, bool),
}

fn same(set: &impl BitSet, model: &[bool]) {
    assert_eq!(set.bit_length(), model.len());
    let words = model.chunks(usize::BITS as usize);
    let words =
        words.map(|bits| bits.iter().rev().fold(0, |word, &bit| word << 1 | usize::from(bit)));
    assert!(set.words().eq(words));
}

/// Applies the step to a set that has the methods of all of them.
macro_rules! apply {
    ($op:expr, $set:ident, $model:ident) => {{
        let len = $model.len();
        let at = |index: u16| usize::from(index) % len;
        match *$op {
            _ if len == 0 => {}
            Op::Set(index) => {
                $set.set(at(index));
                $model[at(index)] = true;
            }
            Op::Unset(index) => {
                $set.unset(at(index));
                $model[at(index)] = false;
            }
            Op::Toggle(index) => {
                $set.toggle(at(index));
                $model[at(index)] ^= true;
            }
            Op::SetRange(a, b, value) => {
                let (a, b) = (usize::from(a) % (len + 1), usize::from(b) % (len + 1));
                $set.set_range_value(a.min(b)..a.max(b), value);
                $model[a.min(b)..a.max(b)].fill(value);
            }
            Op::SetAll(value) => {
                $set.set_all(value);
                $model.fill(value);
            }
            Op::ToggleAll => {
                $set.toggle_all();
                $model.iter_mut().for_each(|bit| *bit ^= true);
            }
            Op::ToggleFirst => {
                let first = $model.iter().position(|&bit| bit);
                assert_eq!($set.toggle_first_set(), first);
                if let Some(first) = first {
                    $model[first] = false;
                }
            }
            Op::Exclude(_) | Op::Resize(..) => {}
        }
        same(&$set, &$model);
        let count = $model.iter().filter(|&&bit| bit).count();
        assert_eq!($set.count(), count);
        assert_eq!($set.iter_unset().count(), len - count);
        assert_eq!($set.find_last_set(), $model.iter().rposition(|&bit| bit));
    }};
}

fuzz_target!(|input: (u16, Vec<Op>)| {
    let (len, ops) = input;
    let len = usize::from(len) % 600;
    let mut array = StaticBitSet::<STATIC_LEN>::init_empty();
    let mut array_model = vec![false; STATIC_LEN];
    let mut auto = AutoBitSet::init_empty(len).expect("memory");
    let mut auto_model = vec![false; auto.bit_length()];
    let mut dynamic = DynamicBitSet::init_empty(len).expect("memory");
    let mut dynamic_model = vec![false; len];
    for op in &ops {
        match *op {
            Op::Resize(len, fill) => {
                let len = usize::from(len) % 600;
                dynamic.resize(len, fill).expect("memory");
                dynamic_model.resize(len, fill);
            }
            Op::Exclude(below) => {
                let below = usize::from(below) % (dynamic_model.len() + 1);
                let mut other = DynamicBitSet::init_empty(dynamic_model.len()).expect("memory");
                other.set_range_value(0..below, true);
                dynamic.set_exclude(&other);
                dynamic_model[..below].fill(false);
            }
            _ => {}
        }
        apply!(op, array, array_model);
        apply!(op, auto, auto_model);
        apply!(op, dynamic, dynamic_model);
    }
});
