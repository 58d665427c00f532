//! The hash that an automatic map context makes of a fixed-size key.

use alloc::rc::Rc;

use bun_wyhash::auto_hash;

use super::hash_loops::all_values;
use super::hash_references::of_words;
use super::zig;
use crate::input::words;
use crate::row::{Contender, Row};

const GROUP: &str = "hash";
const COUNT: usize = 4096;
const SEED: u64 = 0x64;

pub(super) fn rows() -> Vec<Row> {
    vec![
        u64_row(0x6dc3_e79d_e71f_001a),
        u32_row(0xd483_a378_906b_a014),
        pair_row(0xa9a8_0459_2237_1177),
    ]
}

fn row(
    name: &str,
    input: &str,
    expected: u64,
    contenders: impl Fn() -> Vec<Contender> + 'static,
) -> Row {
    Row {
        ops_per_iteration: COUNT as u64,
        ..Row::new(GROUP, name, format!("{COUNT} random {input}"), expected, contenders)
    }
}

fn u64_row(expected: u64) -> Row {
    row("u64 key hash", "integers, each hashed alone", expected, || {
        let keys: Rc<[u64]> = words(SEED, COUNT).into();
        let mut contenders = Vec::from(of_words(&keys));
        contenders.extend(zig().map(|zig| {
            let keys = Rc::clone(&keys);
            Contender::zig("AutoContext(u64)", move |n| zig.auto_u64(&keys, n)).target(0.67)
        }));
        contenders.push(Contender::ours("auto_hash", move |n| all_values(auto_hash, &keys, n)));
        contenders
    })
}

fn u32_row(expected: u64) -> Row {
    row("auto_hash u32", "integers, each hashed alone", expected, || {
        let keys: Rc<[u32]> = words(SEED, COUNT).iter().map(|&word| word as u32).collect();
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let keys = Rc::clone(&keys);
            Contender::zig("AutoContext(u32)", move |n| zig.auto_u32(&keys, n)).target(1.0)
        }));
        contenders.push(Contender::ours("auto_hash", move |n| all_values(auto_hash, &keys, n)));
        contenders
    })
}

fn pair_row(expected: u64) -> Row {
    row("auto_hash [u64; 2]", "pairs of integers", expected, || {
        let keys: Rc<[[u64; 2]]> =
            words(SEED, 2 * COUNT).chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect();
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let keys = Rc::clone(&keys);
            Contender::zig("AutoContext([2]u64)", move |n| zig.auto_pair(&keys, n)).target(1.0)
        }));
        contenders.push(Contender::ours("auto_hash", move |n| all_values(auto_hash, &keys, n)));
        contenders
    })
}
