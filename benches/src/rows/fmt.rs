//! Numbers and strings to text, and numbers from text.

use alloc::rc::Rc;
use core::fmt::Write as _;
use core::hint::black_box;

use bun_core::fmt;
use zig_oracle::Keys;

use super::zig;
use crate::input::{KeySet, words};
use crate::row::{Contender, Role, Row};

const GROUP: &str = "fmt";
const COUNT: usize = 1024;
const SEED: u64 = 0xf0;

pub(super) fn rows() -> Vec<Row> {
    vec![
        itoa_row(0xf4f7),
        parse_int_row(0x4629_e317_7930_b699),
        parse_float_row(0xa5bc_a882_3773_7136),
        json_row(
            "JSON strings 3..40 B",
            short_texts,
            "identifiers, package names and paths",
            0xd9ba,
        ),
        json_row(
            "JSON strings 4 KiB",
            long_texts,
            "lines of source code, escapes in each",
            0x0045_4a48,
        ),
        quote_row(0xd9ba),
        hex_row(0x0001_6d0b),
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
        ..Row::new(GROUP, name, format!("{COUNT} {input}"), expected, contenders)
    }
}

/// Numbers of one to twenty digits, each length as often as another.
fn numbers() -> Vec<u64> {
    let words = words(SEED, COUNT);
    words.iter().enumerate().map(|(index, word)| word >> (index * 7 % 64)).collect()
}

type Texts = Rc<[Vec<u8>]>;

fn short_texts() -> Texts {
    KeySet::realistic(SEED, COUNT).iter().map(<[u8]>::to_vec).collect()
}

/// Text of which one byte in some forty needs an escape.
fn long_texts() -> Texts {
    let line = b"    const message = \"the quick brown fox\"; // no\tmore\n";
    (0..COUNT)
        .map(|index| line.iter().cycle().skip(index % 7).take(4096).copied().collect())
        .collect()
}

fn keys<'a>(texts: &'a [Vec<u8>]) -> Keys<'a> {
    texts.iter().map(Vec::as_slice).collect()
}

/// Visits every text, and adds what `visit` returns.
fn sum<T>(values: &[T], iterations: u64, mut visit: impl FnMut(&T) -> u64) -> u64 {
    (0..iterations).fold(0, |sum: u64, _| {
        values.iter().fold(sum, |sum, value| sum.wrapping_add(black_box(visit(value))))
    })
}

/// The length and the first byte of text that has just been written.
fn digest(text: &[u8]) -> u64 {
    let text = black_box(text);
    text.len() as u64 + u64::from(text[0])
}

fn itoa_row(expected: u64) -> Row {
    row("itoa", "integers of 1 to 20 digits", expected, || {
        let values: Rc<[u64]> = numbers().into();
        let (ours, crates, std) = (Rc::clone(&values), Rc::clone(&values), Rc::clone(&values));
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            Contender::zig("std.fmt.printInt", move |n| zig.fmt_itoa(&values, n)).target(1.0)
        }));
        contenders.push(Contender::rival("crate itoa", move |n| {
            let mut buffer = itoa::Buffer::new();
            sum(&crates, n, |&value| digest(buffer.format(value).as_bytes()))
        }));
        contenders.push(Contender::rival("write!", move |n| {
            let mut text = String::with_capacity(32);
            sum(&std, n, |value| {
                text.clear();
                write!(text, "{value}").expect("a string takes everything");
                digest(text.as_bytes())
            })
        }));
        contenders.push(Contender::ours("itoa", move |n| {
            let mut buffer = fmt::ItoaBuf::new();
            sum(&ours, n, |&value| digest(fmt::itoa(&mut buffer, value)))
        }));
        contenders
    })
}

fn parse_int_row(expected: u64) -> Row {
    row("parse_int", "texts of 1 to 20 digits", expected, || {
        let texts: Texts = numbers().iter().map(|value| value.to_string().into_bytes()).collect();
        let (ours, crates, std) = (Rc::clone(&texts), Rc::clone(&texts), Rc::clone(&texts));
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let run = move |n| zig.fmt_parse_int(&keys(&texts), n);
            Contender::zig("std.fmt.parseInt", run).target(1.0)
        }));
        contenders.push(Contender::rival("atoi", move |n| {
            sum(&crates, n, |text| atoi::atoi(text).expect("digits"))
        }));
        contenders.push(Contender::rival("str::parse", move |n| {
            sum(&std, n, |text| {
                str::from_utf8(text).ok().and_then(|text| text.parse().ok()).expect("digits")
            })
        }));
        contenders.push(Contender::ours("parse_int", move |n| {
            sum(&ours, n, |text| fmt::parse_int(text, 10).expect("digits"))
        }));
        contenders
    })
}

