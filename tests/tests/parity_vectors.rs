//! Values recorded from Zig, which need no Zig to compare with. Where Zig is here, it has to
//! agree with what was recorded.

use bun_tests::parity::areas::auto_hash_of;
use bun_wyhash::{Wyhash, Wyhash11, hash_ascii_lowercase, hash_int};
use zig_oracle::{AutoKind, Oracle};

/// A line of `data/hashes.tsv`.
struct Recorded {
    algorithm: &'static str,
    seed: u64,
    input: Vec<u8>,
    hash: u64,
}

fn recorded() -> Vec<Recorded> {
    let lines = include_str!("../data/hashes.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).map(parse).collect()
}

fn parse(line: &'static str) -> Recorded {
    let fields: Vec<&str> = line.split('\t').collect();
    let [algorithm, seed, input, hash] = fields[..] else { panic!("four fields in {line}") };
    let input = match input.split_once(':').expect("a kind of input") {
        ("text", text) => text.as_bytes().to_vec(),
        ("ramp", len) => {
            let len: u32 = len.parse().expect("a length");
            (0..len).map(|index| (7 * index + 3) as u8).collect()
        }
        (kind, _) => panic!("unknown kind of input {kind}"),
    };
    let seed = seed.parse().expect("a seed");
    let hash = u64::from_str_radix(hash, 16).expect("a hash");
    Recorded { algorithm, seed, input, hash }
}

#[test]
fn hashes_are_those_recorded() {
    let recorded = recorded();
    assert!(recorded.len() > 200);
    for Recorded { algorithm, seed, input, hash } in recorded {
        let (rust, zig) = match algorithm {
            "wyhash" => {
                let zig = Oracle::find().map(|zig| zig.wyhash(seed, &input));
                let lower = input.to_ascii_lowercase();
                let folded = hash_ascii_lowercase(seed, &input.to_ascii_uppercase());
                assert_eq!(folded, Wyhash::hash(seed, &lower));
                (Wyhash::hash(seed, &input), zig)
            }
            "wyhash11" => {
                let zig = Oracle::find().map(|zig| zig.wyhash11(seed, &input));
                (Wyhash11::hash(seed, &input), zig)
            }
            _ => panic!("unknown algorithm {algorithm}"),
        };
        assert_eq!(rust, hash, "{algorithm} seed {seed} {}", input.escape_ascii());
        assert!(zig.is_none_or(|zig| zig == hash), "{algorithm} of {}", input.escape_ascii());
    }
}

#[test]
fn streams_give_the_recorded_hash_for_every_split() {
    for Recorded { algorithm, seed, input, hash } in recorded() {
        for split in 0..=input.len() {
            let (start, end) = input.split_at(split);
            let streamed = if algorithm == "wyhash" {
                let mut hasher = Wyhash::init(seed);
                hasher.update(start);
                hasher.update(end);
                hasher.final_()
            } else {
                let mut hasher = Wyhash11::init(seed);
                hasher.update(start);
                hasher.update(end);
                hasher.final_()
            };
            assert_eq!(streamed, hash, "{algorithm} of {} at {split}", input.escape_ascii());
        }
    }
}

/// The fields of each line of a file, the first as text and the others as hexadecimal numbers.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, Vec<u64>)> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        let name = fields.next().expect("a first field");
        let number = |text| u64::from_str_radix(text, 16).expect("a number");
        (name, fields.map(number).collect())
    })
}

#[test]
fn automatic_hashes_are_those_recorded() {
    let mut count = 0;
    for (name, numbers) in rows(include_str!("../data/auto_hash.tsv")) {
        let kind = AutoKind::ALL.into_iter().find(|kind| format!("{kind:?}") == name);
        let kind = kind.unwrap_or_else(|| panic!("unknown kind {name}"));
        let [a, b, c, d, hash] = numbers[..] else { panic!("five numbers for {name}") };
        let words = [a, b, c, d];
        assert_eq!(auto_hash_of(kind, &words), hash, "{name} of {words:x?}");
        let zig = Oracle::find().map(|zig| zig.auto_hash(kind, &words).auto);
        assert!(zig.is_none_or(|zig| zig == hash), "{name} of {words:x?}");
        count += 1;
    }
    assert_eq!(count, 5 * AutoKind::ALL.len());
}

#[test]
fn integer_hashes_are_those_recorded() {
    let mut count = 0;
    for (width, numbers) in rows(include_str!("../data/hash_int.tsv")) {
        let [number, hash] = numbers[..] else { panic!("two numbers for {width}") };
        let rust = match width {
            "8" => hash_int(number as u8).into(),
            "16" => hash_int(number as u16).into(),
            "32" => hash_int(number as u32).into(),
            "64" => hash_int(number),
            _ => panic!("unknown width {width}"),
        };
        assert_eq!(rust, hash, "{number:#x} of {width} bits");
        let bits = width.parse().expect("a width");
        assert!(Oracle::find().is_none_or(|zig| zig.hash_int(bits, number) == hash));
        count += 1;
    }
    assert_eq!(count, 24);
}
