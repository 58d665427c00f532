//! Every set against a `Vec<bool>`.

use alloc::vec;
use alloc::vec::Vec;

use proptest::collection;
use proptest::prelude::*;

use crate::bit_set::{
    ArrayBitSet, AutoBitSet, BitSet, DynamicBitSet, DynamicBitSetUnmanaged, IntegerBitSet,
    StaticBitSet, num_masks_for,
};

/// A step. Indices are taken modulo the length, or the length and one for the ends of ranges.
#[derive(Clone, Debug)]
enum Op {
    Set(usize),
    Unset(usize),
    Toggle(usize),
    SetValue(usize, bool),
    SetRange(usize, usize, bool),
    SetAll(bool),
    ToggleAll,
    ToggleFirst,
    Union(u64),
    Intersection(u64),
    ToggleSet(u64),
    Exclude(u64),
    Resize(usize, bool),
}

fn op() -> impl Strategy<Value = Op> {
    let index = any::<usize>();
    prop_oneof![
        4 => index.prop_map(Op::Set),
        4 => index.prop_map(Op::Unset),
        2 => index.prop_map(Op::Toggle),
        2 => (index, any::<bool>()).prop_map(|(index, value)| Op::SetValue(index, value)),
        4 => (index, index, any::<bool>()).prop_map(|(a, b, value)| Op::SetRange(a, b, value)),
        1 => any::<bool>().prop_map(Op::SetAll),
        1 => Just(Op::ToggleAll),
        2 => Just(Op::ToggleFirst),
        1 => any::<u64>().prop_map(Op::Union),
        1 => any::<u64>().prop_map(Op::Intersection),
        1 => any::<u64>().prop_map(Op::ToggleSet),
        1 => any::<u64>().prop_map(Op::Exclude),
        2 => (0..300_usize, any::<bool>()).prop_map(|(len, fill)| Op::Resize(len, fill)),
    ]
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    collection::vec(op(), 1..if cfg!(miri) { 3 } else { 40 })
}

/// The bits of another set, drawn from a seed.
fn others(seed: u64, len: usize) -> Vec<usize> {
    let bit = |at: &usize| bun_wyhash::hash_with_seed(seed, &at.to_le_bytes()) & 1 == 1;
    (0..len).filter(bit).collect()
}

/// The effect of a step on the model.
fn step(model: &mut Vec<bool>, op: &Op) {
    let len = model.len();
    let mut with = |seed: u64, combine: fn(bool, bool) -> bool| {
        let others = others(seed, len);
        for (at, bit) in model.iter_mut().enumerate() {
            *bit = combine(*bit, others.binary_search(&at).is_ok());
        }
    };
    match *op {
        Op::Set(index) => model[index % len] = true,
        Op::Unset(index) => model[index % len] = false,
        Op::Toggle(index) => model[index % len] ^= true,
        Op::SetValue(index, value) => model[index % len] = value,
        Op::SetRange(a, b, value) => {
            let (a, b) = (a % (len + 1), b % (len + 1));
            model[a.min(b)..a.max(b)].fill(value);
        }
        Op::SetAll(value) => model.fill(value),
        Op::ToggleAll => model.iter_mut().for_each(|bit| *bit ^= true),
        Op::ToggleFirst => {
            if let Some(first) = model.iter_mut().find(|bit| **bit) {
                *first = false;
            }
        }
        Op::Union(seed) => with(seed, |a, b| a | b),
        Op::Intersection(seed) => with(seed, |a, b| a & b),
        Op::ToggleSet(seed) => with(seed, |a, b| a ^ b),
        Op::Exclude(seed) => with(seed, |a, b| a & !b),
        Op::Resize(len, fill) => model.resize(len, fill),
    }
}

