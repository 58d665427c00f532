//! Taking the lifetime off a `StringJoiner`.
#![expect(unsafe_code, reason = "extends the lifetime of borrowed pieces")]

use core::slice;

use super::{Piece, StringJoiner, Watcher};

impl StringJoiner<'_> {
    /// The same joiner without its lifetime.
    ///
    /// # Safety
    ///
    /// Everything that was borrowed stays valid and unchanged for as long as the result is used:
    /// the pieces, and the watcher's input.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::string_joiner::StringJoiner;
    ///
    /// let text = b"piece".to_vec();
    /// let mut joiner = StringJoiner::default();
    /// joiner.push(&text);
    /// // SAFETY: `text` outlives the result, and nobody changes it.
    /// let mut detached: StringJoiner<'static> = unsafe { joiner.detach_lifetime() };
    /// assert_eq!(&*detached.done()?, b"piece");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub unsafe fn detach_lifetime(self) -> StringJoiner<'static> {
        // SAFETY: the precondition, for each slice.
        let extend = |bytes: &[u8]| unsafe { slice::from_raw_parts(bytes.as_ptr(), bytes.len()) };
        let pieces = self.pieces.into_iter().map(|piece| match piece {
            Piece::Borrowed(bytes) => Piece::Borrowed(extend(bytes)),
            Piece::Owned(bytes) => Piece::Owned(bytes),
        });
        StringJoiner {
            len: self.len,
            pieces: pieces.collect(),
            watcher: Watcher {
                input: extend(self.watcher.input),
                estimated_count: self.watcher.estimated_count,
                needs_newline: self.watcher.needs_newline,
            },
        }
    }
}
