//! The iterator against a kernel that is played by the test: no answer reads beyond the buffer,
//! goes round in circles, or leaves a name that outlives its step.

use alloc::collections::VecDeque;
use core::mem::MaybeUninit;

use proptest::prelude::*;

use super::*;

/// A record of the test's own making: its length, the start and the end of its name, then the rest.
fn parse(bytes: &[u8]) -> Option<Record> {
    let &[len, start, end, ..] = bytes else { return None };
    let (len, start, end) = (usize::from(len), usize::from(start), usize::from(end));
    Some(Record { len, name: start..end, kind: FileKind::Unknown })
}

fn record(name: &[u8]) -> Vec<u8> {
    let end = u8::try_from(3 + name.len() + 1).expect("short names");
    [&[end, 3, end], name, b"\0"].concat()
}

fn put(buffer: &mut Buffer, bytes: &[u8]) {
    let mut writer = buffer.writer();
    writer.push_slice(bytes).expect("answers are short");
    assert_eq!(writer.finish(), bytes);
}

/// All names of the answers, and how it ended.
fn names(answers: &[Vec<u8>]) -> (Vec<Vec<u8>>, Result<(), SystemErrno>) {
    let mut answers: VecDeque<_> = answers.iter().cloned().collect();
    let mut records = Records::new();
    let mut seen = Vec::new();
    loop {
        let fill = |buffer: &mut Buffer| {
            put(buffer, &answers.pop_front().unwrap_or_default());
            Ok(())
        };
        match records.next(fill, parse) {
            Ok(Some(entry)) => seen.push(entry.name.slice().to_vec()),
            Ok(None) => return (seen, Ok(())),
            Err(errno) => return (seen, Err(errno)),
        }
    }
}

#[test]
fn answers_follow_each_other_without_the_two_dots() {
    let first = [record(b"."), record(b"a"), record(b".."), record(b"...")].concat();
    let second = [record(b".."), record(b""), record(b"..b"), record(b".")].concat();
    let only_dots = [record(b"."), record(b"..")].concat();
    let (seen, end) = names(&[first, only_dots, second]);
    assert_eq!(seen, [&b"a"[..], b"...", b"..b"]);
    assert_eq!(end, Ok(()));
    assert_eq!(names(&[]), (vec![], Ok(())));
}

#[test]
fn a_parser_that_lies_is_an_error_and_not_a_read() {
    let lies: &[&[u8]] = &[
        &[0, 3, 5, b'x', 0],
        &[6, 3, 5, b'x', 0],
        &[255, 3, 5, b'x', 0],
        &[5, 3, 6, b'x', 0],
        &[5, 3, 255, b'x', 0],
        &[5, 5, 3, b'x', 0],
        &[5, 3, 3, b'x', 0],
        &[5, 3, 4, b'x', 0],
        &[5, 3],
    ];
    for lie in lies {
        let answer = [&record(b"good")[..], lie].concat();
        let expected = (vec![b"good".to_vec()], Err(SystemErrno::EIO));
        assert_eq!(names(&[answer]), expected, "{lie:?}");
    }
}

#[test]
fn the_error_of_the_system_is_passed_on_and_nothing_is_left() {
    let mut records = Records::new();
    let fails = |_: &mut Buffer| Err(SystemErrno::ENOENT);
    assert_eq!(records.next(fails, parse).err(), Some(SystemErrno::ENOENT));
    let ends = |buffer: &mut Buffer| {
        assert!(buffer.is_empty());
        Ok(())
    };
    assert_eq!(records.next(ends, parse), Ok(None));
}

#[test]
fn a_new_answer_does_not_show_the_old_one() {
    let mut records = Records::new();
    let first = |buffer: &mut Buffer| {
        put(buffer, &record(b"a long name"));
        Ok(())
    };
    assert!(records.next(first, parse).is_ok_and(|entry| entry.is_some()));
    // Lends its memory for an answer, and then does not write one.
    let silent = |buffer: &mut Buffer| {
        let room: &mut [MaybeUninit<u8>] = buffer.as_uninit_mut();
        assert_eq!(room.len(), BUFFER_LEN);
        Ok(())
    };
    assert_eq!(records.next(silent, parse), Ok(None));
    records.clear();
    assert_eq!(records.next(silent, parse), Ok(None));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 2048 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn noise_ends(answers in proptest::collection::vec(
        proptest::collection::vec(0_u8..24, 0..64), 0..4,
    )) {
        let total: usize = answers.iter().map(Vec::len).sum();
        let (seen, end) = names(&answers);
        prop_assert!(seen.len() <= total);
        prop_assert!(matches!(end, Ok(()) | Err(SystemErrno::EIO)));
    }
}