/// The effect of a step on a set. `$other` makes a set like it from indices.
macro_rules! apply {
    ($set:ident, $op:ident, $other:expr) => {{
        let len = $set.bit_length();
        let other = |seed: &u64| $other(others(*seed, len), len);
        match $op {
            Op::Union(seed) => $set.set_union(&other(seed)),
            Op::Intersection(seed) => $set.set_intersection(&other(seed)),
            Op::ToggleSet(seed) => $set.toggle_set(&other(seed)),
            Op::Exclude(seed) => $set.set_exclude(&other(seed)),
            _ => apply!($set, $op),
        }
    }};
    ($set:ident, $op:ident) => {{
        let len = $set.bit_length();
        match $op {
            Op::Set(index) => $set.set(index % len),
            Op::Unset(index) => $set.unset(index % len),
            Op::Toggle(index) => $set.toggle(index % len),
            Op::SetValue(index, value) => $set.set_value(index % len, *value),
            Op::SetRange(a, b, value) => {
                let (a, b) = (a % (len + 1), b % (len + 1));
                $set.set_range_value(a.min(b)..a.max(b), *value);
            }
            Op::SetAll(value) => $set.set_all(*value),
            Op::ToggleAll => $set.toggle_all(),
            Op::ToggleFirst => assert_eq!($set.find_first_set(), $set.toggle_first_set()),
            _ => unreachable!("a step with another set"),
        }
    }};
}

/// Asserts that a set shows what the model has.
macro_rules! assert_same {
    ($set:ident, $model:ident) => {{
        let set: Vec<usize> = (0..$model.len()).filter(|&at| $model[at]).collect();
        let unset: Vec<usize> = (0..$model.len()).filter(|&at| !$model[at]).collect();
        assert_eq!($set.bit_length(), $model.len());
        assert_eq!(($set.count(), $set.capacity()), (set.len(), $model.len()));
        assert!((0..$model.len()).all(|at| $set.is_set(at) == $model[at]));
        assert_eq!($set.find_first_set(), set.first().copied());
        assert_eq!($set.find_last_set(), set.last().copied());
        assert_eq!($set.find_first_unset(), unset.first().copied());
        assert!($set.iterator::<true, true>().eq(set.iter().copied()));
        assert!($set.iterator::<false, true>().eq(unset.iter().copied()));
        assert!($set.iterator::<true, false>().eq(set.iter().rev().copied()));
        assert!($set.iterator::<false, false>().eq(unset.iter().rev().copied()));
        for skipped in if cfg!(miri) { 1..2 } else { 0..4 } {
            let mut inside = Vec::new();
            let mut iterator = $set.iter_unset();
            iterator.by_ref().take(skipped).for_each(drop);
            assert_eq!(iterator.clone().count(), unset.len().saturating_sub(skipped));
            iterator.for_each(|index| inside.push(index));
            assert!(inside.iter().eq(unset.iter().skip(skipped)));
            let mut falling = $set.iterator::<true, false>();
            falling.by_ref().take(skipped).for_each(drop);
            assert_eq!(falling.clone().count(), set.len().saturating_sub(skipped));
            assert!(falling.size_hint().1.is_some_and(|most| most >= falling.clone().count()));
            assert_eq!(falling.sum::<usize>(), set.iter().rev().skip(skipped).sum::<usize>());
        }
        assert_words(&$set, &set);
    }};
}

/// The words have these bits, and no others.
fn assert_words(set: &impl BitSet, indices: &[usize]) {
    let mut expected = vec![0_usize; num_masks_for(set.bit_length())];
    for index in indices {
        expected[index / usize::BITS as usize] |= 1 << (index % usize::BITS as usize);
    }
    assert!(set.words().eq(expected));
}

macro_rules! constant_lengths {
    ($($test:ident: $set:ty;)*) => {
        proptest! {
            #![proptest_config(ProptestConfig {
                cases: if cfg!(miri) { 1 } else { 64 },
                failure_persistence: None,
                ..ProptestConfig::default()
            })]
            $(
                #[test]
                fn $test(ops in ops(), seed in any::<u64>()) {
                    type Set = $set;
                    let mut set = Set::init_empty();
                    let mut model = vec![false; Set::BIT_LENGTH];
                    let of = |indices: Vec<usize>, _| indices.into_iter().collect::<Set>();
                    for op in ops.iter().filter(|op| !matches!(op, Op::Resize(..))) {
                        apply!(set, op, of);
                        step(&mut model, op);
                        assert_same!(set, model);
                    }
                    let other = of(others(seed, Set::BIT_LENGTH), 0);
                    let both = set.intersect_with(&other);
                    prop_assert_eq!(set.has_intersection(&other), both.count() > 0);
                    prop_assert_eq!(set.subset_of(&other), both.eql(&set));
                    prop_assert_eq!(set.superset_of(&other), both == other);
                    prop_assert_eq!(set.union_with(&other), set | other);
                    prop_assert_eq!(set.complement(), !set);
                    prop_assert_eq!(set.xor_with(&other), (set | other) - both);
                    prop_assert_eq!(set.difference_with(&other), set & !other);
                    prop_assert_eq!(set ^ set, Set::default());
                    let mut assigned = set;
                    assigned |= &other;
                    assigned &= &other;
                    prop_assert_eq!(assigned, other);
                    assigned ^= &set;
                    assigned -= &set;
                    prop_assert_eq!(assigned, other.difference_with(&set));
                }
            )*
        }
    };
}

