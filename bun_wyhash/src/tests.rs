//! Published and recorded vectors, and every path against a reference that shares no code with it.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::hash::{BuildHasher as _, Hash, Hasher};
use core::hint::black_box;
use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

const SECRET: [u64; 5] = [
    0xa076_1d64_78bd_642f,
    0xe703_7ed1_a0b4_28db,
    0x8ebc_6af0_9c88_c6e3,
    0x5899_65cc_7537_4cc3,
    0x1d8e_4e27_c47d_124f,
];

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product >> 64) as u64 ^ product as u64
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte))
}

/// The definition of `std.hash.Wyhash`, read byte by byte.
fn naive_wyhash(seed: u64, input: &[u8]) -> u64 {
    let read = |at: usize, len: usize| little_endian(&input[at..at + len]);
    let len = input.len();
    let mut lanes = [seed ^ fold(seed ^ SECRET[0], SECRET[1]); 3];
    let (a, b) = match len {
        0 => (0, 0),
        1..=3 => (read(0, 1) << 16 | read(len / 2, 1) << 8 | read(len - 1, 1), 0),
        4..=16 => {
            let quarter = len / 8 * 4;
            let end = len - 4;
            (read(0, 4) << 32 | read(quarter, 4), read(end, 4) << 32 | read(end - quarter, 4))
        }
        _ => {
            let mut at = 0;
            while at + 48 < len {
                for (index, lane) in lanes.iter_mut().enumerate() {
                    let from = at + 16 * index;
                    *lane = fold(read(from, 8) ^ SECRET[index + 1], read(from + 8, 8) ^ *lane);
                }
                at += 48;
            }
            lanes[0] ^= lanes[1] ^ lanes[2];
            while at + 16 < len {
                lanes[0] = fold(read(at, 8) ^ SECRET[1], read(at + 8, 8) ^ lanes[0]);
                at += 16;
            }
            (read(len - 16, 8), read(len - 8, 8))
        }
    };
    let product = u128::from(a ^ SECRET[1]) * u128::from(b ^ lanes[0]);
    fold(product as u64 ^ SECRET[0] ^ len as u64, (product >> 64) as u64 ^ SECRET[1])
}

/// The definition of Wyhash11, with its reads given as lists of piece lengths.
fn naive_wyhash11(seed: u64, input: &[u8]) -> u64 {
    let read = |bytes: &[u8]| {
        let pieces: &[usize] = match bytes.len() {
            0 => return SECRET[4],
            1 => &[1],
            2 => &[2],
            3 => &[2, 1],
            4 => &[4],
            5 => &[4, 1],
            6 => &[4, 2],
            7 => &[4, 2, 1],
            _ => &[4, 4],
        };
        let mut at = 0;
        pieces.iter().fold(0, |word, &piece| {
            at += piece;
            word << (8 * piece) | little_endian(&bytes[at - piece..at])
        })
    };
    let mix = |a: u64, b: u64, seed: u64, first: usize| {
        fold(a ^ seed ^ SECRET[first], b ^ seed ^ SECRET[first + 1])
    };
    let blocks = input.chunks_exact(32);
    let rest = blocks.remainder();
    let mut seed = blocks.fold(seed, |seed, block| {
        let word = |index: usize| little_endian(&block[8 * index..8 * index + 8]);
        mix(word(0), word(1), seed, 0) ^ mix(word(2), word(3), seed, 2)
    });
    let part = |from: usize| &rest[rest.len().min(from)..rest.len().min(from + 8)];
    if !rest.is_empty() {
        let second = if rest.len() > 16 { mix(read(part(16)), read(part(24)), seed, 2) } else { 0 };
        seed = mix(read(part(0)), read(part(8)), seed, 0) ^ second;
    }
    fold(seed ^ input.len() as u64, SECRET[4])
}

fn pattern(len: usize) -> Vec<u8> {
    (0..len).map(|index| (7 * index + 3) as u8).collect()
}

