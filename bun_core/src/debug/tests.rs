//! Chains of frames made by hand, good ones and broken ones.

use super::capture_from_context;
#[cfg(all(target_os = "linux", not(miri)))]
use super::memory::read_words;

/// The address of an element.
fn address(words: &[usize], index: usize) -> usize {
    words.as_ptr().addr() + index * size_of::<usize>()
}

#[test]
#[cfg(all(target_os = "linux", not(miri)))]
fn follows_frame_pointers_upwards() {
    let mut stack = [0_usize; 6];
    if read_words(address(&stack, 0)).is_none() {
        // A sandbox that forbids the call.
        return;
    }
    let frames = [address(&stack, 0), address(&stack, 2), address(&stack, 4)];
    stack = [frames[1], 11, frames[2], 12, 0, 13];
    core::hint::black_box(&mut stack);
    let mut out = [0; 8];
    assert_eq!(capture_from_context(10, frames[0], &mut out), 4);
    assert_eq!(out[..4], [10, 11, 12, 13]);
    assert_eq!(capture_from_context(10, frames[0], &mut out[..2]), 2);
    // A circle ends after one turn.
    stack[4] = frames[0];
    core::hint::black_box(&mut stack);
    assert_eq!(capture_from_context(10, frames[0], &mut out), 4);
    // A frame that points at itself ends at once.
    stack[0] = frames[0];
    core::hint::black_box(&mut stack);
    assert_eq!(capture_from_context(10, frames[0], &mut out), 2);
}

#[test]
fn any_numbers_may_be_given() {
    let mut out = [0; 8];
    assert_eq!(capture_from_context(1, 2, &mut []), 0);
    for frame in [0, 1, 7, 8, 4096, usize::MAX, usize::MAX - 7, usize::MAX - 15, 1 << 47] {
        assert_eq!(capture_from_context(1, frame, &mut out), 1, "{frame:#x}");
        assert_eq!(out[0], 1);
    }
    let unaligned = address(&out, 0) + 1;
    assert_eq!(capture_from_context(1, unaligned, &mut out), 1);
}