fn parse_float_row(expected: u64) -> Row {
    row("parse_f64", "numbers in their shortest form", expected, || {
        let texts: Texts = words(SEED, COUNT)
            .iter()
            .map(|word| ((word >> 11) as f64 / 1e6).to_string().into_bytes())
            .collect();
        let ours = Rc::clone(&texts);
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let run = move |n| zig.fmt_parse_float(&keys(&texts), n);
            Contender::zig("std.fmt.parseFloat", run).target(1.0)
        }));
        contenders.push(Contender::ours("parse_f64", move |n| {
            sum(&ours, n, |text| fmt::parse_f64(text).expect("a number").to_bits())
        }));
        contenders
    })
}

fn json_row(name: &str, texts: fn() -> Texts, input: &'static str, expected: u64) -> Row {
    row(name, input, expected, move || {
        let texts = texts();
        let (ours, crates) = (Rc::clone(&texts), Rc::clone(&texts));
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let mut out = vec![0; 1 << 15];
            let run = move |n| zig.fmt_json(&keys(&texts), &mut out, n);
            Contender::zig("std.json.Stringify", run).target(1.0)
        }));
        contenders.push(Contender::rival("serde_json", move |n| {
            let mut out = Vec::with_capacity(1 << 15);
            sum(&crates, n, |text| {
                out.clear();
                let text = str::from_utf8(text).expect("ASCII");
                serde_json::to_writer(&mut out, text).expect("a vector takes everything");
                digest(&out)
            })
        }));
        contenders.push(Contender::ours("encode_json_string", move |n| {
            let mut out = Vec::with_capacity(1 << 15);
            sum(&ours, n, |text| {
                out.clear();
                let mut writer = fmt::VecWriter::new(&mut out);
                fmt::encode_json_string(&mut writer, text).expect("a vector takes everything");
                digest(&out)
            })
        }));
        contenders
    })
}

fn quote_row(expected: u64) -> Row {
    row("quote 3..40 B", "identifiers, package names and paths", expected, || {
        let texts = short_texts();
        let (ours, crates, display) = (Rc::clone(&texts), Rc::clone(&texts), Rc::clone(&texts));
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let mut out = vec![0; 1 << 15];
            let run = move |n| zig.fmt_quote(&keys(&texts), &mut out, n);
            Contender::zig("scan, writeAll", run).target(1.0)
        }));
        contenders.push(Contender::rival("serde_json", move |n| {
            let mut out = Vec::with_capacity(1 << 15);
            sum(&crates, n, |text| {
                out.clear();
                let text = str::from_utf8(text).expect("ASCII");
                serde_json::to_writer(&mut out, text).expect("a vector takes everything");
                digest(&out)
            })
        }));
        contenders.push(Contender::with_role("{} of quote", Role::Variant, move |n| {
            let mut out = Vec::with_capacity(1 << 15);
            sum(&display, n, |text| {
                out.clear();
                let mut writer = fmt::VecWriter::new(&mut out);
                write!(writer, "{}", fmt::quote(text)).expect("a vector takes everything");
                digest(&out)
            })
        }));
        contenders.push(Contender::ours("quoted_writer", move |n| {
            let mut out = Vec::with_capacity(1 << 15);
            sum(&ours, n, |text| {
                out.clear();
                let mut writer = fmt::VecWriter::new(&mut out);
                fmt::quoted_writer(&mut writer, text).expect("a vector takes everything");
                digest(&out)
            })
        }));
        contenders
    })
}

fn hex_row(expected: u64) -> Row {
    row("hex of 3..40 B", "identifiers, package names and paths", expected, || {
        let texts = short_texts();
        let (ours, display) = (Rc::clone(&texts), Rc::clone(&texts));
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let mut out = vec![0; 1 << 10];
            let run = move |n| zig.fmt_hex(&keys(&texts), &mut out, n);
            Contender::zig("{x}", run).target(1.0)
        }));
        contenders.push(Contender::with_role("hex_lower to a vector", Role::Variant, move |n| {
            let mut out = Vec::with_capacity(1 << 10);
            sum(&display, n, |text| {
                out.clear();
                let mut writer = fmt::VecWriter::new(&mut out);
                write!(writer, "{}", fmt::hex_lower(text)).expect("a vector takes everything");
                digest(&out)
            })
        }));
        contenders.push(Contender::ours("bytes_to_hex_lower", move |n| {
            let mut out = [0; 128];
            sum(&ours, n, |text| {
                let length = fmt::bytes_to_hex_lower(text, &mut out);
                digest(&out[..length])
            })
        }));
        contenders
    })
}