#[test]
fn published_vectors() {
    const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const DIGITS: &[u8] =
        b"12345678901234567890123456789012345678901234567890123456789012345678901234567890";
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
    let wyhash: [(u64, &[u8], u64); 21] = [
        (0, b"", 0x0409_638e_e2bd_e459),
        (1, b"a", 0xa841_2d09_1b5f_e0a9),
        (2, b"abc", 0x32dd_92e4_b291_5153),
        (3, b"message digest", 0x8619_1240_89a3_a16b),
        (4, LETTERS, 0x7a43_afb6_1d7f_5f40),
        (5, ALPHANUMERIC, 0xff42_329b_90e5_0d58),
        (6, DIGITS, 0xc39c_ab13_b115_aad3),
        (0, b"a", 0x28d2_0533_09d2_8531),
        (0, b"ab", 0xbc9c_e12e_af00_83ec),
        (0, b"abc", 0x02a4_f1d7_cb51_6c72),
        (0, b"abcd", 0x48df_e2b0_9ab5_2113),
        (0, b"hello world", 0x668d_5e43_1c3b_2573),
        (0, b"message digest", 0x41d0_32e1_df79_b67e),
        (0, LETTERS, 0x774f_a8c2_1ed6_acd2),
        (0, ALPHANUMERIC, 0x0369_bcbe_3f0f_0c0d),
        (0, DIGITS, 0x4866_2e17_cabf_ab37),
        (2, b"ab", 0x8b72_17c0_61d2_0083),
        (3, b"abc", 0xd48a_a7d7_8e38_36b1),
        (0, b"0123456789abcdef", 0xc304_e72c_387c_d229),
        (0, b"0123456789abcdef0", 0xfc73_b51a_6434_6870),
        (0, b"0123456789abcdef0123456789abcdef0123456789abcdef!", 0x0236_f2ee_c474_b0bb),
    ];
    for (seed, input, expected) in wyhash {
        assert_eq!(hash_with_seed(seed, input), expected, "seed {seed}, {input:?}");
        assert_eq!(Wyhash::hash(seed, input), expected);
    }
    let wyhash11: [(u64, &[u8], u64); 12] = [
        (0, b"", 0),
        (0, b"a", 0x69f6_2866_85d0_d6e0),
        (0, b"abcd", 0xbd57_b69d_939e_1f3b),
        (0, DIGITS, 0x4daf_59ec_ea0b_9de8),
        (1, b"a", 0xbed2_3517_7f41_d328),
        (2, b"ab", 0x4651_75b8_e8f9_3817),
        (3, b"abc", 0x0ea5_49a8_e288_4d62),
        (4, b"abcd", 0x6e78_636a_8e0e_ca3a),
        (5, b"message digest", 0xf3cf_94d4_e7d6_5f9f),
        (6, LETTERS, 0xa540_bb30_e24f_917b),
        (7, ALPHANUMERIC, 0x315f_0a07_e5f1_59c6),
        (8, DIGITS, 0x817b_dce8_aef0_ba6a),
    ];
    for (seed, input, expected) in wyhash11 {
        assert_eq!(Wyhash11::hash(seed, input), expected, "seed {seed}, {input:?}");
    }
}

#[test]
fn recorded_vectors_for_every_length_to_99() {
    let mut count = 0;
    for line in include_str!("../tests/data/wyhash.txt").lines().skip(1) {
        let mut columns = line.split(' ');
        let mut next = |radix| u64::from_str_radix(columns.next().unwrap(), radix).unwrap();
        let input = pattern(next(10) as usize);
        assert_eq!(hash(&input), next(16), "{line}");
        assert_eq!(Wyhash11::hash(0, &input), next(16), "{line}");
        assert_eq!(hash32(&input), hash(&input) as u32);
        count += 1;
    }
    assert_eq!(count, 100);
}

#[test]
fn smhasher_verification_code() {
    let key: Vec<u8> = (0..=255).collect();
    let hashes: Vec<u8> = (0..256)
        .flat_map(|len| hash_with_seed(256 - len as u64, &key[..len]).to_le_bytes())
        .collect();
    assert_eq!(hash32(&hashes), 0xbd5e_840c);
}

#[test]
fn constants_equal_run_time() {
    const INPUT: [u8; 601] = {
        let mut bytes = [0; 601];
        let mut index = 0;
        while index < bytes.len() {
            bytes[index] = (index * 11 % 251) as u8;
            index += 1;
        }
        bytes
    };
    const fn all(len: usize) -> [u64; 5] {
        let input = INPUT.split_at(len).0;
        let (head, tail) = input.split_at(len / 3);
        let (mut stream, mut stream11) = (Wyhash::init(9), Wyhash11::init(9));
        stream.update(head);
        stream.update(tail);
        stream11.update(head);
        stream11.update(tail);
        [
            hash(input),
            stream.final_(),
            Wyhash11::hash(9, input),
            stream11.final_(),
            hash_ascii_lowercase(9, input),
        ]
    }
    const LENGTHS: [usize; 16] =
        [0, 1, 3, 4, 8, 16, 17, 32, 33, 48, 49, 96, 97, 144, 500, INPUT.len()];
    const CONSTANTS: [[u64; 5]; LENGTHS.len()] = {
        let mut constants = [[0; 5]; LENGTHS.len()];
        let mut index = 0;
        while index < LENGTHS.len() {
            constants[index] = all(LENGTHS[index]);
            index += 1;
        }
        constants
    };
    for (len, constants) in LENGTHS.into_iter().zip(CONSTANTS) {
        assert_eq!(all(black_box(len)), constants, "{len} bytes");
        assert_eq!(constants[0], naive_wyhash(0, &INPUT[..len]));
    }
}

