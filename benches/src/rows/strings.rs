//! Searching, comparing and lowering bytes, at lengths from a keyword to a source file.
//!
//! Searches look for what is not there, so that each reads its whole text. Texts of one length
//! start at sixteen consecutive offsets in turn, and their length is hidden from the optimiser.

use alloc::rc::Rc;

use bstr::ByteSlice;
use bun_str::strings::{self, ByteSet};
use zig_oracle::TextLoop;

use super::hash_loops::{START_COUNT, throughput};
use super::highway::Highway;
use super::zig;
use crate::input::Lines;
use crate::opaque::opaque;
use crate::row::{Contender, Role, Row, Unit};

const GROUP: &str = "str";
const LENGTHS: [usize; 7] = [4, 16, 32, 64, 256, 4096, 65536];
/// Bytes that no text contains.
const ABSENT: &[u8; 16] = b"{}[]()<>;:,'\"=+*";
const NEEDLE: &[u8] = b"Qetoeteo";

pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for len in LENGTHS {
        rows.push(index_of_char(len));
        rows.push(last_index_of_char(len));
        for count in [2, 3, 8, 16] {
            rows.push(index_of_any(len, count));
        }
        rows.push(index_of(len));
        rows.push(eql(len));
        rows.push(eql_ignoring_case(len));
        rows.push(copy_lowercase(len));
        rows.push(is_all_ascii(len));
        rows.push(first_non_ascii(len));
        rows.push(count_char(len));
    }
    rows
}

/// Small letters.
fn text(len: usize) -> Rc<Lines> {
    Rc::new(Lines::new(7, len + START_COUNT as usize).map(|byte| b'a' + byte % 16))
}

/// The letters of [`text`], some of them capitals.
fn mixed_case(len: usize) -> Rc<Lines> {
    let mixed = |byte: u8| (b'a' + byte % 16) ^ ((byte & 0x40) >> 1);
    Rc::new(Lines::new(7, len + START_COUNT as usize).map(mixed))
}

fn row(
    name: &str,
    len: usize,
    expected: u64,
    contenders: impl Fn() -> Vec<Contender> + 'static,
) -> Row {
    Row {
        unit: if len >= 4096 { Unit::GigabytesPerSecond } else { Unit::Nanoseconds },
        bytes_per_op: len as u64,
        verify_iterations: START_COUNT,
        ..Row::new(
            GROUP,
            format!("{name} {len} B"),
            format!("{START_COUNT} texts of {len} bytes at consecutive offsets, in turn"),
            expected,
            contenders,
        )
    }
}

/// The answer of searches that find nothing and say so by the length.
const fn all_absent(len: usize) -> u64 {
    START_COUNT * len as u64
}

/// Our time over Zig's at which a search is fast enough.
fn search_target(len: usize) -> f64 {
    if len >= 64 { 0.2 } else { 1.0 }
}

fn zig_text(
    label: &'static str,
    kind: TextLoop,
    input: &Rc<Lines>,
    other: &Rc<[u8]>,
    len: usize,
    target: f64,
) -> Option<Contender> {
    let (input, other) = (Rc::clone(input), Rc::clone(other));
    let run = move |zig: zig_oracle::Loops, n| zig.text(kind, input.get(), &other, len, n);
    zig().map(|zig| Contender::zig(label, move |n| run(zig, n)).target(target))
}

/// A loop over a function of the text.
fn over(
    input: &Rc<Lines>,
    len: usize,
    function: impl Fn(&[u8]) -> u64 + 'static,
) -> impl FnMut(u64) -> u64 + 'static {
    let input = Rc::clone(input);
    move |n| throughput(&function, input.get(), len, n)
}

fn index_of_char(len: usize) -> Row {
    row("index_of_char", len, all_absent(len), move || {
        let input = text(len);
        let mut all = vec![
            Contender::ours(
                "index_of_char",
                over(&input, len, move |text| or_len(bun_str::index_of_char(text, b'{'), text)),
            ),
            Contender::rival(
                "memchr",
                over(&input, len, move |text| or_len(memchr::memchr(b'{', text), text)),
            )
            .target(1.0),
        ];
        let other = Rc::from(&ABSENT[..1]);
        all.extend(zig_text(
            "std.mem.indexOfScalar",
            TextLoop::IndexOfScalar,
            &input,
            &other,
            len,
            if len >= 4096 { 0.35 } else { 1.0 },
        ));
        all.extend(highway(&input, &ABSENT[..1], len));
        all
    })
}

