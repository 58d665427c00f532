//! Wyhash of byte strings: one length at a time, mixed lengths, in pieces, without case.
//!
//! The reference hashes are not bit-compatible with Zig's, so they are no rivals; they show what
//! freedom to choose the function would buy.

use alloc::rc::Rc;
use std::sync::LazyLock;

use bun_wyhash::{Wyhash, hash_ascii_lowercase, hash_with_seed};
use zig_oracle::Keys;

use super::hash_loops::{START_COUNT, all_keys, latency, throughput};
use super::hash_references::{latencies, of_keys, throughputs};
use super::zig;
use crate::input::{KeySet, Lines};
use crate::opaque::opaque;
use crate::row::{Contender, Plot, Point, Row, Unit};

const GROUP: &str = "hash";
const SEED: u64 = 0x5eed;

/// Length, and what Zig answers after one pass over the starts: the sum of independent hashes
/// and the last of a chain.
const LENGTHS: [(usize, u64, u64); 21] = [
    (0, 0x4096_38ee_2bde_4590, 0x0409_638e_e2bd_e459),
    (1, 0x4ece_892a_9e7e_965e, 0x4a14_d134_a812_cbc6),
    (3, 0xe4dc_f40a_b211_d3c8, 0x1b24_b111_ef15_b9d9),
    (4, 0xfc9a_f364_bacc_eeaa, 0xc9aa_390f_1552_0dc1),
    (8, 0x88a8_68cd_a144_f99a, 0xeeab_1483_8e44_4190),
    (12, 0x26c0_0c8f_441b_fd15, 0x21cb_a183_b2a4_a743),
    (16, 0x5ba0_237c_ee53_2c10, 0xb69b_4dd6_99b0_d064),
    (17, 0x8817_0b47_6fd7_6e5e, 0x51c0_bbf9_24bc_968e),
    (24, 0x5500_70a0_2b81_5eea, 0x7ab3_1a7d_722a_4ab0),
    (32, 0x5c91_9a83_31ef_9e5a, 0x5ca0_7c04_e925_dd6e),
    (48, 0x1280_9460_9b66_edaa, 0xe9ee_f51e_d455_c3a6),
    (49, 0xe184_0172_a9c3_a476, 0x4a6b_28c8_90be_d740),
    (64, 0x8c8e_b7a4_eebd_98a7, 0x5dfa_24c4_1bde_e2d0),
    (96, 0x4224_36c9_7326_5ed4, 0x2cb5_8ace_be09_6aa2),
    (128, 0xf292_d4cd_1a58_acba, 0x28e7_21f7_8148_5a40),
    (256, 0xaaa2_dbbd_09f8_0c7c, 0x4959_6741_d4f0_1532),
    (512, 0xadc1_5f83_5adf_1273, 0x3d5b_2c7c_ee91_3034),
    (1024, 0x7557_4017_5980_3493, 0xe204_138b_217b_cc78),
    (4096, 0x4ccd_5b7f_3e43_3d2b, 0),
    (16384, 0x1ac4_6c13_ce59_d761, 0),
    (65536, 0x94da_ba16_b170_a903, 0),
];

/// Above this length a chain of hashes is as fast as independent ones.
const LATENCY_LEN_MAX: usize = 1024;

const KEY_COUNT: usize = 4096;

pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (len, sum, last) in LENGTHS {
        rows.push(throughput_row(len, sum));
        if len <= LATENCY_LEN_MAX {
            rows.push(latency_row(len, last));
        }
    }
    rows.push(mixed_keys_row(0xea01_ae6f_9c49_3830));
    rows.push(streaming_row(16, 0.73));
    rows.push(streaming_row(100, 1.0));
    rows.push(streaming_row(4096, 0.6));
    rows.push(lowercase_row(0x1ed7_30e8_e467_7f31));
    rows
}

fn input(len: usize) -> Rc<Lines> {
    Rc::new(Lines::new(SEED, len + START_COUNT as usize))
}

fn throughput_row(len: usize, expected: u64) -> Row {
    let contenders = move || {
        let bytes = input(len);
        let mut contenders = Vec::from(throughputs(&bytes, len));
        for contender in &mut contenders {
            contender.target = (len >= 1024 && contender.label == "foldhash fast").then_some(1.0);
        }
        contenders.extend(zig().map(|zig| {
            let bytes = Rc::clone(&bytes);
            Contender::zig("std.hash.Wyhash", move |n| zig.wyhash_throughput(bytes.get(), len, n))
                .target(match len {
                    0..=16 => 0.55,
                    1024.. => 0.82,
                    _ => 1.0,
                })
        }));
        contenders.push(Contender::ours("hash_with_seed", move |n| {
            throughput(|key| hash_with_seed(0, key), bytes.get(), len, n)
        }));
        contenders
    };
    let input = format!("{START_COUNT} keys of {len} random bytes at consecutive offsets, in turn");
    Row {
        unit: if len >= 1024 { Unit::GigabytesPerSecond } else { Unit::Nanoseconds },
        bytes_per_op: len as u64,
        verify_iterations: START_COUNT,
        point: Some(Point { plot: Plot::Throughput, length: len as u64 }),
        ..Row::new(GROUP, format!("tput {len} B"), input, expected, contenders)
    }
}

