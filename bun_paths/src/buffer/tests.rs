//! Buffers: what may be read is what was written, whatever the buffer's origin.

use core::mem::MaybeUninit;

use super::*;
use crate::NameTooLong;

type Small = UnitBuffer<u8, 4>;

#[test]
fn only_what_was_written_can_be_read() {
    let mut buf = Small::uninit();
    assert_eq!((buf.as_slice(), buf.capacity()), (&[][..], 4));
    let mut writer = buf.writer();
    writer.push_slice(b"ab").expect("two of four units");
    assert_eq!(writer.finish(), b"ab");
    assert_eq!(&*buf, b"ab");
    // A shorter path does not hide the longer one from code that kept its length.
    let mut writer = buf.writer();
    writer.push(b'x').expect("one of four units");
    let _ = writer.finish();
    assert_eq!(&*buf, b"xb");
    // Giving a writer up publishes nothing that was not readable before.
    buf.writer().push_slice(b"1234").expect("four of four units");
    assert_eq!(&*buf, b"12");
    buf[3] = b'!';
    assert_eq!(&*buf, b"12\0!");
    buf.as_uninit_mut()[0] = MaybeUninit::uninit();
    assert_eq!(&*buf, b"");
    buf.as_uninit_mut().write_copy_of_slice(b"wxyz");
    // SAFETY:
    // 1. 3 < 4.
    // 2. All four units were written by the line above.
    let three = unsafe { buf.assume_init(3) };
    assert_eq!(three, b"wxy");
    buf.clear();
    assert_eq!(&*buf, b"");
    assert_eq!(&*Small::ZEROED, [0; 4]);
    assert_eq!(&*WPathBuffer::default(), [0_u16; 0]);
}

#[test]
fn every_origin_writes_the_same_and_stops_at_its_end() {
    for capacity in 0..6 {
        let mut uninit = [const { MaybeUninit::<u8>::uninit() }; 6];
        check(PathWriter::from(&mut uninit[..capacity]), capacity);
        let mut bytes = [0xAA_u8; 6];
        check(PathWriter::from(&mut bytes[..capacity]), capacity);
        // The canaries behind the slice are untouched, and the slice is plain bytes again.
        assert!(bytes[capacity..].iter().all(|b| *b == 0xAA));
    }
    check(PathWriter::from(&mut [0_u8; 4]), 4);
    check(PathWriter::from(&mut Small::uninit()), 4);
}

fn check(mut writer: PathWriter<'_>, capacity: usize) {
    assert_eq!(writer.capacity(), capacity);
    let mut model = Vec::new();
    for piece in [&b"a"[..], b"", b"bc", b"d", b"e"] {
        let fits = model.len() + piece.len() <= capacity;
        let expected =
            if fits { Ok(()) } else { Err(NameTooLong { needed: model.len() + piece.len() + 1 }) };
        let result = if let [unit] = piece { writer.push(*unit) } else { writer.push_slice(piece) };
        assert_eq!(result, expected);
        if fits {
            model.extend_from_slice(piece);
        }
        assert_eq!((writer.written(), writer.len()), (&*model, model.len()));
    }
    writer.truncate(model.len() + 1);
    assert_eq!(writer.len(), model.len());
    writer.truncate(2);
    model.truncate(2);
    assert_eq!(writer.is_empty(), model.is_empty());
    match writer.finish_z() {
        Ok(path) => assert_eq!(path.as_bytes(), model),
        Err(error) => {
            assert_eq!(error.needed, model.len() + 2);
            assert_eq!(model.len(), capacity);
        }
    }
}

#[test]
fn wide_buffers_take_units() {
    let mut buf = UnitBuffer::<u16, 3>::uninit();
    let mut writer = PathWriter::from(&mut buf);
    writer.push_slice(&[0xD800, 0x41]).expect("two of three units");
    assert_eq!(writer.finish(), [0xD800, 0x41]);
    assert_eq!(buf.as_mut_slice(), [0xD800, 0x41, 0]);
}
