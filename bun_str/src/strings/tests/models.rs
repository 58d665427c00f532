//! Functions of random bytes against their one-line versions.

use proptest::prelude::*;

use super::{config, text};
use crate::strings::*;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bytes_of_a_set(hay in text(80), set in text(20), start in 0..90_usize) {
        let first = hay.iter().position(|byte| set.contains(byte));
        prop_assert_eq!(index_of_any(&hay, &set), first);
        prop_assert_eq!(ByteSet::new(&set).find(&hay), first);
        prop_assert_eq!(index_of_any_pos_comptime(&hay, b"a\xff", start),
            (start..hay.len()).find(|&at| b"a\xff".contains(&hay[at])));
        let byte = set.first().copied().unwrap_or(0);
        prop_assert_eq!(count_char(&hay, byte), hay.iter().filter(|&&b| b == byte).count());
        let other = hay.iter().position(|&b| b != byte);
        prop_assert_eq!(index_of_not_char(&hay, byte).map(|at| at as usize), other);
        prop_assert_eq!(trim_leading_char(&hay, byte), &hay[other.unwrap_or(hay.len())..]);
        let found = hay.iter().position(|&b| b == byte);
        prop_assert_eq!(index_of_char_neg(&hay, byte), found.map_or(-1, |at| at as i32));
        prop_assert_eq!(split_first_with_expected(&hay, byte), found.map(|at| &hay[..at]));
        let z = crate::ZBox::from_bytes(&hay);
        prop_assert_eq!(index_of_char_z(&z, byte), found.map(|at| at as u64));
        let wide: Vec<u16> = hay.iter().map(|&b| b.into()).collect();
        prop_assert_eq!(index_of_char16_usize(&wide, byte.into()), found);
        prop_assert_eq!(index_of_scalar(&wide, byte.into()), found);
        prop_assert_eq!(last_index_of_char_t(&wide, byte.into()), last_index_of_char(&hay, byte));
        let wide_set: Vec<u16> = set.iter().map(|&b| b.into()).collect();
        prop_assert_eq!(index_of_any16(&wide, &wide_set), first);
        prop_assert_eq!(first_non_ascii16(&wide), first_non_ascii(&hay));
        prop_assert_eq!(is_all_ascii(&hay), hay.is_ascii());
    }

    #[test]
    fn wide_strings_as_bytes(hay in text(40), needle in text(4)) {
        let wide: Vec<u16> = hay.iter().map(|&b| b.into()).collect();
        let wide_needle: Vec<u16> = needle.iter().map(|&b| b.into()).collect();
        if needle.is_empty() {
            prop_assert_eq!(index_of_t(&wide, &wide_needle), Some(0));
        } else {
            prop_assert_eq!(index_of_t(&wide, &wide_needle), index_of(&hay, &needle));
        }
        prop_assert_eq!(last_index_of_t(&wide, &wide_needle), last_index_of(&hay, &needle));
        prop_assert_eq!(eql_comptime_utf16(&wide, &needle), hay == needle);
        prop_assert_eq!(starts_with_generic(&wide, &wide_needle), hay.starts_with(&needle));
        prop_assert_eq!(eql_long(&hay, &needle, false), hay.starts_with(&needle));
        prop_assert_eq!(eql_long_t(&wide, &wide_needle, true), hay == needle);
    }

    #[test]
    fn pieces_join_to_the_text(hay in text(60), delimiter in text(3), other in text(3)) {
        let pieces: Vec<&[u8]> = split(&hay, &delimiter).collect();
        prop_assert_eq!(&*join(&pieces, &delimiter), &*hay);
        let replaced = replace_owned(&hay, &delimiter, &other);
        if delimiter.is_empty() {
            prop_assert_eq!(&replaced, &hay);
        } else {
            prop_assert_eq!(&replaced, &pieces.join(&other[..]));
        }
        prop_assert_eq!(replacement_size(&hay, &delimiter, &other), replaced.len());
        let mut output = vec![0; replaced.len()];
        prop_assert_eq!(replace(&hay, &delimiter, &other, &mut output), pieces.len() - 1);
        prop_assert_eq!(output, replaced);
        prop_assert_eq!(&*concat(&pieces), &*concat_alloc_t(&pieces).unwrap());
    }

    #[test]
    fn case(a in "[a-cA-C\\[{@`]{0,40}", b in "[a-cA-C]{0,3}", flips: u64) {
        let flipped: Vec<u8> = a
            .bytes()
            .enumerate()
            .map(|(at, byte)| byte ^ (((flips >> at) as u8 & 1) << 5))
            .collect();
        let (a, b) = (a.as_bytes(), b.as_bytes());
        let same = a.eq_ignore_ascii_case(&flipped);
        prop_assert_eq!(eql_case_insensitive_ascii_check_length(a, &flipped), same);
        prop_assert_eq!(eql_case_insensitive_t(a, &flipped), same && !a.is_empty());
        let wide: Vec<u16> = a.iter().map(|&byte| byte.into()).collect();
        prop_assert_eq!(eql_case_insensitive_t(&wide, &flipped), same && !a.is_empty());
        let start = a.get(..b.len()).is_some_and(|start| start.eq_ignore_ascii_case(b));
        prop_assert_eq!(starts_with_case_insensitive_ascii(a, b), start);
        prop_assert_eq!(has_prefix_case_insensitive(a, b), start && !b.is_empty());
        prop_assert_eq!(has_prefix_case_insensitive_t(&wide, b), start && !b.is_empty());
        let (low_a, low_b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
        let inside = low_b.is_empty() || low_a.windows(low_b.len()).any(|part| part == low_b);
        prop_assert_eq!(contains_case_insensitive_ascii(a, b), inside);
        prop_assert_eq!(order_ignore_case(a, b), low_a.cmp(&low_b));
        let mut buffer = vec![0; a.len()];
        prop_assert_eq!(copy_lowercase_if_needed(a, &mut buffer), &*low_a);
        prop_assert_eq!(with_ascii_lowercase(a, |key| key == low_a), Some(true));
    }

    #[test]
    fn digits_come_back(bytes: Vec<u8>, upper: bool) {
        let mut digits = vec![0; 2 * bytes.len()];
        prop_assert_eq!(encode_bytes_to_hex(&mut digits, &bytes), digits.len());
        if upper {
            digits.make_ascii_uppercase();
        }
        let mut back = vec![0; bytes.len()];
        prop_assert_eq!(decode_hex_to_bytes(&mut back, &digits), Ok(bytes.len()));
        prop_assert_eq!(back, bytes);
    }
}
