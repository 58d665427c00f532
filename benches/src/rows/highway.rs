//! Google's Highway, which Bun scans bytes with: a rival where its headers are installed.

#![cfg_attr(
    have_highway,
    expect(unsafe_code, reason = "two foreign functions; SAFETY.md §benchmarks")
)]

/// Proof that this build contains Highway.
#[derive(Clone, Copy)]
pub(super) struct Highway(());

#[cfg(have_highway)]
unsafe extern "C" {
    fn bench_hwy_index_of_any(text: *const u8, len: usize, set: *const u8, set_len: usize)
    -> usize;
    fn bench_hwy_read_all(text: *const u8, len: usize) -> u8;
}

impl Highway {
    /// Returns Highway, or `None` in a build without it, after saying so once.
    pub(super) fn find() -> Option<Self> {
        if cfg!(have_highway) {
            return Some(Self(()));
        }
        static SAID: std::sync::Once = std::sync::Once::new();
        SAID.call_once(|| {
            use std::io::Write as _;
            let line = "SKIPPED: comparison with Highway (apt-get install libhwy-dev)";
            // Nobody is there to be told that this failed.
            let _ = writeln!(std::io::stderr().lock(), "{line}");
        });
        None
    }

    /// Returns the index of the first byte of `set`, or the length.
    pub(super) fn index_of_any(self, text: &[u8], set: &[u8]) -> usize {
        #[cfg(have_highway)]
        // SAFETY: the function reads the two slices, each given by its start and its length.
        unsafe {
            bench_hwy_index_of_any(text.as_ptr(), text.len(), set.as_ptr(), set.len())
        }
        #[cfg(not(have_highway))]
        unreachable!("no Highway to search {} bytes for {}", text.len(), set.len())
    }

    /// Reads all of `text` and returns 0 if all of it is 0.
    pub(super) fn read_all(self, text: &[u8]) -> u8 {
        #[cfg(have_highway)]
        // SAFETY: the function reads the slice, given by its start and its length.
        unsafe {
            bench_hwy_read_all(text.as_ptr(), text.len())
        }
        #[cfg(not(have_highway))]
        unreachable!("no Highway to read {} bytes", text.len())
    }
}