fn latency_row(len: usize, expected: u64) -> Row {
    let contenders = move || {
        let bytes = input(len);
        let mut contenders = Vec::from(latencies(&bytes, len));
        for contender in &mut contenders {
            contender.target = (len <= 16 && contender.label == "rapidhash fast").then_some(1.0);
        }
        contenders.extend(zig().map(|zig| {
            let bytes = Rc::clone(&bytes);
            Contender::zig("std.hash.Wyhash", move |n| zig.wyhash_latency(bytes.get(), len, n))
                .target(match len {
                    0..=16 => 0.9,
                    1024.. => 0.82,
                    _ => 1.0,
                })
        }));
        contenders.push(Contender::ours("hash_with_seed", move |n| {
            latency(|key| hash_with_seed(0, key), bytes.get(), len, n)
        }));
        contenders
    };
    let input = format!("keys of {len} random bytes, each chosen by the hash before it");
    Row {
        bytes_per_op: len as u64,
        verify_iterations: START_COUNT,
        point: Some(Point { plot: Plot::Latency, length: len as u64 }),
        ..Row::new(GROUP, format!("lat {len} B"), input, expected, contenders)
    }
}

fn mixed_keys_row(expected: u64) -> Row {
    let contenders = || {
        let keys = real_keys();
        let mut contenders = Vec::from(of_keys(keys));
        for contender in &mut contenders {
            contender.target = (contender.label == "ahash").then_some(0.84);
        }
        contenders.extend(zig().map(|zig| {
            let keys: Keys<'_> = keys.iter().copied().collect();
            Contender::zig("std.hash.Wyhash", move |n| zig.wyhash_keys(&keys, n)).target(0.68)
        }));
        contenders
            .push(Contender::ours("hash_with_seed", move |n| all_keys(hash_with_seed, keys, n)));
        contenders
    };
    let input = format!("{KEY_COUNT} identifiers, package names and paths of 3 to 40 bytes");
    Row {
        ops_per_iteration: KEY_COUNT as u64,
        ..Row::new(GROUP, "mixed real keys 3..40 B", input, expected, contenders)
    }
}

fn streaming_row(chunk_len: usize, target: f64) -> Row {
    const LEN: usize = 4096;
    // The chunks do not matter to the hash.
    const EXPECTED: u64 = 0x1354_423f_6c79_3627;
    let contenders = move || {
        let bytes = input(LEN);
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let bytes = Rc::clone(&bytes);
            let run = move |n| zig.wyhash_stream(&bytes.get()[..LEN], chunk_len, n);
            Contender::zig("std.hash.Wyhash", run).target(target)
        }));
        contenders.push(Contender::ours("Wyhash::update", move |n| {
            (0..n).fold(0, |sum: u64, seed| {
                let mut hasher = Wyhash::init(seed);
                let mut rest = &bytes.get()[..LEN];
                while !rest.is_empty() {
                    let (chunk, after) = rest.split_at(opaque(chunk_len).min(rest.len()));
                    hasher.update(chunk);
                    rest = after;
                }
                sum.wrapping_add(hasher.final_())
            })
        }));
        contenders
    };
    Row {
        unit: Unit::GigabytesPerSecond,
        bytes_per_op: LEN as u64,
        ..Row::new(
            GROUP,
            format!("streaming {LEN} B in {chunk_len} B chunks"),
            format!("init, update with {chunk_len} bytes at a time of {LEN}, final"),
            EXPECTED,
            contenders,
        )
    }
}

fn lowercase_row(expected: u64) -> Row {
    let contenders = || {
        let keys = real_keys();
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let keys: Keys<'_> = keys.iter().copied().collect();
            Contender::zig("std.hash.Wyhash, std.ascii", move |n| zig.lowercase_keys(&keys, n))
                .target(1.0)
        }));
        contenders.push(Contender::ours("hash_ascii_lowercase", move |n| {
            all_keys(hash_ascii_lowercase, keys, n)
        }));
        contenders
    };
    let input = format!("{KEY_COUNT} identifiers, package names and paths of 3 to 40 bytes");
    Row {
        ops_per_iteration: KEY_COUNT as u64,
        ..Row::new(GROUP, "ascii-lowercase mixed keys 3..40 B", input, expected, contenders)
    }
}

/// Keys of a row with mixed lengths.
pub(super) type RealKeys = [&'static [u8]; KEY_COUNT];

/// Returns keys that live as long as the process, so that closures may hold slices of them.
pub(super) fn real_keys() -> &'static RealKeys {
    static KEYS: LazyLock<KeySet> = LazyLock::new(|| KeySet::realistic(SEED, KEY_COUNT));
    static SLICES: LazyLock<Box<RealKeys>> = LazyLock::new(|| {
        let slices: Box<[&[u8]]> = KEYS.iter().collect();
        slices.try_into().expect("as many keys as were asked for")
    });
    &SLICES
}
