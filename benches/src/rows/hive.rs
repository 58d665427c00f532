//! Slots for objects of 48 bytes: taken, given back, and taken again.
//!
//! Every contender writes the whole object when it takes a slot, and the order of the objects that
//! are given back is the same random one for all.

use core::ptr::NonNull;

use bun_collections::HiveArray;
use bun_collections::hive_array::Fallback;
use slab::Slab;

use crate::input::Random;
use crate::row::{Contender, Row};

const GROUP: &str = "hive";
const SEED: u64 = 0x41e;
/// Objects given back and taken again in an iteration.
const TURNS: usize = 4096;

const NO_ZIG: &str = "Bun's HiveArray is no part of Zig's library, so only slab is here";

type Object = [u64; 6];

fn object(number: u64) -> Object {
    [number; 6]
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        churn::<256>(128),
        churn::<256>(255),
        churn::<2048>(1024),
        churn::<2048>(2040),
        fill_and_drain::<256>(),
        fill_and_drain::<2048>(),
    ]
}

/// Which of `live` objects are given back, one after the other.
fn victims(live: usize) -> Vec<u32> {
    let mut random = Random::new(SEED);
    (0..TURNS).map(|_| random.below(live as u32)).collect()
}

/// The sum of the numbers of the objects that one iteration gives back, from a fresh start.
fn expected(live: usize) -> u64 {
    let mut numbers: Vec<u64> = (0..live as u64).collect();
    let turns = victims(live).into_iter().zip(0..);
    turns.map(|(victim, turn)| core::mem::replace(&mut numbers[victim as usize], turn)).sum()
}

fn churn<const N: usize>(live: usize) -> Row {
    Row {
        ops_per_iteration: TURNS as u64,
        no_zig: Some(NO_ZIG),
        ..Row::new(
            GROUP,
            format!("churn put+get cap={N} live={live}"),
            format!("{TURNS} times one of {live} objects in {N} slots"),
            expected(live),
            move || {
                vec![
                    Contender::rival("slab", churn_slab(N, live)).target(1.0),
                    Contender::ours("HiveArray", churn_hive::<N>(live)),
                ]
            },
        )
    }
}

fn churn_slab(capacity: usize, live: usize) -> impl FnMut(u64) -> u64 {
    let mut slab = Slab::with_capacity(capacity);
    let mut keys: Vec<usize> = (0..live).map(|at| slab.insert(object(at as u64))).collect();
    let victims = victims(live);
    move |n| {
        let mut sum = 0_u64;
        for _ in 0..n {
            for (victim, turn) in victims.iter().zip(0..) {
                let key = &mut keys[*victim as usize];
                sum = sum.wrapping_add(slab.remove(*key)[0]);
                *key = slab.insert(object(turn));
            }
        }
        sum
    }
}

/// As ported code does it: raw pointers, given back by their address.
#[expect(unsafe_code, reason = "gives slots back by pointer")]
fn churn_hive<const N: usize>(live: usize) -> impl FnMut(u64) -> u64 {
    let pool = Fallback::<Object, N>::boxed();
    let take = |pool: &HiveArray<Object, N>, number| {
        pool.get_init(object(number)).expect("fewer live than slots")
    };
    let mut slots: Vec<NonNull<Object>> = (0..live).map(|at| take(&pool.hive, at as u64)).collect();
    let victims = victims(live);
    move |n| {
        let mut sum = 0_u64;
        for _ in 0..n {
            for (victim, turn) in victims.iter().zip(0..) {
                let slot = &mut slots[*victim as usize];
                // SAFETY: the slot holds an object.
                sum = sum.wrapping_add(unsafe { slot.as_ref() }[0]);
                // SAFETY: the object is in use, and its address is overwritten below.
                assert!(unsafe { pool.hive.put(slot.as_ptr()) });
                *slot = take(&pool.hive, turn);
            }
        }
        sum
    }
}

fn fill_and_drain<const N: usize>() -> Row {
    Row {
        ops_per_iteration: N as u64,
        no_zig: Some(NO_ZIG),
        ..Row::new(
            GROUP,
            format!("fill then drain cap={N}"),
            format!("{N} slots taken, then given back in order; time per pair"),
            (0..N as u64).sum(),
            move || {
                let mut slab = Slab::with_capacity(N);
                let mut keys = vec![0; N];
                let rival = move |n| {
                    let mut sum = 0_u64;
                    for _ in 0..n {
                        for (key, at) in keys.iter_mut().zip(0..) {
                            *key = slab.insert(object(at));
                        }
                        for key in &keys {
                            sum = sum.wrapping_add(slab.remove(*key)[0]);
                        }
                    }
                    sum
                };
                vec![
                    Contender::rival("slab", rival).target(1.0),
                    Contender::ours("HiveArray", fill_and_drain_hive::<N>()),
                ]
            },
        )
    }
}

#[expect(unsafe_code, reason = "gives slots back by pointer")]
fn fill_and_drain_hive<const N: usize>() -> impl FnMut(u64) -> u64 {
    let pool = Fallback::<Object, N>::boxed();
    let mut slots = vec![NonNull::dangling(); N];
    move |n| {
        let mut sum = 0_u64;
        for _ in 0..n {
            for (slot, at) in slots.iter_mut().zip(0..) {
                *slot = pool.hive.get_init(object(at)).expect("a free slot");
            }
            for slot in &slots {
                // SAFETY: the slot holds an object.
                sum = sum.wrapping_add(unsafe { slot.as_ref() }[0]);
                // SAFETY: the object is in use, and its address is overwritten before it is used.
                assert!(unsafe { pool.hive.put(slot.as_ptr()) });
            }
        }
        sum
    }
}
