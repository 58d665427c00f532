//! Recursion that stops in time, on stacks of several sizes.

use std::thread;

use super::StackCheck;

const STACK: usize = 2 * 1024 * 1024;

/// Recurses until the check says stop, with frames of some 4 KiB; returns how often.
#[cfg(not(miri))]
fn recurse(stack: StackCheck) -> usize {
    use core::hint::black_box;

    let mut frame = [0_u8; 4096];
    black_box(&mut frame);
    if !stack.is_safe_to_recurse() {
        return 1;
    }
    let deeper = recurse(stack);
    // Used after the call, so that the frame lives across it.
    black_box(&mut frame);
    deeper + 1
}

#[test]
#[cfg(not(miri))]
fn recursion_stops_in_time() {
    use super::RESERVE;

    let frames = thread::Builder::new()
        .stack_size(STACK)
        .spawn(|| recurse(StackCheck::init()))
        .unwrap()
        .join()
        .unwrap();
    // It used most of what there is above the reserve, and came back.
    assert!(frames * 4096 > (STACK - RESERVE) / 2, "{frames} frames");
    assert!(frames * 4096 < STACK, "{frames} frames");
}

#[test]
fn there_is_room_at_the_start() {
    let room = thread::Builder::new()
        .stack_size(STACK)
        .spawn(|| {
            StackCheck::configure_thread();
            let mut stack = StackCheck::default();
            assert!(stack.is_safe_to_recurse(), "without an end");
            stack.update();
            assert_eq!(stack, StackCheck::init());
            (
                stack.is_safe_to_recurse(),
                stack.is_safe_to_recurse_with_extra(STACK / 2),
                stack.is_safe_to_recurse_with_extra(usize::MAX),
            )
        })
        .unwrap()
        .join()
        .unwrap();
    assert_eq!(room, (true, true, false));
}
