//! Traces that find the functions of this file.

use super::{StackTrace, StoredTrace, capture_stack_trace};

#[test]
fn short_buffers() {
    assert_eq!(capture_stack_trace(0, &mut []), 0);
    let mut one = [0];
    assert!(capture_stack_trace(0, &mut one) <= 1);
}

#[test]
fn traces_are_copied_up_to_their_room() {
    let addresses: [usize; 40] = core::array::from_fn(|index| index + 1);
    for (index, expected) in [(0, 0), (3, 3), (31, 31), (40, 31), (99, 31)] {
        let trace = StackTrace { index, instruction_addresses: &addresses };
        let stored = StoredTrace::from(Some(&trace));
        assert_eq!(stored.trace().frames(), &addresses[..expected]);
    }
    assert_eq!(StoredTrace::from(None), StoredTrace::empty());
    assert!(StackTrace::default().frames().is_empty());
}

/// Walking real stacks and naming what is there takes Miri minutes.
#[cfg(not(miri))]
mod walks {
    use alloc::string::String;

    use super::super::dump::render;
    use super::super::{DumpStackTraceOptions, StoredTrace, capture_stack_trace, return_address};
    use crate::debug::symbolize;

    #[inline(never)]
    fn stored_here() -> StoredTrace {
        core::hint::black_box(StoredTrace::capture(None))
    }

    fn names(frames: &[usize]) -> String {
        render(frames, &DumpStackTraceOptions::default())
    }

    #[test]
    fn a_trace_starts_with_who_asked() {
        let stored = stored_here();
        let trace = stored.trace();
        let frames = trace.frames();
        assert!(!frames.is_empty() && frames.len() <= 31);
        assert!(frames.iter().all(|&address| address != 0));
        if cfg!(debug_assertions) {
            let text = names(frames);
            let first = text.lines().next().unwrap();
            assert!(first.contains("stored_here") || !cfg!(target_os = "linux"), "{text}");
            assert!(text.contains("a_trace_starts_with_who_asked"), "{text}");
        }
    }

    #[inline(never)]
    fn address_of_the_return() -> usize {
        core::hint::black_box(return_address())
    }

    #[inline(never)]
    fn trimmed_to(begin: usize) -> StoredTrace {
        core::hint::black_box(StoredTrace::capture(Some(begin)))
    }

    #[inline(never)]
    fn trimmed_here() -> (usize, StoredTrace) {
        let own = address_of_the_return();
        let mut all = [0; 64];
        let count = capture_stack_trace(0, &mut all);
        assert!(count > 0 && count <= 64);
        // The frame of this function's caller is one of them, whatever was inlined.
        let begin = *all[..count].get(2).unwrap_or(&all[0]);
        core::hint::black_box((own, trimmed_to(begin)))
    }

    #[test]
    fn a_trace_starts_where_it_is_told_to() {
        let (own, stored) = trimmed_here();
        assert!(stored.trace().frames().len() <= 31);
        if cfg!(all(debug_assertions, target_os = "linux")) {
            assert_ne!(own, 0);
            assert!(names(&[own]).contains("trimmed_here"), "{}", names(&[own]));
        }
        // An address that no frame has leaves all frames in.
        assert!(!trimmed_to(1).trace().frames().is_empty());
    }

    #[test]
    fn options_leave_frames_out() {
        let stored = stored_here();
        let frames = stored.trace().frames().to_vec();
        let with = |limits: DumpStackTraceOptions| render(&frames, &limits);
        let all = with(DumpStackTraceOptions::default());
        assert!(all.lines().count() >= frames.len());
        assert_eq!(with(DumpStackTraceOptions { frame_count: 0, ..Default::default() }), "");
        let two = with(DumpStackTraceOptions { frame_count: 2, ..Default::default() });
        assert_eq!(two.lines().count(), 2);
        let skipped = with(DumpStackTraceOptions {
            skip_function_patterns: &[b"stored_here", b""],
            ..Default::default()
        });
        assert!(!skipped.contains("stored_here"));
        let skipped = with(DumpStackTraceOptions {
            skip_file_patterns: &[b"trace/tests.rs", b"trace\\tests.rs"],
            ..Default::default()
        });
        assert!(!skipped.contains("tests.rs:"), "{skipped}");
        let own = with(DumpStackTraceOptions { skip_stdlib: true, ..Default::default() });
        assert!(!own.contains("in std::"), "{own}");
    }

    #[test]
    fn what_has_no_name_prints_as_unknown() {
        assert_eq!(symbolize(1).len(), 0);
        assert_eq!(names(&[1]), "???:?:?: 0x1 in ???\n");
    }
}
