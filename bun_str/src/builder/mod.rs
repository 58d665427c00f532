//! `StringBuilder`: count, allocate once, append.
//!
//! The memory is zeroed when it is allocated: it is lent out for writing as a slice, and slices of
//! memory that was never written are not allowed to exist.
#![expect(unsafe_code, reason = "appends without disturbing what append_raw has lent")]

use core::fmt::{self, Write as _};
use core::slice;

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

use crate::string::convert::utf16_utf8_len;
use crate::{StringPointer, ZStr};

/// Builds a string of a size that is counted first, in one allocation.
///
/// Every piece that is appended has been counted; appending more panics.
///
/// Zig: `bun.StringBuilder`.
///
/// # Examples
///
/// ```
/// use bun_str::StringBuilder;
///
/// let mut builder = StringBuilder::default();
/// builder.count(b"name=");
/// builder.fmt_count(format_args!("{}", 42));
/// builder.allocate()?;
/// builder.append(b"name=");
/// builder.fmt(format_args!("{}", 42));
/// assert_eq!(builder.written_slice(), b"name=42");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// What is appended cannot outlive the builder:
///
/// ```compile_fail,E0505
/// let mut builder = bun_str::StringBuilder::init_capacity(1);
/// let piece = builder.append(b"a");
/// drop(builder);
/// assert_eq!(piece, b"a");
/// ```
#[derive(Debug, Default)]
pub struct StringBuilder {
    /// The number of bytes appended.
    pub len: usize,
    /// The number of bytes counted.
    pub cap: usize,
    /// The memory, once it is allocated.
    pub ptr: Option<BuilderMemory>,
}

/// The memory of a [`StringBuilder`].
///
/// # Examples
///
/// ```
/// use bun_str::{BuilderMemory, StringBuilder};
///
/// let mut builder = StringBuilder::init_capacity(8);
/// let memory: Option<BuilderMemory> = builder.ptr.take();
/// assert!(memory.is_some() && builder.allocated_slice().is_empty());
/// ```
#[derive(Debug)]
pub struct BuilderMemory(
    /// As long as was counted; zeroes where nothing is written yet.
    Vec<u8>,
);

impl StringBuilder {
    /// A builder with `cap` bytes counted and allocated.
    ///
    /// Aborts when there is no memory for them.
    #[must_use]
    pub fn init_capacity(cap: usize) -> Self {
        Self { len: 0, cap, ptr: Some(BuilderMemory(alloc::vec![0; cap])) }
    }

    /// Counts the bytes of `slice`.
    pub fn count(&mut self, slice: &[u8]) {
        self.add(slice.len());
    }

    /// Counts the bytes of `slice` and a NUL.
    pub fn count_z(&mut self, slice: &[u8]) {
        self.add(slice.len());
        self.add(1);
    }

    /// Counts `units` as UTF-8, without a NUL.
    pub fn count16(&mut self, units: &[u16]) {
        self.add(utf16_utf8_len(units));
    }

    /// Counts `units` as UTF-8, and a NUL.
    pub fn count16_z(&mut self, units: &[u16]) {
        self.count16(units);
        self.add(1);
    }

