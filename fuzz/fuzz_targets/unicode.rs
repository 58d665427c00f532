//! Every decoder of UTF-8 and UTF-16 against std, and what has no counterpart there for sense.

#![no_main]

use bun_str::strings;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Vec<u8>, Vec<u16>, u8)| {
    let (bytes, units, room) = input;
    let room = usize::from(room);
    decode(&bytes);
    stream(&bytes, room);
    encode(&units, room);
    latin1(&bytes, room);
    walk(&bytes, room);
});

fn decode(bytes: &[u8]) {
    let text = core::str::from_utf8(bytes);
    let lossy: Vec<u16> = String::from_utf8_lossy(bytes).encode_utf16().collect();
    assert_eq!(strings::is_valid_utf8(bytes), text.is_ok());
    assert_eq!(strings::to_utf16_alloc_for_real(bytes, false, false).as_ref(), Ok(&lossy));
    assert_eq!(strings::to_utf16_alloc_for_real(bytes, true, false).is_ok(), text.is_ok());
    let mut buffer = vec![0; bytes.len()];
    let converted = &*strings::convert_utf8_to_utf16_in_buffer(&mut buffer, bytes);
    assert_eq!(converted, if text.is_ok() { &lossy[..] } else { &[] });
    if text.is_ok() {
        assert_eq!(strings::element_length_utf8_into_utf16(bytes), lossy.len());
        assert!(strings::utf16_eql_string(&lossy, bytes));
    }
}

fn stream(bytes: &[u8], cut: usize) {
    let (first, second) = bytes.split_at(cut.min(bytes.len()));
    let widen = |bytes: &[u8]| bytes.iter().copied().map(u16::from).collect();
    let (mut units, pending, count) =
        strings::to_utf16_alloc_maybe_buffered::<false, false>(first)
            .expect("lossy")
            .unwrap_or_else(|| (widen(first), [0; 3], 0));
    let rest = [&pending[..usize::from(count)], second].concat();
    let last = strings::to_utf16_alloc_maybe_buffered::<false, true>(&rest).expect("lossy");
    units.extend(last.map_or_else(|| widen(&rest), |(units, _, _)| units));
    let lossy: Vec<u16> = String::from_utf8_lossy(bytes).encode_utf16().collect();
    assert_eq!(units, lossy);
}

fn encode(units: &[u16], room: usize) {
    let lossy = String::from_utf16_lossy(units).into_bytes();
    assert_eq!(strings::to_utf8_alloc(units), lossy);
    assert_eq!(strings::element_length_utf16_into_utf8(units), lossy.len());
    let mut buffer = vec![0; room];
    let done = strings::copy_utf16_into_utf8(&mut buffer, units);
    let written = done.written as usize;
    assert_eq!(buffer[..written], lossy[..written]);
    assert!(done.read as usize == units.len() || written + 4 > room);
    let raw: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    assert_eq!(strings::to_utf8_alloc_from_le_bytes(&raw), lossy);
    let width = strings::visible::width::exclude_ansi_colors::utf16(units, true);
    assert!(width <= 2 * units.len());
}

fn latin1(bytes: &[u8], room: usize) {
    let expected: String = bytes.iter().copied().map(char::from).collect();
    assert_eq!(strings::allocate_latin1_into_utf8(bytes).expect("memory"), expected.as_bytes());
    let mut buffer = vec![0; room];
    let done = strings::copy_latin1_into_utf8(&mut buffer, bytes);
    assert_eq!(buffer[..done.written as usize], expected.as_bytes()[..done.written as usize]);
    let mut in_place = bytes.to_vec();
    strings::replace_latin1_with_utf8(&mut in_place);
    let (bom, rest) = strings::BOM::detect_and_split(bytes);
    assert_eq!(rest.len() + bom.map_or(0, strings::BOM::length), bytes.len());
}

fn walk(bytes: &[u8], columns: usize) {
    let text = strings::CodepointIterator::init(bytes);
    let mut cursor = strings::Cursor::default();
    let mut end = 0;
    while text.next(&mut cursor) {
        assert_eq!(cursor.i, end);
        end += u32::from(cursor.width);
    }
    assert_eq!(end as usize, bytes.len());
    let (mut current, mut at) = (0, 0);
    while strings::lexer_step::next_codepoint(bytes, &mut current, &mut at) != -1 {
        assert!(at < current && current <= bytes.len());
    }
    use strings::visible::width::exclude_ansi_colors as width;
    let index = width::utf8_index_at_width(bytes, columns);
    assert!(width::utf8(&bytes[..index]) <= columns);
    let runs: usize = strings::ANSIIterator::init(bytes).map(<[u8]>::len).sum();
    assert!(runs <= bytes.len());
    let options = strings::WrapOptions { hard: true, ..strings::WrapOptions::default() };
    let _ = strings::wrap_ansi(bytes, columns, options);
}
