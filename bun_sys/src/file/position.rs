//! Where in a file it goes on, and where it ends.

use crate::{Error, File, Maybe, SystemErrno, Tag, lseek};

/// `SEEK_SET`, the same on every system.
const FROM_START: i32 = 0;

/// `SEEK_CUR`, the same on every system.
const FROM_HERE: i32 = 1;

impl File {
    /// Goes on at `offset`, which may be beyond the end (`lseek(2)`).
    ///
    /// Zig: `std.fs.File.seekTo`.
    ///
    /// # Errors
    ///
    /// Those of [`lseek`], with the descriptor: `ESPIPE` for what has no positions; `EINVAL` when
    /// `offset` has more than 63 bits.
    #[doc(alias = "seekTo")]
    pub fn seek_to(&self, offset: u64) -> Maybe<()> {
        // What is too large for the system becomes negative, which it refuses.
        lseek(self.handle, offset.cast_signed(), FROM_START).map(drop)
    }

    /// The position (`lseek(2)`).
    ///
    /// Zig: `std.fs.File.getPos`.
    ///
    /// # Errors
    ///
    /// Those of [`lseek`], with the descriptor: `ESPIPE` for what has no positions.
    #[doc(alias = "getPos")]
    pub fn get_pos(&self) -> Maybe<u64> {
        Ok(lseek(self.handle, 0, FROM_HERE)?.cast_unsigned())
    }

    /// The size in bytes (`fstat(2)`).
    ///
    /// Zig: `File.getEndPos`.
    ///
    /// # Errors
    ///
    /// Those of [`fstat`](crate::fstat); `EFBIG` when the size does not fit the address space.
    #[doc(alias = "getEndPos")]
    #[doc(alias = "getFileSize")]
    pub fn get_end_pos(&self) -> Maybe<usize> {
        usize::try_from(self.stat()?.size())
            .map_err(|_| Error::from_code(SystemErrno::EFBIG, Tag::fstat).with_fd(self.handle))
    }
}
