//! `StringPointer`: a place in a buffer that is named elsewhere.

/// Offset and length of a piece of some buffer.
///
/// Zig: `bun.StringPointer`, `Api.StringPointer`.
///
/// # Examples
///
/// ```
/// use bun_str::StringPointer;
///
/// let place = StringPointer { offset: 2, length: 3 };
/// assert_eq!(place.slice(b"abcdef"), b"cde");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct StringPointer {
    /// The index of the first byte.
    pub offset: u32,
    /// The number of bytes.
    pub length: u32,
}

const _: () = assert!(size_of::<StringPointer>() == 8);

impl StringPointer {
    /// The piece of `buf`.
    ///
    /// # Panics
    ///
    /// When it is not inside `buf`.
    #[must_use]
    pub fn slice(self, buf: &[u8]) -> &[u8] {
        &buf[self.offset as usize..][..self.length as usize]
    }

    /// The piece of `buf`, or `None` when it is not inside.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringPointer;
    ///
    /// let pointer = StringPointer { offset: 4, length: 3 };
    /// assert_eq!(pointer.try_slice(b"hi, bun"), Some(&b"bun"[..]));
    /// assert_eq!(pointer.try_slice(b"short"), None);
    /// ```
    #[must_use]
    pub fn try_slice(self, buf: &[u8]) -> Option<&[u8]> {
        buf.get(self.offset as usize..)?.get(..self.length as usize)
    }

    /// Whether there are no bytes.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.length == 0
    }
}