constant_lengths! {
    bits_1: IntegerBitSet<1>;
    bits_7: IntegerBitSet<7>;
    bits_31: IntegerBitSet<31>;
    bits_64: IntegerBitSet<64>;
    bits_127: IntegerBitSet<127>;
    bits_128: IntegerBitSet<128>;
    array_1: ArrayBitSet<1, 1>;
    array_64: ArrayBitSet<64, { num_masks_for(64) }>;
    array_130: StaticBitSet<130>;
    array_1280: StaticBitSet<1280>;
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn lengths_at_run_time(start in 0..300_usize, fill in any::<bool>(), ops in ops()) {
        let mut model = vec![fill; start];
        let mut set = if fill {
            DynamicBitSetUnmanaged::init_full(start).expect("memory")
        } else {
            DynamicBitSetUnmanaged::init_empty(start).expect("memory")
        };
        let of = |indices: Vec<usize>, len| {
            let mut set = DynamicBitSetUnmanaged::init_empty(len).expect("memory");
            set.extend(indices);
            set
        };
        for op in &ops {
            if let Op::Resize(len, fill) = *op {
                set.resize(len, fill).expect("memory");
            } else if set.bit_length() == 0 {
                continue;
            } else {
                apply!(set, op, of);
            }
            step(&mut model, op);
            assert_same!(set, model);
            let copy = set.clone().expect("memory");
            prop_assert!(copy.eql(&set) && copy.as_words() == set.as_words());
        }
        let other = of(others(1, set.bit_length()), set.bit_length());
        let both = set.intersect_with(&other).expect("memory");
        prop_assert_eq!(set.has_intersection(&other), both.count() > 0);
        prop_assert_eq!(set.subset_of(&other), both.eql(&set));
        let only = set.difference_with(&other).expect("memory");
        let mut xor = other.difference_with(&set).expect("memory");
        xor |= &only;
        prop_assert_eq!(&xor, &set.xor_with(&other).expect("memory"));
        xor ^= &set;
        prop_assert_eq!(&xor, &other);
        xor &= &both;
        xor -= &other;
        prop_assert_eq!(xor.count(), 0);
        set.set_exclude_two(&both, &only);
        prop_assert_eq!(set.union_with(&only).expect("memory"), only);
        prop_assert_eq!(set.complement().expect("memory").count(), set.bit_length());
        set.copy_into(&other);
        prop_assert_eq!(&set, &other);
        let managed = DynamicBitSet::from(set);
        prop_assert!(managed.iter_set().eq(&other) && (&managed).into_iter().eq(&other));
    }

    #[test]
    fn inline_or_in_a_block(len in 1..300_usize, ops in ops()) {
        let mut set = AutoBitSet::init_empty(len).expect("memory");
        let mut model = vec![false; set.bit_length()];
        for op in &ops {
            match op {
                // Zig has none of these for such a set.
                Op::Intersection(_) | Op::ToggleSet(_) => continue,
                Op::Exclude(_) | Op::Resize(..) => continue,
                Op::Union(seed) => {
                    let mut other = AutoBitSet::init_empty(len).expect("memory");
                    other.extend(others(*seed, model.len()));
                    let common = set.iter_set().any(|index| other.is_set(index));
                    prop_assert_eq!(set.has_intersection(&other), common);
                    set.set_union(&other);
                }
                _ => apply!(set, op),
            }
            step(&mut model, op);
            assert_same!(set, model);
            let copy = set.clone().expect("memory");
            prop_assert!(copy.eql(&set) && copy.hash() == set.hash());
        }
    }
}
