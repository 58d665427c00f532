//! Writers and readers of bytes.

use alloc::vec::Vec;

use proptest::prelude::*;

use super::{
    AsFmt, DiscardingWriter, FixedBufferStream, FmtAdapter, IntLe, Write, WrittenLen as _,
};
use crate::error::{Error, Result, known};

/// One call of each method of the trait.
#[derive(Clone, Debug)]
enum Op {
    WriteAll(Vec<u8>),
    WriteByte(u8),
    WriteStr(String),
    WriteInt(u32),
    Splat(u8, usize),
    WriteFmt(i16),
    Flush,
}

fn ops() -> impl Strategy<Value = Op> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..20).prop_map(Op::WriteAll),
        any::<u8>().prop_map(Op::WriteByte),
        "[a-zé]{0,8}".prop_map(Op::WriteStr),
        any::<u32>().prop_map(Op::WriteInt),
        (any::<u8>(), 0_usize..150).prop_map(|(byte, count)| Op::Splat(byte, count)),
        any::<i16>().prop_map(Op::WriteFmt),
        Just(Op::Flush),
    ]
}

fn apply(op: &Op, writer: &mut impl Write) -> Result<()> {
    match op {
        Op::WriteAll(bytes) => writer.write_all(bytes),
        Op::WriteByte(byte) => writer.write_byte(*byte),
        Op::WriteStr(text) => writer.write_str(text),
        Op::WriteInt(value) => writer.write_int_le(*value),
        Op::Splat(byte, count) => writer.splat_byte_all(*byte, *count),
        Op::WriteFmt(value) => writer.print(format_args!("<{value}>")),
        Op::Flush => writer.flush(),
    }
}

