//! Maps that are known while compiling: of methods, of keywords and of headers.
//!
//! The value of a word is its number. `std.StaticStringMap` stands for Zig; `phf` and a `match` for
//! what else there is in Rust.

use core::hint::black_box;
use std::sync::OnceLock;

use bun_collections::{ComptimeStringMap, comptime_string_map};
use zig_oracle::BenchStrings;

use super::zig;
use crate::input::Random;
use crate::row::{Contender, Role, Row};

const GROUP: &str = "comptime map";
const SEQUENCE: usize = 1 << 14;

/// Makes a map of each kind, and the list of the words.
macro_rules! maps {
    ($module:ident: $($number:literal $word:literal)*) => {
        mod $module {
            use super::comptime_string_map;

            comptime_string_map! {
                pub(super) static OURS: u32 = { $($word => $number),* };
            }
            pub(super) static PHF: phf::Map<&'static [u8], u32> =
                phf::phf_map! { $($word => $number),* };
            pub(super) const WORDS: &[&[u8]] = &[$($word),*];

            pub(super) fn by_match(word: &[u8]) -> Option<u32> {
                match word {
                    $($word => Some($number),)*
                    _ => None,
                }
            }

            pub(super) fn ours(word: &[u8]) -> Option<u32> {
                OURS.get(word).copied()
            }
        }
    };
}

maps! {
    methods:
    0 b"GET"
    1 b"HEAD"
    2 b"POST"
    3 b"PUT"
    4 b"DELETE"
    5 b"PATCH"
    6 b"OPTIONS"
    7 b"TRACE"
}

maps! {
    keywords:
    0 b"await"
    1 b"break"
    2 b"case"
    3 b"catch"
    4 b"class"
    5 b"const"
    6 b"continue"
    7 b"debugger"
    8 b"default"
    9 b"delete"
    10 b"do"
    11 b"else"
    12 b"enum"
    13 b"export"
    14 b"extends"
    15 b"false"
    16 b"finally"
    17 b"for"
    18 b"function"
    19 b"if"
    20 b"implements"
    21 b"import"
    22 b"in"
    23 b"instanceof"
    24 b"interface"
    25 b"let"
    26 b"new"
    27 b"null"
    28 b"package"
    29 b"private"
    30 b"protected"
    31 b"public"
    32 b"return"
    33 b"static"
    34 b"super"
    35 b"switch"
    36 b"this"
    37 b"throw"
    38 b"true"
    39 b"try"
    40 b"typeof"
    41 b"var"
    42 b"void"
    43 b"while"
    44 b"with"
    45 b"yield"
}

maps! {
    headers:
    0 b"accept"
    1 b"accept-charset"
    2 b"accept-encoding"
    3 b"accept-language"
    4 b"accept-ranges"
    5 b"access-control-allow-credentials"
    6 b"access-control-allow-headers"
    7 b"access-control-allow-methods"
    8 b"access-control-allow-origin"
    9 b"access-control-expose-headers"
    10 b"access-control-max-age"
    11 b"access-control-request-headers"
    12 b"access-control-request-method"
    13 b"age"
    14 b"authorization"
    15 b"cache-control"
    16 b"connection"
    17 b"content-disposition"
    18 b"content-encoding"
    19 b"content-language"
    20 b"content-length"
    21 b"content-location"
    22 b"content-range"
    23 b"content-security-policy"
    24 b"content-type"
    25 b"cookie"
    26 b"date"
    27 b"dnt"
    28 b"etag"
    29 b"expect"
    30 b"expires"
    31 b"host"
    32 b"if-match"
    33 b"if-modified-since"
    34 b"if-none-match"
    35 b"if-range"
    36 b"if-unmodified-since"
    37 b"keep-alive"
    38 b"last-modified"
    39 b"link"
    40 b"location"
    41 b"origin"
    42 b"pragma"
    43 b"proxy-authorization"
    44 b"range"
    45 b"referer"
    46 b"referrer-policy"
    47 b"refresh"
    48 b"sec-websocket-accept"
    49 b"sec-websocket-extensions"
    50 b"sec-websocket-key"
    51 b"sec-websocket-protocol"
    52 b"sec-websocket-version"
    53 b"server-timing"
    54 b"set-cookie"
    55 b"strict-transport-security"
    56 b"te"
    57 b"trailer"
    58 b"transfer-encoding"
    59 b"upgrade"
    60 b"upgrade-insecure-requests"
    61 b"user-agent"
    62 b"vary"
    63 b"via"
    64 b"x-content-type-options"
    65 b"x-dns-prefetch-control"
    66 b"x-frame-options"
    67 b"x-xss-protection"
}

