//! The older variant of wyhash that lockfiles and manifests were written with.
//!
//! Zig's standard library no longer has it; the rival is the oracle's own text in Zig, written to
//! be checked against and not tuned. The rows keep this variant from falling behind.

use alloc::rc::Rc;

use bun_wyhash::Wyhash11;
use zig_oracle::Keys;

use super::hash::real_keys;
use super::hash_loops::{START_COUNT, all_keys, throughput};
use super::zig;
use crate::input::Lines;
use crate::row::{Contender, Row, Unit};

const GROUP: &str = "hash";
const SEED: u64 = 0x11;

/// Length, and the sum of Zig's hashes over the starts.
const LENGTHS: [(usize, u64); 6] = [
    (3, 0x5ea4_3c77_d768_c3ab),
    (8, 0xe678_3da8_5031_d6a6),
    (16, 0xcc10_9ca6_37b7_9573),
    (32, 0x32ae_58b5_aa7c_5d86),
    (64, 0xf19b_4a2f_3a49_862f),
    (1024, 0x0a12_0d32_4201_33c5),
];

pub(super) fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> =
        LENGTHS.into_iter().map(|(len, expected)| throughput_row(len, expected)).collect();
    rows.push(mixed_keys_row(0xb7ce_c868_d3a2_00f5));
    rows
}

fn throughput_row(len: usize, expected: u64) -> Row {
    let contenders = move || {
        let bytes = Rc::new(Lines::new(SEED, len + START_COUNT as usize));
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let bytes = Rc::clone(&bytes);
            Contender::zig("oracle", move |n| zig.wyhash11_throughput(bytes.get(), len, n))
                .target(1.0)
        }));
        contenders.push(Contender::ours("Wyhash11::hash", move |n| {
            throughput(|key| Wyhash11::hash(0, key), bytes.get(), len, n)
        }));
        contenders
    };
    let input = format!("{START_COUNT} keys of {len} random bytes at consecutive offsets, in turn");
    Row {
        unit: if len >= 1024 { Unit::GigabytesPerSecond } else { Unit::Nanoseconds },
        bytes_per_op: len as u64,
        verify_iterations: START_COUNT,
        ..Row::new(GROUP, format!("Wyhash11 tput {len} B"), input, expected, contenders)
    }
}

fn mixed_keys_row(expected: u64) -> Row {
    let contenders = || {
        let keys = real_keys();
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let keys: Keys<'_> = keys.iter().copied().collect();
            Contender::zig("oracle", move |n| zig.wyhash11_keys(&keys, n)).target(1.0)
        }));
        contenders
            .push(Contender::ours("Wyhash11::hash", move |n| all_keys(Wyhash11::hash, keys, n)));
        contenders
    };
    let input = "the keys of `mixed real keys`";
    Row {
        ops_per_iteration: real_keys().len() as u64,
        ..Row::new(GROUP, "Wyhash11 mixed real keys 3..40 B", input, expected, contenders)
    }
}