fn model(op: &Op) -> Vec<u8> {
    match op {
        Op::WriteAll(bytes) => bytes.clone(),
        Op::WriteByte(byte) => vec![*byte],
        Op::WriteStr(text) => text.as_bytes().to_vec(),
        Op::WriteInt(value) => IntLe::to_le_bytes(*value).to_vec(),
        Op::Splat(byte, count) => vec![*byte; *count],
        Op::WriteFmt(value) => format!("<{value}>").into_bytes(),
        Op::Flush => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: if cfg!(miri) { 3 } else { 256 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn writers_agree_with_a_vector(
        ops in prop::collection::vec(ops(), 0..12),
        capacity in 0_usize..300,
    ) {
        let mut expected = Vec::new();
        let mut vector = Vec::new();
        let mut counter = DiscardingWriter::new();
        let mut fixed = FixedBufferStream::new(vec![0xAA; capacity]);
        let mut has_failed = false;
        for op in &ops {
            expected.extend(model(op));
            apply(op, &mut vector)?;
            apply(op, &mut counter)?;
            // A failed write ends the comparison: what follows may still fit.
            if !has_failed {
                let result = apply(op, &mut &mut fixed);
                has_failed = result.is_err();
                let expected_result =
                    if expected.len() > capacity { Err(known!(NoSpaceLeft)) } else { Ok(()) };
                prop_assert_eq!(result, expected_result);
            }
        }
        prop_assert_eq!(&vector, &expected);
        prop_assert_eq!(counter.count, expected.len());
        let kept = fixed.get_written().len();
        prop_assert_eq!(fixed.get_written(), &expected[..kept]);
        prop_assert!(fixed.buffer[kept..].iter().all(|&byte| byte == 0xAA));
    }

    #[test]
    fn what_is_written_can_be_read(values: (u8, i16, u64, i128), cut in 0_usize..30) {
        let mut stream = FixedBufferStream::new([0; 27]);
        stream.write_int_le(values.0)?;
        stream.write_int_le(values.1)?;
        stream.write_int_le(values.2)?;
        stream.write_int_le(values.3)?;
        prop_assert_eq!(stream.write_byte(0), Err(known!(NoSpaceLeft)));
        stream.reset();
        prop_assert_eq!(stream.read_int_le::<u8>()?, values.0);
        prop_assert_eq!(stream.read_int_le::<i16>()?, values.1);
        prop_assert_eq!(stream.read_int_le::<u64>()?, values.2);
        prop_assert_eq!(stream.read_int_le::<i128>()?, values.3);
        prop_assert_eq!(stream.read_int_le::<u8>(), Err(known!(EndOfStream)));
        stream.seek_to(cut);
        let mut rest = [0; 64];
        prop_assert_eq!(stream.read_all(&mut rest), 27 - cut.min(27));
    }
}

#[test]
fn a_position_beyond_the_end_is_an_end() {
    let mut stream = FixedBufferStream { buffer: [1, 2, 3], pos: usize::MAX };
    assert_eq!(stream.get_written(), [1, 2, 3]);
    assert_eq!(stream.write_byte(0), Err(known!(NoSpaceLeft)));
    assert_eq!(stream.write_all(b""), Ok(()));
    assert_eq!(stream.read_exact(&mut [0]), Err(known!(EndOfStream)));
    assert_eq!(stream.read_exact(&mut []), Ok(()));
}

#[test]
fn the_error_behind_a_formatting_error_is_kept() {
    let mut stream = FixedBufferStream::new([0; 2]);
    assert_eq!(stream.print(format_args!("{}", 123)), Err(known!(NoSpaceLeft)));
    let fails = core::fmt::from_fn(|_| Err(core::fmt::Error));
    assert_eq!(Vec::new().print(format_args!("{fails}")), Err(known!(WriteFailed)));
    let mut adapter = AsFmt::new(&mut stream);
    assert!(core::fmt::Write::write_str(&mut adapter, "x").is_err());
    assert_eq!(adapter.take_error(), Some(known!(NoSpaceLeft)));
    assert_eq!(adapter.take_error(), None);
}

#[test]
fn works_unsized() {
    let mut bytes = Vec::new();
    let writer: &mut dyn Write = &mut bytes;
    write!(writer, "{}", 1).unwrap();
    writer.splat_byte_all(b'-', 130).unwrap();
    assert_eq!(bytes.len(), 131);
    let mut text = String::new();
    let adapter: &mut dyn Write = &mut FmtAdapter::new(&mut text);
    adapter.write_all(b"\xff!").unwrap();
    assert_eq!(text, "\u{fffd}!");
    assert_eq!(Error::from(core::fmt::Error), known!(WriteFailed));
}

/// Takes so many bytes, and fails from there on with an error of its own.
struct FailAfter {
    left: usize,
    taken: Vec<u8>,
}

impl Write for FailAfter {
    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        let kept = bytes.len().min(self.left);
        self.left -= kept;
        self.taken.extend_from_slice(&bytes[..kept]);
        if kept < bytes.len() { Err(known!(BrokenPipe)) } else { Ok(()) }
    }
}

#[test]
fn a_writer_that_fails_midway_keeps_the_beginning_and_says_why() {
    let whole = b"<-1>aaaaa\x02\x01xyz";
    for left in 0..=whole.len() {
        let mut writer = FailAfter { left, taken: Vec::new() };
        let result = write!(&mut writer, "<{}>", -1)
            .and_then(|()| writer.splat_byte_all(b'a', 5))
            .and_then(|()| writer.write_int_le(0x0102_u16))
            .and_then(|()| writer.write_str("xy"))
            .and_then(|()| writer.write_byte(b'z'))
            .and_then(|()| writer.flush());
        assert_eq!(writer.taken, whole[..left]);
        let expected = if left < whole.len() { Err(known!(BrokenPipe)) } else { Ok(()) };
        assert_eq!(result, expected, "after {left} bytes");
    }
}

#[test]
fn values_are_read_as_they_lie_in_memory() {
    let mut stream = FixedBufferStream::new([1, 2, 3, 4, 5, 6, 7]);
    stream.seek_to(1);
    assert_eq!(stream.read_struct(), Ok(u32::from_ne_bytes([2, 3, 4, 5])));
    assert_eq!(stream.reader().read_struct::<[u8; 3]>(), Err(known!(EndOfStream)));
    assert_eq!(stream.read_struct(), Ok([6_u8, 7]));
    assert_eq!(stream.read_struct(), Ok(()));
    stream.pos = usize::MAX;
    assert_eq!(stream.read_struct::<u8>(), Err(known!(EndOfStream)));
}

#[test]
fn written_lengths_are_known() {
    let mut bytes = vec![0];
    bytes.write_all(b"ab").unwrap();
    assert_eq!(bytes.written_len(), 3);
    let lent: &mut Vec<u8> = &mut bytes;
    assert_eq!(lent.count_written(), 3);
    let mut counter = DiscardingWriter::default();
    counter.splat_byte_all(0, 200).unwrap();
    assert_eq!(counter.written_len(), 200);
}