#[test]
fn streams_equal_one_shot_at_every_split() {
    let input = pattern(200);
    for len in (0..=200).step_by(if cfg!(miri) { 13 } else { 1 }) {
        let input = &input[..len];
        let (expected, expected11) = (naive_wyhash(3, input), naive_wyhash11(3, input));
        assert_eq!(hash_with_seed(3, input), expected, "{len} bytes");
        assert_eq!(Wyhash11::hash(3, input), expected11, "{len} bytes");
        let splits = (0..=len).step_by(if cfg!(miri) { 29 } else { 1 });
        for split in splits {
            let (mut stream, mut stream11) = (Wyhash::init(3), Wyhash11::init(3));
            stream.update(&input[..split]);
            stream11.update(&input[..split]);
            // Asking early must not disturb the stream.
            assert_eq!(stream.final_(), naive_wyhash(3, &input[..split]));
            assert_eq!(stream11.final_(), naive_wyhash11(3, &input[..split]));
            let (mut twin, mut twin11) = (stream.clone(), stream11.clone());
            stream.update(&input[split..]);
            stream11.update(&input[split..]);
            assert_eq!(stream.final_(), expected, "{len} bytes split at {split}");
            assert_eq!(stream.final_(), expected);
            assert_eq!(stream11.final_(), expected11, "{len} bytes split at {split}");
            assert_eq!(stream11.final_(), expected11);
            for byte in &input[split..] {
                twin.update(core::slice::from_ref(byte));
                twin11.update(core::slice::from_ref(byte));
            }
            assert_eq!((twin.final_(), twin11.final_()), (expected, expected11));
        }
    }
}

#[test]
fn reads_stay_inside_allocations_of_exactly_the_input() {
    for offset in 0..16 {
        // Interpreted, each length is seen at one of the offsets.
        let (first, step) = if cfg!(miri) { (offset, 16) } else { (0, 1) };
        for len in (first..=256).step_by(step) {
            let bytes: Box<[u8]> = pattern(offset + len).into();
            let input = &bytes[offset..];
            assert_eq!(hash_with_seed(1, input), naive_wyhash(1, input));
            let mut stream = Wyhash::init(1);
            stream.update(input);
            assert_eq!(stream.final_(), hash_with_seed(1, input));
            assert_eq!(Wyhash11::hash(1, input), naive_wyhash11(1, input));
            let lower = input.to_ascii_lowercase();
            assert_eq!(hash_ascii_lowercase(1, input), hash_with_seed(1, &lower));
        }
    }
}

#[test]
fn ascii_case_is_folded_and_nothing_else() {
    let all: Vec<u8> = (0..=255).cycle().take(if cfg!(miri) { 400 } else { 2500 }).collect();
    for len in (0..all.len()).step_by(if cfg!(miri) { 23 } else { 1 }) {
        let lower = all[..len].to_ascii_lowercase();
        assert_eq!(hash_ascii_lowercase(5, &all[..len]), hash_with_seed(5, &lower), "{len} bytes");
    }
    assert_eq!(hash_ascii_lowercase(0, "É".as_bytes()), hash("É".as_bytes()));
}

#[test]
fn integers_mix_as_in_zig() {
    assert_eq!([hash_int(1_u8), hash_int(200), hash_int(-7_i8) as u8], [214, 47, 56]);
    assert_eq!([hash_int(1_u16), hash_int(0xfffe), hash_int(1_i16) as u16], [10368, 60453, 10368]);
    assert_eq!((hash_int(1_u32), hash_int(-5_i32)), (69_681_622, -36_395_100));
    assert_eq!(hash_int(1_u64), 511_322_238_924_462_111);
    assert_eq!(hash_int(0xdead_beef_cafe_f00d_u64), 8_967_567_649_304_390_511);
    assert_eq!(hash_int(1_i64), 511_322_238_924_462_111);
    assert_eq!(hash_int(1_u128), 192_906_393_603_012_425_684_112_895_740_520_099_872);
    assert_eq!(
        hash_int(0x0123_4567_89ab_cdef_fedc_ba98_7654_3210_u128),
        300_104_163_174_877_562_929_293_516_479_781_814_794
    );
    assert_eq!(hash_int(-9_i128), 21_250_388_575_720_150_954_872_198_306_250_337_193);
    assert_eq!(hash_int(12_345_usize), hash_int(12_345_u64) as usize);
    let distinct: HashSet<u8> = (0..=255_u8).map(hash_int).collect();
    assert_eq!(distinct.len(), 256);
    let distinct: HashSet<u16> = (0..1 << 10).map(hash_int::<u16>).collect();
    assert_eq!(distinct.len(), 1 << 10);
}

