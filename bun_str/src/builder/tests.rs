//! `StringBuilder`: what is counted fits, and what is lent stays.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::StringBuilder;

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn what_is_counted_fits_exactly(pieces in crate::cases::pieces()) {
        let mut builder = StringBuilder::default();
        let mut model = Vec::new();
        for (kind, piece) in &pieces {
            match kind % 4 {
                0 => builder.count(piece),
                1 => builder.count_z(piece),
                2 => builder.fmt_count(format_args!("{}", piece.len())),
                _ => {
                    let units: Vec<u16> = piece.iter().map(|b| u16::from(*b) << 8).collect();
                    builder.count16_z(&units);
                }
            }
        }
        prop_assert_eq!(builder.allocate(), Ok(()));
        let mut places = Vec::new();
        for (kind, piece) in &pieces {
            let start = model.len();
            match kind % 4 {
                0 => {
                    model.extend_from_slice(piece);
                    places.push((builder.append_count(piece), start, piece.len()));
                }
                1 => {
                    model.extend_from_slice(piece);
                    model.push(0);
                    places.push((builder.append_count_z(piece), start, piece.len()));
                }
                2 => {
                    let text = alloc::format!("{}", piece.len());
                    model.extend_from_slice(text.as_bytes());
                    let place = builder.fmt_append_count(format_args!("{}", piece.len()));
                    places.push((place, start, text.len()));
                }
                _ => {
                    let units: Vec<u16> = piece.iter().map(|b| u16::from(*b) << 8).collect();
                    let text = String::from_utf16_lossy(&units);
                    prop_assert_eq!(builder.append16(&units).as_bytes(), text.as_bytes());
                    model.extend_from_slice(text.as_bytes());
                    model.push(0);
                }
            }
        }
        prop_assert_eq!((builder.len, builder.cap), (model.len(), model.len()));
        prop_assert_eq!(builder.written_slice(), &model);
        for (place, start, len) in places {
            prop_assert_eq!(place.slice(&model), &model[start..start + len]);
        }
        prop_assert!(builder.writable().is_empty());
        prop_assert_eq!(&*builder.move_to_slice(), &model);
        prop_assert_eq!((builder.len, builder.cap, builder.ptr.is_none()), (0, 0, true));
    }
}

#[test]
fn raw_pieces_stay_valid_while_others_are_appended() {
    let mut builder = StringBuilder::init_capacity(16);
    // SAFETY: the builder outlives the pieces, and nothing but appending happens meanwhile.
    let first = unsafe { builder.append_raw(b"first") };
    // SAFETY: the same.
    let second = unsafe { builder.append_raw(b"second") };
    assert_eq!(builder.append_z(b"3").as_bytes(), b"3");
    builder.append(b"4");
    builder.writable()[0] = b'5';
    builder.len += 1;
    assert_eq!((first, second), (&b"first"[..], &b"second"[..]));
    assert_eq!(builder.written_slice(), b"firstsecond3\x0045");
}

#[test]
fn concatenation_is_one_place() {
    let mut builder = StringBuilder::init_capacity(4);
    builder.append_str("a");
    let place = builder.add_concat(&[b"b", b"", b"c"]);
    assert_eq!((place.offset, place.length), (1, 2));
    assert_eq!(&*builder.move_to_slice(), b"abc\0");
    assert_eq!(place.try_slice(b"ab"), None);
    assert!(!place.is_empty());
}

#[test]
fn formatting_ends_where_it_should() {
    let mut builder = StringBuilder::default();
    builder.fmt_count(format_args!("{}-{}", 1, 2));
    builder.count_z(b"x");
    assert_eq!(builder.allocate(), Ok(()));
    assert_eq!(builder.fmt(format_args!("{}-{}", 1, 2)), b"1-2");
    let place = builder.fmt_append_count_z(format_args!("x"));
    assert_eq!((place.offset, place.length), (3, 1));
    assert_eq!(builder.allocated_slice(), b"1-2x\0");
}

#[test]
#[should_panic(expected = "appended 2 bytes where 1 are left")]
fn appending_more_than_was_counted_panics() {
    let mut builder = StringBuilder::init_capacity(1);
    builder.append(b"ab");
}

#[test]
fn fields_set_by_hand_stay_in_bounds() {
    let mut builder = StringBuilder::init_capacity(2);
    builder.len = usize::MAX;
    assert!(builder.writable().is_empty());
    assert_eq!(builder.written_slice(), [0; 2]);
    builder.cap = usize::MAX;
    assert!(builder.allocate().is_err());
    builder.ptr = None;
    assert!(builder.allocated_slice().is_empty() && builder.written_slice().is_empty());
}