fn highway(input: &Rc<Lines>, set: &'static [u8], len: usize) -> Option<Contender> {
    let highway = Highway::find()?;
    let run = over(input, len, move |text| highway.index_of_any(text, set) as u64);
    // The goal is to be as fast on long texts.
    Some(Contender::rival("highway", run).target((len >= 4096).then_some(1.0)))
}

fn last_index_of_char(len: usize) -> Row {
    row("last_index_of_char", len, all_absent(len), move || {
        let input = text(len);
        let mut all = vec![Contender::ours(
            "last_index_of_char",
            over(&input, len, |text| {
                strings::last_index_of_char(text, b'{').unwrap_or(text.len()) as u64
            }),
        )];
        let other = Rc::from(&ABSENT[..1]);
        let kind = TextLoop::LastIndexOfScalar;
        all.extend(zig_text("std.mem.lastIndexOfScalar", kind, &input, &other, len, 1.0));
        all
    })
}

fn index_of_any(len: usize, count: usize) -> Row {
    row(&format!("index_of_any {count} bytes"), len, all_absent(len), move || {
        let input = text(len);
        let set = &ABSENT[..count];
        // Literals, as ported code has them: the choice of the search is made while compiling.
        let mut all = vec![match count {
            2 => ours_of_any(&input, len, |text| strings::index_of_any(text, b"{}")),
            3 => ours_of_any(&input, len, |text| strings::index_of_any(text, b"{}[")),
            8 => ours_of_any(&input, len, |text| strings::index_of_any(text, b"{}[]()<>")),
            _ => ours_of_any(&input, len, |text| strings::index_of_any(text, ABSENT)),
        }];
        if count > 3 {
            let constant = ByteSet::new(set);
            let run = over(&input, len, move |text| or_len(constant.find(text), text));
            all.push(Contender::with_role("ByteSet", Role::Variant, run));
        }
        let rival = over(&input, len, move |text| or_len(text.find_byteset(set), text));
        all.push(Contender::rival("bstr", rival).target(1.0));
        let label = "std.mem.indexOfAny";
        let other = Rc::from(set);
        all.extend(zig_text(label, TextLoop::IndexOfAny, &input, &other, len, search_target(len)));
        all.extend(highway(&input, set, len));
        all
    })
}

fn ours_of_any(
    input: &Rc<Lines>,
    len: usize,
    find: impl Fn(&[u8]) -> Option<usize> + 'static,
) -> Contender {
    Contender::ours("index_of_any", over(input, len, move |text| or_len(find(text), text)))
}

/// What a search counts as.
fn or_len(found: Option<usize>, text: &[u8]) -> u64 {
    found.unwrap_or(text.len()) as u64
}

fn index_of(len: usize) -> Row {
    row("index_of 8 B needle", len, all_absent(len), move || {
        let input = text(len);
        let finder = memchr::memmem::Finder::new(NEEDLE);
        let mut all = vec![
            Contender::ours(
                "index_of",
                over(&input, len, |text| {
                    strings::index_of(text, NEEDLE).unwrap_or(text.len()) as u64
                }),
            ),
            Contender::rival(
                "memmem",
                over(&input, len, |text| {
                    memchr::memmem::find(text, NEEDLE).unwrap_or(text.len()) as u64
                }),
            )
            .target(1.0),
            Contender::reference(
                "memmem prepared",
                all_absent(len),
                over(&input, len, move |text| finder.find(text).unwrap_or(text.len()) as u64),
            ),
        ];
        let other = Rc::from(NEEDLE);
        all.extend(zig_text("std.mem.indexOf", TextLoop::IndexOf, &input, &other, len, 1.0));
        all
    })
}

/// A loop over a function of two texts, read at the same offsets.
fn over_two(
    a: &Rc<Lines>,
    b: &Rc<Lines>,
    len: usize,
    function: impl Fn(&[u8], &[u8]) -> bool + 'static,
) -> impl FnMut(u64) -> u64 + 'static {
    let (a, b) = (Rc::clone(a), Rc::clone(b));
    move |n| {
        (0..n).fold(0, |sum: u64, index| {
            let start = (index % START_COUNT) as usize;
            let first = &a.get()[start..start + opaque(len)];
            let second = &b.get()[start..start + opaque(len)];
            sum.wrapping_add(u64::from(function(first, second)))
        })
    }
}

