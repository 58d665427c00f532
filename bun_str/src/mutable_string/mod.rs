//! `MutableString`: a growing byte string.

mod identifier;
mod write;

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

pub use self::write::BufferedWriter;
use crate::ZStr;

/// A growing byte string; a `Vec<u8>` under the names that ported code uses.
///
/// Zig: `bun.MutableString`.
///
/// # Examples
///
/// ```
/// use bun_str::MutableString;
///
/// let mut text = MutableString::init(16)?;
/// text.append(b"abc")?;
/// text.append_char(b'-')?;
/// text.append_int(42)?;
/// assert_eq!(text.slice(), b"abc-42");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug, Default, PartialEq, Eq)]
pub struct MutableString {
    /// The bytes.
    pub list: Vec<u8>,
}

impl MutableString {
    /// An empty string with room for `capacity` bytes.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    pub fn init(capacity: usize) -> Result<Self, AllocError> {
        let mut list = Vec::new();
        list.try_reserve_exact(capacity)?;
        Ok(Self { list })
    }

    /// An empty string that has not allocated.
    #[must_use]
    pub const fn init_empty() -> Self {
        Self { list: Vec::new() }
    }

    /// An empty string with room for 2048 bytes.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    pub fn init_2048() -> Result<Self, AllocError> {
        Self::init(2048)
    }

    /// A copy of `bytes`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the copy.
    pub fn init_copy(bytes: &[u8]) -> Result<Self, AllocError> {
        let mut copy = Self::init(bytes.len())?;
        copy.list.extend_from_slice(bytes);
        Ok(copy)
    }

    /// A copy.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it.
    #[expect(clippy::should_implement_trait, reason = "the original's, which can fail")]
    pub fn clone(&self) -> Result<Self, AllocError> {
        Self::init_copy(&self.list)
    }

    /// Makes an identifier of `text`: see the table.
    ///
    /// | text | becomes |
    /// |---|---|
    /// | an identifier of ASCII, or one that only starts beyond ASCII | itself |
    /// | a reserved word of strict mode | `_` and the word |
    /// | anything else | each run of other characters becomes one `_` |
    ///
    /// What cannot start an identifier gets a `_` in front.
    ///
    /// Zig: `MutableString.ensureValidIdentifier`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the result.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// for (text, identifier) in [("a--b", "a_b"), ("1a", "_1a"), ("-a", "__a"), ("let", "_let")] {
    ///     let made = MutableString::ensure_valid_identifier(text.as_bytes())?;
    ///     assert_eq!(&*made, identifier.as_bytes());
    /// }
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn ensure_valid_identifier(text: &[u8]) -> Result<Box<[u8]>, AllocError> {
        identifier::ensure_valid(text)
    }

    /// The bytes, for reading and writing.
    #[must_use]
    pub const fn slice(&mut self) -> &mut [u8] {
        self.list.as_mut_slice()
    }

    /// The number of bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no bytes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether `items` lie in the memory of this string, spare capacity included.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"abc")?;
    /// let copy = text.slice().to_vec();
    /// assert!(text.owns(&text.list[1..]) && !text.owns(&copy));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn owns(&self, items: &[u8]) -> bool {
        let start = self.list.as_ptr().addr();
        let first = items.as_ptr().addr();
        first >= start && first.saturating_add(items.len()) <= start + self.list.capacity()
    }

    /// The index of the last `byte`.
    #[must_use]
    pub fn last_index_of(&self, byte: u8) -> Option<usize> {
        memchr::memrchr(byte, &self.list)
    }

    /// Removes the bytes; the memory stays.
    pub fn reset(&mut self) {
        self.list.clear();
    }

    /// Cuts the string to `index` bytes, or grows it with zeroes up to its capacity.
    ///
    /// Zig: `resetTo`, which leaves the bytes beyond the end as they happen to be.
    ///
    /// # Panics
    ///
    /// When `index` is beyond the capacity.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"path/to")?;
    /// text.reset_to(4);
    /// assert_eq!(text.slice(), b"path");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn reset_to(&mut self, index: usize) {
        assert!(index <= self.list.capacity(), "{index} bytes are beyond the capacity");
        self.list.resize(index, 0);
    }

    /// Grows the string with zeroes, or cuts it, to `amount` bytes.
    ///
    /// Zig: `inflate`, whose bytes are not initialised.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"ab")?;
    /// text.inflate(4)?;
    /// assert_eq!(text.slice(), b"ab\0\0");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn inflate(&mut self, amount: usize) -> Result<(), AllocError> {
        self.list.try_reserve(amount.saturating_sub(self.list.len()))?;
        self.list.resize(amount, 0);
        Ok(())
    }

    /// Makes the spare capacity part of the string, as zeroes.
    ///
    /// Zig: `expandToCapacity`, whose bytes are not initialised.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init(64)?;
    /// text.expand_to_capacity();
    /// assert!(text.len() >= 64);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn expand_to_capacity(&mut self) {
        self.list.resize(self.list.capacity(), 0);
    }

    /// Makes room for `amount` more bytes, with something to spare.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"ab")?;
    /// text.grow_by(30)?;
    /// assert!(text.list.capacity() >= 32 && text.len() == 2);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn grow_by(&mut self, amount: usize) -> Result<(), AllocError> {
        Ok(self.list.try_reserve(amount)?)
    }

    /// Forwards to [`grow_by`](Self::grow_by).
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    pub fn grow_if_needed(&mut self, amount: usize) -> Result<(), AllocError> {
        self.grow_by(amount)
    }

    /// Forwards to [`grow_by`](Self::grow_by).
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    pub fn ensure_unused_capacity(&mut self, amount: usize) -> Result<(), AllocError> {
        self.grow_by(amount)
    }

    /// Appends `amount` zeroes and lends them for writing.
    ///
    /// Zig: `writableNBytes`, whose bytes are not initialised.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"ab")?;
    /// text.writable_n_bytes(2)?.copy_from_slice(b"cd");
    /// assert_eq!(text.slice(), b"abcd");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn writable_n_bytes(&mut self, amount: usize) -> Result<&mut [u8], AllocError> {
        let start = self.list.len();
        self.grow_by(amount)?;
        self.list.resize(start + amount, 0);
        Ok(&mut self.list[start..])
    }

    /// Appends `bytes`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), AllocError> {
        self.grow_by(bytes.len())?;
        self.list.extend_from_slice(bytes);
        Ok(())
    }

    /// Forwards to [`append`](Self::append).
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    pub fn append_slice(&mut self, items: &[u8]) -> Result<(), AllocError> {
        self.append(items)
    }

    /// Appends `items`, growing to exactly what they need.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    pub fn append_slice_exact(&mut self, items: &[u8]) -> Result<(), AllocError> {
        self.list.try_reserve_exact(items.len())?;
        self.list.extend_from_slice(items);
        Ok(())
    }

    /// Appends `bytes`, for which there is room.
    ///
    /// Grows, and aborts without memory, when there is not.
    pub fn append_assume_capacity(&mut self, bytes: &[u8]) {
        self.list.extend_from_slice(bytes);
    }

    /// Appends one byte.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it; the string is as it was.
    pub fn append_char(&mut self, char: u8) -> Result<(), AllocError> {
        self.append(&[char])
    }

    /// Appends one byte `n` times.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for them; the string is as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_empty();
    /// text.append_char_n_times(b' ', 3)?;
    /// assert_eq!(text.slice(), b"   ");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn append_char_n_times(&mut self, char: u8, n: usize) -> Result<(), AllocError> {
        self.grow_by(n)?;
        self.list.resize(self.list.len() + n, char);
        Ok(())
    }

    /// Appends `int` in decimal.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it; the string is as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"port ")?;
    /// text.append_int(3000)?;
    /// assert_eq!(text.slice(), b"port 3000");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn append_int(&mut self, int: u64) -> Result<(), AllocError> {
        let mut digits = [0; 20];
        let mut start = digits.len();
        let mut rest = int;
        loop {
            start -= 1;
            digits[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                return self.append(&digits[start..]);
            }
        }
    }

    /// Overwrites the first bytes with `bytes` and keeps what is behind them; an empty string
    /// becomes a copy.
    ///
    /// Zig: `MutableString.copy`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when the string is shorter and there is no memory to grow it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"abcd")?;
    /// text.copy(b"xy")?;
    /// assert_eq!(text.slice(), b"xycd");
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn copy(&mut self, bytes: &[u8]) -> Result<(), AllocError> {
        if self.list.len() < bytes.len() {
            self.inflate(bytes.len())?;
        }
        self.list[..bytes.len()].copy_from_slice(bytes);
        Ok(())
    }

    /// The bytes as a C string; appends a NUL unless the last byte is one.
    ///
    /// Zig: `sliceWithSentinel`, which underflows on the empty string.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the NUL.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{MutableString, zstr};
    ///
    /// let mut text = MutableString::init_copy(b"/tmp")?;
    /// assert_eq!(text.slice_with_sentinel()?, zstr!("/tmp"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn slice_with_sentinel(&mut self) -> Result<&ZStr, AllocError> {
        if self.list.last() != Some(&0) {
            self.append_char(0)?;
        }
        Ok(ZStr::from_slice_with_nul(&self.list))
    }

    /// The bytes, leaving the empty string.
    #[must_use]
    pub fn take_slice(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.list)
    }

    /// The bytes in a block of exactly their size, leaving the empty string.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::MutableString;
    ///
    /// let mut text = MutableString::init_copy(b"abc")?;
    /// assert_eq!(&*text.to_owned_slice(), b"abc");
    /// assert!(text.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn to_owned_slice(&mut self) -> Box<[u8]> {
        self.take_slice().into_boxed_slice()
    }

    /// Forwards to [`to_owned_slice`](Self::to_owned_slice).
    #[must_use]
    pub fn to_default_owned(&mut self) -> Box<[u8]> {
        self.to_owned_slice()
    }

    /// The string itself, which can be written to.
    #[must_use]
    pub const fn writer(&mut self) -> &mut Self {
        self
    }
}

// Safe code: nothing for Miri to find.
#[cfg(all(test, not(miri)))]
mod tests;