#[test]
fn map_hasher_sees_every_write_and_its_length() {
    let build = BuildHasher::default();
    let keys = [("", "abc"), ("a", "bc"), ("ab", "c"), ("abc", "")];
    let distinct: HashSet<u64> = keys.iter().map(|key| build.hash_one(key)).collect();
    assert_eq!(distinct.len(), keys.len());
    let count = if cfg!(miri) { 256 } else { 4096 };
    let distinct: HashSet<u64> = (0..count).map(|key| build.hash_one(key)).collect();
    assert_eq!(distinct.len() as u64, count);
    let slots: HashSet<u64> = (0..count).map(|key| build.hash_one(key << 20) % count).collect();
    let filled = slots.len() as u64 * 100 / count;
    assert!(filled > 55, "a random function fills 63 %, this one {filled} %");

    let widths: [fn(&mut OneShotHasher); 6] = [
        |hasher| hasher.write_u8(1),
        |hasher| hasher.write_u16(1 << 8),
        |hasher| hasher.write_u32(1 << 16),
        |hasher| hasher.write_u64(1 << 32),
        |hasher| hasher.write_u128(1 << 64),
        |hasher| hasher.write_usize(2),
    ];
    let mut distinct = HashSet::new();
    for write in widths {
        let mut hasher = OneShotHasher::default();
        write(&mut hasher);
        assert_ne!(hasher.finish(), OneShotHasher::default().finish());
        distinct.insert(hasher.finish());
    }
    assert_eq!(distinct.len(), widths.len());

    let mut set: HashSet<Vec<u8>, BuildHasher> = HashSet::default();
    assert!(set.insert(pattern(100)));
    assert!(set.contains(pattern(100).as_slice()));
}

#[test]
fn types_have_the_promised_traits_and_sizes() {
    fn plain<T: Send + Sync + Unpin + Clone + core::fmt::Debug + 'static>() {}
    fn maps<T: Hash + ?Sized, B: core::hash::BuildHasher + Default + Clone>() {}
    plain::<Wyhash>();
    plain::<Wyhash11>();
    plain::<OneShotHasher>();
    plain::<BuildHasher>();
    maps::<str, BuildHasher>();
    assert_eq!(size_of::<BuildHasher>(), 0);
    assert_eq!(size_of::<OneShotHasher>(), 8);
    assert!(size_of::<Wyhash>() <= 104);
}

/// Cuts `input` where the numbers say and feeds the pieces.
fn in_pieces(input: &[u8], cuts: &[usize], mut feed: impl FnMut(&[u8])) {
    let mut rest = input;
    for cut in cuts {
        let (piece, after) = rest.split_at(cut % (rest.len() + 1));
        feed(piece);
        rest = after;
    }
    feed(rest);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 3 } else { 1024 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_input_any_seed_any_cuts(
        seed in any::<u64>(),
        input in prop::collection::vec(any::<u8>(), 0..if cfg!(miri) { 300 } else { 1000 }),
        cuts in prop::collection::vec(any::<usize>(), 0..12),
        chunk in 1_usize..130,
    ) {
        let expected = naive_wyhash(seed, &input);
        let expected11 = naive_wyhash11(seed, &input);
        prop_assert_eq!(hash_with_seed(seed, &input), expected);
        prop_assert_eq!(Wyhash11::hash(seed, &input), expected11);

        let (mut stream, mut stream11) = (Wyhash::init(seed), Wyhash11::init(seed));
        in_pieces(&input, &cuts, |piece| {
            stream.update(piece);
            stream11.update(piece);
        });
        prop_assert_eq!(stream.final_(), expected);
        prop_assert_eq!(stream11.final_(), expected11);

        let (mut stream, mut stream11) = (Wyhash::init(seed), Wyhash11::init(seed));
        for piece in input.chunks(chunk) {
            stream.update(piece);
            stream11.update(piece);
        }
        prop_assert_eq!(stream.final_(), expected);
        prop_assert_eq!(stream11.final_(), expected11);

        let lower = input.to_ascii_lowercase();
        prop_assert_eq!(hash_ascii_lowercase(seed, &input), naive_wyhash(seed, &lower));
    }
}
