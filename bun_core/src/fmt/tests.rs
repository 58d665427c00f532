//! Formatters against recorded output of Zig.

use alloc::format;
use alloc::string::ToString;

use proptest::prelude::*;

use super::*;

#[test]
fn sizes_are_those_of_the_original() {
    // Each value with and without the space.
    let both = "0=0 KB|0KB; 1=1 bytes|1B; 100=100 bytes|100B; 511=511 bytes|511B; \
        512=0.51 KB|0.51KB; 513=0.51 KB|0.51KB; 600=0.60 KB|0.60KB; 999=1.00 KB|1.00KB; \
        1000=1.0 KB|1.0KB; 1023=1.0 KB|1.0KB; 1024=1.0 KB|1.0KB; 1500=1.50 KB|1.50KB; \
        2000=2.0 KB|2.0KB; 10000=10.0 KB|10.0KB; 99900=99.90 KB|99.90KB; \
        100000=100.0 KB|100.0KB; 999999=1.00 MB|1.00MB; 1000000=1.0 MB|1.0MB; \
        1048576=1.0 MB|1.0MB; 5242880=5.24 MB|5.24MB; 12345678=12.35 MB|12.35MB; \
        999950000=1.00 GB|1.00GB; 1000000000=1.0 GB|1.0GB; 1073741824=1.1 GB|1.1GB; \
        1099511627776=1.1 TB|1.1TB; 1125899906842624=1.13 PB|1.13PB; \
        1152921504606846976=1.15 EB|1.15EB; 18446744073709551615=0.0 ZB|0.0ZB";
    let spaced = "131071=131.1 KB; 131072=131.1 KB; 200000=200.0 KB; 262143=262.14 KB; \
        262144=0.26 MB; 300000=0.30 MB; 500000=0.50 MB; 524288=0.52 MB; 67108863=67.11 MB; \
        67108864=67.11 MB; 134217727=134.22 MB; 134217728=0.13 GB; 200000000=0.20 GB; \
        34359738367=34.36 GB; 34359738368=34.36 GB; 68719476736=0.1 TB; \
        35184372088832=0.0 PB; 18014398509481984=0.0 EB; 4611686018427387904=4.61 EB; \
        9223372036854775808=0.0 ZB";
    for case in both.split("; ").chain(spaced.split("; ")) {
        let (value, text) = case.split_once('=').unwrap();
        let value = value.parse().unwrap();
        let (wide, tight) = text.split_once('|').unwrap_or((text, ""));
        let options = SizeFormatterOptions::default();
        assert_eq!(SizeFormatter { value, options }.to_string(), wide);
        if !tight.is_empty() {
            let options = SizeFormatterOptions { space_between_number_and_unit: false };
            assert_eq!(SizeFormatter { value, options }.to_string(), tight);
        }
    }
}

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

#[test]
fn hex_integers_are_those_of_the_original() {
    assert_eq!(hex_int_lower(10_u8).to_string(), "0a");
    assert_eq!(hex_int_upper(0xabc_u16).to_string(), "0ABC");
    assert_eq!(hex_int_lower(0xdead_beef_u32).to_string(), "deadbeef");
    assert_eq!(hex_int_lower(1_u64).to_string(), "0000000000000001");
    assert_eq!(hex_int_lower(-1_i16).to_string(), "ffff");
    assert_eq!(hex_char_upper(0xfa), b'A');
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
