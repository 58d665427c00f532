//! Errors: comparing with a constant, and finding the name.

use alloc::rc::Rc;
use core::hint::black_box;

use bun_core::{Error, err};

use super::zig;
use crate::input::words;
use crate::row::{Contender, Row};

const GROUP: &str = "error";
const COUNT: usize = 4096;
const SEED: u64 = 0xe7;

/// As `oracle/bench_error.zig` has them.
const KNOWN: [Error; 32] = [
    err!(ENOENT),
    err!(EACCES),
    err!(EEXIST),
    err!(FileNotFound),
    err!(OutOfMemory),
    err!(ConnectionClosed),
    err!(Timeout),
    err!(InvalidArgument),
    err!(EPERM),
    err!(EAGAIN),
    err!(EBADF),
    err!(EIO),
    err!(ENOSPC),
    err!(EPIPE),
    err!(WriteFailed),
    err!(EndOfStream),
    err!(ModuleNotFound),
    err!(SyntaxError),
    err!(ParseError),
    err!(Overflow),
    err!(ENOTDIR),
    err!(EISDIR),
    err!(EINVAL),
    err!(EMFILE),
    err!(StackOverflow),
    err!(Unexpected),
    err!(AccessDenied),
    err!(TooManyRedirects),
    err!(BrokenPipe),
    err!(WouldBlock),
    err!(NameTooLong),
    err!(NotDir),
];

/// As `oracle/bench_error.zig` has them.
const OWN: [Error; 32] = [
    err!(AcornMissing),
    err!(BirchTooTall),
    err!(CedarUnknown),
    err!(DogwoodBusy),
    err!(ElmNotMounted),
    err!(FirOutOfOrder),
    err!(GinkgoStale),
    err!(HazelTruncated),
    err!(IvyEntangled),
    err!(JuniperLocked),
    err!(KapokOverdue),
    err!(LarchUnstable),
    err!(MapleDuplicate),
    err!(NutmegExpired),
    err!(OakUnreadable),
    err!(PineTooShort),
    err!(QuinceRejected),
    err!(RowanShadowed),
    err!(SpruceInvalid),
    err!(TeakUnsigned),
    err!(UpasForbidden),
    err!(VioletSkipped),
    err!(WillowBent),
    err!(XylosmaMisread),
    err!(YewImmutable),
    err!(ZelkovaDropped),
    err!(AspenNervous),
    err!(BeechUnwritten),
    err!(CypressPartial),
    err!(DateNotRipe),
    err!(EbonyTooDark),
    err!(FigCounterfeit),
];

pub(super) fn rows() -> Vec<Row> {
    vec![compare_row(0x8b), name_row(0x5_3185), own_name_row(0x5_81b0)]
}

fn row(
    name: &str,
    input: &str,
    expected: u64,
    contenders: impl Fn() -> Vec<Contender> + 'static,
) -> Row {
    Row {
        ops_per_iteration: COUNT as u64,
        ..Row::new(GROUP, name, format!("{COUNT} random errors {input}"), expected, contenders)
    }
}

fn indices() -> Rc<[u32]> {
    words(SEED, COUNT).iter().map(|&word| (word % 32) as u32).collect()
}

fn errors(list: &[Error; 32]) -> Vec<Error> {
    indices().iter().map(|&index| list[index as usize]).collect()
}

fn compare_row(expected: u64) -> Row {
    row("== err!", "of 32, each compared with ENOENT", expected, || {
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("== error.ENOENT", move |n| zig.error_compare(&indices, n)).target(1.0)
        }));
        let errors = errors(&KNOWN);
        contenders.push(Contender::ours("== err!(ENOENT)", move |n| {
            sum(|error| u64::from(error == err!(ENOENT)), &errors, n)
        }));
        contenders
    })
}

fn name_row(expected: u64) -> Row {
    row("name", "with well-known tags, of 32", expected, || {
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("@errorName", move |n| zig.error_name(&indices, n)).target(1.0)
        }));
        let errors = errors(&KNOWN);
        contenders.push(Contender::ours("Error::name", move |n| sum(letters, &errors, n)));
        contenders
    })
}

fn own_name_row(expected: u64) -> Row {
    row("name of a new tag", "with tags of their own, of 32", expected, || {
        let mut contenders = Vec::new();
        contenders.extend(zig().map(|zig| {
            let indices = indices();
            Contender::zig("@errorName", move |n| zig.error_own_name(&indices, n)).target(1.0)
        }));
        let errors = errors(&OWN);
        contenders.push(Contender::ours("Error::name", move |n| sum(letters, &errors, n)));
        contenders
    })
}

/// The length and the first letter of a name.
#[inline(always)]
fn letters(error: Error) -> u64 {
    let name = error.name();
    name.len() as u64 + name.bytes().next().map_or(0, u64::from)
}

/// Adds up what `of` says of each error; nothing is kept from one iteration to the next.
#[inline(always)]
fn sum(of: impl Fn(Error) -> u64, errors: &[Error], iterations: u64) -> u64 {
    (0..iterations).fold(0, |sum: u64, _| {
        black_box(errors.iter().fold(sum, |sum, &error| sum.wrapping_add(of(error))))
    })
}