/// What a row is about.
#[derive(Clone, Copy)]
struct Kind {
    name: &'static str,
    number: u32,
    words: &'static [&'static [u8]],
    map: &'static ComptimeStringMap<u32>,
    phf: &'static phf::Map<&'static [u8], u32>,
}

const KINDS: [Kind; 3] = [
    Kind {
        name: "8 methods",
        number: 0,
        words: methods::WORDS,
        map: &methods::OURS,
        phf: &methods::PHF,
    },
    Kind {
        name: "46 keywords",
        number: 1,
        words: keywords::WORDS,
        map: &keywords::OURS,
        phf: &keywords::PHF,
    },
    Kind {
        name: "68 headers",
        number: 2,
        words: headers::WORDS,
        map: &headers::OURS,
        phf: &headers::PHF,
    },
];

pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for kind in KINDS {
        rows.extend([get(kind, true), get(kind, false)]);
    }
    rows
}

/// Returns words in a random order: those of the kind, or words like them that are not of it.
fn texts(kind: Kind, hit: bool) -> &'static [&'static [u8]] {
    static TEXTS: [[OnceLock<Vec<&'static [u8]>>; 2]; 3] =
        [const { [const { OnceLock::new() }; 2] }; 3];
    TEXTS[kind.number as usize][usize::from(hit)].get_or_init(|| {
        let mut random = Random::new(kind.number.into());
        let words: Vec<&'static [u8]> = kind
            .words
            .iter()
            .map(|word| {
                let mut word = word.to_vec();
                if !hit {
                    let at = random.below(word.len() as u32) as usize;
                    word[at] = b'#';
                }
                &*word.leak()
            })
            .collect();
        (0..SEQUENCE).map(|_| words[random.below(words.len() as u32) as usize]).collect()
    })
}

/// Looks all words up each iteration, and adds up their numbers and one for each that is unknown.
#[inline(always)]
fn look_up(texts: &[&[u8]], iterations: u64, number: impl Fn(&[u8]) -> Option<u32>) -> u64 {
    let mut sum = 0_u64;
    for _ in 0..iterations {
        for text in texts {
            sum = sum.wrapping_add(number(text).unwrap_or(1).into());
        }
        sum = black_box(sum);
    }
    sum
}

fn get(kind: Kind, hit: bool) -> Row {
    let texts = texts(kind, hit);
    let position = |text: &[u8]| kind.words.iter().position(|word| *word == text);
    let number = |text: &&[u8]| position(text).map_or(1, |number| number as u64);
    let contenders = move || {
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let texts: BenchStrings = texts.iter().copied().collect();
            let run = move |n| zig.static_map_get(kind.number, &texts, n);
            Contender::zig("StaticStringMap", run).target(0.67)
        }));
        contenders.push(Contender::ours("comptime_string_map!", move |n| match kind.number {
            0 => look_up(texts, n, methods::ours),
            1 => look_up(texts, n, keywords::ours),
            _ => look_up(texts, n, headers::ours),
        }));
        let passed = Contender::with_role("passed by reference", Role::Variant, move |n| {
            let map = black_box(kind.map);
            look_up(texts, n, |text| map.get(text).copied())
        });
        contenders.push(passed);
        let phf =
            Contender::rival("phf", move |n| look_up(texts, n, |text| kind.phf.get(text).copied()));
        contenders.push(phf.target(1.0));
        contenders.push(Contender::with_role("match", Role::Reference, move |n| {
            match kind.number {
                0 => look_up(texts, n, methods::by_match),
                1 => look_up(texts, n, keywords::by_match),
                _ => look_up(texts, n, headers::by_match),
            }
        }));
        contenders
    };
    let (name, input) = if hit {
        ("hit", "words of the map in a random order")
    } else {
        ("miss", "the same with one letter replaced")
    };
    Row {
        ops_per_iteration: texts.len() as u64,
        ..Row::new(
            GROUP,
            format!("{} {name}", kind.name),
            input,
            texts.iter().map(number).sum(),
            contenders,
        )
    }
}
