//! Mach-O and ELF: any bytes are walked without a panic, and what is lent lies in the input.
#![no_main]

use bun_sys::elf::ProgramHeaders;
use bun_sys::macho::{LoadCommandIterator, segment_command_64};
use libfuzzer_sys::fuzz_target;

fn lies_in(part: &[u8], whole: &[u8]) -> bool {
    whole.as_ptr_range().start <= part.as_ptr()
        && part.as_ptr_range().end <= whole.as_ptr_range().end
}

fuzz_target!(|input: (u32, &[u8])| {
    let (ncmds, bytes) = input;
    let mut covered = 0;
    for command in LoadCommandIterator::new(ncmds, bytes) {
        assert!(lies_in(&command.data, bytes));
        assert_eq!(command.offset, covered);
        covered += command.data.len();
        if let Some(segment) = command.cast::<segment_command_64>() {
            assert!(segment.seg_name().len() <= 16);
        }
    }
    assert!(covered <= bytes.len());

    if let Some(segments) = ProgramHeaders::parse(bytes) {
        for segment in segments.clone() {
            assert!(segments.content(&segment).is_none_or(|content| lies_in(content, bytes)));
        }
    }
});
