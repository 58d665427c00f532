//! Every backend of the byte scanners answers what a plain loop does, and touches nothing else.

#![no_main]

use bun_str::simd::{Backend, Scan};
use bun_str::strings::ByteSet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Vec<u8>, Vec<u8>, [u8; 3], u8)| {
    let (memory, members, bytes, skip) = input;
    // Texts of every alignment.
    let text = memory.get(usize::from(skip % 64)..).unwrap_or_default();
    let set = ByteSet::new(&members);
    let position = |found: &dyn Fn(u8) -> bool| text.iter().position(|&byte| found(byte));
    let [first, second, _] = bytes;
    let wide: Vec<u16> = text.iter().map(|&byte| u16::from(byte) << (skip & 8)).collect();
    let lowered = text.to_ascii_lowercase();
    for backend in Backend::available() {
        let find = |scan| backend.find(scan, text);
        assert_eq!(find(Scan::Byte(first)), position(&|byte| byte == first));
        assert_eq!(find(Scan::Three(bytes)), position(&|byte| bytes.contains(&byte)));
        assert_eq!(find(Scan::Listed(&members)), position(&|byte| members.contains(&byte)));
        assert_eq!(find(Scan::Set(set)), position(&|byte| members.contains(&byte)));
        assert_eq!(find(Scan::Not(first)), position(&|byte| byte != first));
        assert_eq!(find(Scan::NonAscii), position(&|byte| byte >= 0x80));
        let unplain = |byte: u8| !(0x20..0x80).contains(&byte) || byte == first || byte == second;
        assert_eq!(find(Scan::Unplain([first, second])), position(&unplain));
        let count = text.iter().filter(|&&byte| byte == first).count();
        assert_eq!(backend.count(first, text), count);
        assert_eq!(backend.is_ascii(text), text.is_ascii());
        let high = wide.iter().position(|&unit| unit > 0x7f);
        assert_eq!(backend.first_non_ascii16(&wide), high);
        if members.len() > 1 {
            let found = text.windows(members.len()).position(|part| part == members);
            assert_eq!(backend.find_string(&members, text), found);
        }
        let other = members.get(..text.len()).unwrap_or(text);
        let same = text.eq_ignore_ascii_case(other);
        assert_eq!(backend.eq_ignoring_case(text, other), same);
        assert!(backend.eq_ignoring_case(text, &lowered));
        let mut copy = vec![0xa5; text.len() + 2];
        backend.copy_lowercase(text, &mut copy[1..text.len() + 1]);
        assert_eq!(copy[1..text.len() + 1], lowered);
        assert_eq!((copy[0], copy[text.len() + 1]), (0xa5, 0xa5));
    }
});
