//! Whatever the sizes, the bytes come out in order.

use crate::deprecated::{BufferedReader, buffered_reader};
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;
use std::io::Read;

/// Hands out at most `most` bytes at once.
struct Slow<'a> {
    rest: &'a [u8],
    most: usize,
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(self.most);
        (&mut self.rest).take(most as u64).read(buffer)
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn bytes_come_out_in_order(
        bytes in proptest::collection::vec(any::<u8>(), 0..60),
        most in 1..12_usize,
        sizes in proptest::collection::vec(0..12_usize, 1..20),
    ) {
        let mut reader = BufferedReader::<8, _>::new(Slow { rest: &bytes, most });
        let mut out = Vec::new();
        for size in sizes {
            let mut part = vec![0; size];
            let count = reader.read(&mut part).expect("it cannot fail");
            out.extend_from_slice(&part[..count]);
        }
        prop_assert_eq!(&bytes[..out.len()], &out[..]);
        reader.read_to_end(&mut out).expect("it cannot fail");
        prop_assert_eq!(out, bytes);
    }
}

#[test]
fn an_error_loses_nothing() {
    let mut reader = buffered_reader(());
    reader.buf[..2].copy_from_slice(b"ab");
    reader.end = 2;
    let mut dest = [0; 2];
    assert_eq!(reader.read_with(&mut dest, |(), _| Err("unused")), Ok(2));
    assert_eq!(reader.read_with(&mut dest, |(), _| Err("failed")), Err("failed"));
    assert_eq!((&dest, reader.buffered()), (b"ab", &b""[..]));
}

#[test]
fn positions_that_make_no_sense_are_an_empty_buffer() {
    let mut reader = BufferedReader::<4, _>::new(b"xyz".as_slice());
    for (start, end) in [(3, 2), (0, 5), (usize::MAX, usize::MAX)] {
        (reader.start, reader.end) = (start, end);
        assert_eq!(reader.buffered(), b"");
    }
    assert_eq!(reader.read(&mut [0; 2]).expect("it cannot fail"), 2);
    // A source that claims more than it was given room for.
    assert_eq!(reader.read_with(&mut [0; 1], |_, _| Ok::<_, ()>(9)), Ok(1));
    assert_eq!(reader.read_with(&mut [0; 2], |_, _| Ok::<_, ()>(9)), Ok(2));
}