    /// Counts what formatting `message` gives.
    pub fn fmt_count(&mut self, message: fmt::Arguments<'_>) {
        struct Counter<'a>(&'a mut StringBuilder);
        impl fmt::Write for Counter<'_> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                self.0.count(text.as_bytes());
                Ok(())
            }
        }
        // A `Display` that gives up is cut short here and in `fmt` alike.
        let _ = Counter(self).write_fmt(message);
    }

    /// Too many bytes to exist fail to be allocated.
    fn add(&mut self, len: usize) {
        self.cap = self.cap.saturating_add(len);
    }

    /// Allocates what was counted, in place of earlier memory.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for it.
    pub fn allocate(&mut self) -> Result<(), AllocError> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(self.cap)?;
        memory.resize(self.cap, 0);
        self.ptr = Some(BuilderMemory(memory));
        self.len = 0;
        Ok(())
    }

    /// The next `len` bytes.
    #[track_caller]
    fn take(&mut self, len: usize) -> &mut [u8] {
        let start = self.len;
        let memory = self.ptr.as_mut().map_or(&mut [][..], |memory| memory.behind(start));
        let available = memory.len();
        match memory.get_mut(..len) {
            Some(room) => {
                self.len += len;
                room
            }
            None => not_counted(available, len),
        }
    }

    /// Appends `slice`, which was counted.
    ///
    /// # Panics
    ///
    /// When it does not fit what was counted and allocated.
    pub fn append(&mut self, slice: &[u8]) -> &[u8] {
        let room = self.take(slice.len());
        room.copy_from_slice(slice);
        room
    }

    /// Forwards to [`append`](Self::append).
    ///
    /// # Panics
    ///
    /// When it does not fit what was counted and allocated.
    pub fn append_str(&mut self, text: &str) -> &[u8] {
        self.append(text.as_bytes())
    }

    /// Appends `slice` and a NUL.
    ///
    /// # Panics
    ///
    /// When they do not fit what was counted and allocated.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{StringBuilder, zstr};
    ///
    /// let mut builder = StringBuilder::init_capacity(5);
    /// assert_eq!(builder.append_z(b"/tmp"), zstr!("/tmp"));
    /// ```
    pub fn append_z(&mut self, slice: &[u8]) -> &ZStr {
        let room = self.take(slice.len().saturating_add(1));
        room[..slice.len()].copy_from_slice(slice);
        room[slice.len()] = 0;
        ZStr::from_slice_with_nul(room)
    }

    /// Appends `units` in UTF-8, and a NUL: count them with [`count16_z`](Self::count16_z).
    ///
    /// A lone surrogate becomes U+FFFD.
    ///
    /// # Panics
    ///
    /// When they do not fit what was counted and allocated.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::{StringBuilder, w, zstr};
    ///
    /// let mut builder = StringBuilder::default();
    /// builder.count16_z(w!("né"));
    /// builder.allocate()?;
    /// assert_eq!(builder.append16(w!("né")), zstr!("né"));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn append16(&mut self, units: &[u16]) -> &ZStr {
        let mut utf8 = Vec::new();
        crate::string::convert::utf16_to_utf8(units, &mut utf8);
        self.append_z(&utf8)
    }

    /// Appends `slice`, for use beside further appending.
    ///
    /// # Panics
    ///
    /// When it does not fit what was counted and allocated.
    ///
    /// # Safety
    ///
    /// The result is not used after the builder, or its memory, is dropped, moved out or allocated
    /// anew, nor after [`allocated_slice`](Self::allocated_slice) or writing through
    /// [`ptr`](Self::ptr) and [`len`](Self::len).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(2);
    /// // SAFETY: neither is used after the builder, whose memory stays where it is.
    /// let [a, b] = [b"a", b"b"].map(|piece| unsafe { builder.append_raw(piece) });
    /// assert_eq!((a, b), (&b"a"[..], &b"b"[..]));
    /// ```
    pub unsafe fn append_raw<'a>(&mut self, slice: &[u8]) -> &'a [u8] {
        let piece = self.append(slice);
        // SAFETY: the bytes stay where they are while the memory lives, and `take` lends only what
        // is behind them; the precondition excludes everything else.
        unsafe { slice::from_raw_parts(piece.as_ptr(), piece.len()) }
    }

    /// Appends `slice`, and returns where.
    ///
    /// # Panics
    ///
    /// When it does not fit what was counted and allocated, or lies beyond 4 GiB.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(7);
    /// let (key, value) = (builder.append_count(b"name"), builder.append_count(b"bun"));
    /// let text = builder.move_to_slice();
    /// assert_eq!((key.slice(&text), value.slice(&text)), (&b"name"[..], &b"bun"[..]));
    /// ```
    pub fn append_count(&mut self, slice: &[u8]) -> StringPointer {
        let offset = self.len;
        self.append(slice);
        pointer(offset, slice.len())
    }

    /// Appends `slice` and a NUL, and returns where, without the NUL.
    ///
    /// # Panics
    ///
    /// When they do not fit what was counted and allocated, or lie beyond 4 GiB.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(4);
    /// let name = builder.append_count_z(b"bun");
    /// assert_eq!((name.slice(builder.written_slice()), builder.len), (&b"bun"[..], 4));
    /// ```
    pub fn append_count_z(&mut self, slice: &[u8]) -> StringPointer {
        let offset = self.len;
        self.append_z(slice);
        pointer(offset, slice.len())
    }

    /// Appends `slices` one behind the other, and returns where.
    ///
    /// Zig: `addConcat`.
    ///
    /// # Panics
    ///
    /// When they do not fit what was counted and allocated, or lie beyond 4 GiB.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(8);
    /// let path = builder.add_concat(&[b"a", b"/", b"b"]);
    /// assert_eq!(path.slice(builder.written_slice()), b"a/b");
    /// ```
    pub fn add_concat(&mut self, slices: &[&[u8]]) -> StringPointer {
        let offset = self.len;
        for slice in slices {
            self.append(slice);
        }
        pointer(offset, self.len - offset)
    }

    /// Appends what formatting `message` gives.
    ///
    /// # Panics
    ///
    /// When it does not fit what was counted and allocated.
    pub fn fmt(&mut self, message: fmt::Arguments<'_>) -> &[u8] {
        let start = self.len;
        self.write_fmt_counted(message);
        &self.written_slice()[start..]
    }

    /// Appends what formatting `message` gives, and returns where.
    ///
    /// # Panics
    ///
    /// When it does not fit what was counted and allocated, or lies beyond 4 GiB.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(8);
    /// let port = builder.fmt_append_count(format_args!(":{}", 3000));
    /// assert_eq!(port.slice(builder.written_slice()), b":3000");
    /// ```
    pub fn fmt_append_count(&mut self, message: fmt::Arguments<'_>) -> StringPointer {
        let offset = self.len;
        self.write_fmt_counted(message);
        pointer(offset, self.len - offset)
    }

    /// Appends what formatting `message` gives and a NUL, and returns where, without the NUL.
    ///
    /// # Panics
    ///
    /// When they do not fit what was counted and allocated, or lie beyond 4 GiB.
    pub fn fmt_append_count_z(&mut self, message: fmt::Arguments<'_>) -> StringPointer {
        let text = self.fmt_append_count(message);
        self.append(&[0]);
        text
    }

    fn write_fmt_counted(&mut self, message: fmt::Arguments<'_>) {
        struct Appender<'a>(&'a mut StringBuilder);
        impl fmt::Write for Appender<'_> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                self.0.append(text.as_bytes());
                Ok(())
            }
        }
        let _ = Appender(self).write_fmt(message);
    }

    /// All of the memory, for writing.
    #[must_use]
    pub fn allocated_slice(&mut self) -> &mut [u8] {
        self.ptr.as_mut().map_or(&mut [], |memory| memory.0.as_mut_slice())
    }

    /// The memory behind what was appended, for writing; then add to [`len`](Self::len).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(4);
    /// builder.append(b"a");
    /// builder.writable()[..2].copy_from_slice(b"bc");
    /// builder.len += 2;
    /// assert_eq!(builder.written_slice(), b"abc");
    /// ```
    #[must_use]
    pub fn writable(&mut self) -> &mut [u8] {
        let start = self.len;
        self.ptr.as_mut().map_or(&mut [], |memory| memory.behind(start))
    }

    /// What was appended.
    #[must_use]
    pub fn written_slice(&self) -> &[u8] {
        let memory = self.ptr.as_ref().map_or(&[][..], |memory| &memory.0);
        &memory[..self.len.min(memory.len())]
    }

    /// All of the memory, and starts over: what was counted but not appended is zeroes.
    ///
    /// Zig: `moveToSlice`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::StringBuilder;
    ///
    /// let mut builder = StringBuilder::init_capacity(3);
    /// builder.append(b"ab");
    /// assert_eq!(&*builder.move_to_slice(), b"ab\0");
    /// assert_eq!((builder.len, builder.cap), (0, 0));
    /// ```
    #[must_use]
    pub fn move_to_slice(&mut self) -> Box<[u8]> {
        let memory = self.ptr.take().map_or_else(Vec::new, |memory| memory.0);
        *self = Self::default();
        memory.into_boxed_slice()
    }
}

impl BuilderMemory {
    /// The bytes from `start` on, without touching those before.
    fn behind(&mut self, start: usize) -> &mut [u8] {
        let len = self.0.len().saturating_sub(start);
        if len == 0 {
            return &mut [];
        }
        // Not `&mut self.0[start..]`: that would claim the bytes that `append_raw` has lent.
        // SAFETY: `start` is inside the vector.
        let first = unsafe { self.0.as_mut_ptr().add(start) };
        // SAFETY: the `len` bytes from `first` are the rest of the vector, borrowed from it.
        unsafe { slice::from_raw_parts_mut(first, len) }
    }
}

#[track_caller]
fn pointer(offset: usize, len: usize) -> StringPointer {
    match (u32::try_from(offset), u32::try_from(len)) {
        (Ok(offset), Ok(length)) => StringPointer { offset, length },
        _ => panic!("{len} bytes at {offset} lie beyond 4 GiB"),
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn not_counted(available: usize, len: usize) -> ! {
    panic!("appended {len} bytes where {available} are left of what was counted")
}

#[cfg(test)]
mod tests;
