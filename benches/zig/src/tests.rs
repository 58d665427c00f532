//! The oracle agrees with itself and with what was recorded from the originals.

use crate::{AutoKind, FixedBuffer, Oracle, Span};

fn zig() -> Oracle {
    Oracle::find().expect("this module is part of builds with Zig")
}

#[test]
fn a_batch_is_its_inputs_one_by_one() {
    let zig = zig();
    let bytes: Vec<u8> = (0..400_u32).map(|index| (7 * index + 3) as u8).collect();
    let spans: Vec<Span> =
        (0..200).map(|len| Span { start: len / 2, len, seed: len as u64 % 5 }).collect();
    let mut hashes = vec![0; spans.len()];
    let alone = |hash: fn(Oracle, u64, &[u8]) -> u64| -> Vec<u64> {
        let one = |span: &Span| hash(zig, span.seed, &bytes[span.start..][..span.len]);
        spans.iter().map(one).collect()
    };
    zig.wyhash_batch(&bytes, &spans, &mut hashes);
    assert_eq!(hashes, alone(Oracle::wyhash));
    zig.wyhash11_batch(&bytes, &spans, &mut hashes);
    assert_eq!(hashes, alone(Oracle::wyhash11));
}

#[test]
fn known_values() {
    let zig = zig();
    assert_eq!(zig.wyhash(1, b"a"), 0xa841_2d09_1b5f_e0a9);
    assert_eq!(zig.wyhash11(1, b"a"), 0xbed2_3517_7f41_d328);
    assert_eq!(zig.wyhash11_stream(1, b"a", &[0, 1]).last(), Some(&0xbed2_3517_7f41_d328));
    assert_eq!(zig.ascii_lowercase_wyhash(1, b"A"), zig.wyhash(1, b"a"));
    assert_eq!(zig.hash_int(32, 1), 0x0427_41d6);
    assert_eq!(zig.hash_int(24, 1), 0x0083_8380);
    let words = [42, 0, 0, 0];
    let hashes = zig.auto_hash(AutoKind::U32, &words);
    assert_eq!((hashes.auto, hashes.map), (0x9311_303e_982c_380a, 0x9311_303e_982c_380a));
    assert_eq!(hashes.array_map, 0x982c_380a);
}

#[test]
#[should_panic(expected = "of 3")]
fn a_span_that_leaves_the_bytes_is_refused() {
    let zig = zig();
    let span = Span { start: 2, len: usize::MAX, seed: 0 };
    zig.wyhash_batch(b"abc", &[span], &mut [0]);
}

#[test]
#[should_panic(expected = "end <= self.len")]
fn a_block_that_leaves_the_buffer_is_refused() {
    let zig = zig();
    let mut buffer = FixedBuffer::new(zig, 16, 0);
    buffer.free(8, 9);
}