fn eql(len: usize) -> Row {
    row("eql", len, START_COUNT, move || {
        let (a, b) = (text(len), text(len));
        let mut all = vec![Contender::ours("eql", over_two(&a, &b, len, strings::eql))];
        let other = Rc::from(b.get());
        all.extend(zig_text("std.mem.eql", TextLoop::Eql, &a, &other, len, 1.0));
        all
    })
}

fn eql_ignoring_case(len: usize) -> Row {
    row("eql ignoring case", len, START_COUNT, move || {
        let (a, b) = (text(len), mixed_case(len));
        let ours = strings::eql_case_insensitive_ascii_check_length;
        let mut all = vec![
            Contender::ours("eql_case_insensitive_ascii", over_two(&a, &b, len, ours)),
            Contender::rival("core", over_two(&a, &b, len, <[u8]>::eq_ignore_ascii_case))
                .target(1.0),
        ];
        let other = Rc::from(b.get());
        let kind = TextLoop::EqlIgnoreCase;
        all.extend(zig_text("std.ascii.eqlIgnoreCase", kind, &a, &other, len, 1.0));
        all
    })
}

fn copy_lowercase(len: usize) -> Row {
    // The sum of the last letters.
    let expected = move || {
        let input = text(len);
        (0..START_COUNT as usize).map(|start| u64::from(input.get()[start + len - 1])).sum()
    };
    row("copy_lowercase", len, expected(), move || {
        let input = mixed_case(len);
        let ours = lowering(&input, len, |text, out| {
            strings::copy_lowercase(text, out);
        });
        let core = lowering(&input, len, |text, out| {
            let out = &mut out[..text.len()];
            out.copy_from_slice(text);
            out.make_ascii_lowercase();
        });
        let mut all = vec![
            Contender::ours("copy_lowercase", ours),
            Contender::rival("core", core).target(1.0),
        ];
        let kind = TextLoop::LowerString;
        let other = Rc::from(&ABSENT[..1]);
        all.extend(zig_text("std.ascii.lowerString", kind, &input, &other, len, 1.0));
        all
    })
}

/// A loop over a function that writes what it makes of the text.
fn lowering(
    input: &Rc<Lines>,
    len: usize,
    function: impl Fn(&[u8], &mut [u8]) + 'static,
) -> impl FnMut(u64) -> u64 + 'static {
    let (input, mut out) = (Rc::clone(input), vec![0; len]);
    move |n| {
        (0..n).fold(0, |sum: u64, index| {
            let start = (index % START_COUNT) as usize;
            function(&input.get()[start..start + opaque(len)], &mut out);
            sum.wrapping_add(u64::from(out[opaque(len) - 1]))
        })
    }
}

fn is_all_ascii(len: usize) -> Row {
    row("is_all_ascii", len, START_COUNT, move || {
        let input = text(len);
        let mut all = vec![
            Contender::ours(
                "is_all_ascii",
                over(&input, len, |text| u64::from(strings::is_all_ascii(text))),
            ),
            Contender::rival("core", over(&input, len, |text| u64::from(text.is_ascii())))
                .target(1.0),
        ];
        let other = Rc::from(&ABSENT[..1]);
        all.extend(zig_text("@Vector loop", TextLoop::IsAscii, &input, &other, len, 1.0));
        all.extend(Highway::find().map(|highway| {
            let read = move |text: &[u8]| u64::from(highway.read_all(text) != 0);
            Contender::floor("read everything", over(&input, len, read))
        }));
        all
    })
}

fn first_non_ascii(len: usize) -> Row {
    row("first_non_ascii", len, all_absent(len), move || {
        let input = text(len);
        let mut all = vec![
            Contender::ours(
                "first_non_ascii",
                over(&input, len, |text| {
                    strings::first_non_ascii(text).map_or(text.len(), |at| at as usize) as u64
                }),
            ),
            Contender::rival(
                "bstr",
                over(&input, len, |text| text.find_non_ascii_byte().unwrap_or(text.len()) as u64),
            )
            .target(1.0),
        ];
        let other = Rc::from(&ABSENT[..1]);
        all.extend(zig_text("@Vector loop", TextLoop::FirstNonAscii, &input, &other, len, 1.0));
        all
    })
}

fn count_char(len: usize) -> Row {
    row("count_char", len, 0, move || {
        let input = text(len);
        let mut all = vec![Contender::ours(
            "count_char",
            over(&input, len, |text| strings::count_char(text, b'{') as u64),
        )];
        let other = Rc::from(&ABSENT[..1]);
        all.extend(zig_text("std.mem.count", TextLoop::CountScalar, &input, &other, len, 1.0));
        all
    })
}
