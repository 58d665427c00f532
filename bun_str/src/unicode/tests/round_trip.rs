//! Every conversion against std's, on generated text.

use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::{broken, config, lossy_utf8, lossy_utf16, text, units};
use crate::strings::{
    EncodeIntoResult, ToUTF16Error, allocate_latin1_into_utf8, convert_utf8_to_utf16_in_buffer,
    convert_utf16_to_utf8_in_buffer, convert_utf16_to_utf8_without_invalid_surrogate_pairs,
    copy_latin1_into_utf8, copy_utf16_into_utf8, copy_utf16_into_utf8_impl,
    element_length_latin1_into_utf8, element_length_utf8_into_utf16,
    element_length_utf16_into_utf8, is_valid_utf8, to_utf8_alloc, to_utf8_alloc_from_le_bytes,
    to_utf8_from_latin1, to_utf8_list_with_type_bun, to_utf16_alloc, to_utf16_alloc_for_real,
    to_utf16_alloc_maybe_buffered, utf16_eql_string,
};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn well_formed_text_converts_both_ways(bytes in text()) {
        let units = lossy_utf16(&bytes);
        prop_assert!(is_valid_utf8(&bytes));
        prop_assert_eq!(element_length_utf8_into_utf16(&bytes), units.len());
        prop_assert_eq!(element_length_utf16_into_utf8(&units), bytes.len());
        prop_assert_eq!(to_utf16_alloc_for_real(&bytes, true, false), Ok(units.clone()));
        prop_assert_eq!(to_utf8_alloc(&units), &bytes[..]);
        prop_assert!(utf16_eql_string(&units, &bytes));
        // Exactly enough room, then one too few.
        let mut exact = vec![0; units.len()];
        prop_assert_eq!(&*convert_utf8_to_utf16_in_buffer(&mut exact, &bytes), &units[..]);
        let mut exact = vec![0; bytes.len()];
        prop_assert_eq!(&*convert_utf16_to_utf8_in_buffer(&mut exact, &units), &bytes[..]);
        if !units.is_empty() {
            let mut short = vec![0; units.len() - 1];
            prop_assert!(convert_utf8_to_utf16_in_buffer(&mut short, &bytes).is_empty());
            let mut short = vec![0; bytes.len() - 1];
            prop_assert!(convert_utf16_to_utf8_in_buffer(&mut short, &units).is_empty());
        }
    }

    #[test]
    fn ill_formed_bytes_are_replaced_or_refused(bytes in broken(), cut in any::<u16>()) {
        let is_valid = core::str::from_utf8(&bytes).is_ok();
        let expected = lossy_utf16(&bytes);
        prop_assert_eq!(is_valid_utf8(&bytes), is_valid);
        prop_assert_eq!(to_utf16_alloc_for_real(&bytes, false, false), Ok(expected.clone()));
        let refused = to_utf16_alloc_for_real(&bytes, true, false);
        prop_assert_eq!(refused.is_ok(), is_valid);
        prop_assert!(is_valid || refused == Err(ToUTF16Error::InvalidByteSequence));
        let none_for_ascii = to_utf16_alloc(&bytes, false, true).unwrap();
        prop_assert_eq!(none_for_ascii.is_none(), bytes.is_ascii());
        if let Some(mut units) = none_for_ascii {
            prop_assert_eq!(units.pop(), Some(0));
            prop_assert_eq!(&units, &expected);
        }
        let mut buffer = vec![0; bytes.len()];
        let converted = &*convert_utf8_to_utf16_in_buffer(&mut buffer, &bytes);
        prop_assert_eq!(converted, if is_valid { &expected[..] } else { &[] });

        // A stream in two pieces: what the first cuts comes in front of the second.
        let cut = usize::from(cut) % (bytes.len() + 1);
        let (first, second) = bytes.split_at(cut);
        let (mut units, pending, count) = to_utf16_alloc_maybe_buffered::<false, false>(first)
            .unwrap()
            .unwrap_or_else(|| (lossy_utf16(first), [0; 3], 0));
        let rest = [&pending[..usize::from(count)], second].concat();
        let last = to_utf16_alloc_maybe_buffered::<false, true>(&rest).unwrap();
        units.extend(last.map_or_else(|| lossy_utf16(&rest), |(units, _, _)| units));
        prop_assert_eq!(units, expected);
    }

    #[test]
    fn surrogates_without_partners_are_replaced(units in units(), room in 0..260_usize) {
        let expected = lossy_utf8(&units);
        let is_valid = char::decode_utf16(units.iter().copied()).all(|c| c.is_ok());
        prop_assert_eq!(to_utf8_alloc(&units), &expected[..]);
        prop_assert_eq!(element_length_utf16_into_utf8(&units), expected.len());
        let strict = convert_utf16_to_utf8_without_invalid_surrogate_pairs(Vec::new(), &units);
        prop_assert_eq!(strict.is_ok(), is_valid);
        let mut buffer = vec![0; expected.len()];
        let converted = &*convert_utf16_to_utf8_in_buffer(&mut buffer, &units);
        prop_assert_eq!(converted, if is_valid { &expected[..] } else { &[] });

        // A short buffer gets the whole characters that fit, and with leave the start of the next.
        let mut buffer = vec![0xaa; room];
        let result = copy_utf16_into_utf8(&mut buffer, &units);
        let (mut read, mut written) = (0, 0);
        for c in char::decode_utf16(units.iter().copied()) {
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            if written + c.len_utf8() > room {
                break;
            }
            read += c.len_utf16();
            written += c.len_utf8();
        }
        let whole = EncodeIntoResult { read: read as u32, written: written as u32 };
        prop_assert_eq!(result, whole);
        prop_assert_eq!(&buffer[..written], &expected[..written]);
        let mut buffer = vec![0; room];
        let cut = copy_utf16_into_utf8_impl::<true>(&mut buffer, &units);
        let full = room.min(expected.len());
        prop_assert_eq!(cut, EncodeIntoResult { written: full as u32, ..whole });
        prop_assert_eq!(&buffer[..full], &expected[..full]);
    }

    #[test]
    fn a_half_pair_at_the_end_is_handed_back(units in units()) {
        let mut list = b"before".to_vec();
        let tail = to_utf8_list_with_type_bun::<true>(&mut list, &units).unwrap();
        let cut = units.last().filter(|unit| (0xd800..0xdc00).contains(*unit)).copied();
        prop_assert_eq!(tail, cut);
        let whole = &units[..units.len() - usize::from(cut.is_some())];
        prop_assert_eq!(&list[6..], lossy_utf8(whole));
    }

    #[test]
    fn latin1_is_the_first_256_characters(bytes in proptest::collection::vec(any::<u8>(), 0..200),
                                          room in 0..300_usize, mask in any::<u8>()) {
        let bytes: Vec<u8> = bytes.into_iter().map(|byte| byte & (mask | 0x7f)).collect();
        let expected: Vec<u8> =
            bytes.iter().flat_map(|byte| char::from(*byte).to_string().into_bytes()).collect();
        prop_assert_eq!(element_length_latin1_into_utf8(&bytes), expected.len());
        prop_assert_eq!(allocate_latin1_into_utf8(&bytes).unwrap(), &expected[..]);
        let none_for_ascii = to_utf8_from_latin1(&bytes);
        prop_assert_eq!(none_for_ascii.is_none(), bytes.is_ascii());
        prop_assert!(none_for_ascii.is_none_or(|utf8| utf8 == expected));
        let mut buffer = vec![0; room];
        let result = copy_latin1_into_utf8(&mut buffer, &bytes);
        let (read, written) = (result.read as usize, result.written as usize);
        prop_assert_eq!(&buffer[..written], &expected[..written]);
        prop_assert_eq!(element_length_latin1_into_utf8(&bytes[..read]), written);
        let next = bytes.get(read).map_or(0, |byte| char::from(*byte).len_utf8());
        prop_assert!(read == bytes.len() || written + next > room);
    }

    #[test]
    fn units_in_bytes_need_no_alignment(
        units in units(), offset in 0..8_usize, odd in any::<bool>(),
    ) {
        let mut bytes = vec![0xd8; offset];
        bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        if odd {
            bytes.push(b'a');
        }
        prop_assert_eq!(to_utf8_alloc_from_le_bytes(&bytes[offset..]), lossy_utf8(&units));
    }
}
