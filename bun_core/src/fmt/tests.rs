//! Formatters against recorded output of Zig.

use alloc::format;
use alloc::string::ToString;

use proptest::prelude::*;

use super::*;

#[test]
fn sizes_round_half_up_in_decimal() {
    // The binary value of 1.125 is exact and that of 2.675 lies below: both go up.
    for (value, text) in [(1125, "1.13 KB"), (2675, "2.68 KB"), (1375, "1.38 KB")] {
        assert_eq!(bytes(value).to_string(), text);
    }
}

#[test]
fn digit_counts_are_those_of_the_original_and_go_on() {
    let vectors = "0:1 1:1 9:1 10:2 99:2 100:3 999:3 1000:4 9999:4 10000:5 99999:5 100000:6 \
        999999:6 1000000:7 9999999:7 10000000:8 99999999:8 100000000:9 999999999:9 \
        1000000000:10 4294967295:10 4294967296:10 18446744073709551615:20";
    for case in vectors.split(' ') {
        let (value, digits) = case.split_once(':').unwrap();
        assert_eq!(fast_digit_count(value.parse().unwrap()).to_string(), digits, "{case}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: if cfg!(miri) { 8 } else { 256 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn hex_bytes_are_each_byte_in_two_digits(input: Vec<u8>) {
        let expected: String = input.iter().map(|byte| format!("{byte:02x}")).collect();
        prop_assert_eq!(hex_lower(&input).to_string(), &*expected);
        prop_assert_eq!(hex_upper(&input).to_string(), expected.to_uppercase());
        let mut output = vec![0; input.len() * 2];
        prop_assert_eq!(bytes_to_hex_lower(&input, &mut output), output.len());
        prop_assert_eq!(output, expected.into_bytes());
    }

    #[test]
    fn digits_are_counted(value: u64) {
        prop_assert_eq!(fast_digit_count(value), value.to_string().len() as u64);
    }

    #[test]
    fn lossy_is_what_the_standard_library_says(input: Vec<u8>) {
        prop_assert_eq!(lossy(&input).to_string(), String::from_utf8_lossy(&input));
    }

    #[test]
    fn buffers_take_what_fits(text: String, capacity in 0_usize..64) {
        let mut buffer = vec![0; capacity];
        let printed = buf_print(&mut buffer, format_args!("{text}!"));
        let whole = format!("{text}!");
        prop_assert_eq!(count(format_args!("{text}!")), whole.len());
        match printed {
            Ok(printed) => prop_assert_eq!(&*printed, whole.as_bytes()),
            Err(error) => {
                prop_assert!(whole.len() > capacity);
                prop_assert_eq!(error.name(), "NoSpaceLeft");
            }
        }
    }
}
