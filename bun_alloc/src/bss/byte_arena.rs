//! [`ByteArena`]: one buffer from which strings of all lengths are cut, front to back.
//!
//! A part of the buffer is claimed with one atomic addition, filled by whoever claimed it, and
//! only then turned into a [`Span`] that others can read. The buffer is allocated with the first
//! claim and is not cleared.

#![expect(unsafe_code, reason = "disjoint parts of one buffer are written and read concurrently")]

use core::cell::UnsafeCell;
use core::fmt;
use core::slice;
use core::sync::atomic::{AtomicUsize, Ordering};

use std::sync::OnceLock;

use super::slots::{Block, block, get_or_try_init};
use crate::AllocError;

/// A part of a [`ByteArena`] that has been filled.
///
/// Invariant: made by [`Claim::finish`], so its bytes are initialised and belong to no claim.
#[derive(Debug)]
pub(super) struct Span {
    start: u32,
    len: u32,
}

/// A fixed buffer of bytes.
pub(super) struct ByteArena {
    capacity: usize,
    /// Invariant: every byte at or above this belongs to nobody, and every byte below it to
    /// exactly one claim or span, or to nobody any more.
    used: AtomicUsize,
    bytes: OnceLock<Block<u8>>,
}

// SAFETY: bytes are written by the claim that owns them and read through spans, which exist only
// once their claim is gone. `used` is atomic, so claims are disjoint.
unsafe impl Sync for ByteArena {}

impl ByteArena {
    /// Returns an arena of `capacity` bytes. Allocates nothing.
    ///
    /// # Panics
    ///
    /// If a span could not describe all of it in 32 bits.
    pub(super) const fn new(capacity: usize) -> Self {
        assert!(capacity <= u32::MAX as usize, "the byte arena is larger than 4 GiB");
        Self { capacity, used: AtomicUsize::new(0), bytes: OnceLock::new() }
    }

    /// Returns how many bytes were claimed.
    pub(super) fn used(&self) -> usize {
        self.used.load(Ordering::Relaxed)
    }

    /// Claims `len` bytes, provided that `spare` bytes remain behind them. `None` if they do not.
    pub(super) fn claim(&self, len: usize, spare: usize) -> Result<Option<Claim<'_>>, AllocError> {
        let limit = self.capacity.saturating_sub(spare);
        let next = |used: usize| used.checked_add(len).filter(|&end| end <= limit);
        if next(self.used()).is_none() || spare > self.capacity {
            return Ok(None);
        }
        let bytes = get_or_try_init(&self.bytes, || block(self.capacity))?;
        // Acquire pairs with the release in `Claim::drop`: writes of a claim that was given up come
        // before those of the next owner of its bytes.
        let claimed = self.used.fetch_update(Ordering::Acquire, Ordering::Relaxed, next);
        let claim = |start| Claim { arena: self, bytes, start, end: start + len, at: start };
        Ok(claimed.ok().map(claim))
    }

    /// Returns whether `slice` lies in the buffer. An empty slice may lie at its end.
    pub(super) fn contains(&self, slice: &[u8]) -> bool {
        let Some(bytes) = self.bytes.get() else { return false };
        let offset = slice.as_ptr().addr().wrapping_sub(bytes.as_ptr().addr());
        offset <= self.capacity && slice.len() <= self.capacity - offset
    }

    /// Returns the bytes of `span`.
    ///
    /// # Safety
    ///
    /// `span` is from this arena, and was published to this thread if another one filled it.
    pub(super) unsafe fn get(&self, span: &Span) -> &[u8] {
        let Some(bytes) = self.bytes.get() else { return &[] };
        let (start, len) = (span.start as usize, span.len as usize);
        let bytes = bytes[start..start + len].as_ptr().cast::<u8>();
        // SAFETY: `UnsafeCell` and `MaybeUninit` are transparent. The bytes are initialised and
        // no claim owns them (invariant on `Span`), so nothing writes to them while `self` is
        // shared.
        unsafe { slice::from_raw_parts(bytes, len) }
    }

    /// Returns the bytes of `span`.
    ///
    /// # Safety
    ///
    /// `span` is from this arena.
    pub(super) unsafe fn get_mut(&mut self, span: &Span) -> &mut [u8] {
        let Some(bytes) = self.bytes.get_mut() else { return &mut [] };
        let (start, len) = (span.start as usize, span.len as usize);
        let bytes = bytes[start..start + len].as_mut_ptr().cast::<u8>();
        // SAFETY: `UnsafeCell` and `MaybeUninit` are transparent. The bytes are initialised
        // (invariant on `Span`), and `self` is borrowed mutably.
        unsafe { slice::from_raw_parts_mut(bytes, len) }
    }
}

impl fmt::Debug for ByteArena {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteArena")
            .field("used", &self.used())
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}

/// A part of a [`ByteArena`] that is being filled. Dropping it gives the part back, if it is still
/// the last.
pub(super) struct Claim<'a> {
    arena: &'a ByteArena,
    bytes: &'a Block<u8>,
    start: usize,
    end: usize,
    /// Invariant: the bytes of this claim below `at` are initialised; `start <= at <= end`.
    at: usize,
}

impl Claim<'_> {
    /// Appends `bytes`.
    ///
    /// # Panics
    ///
    /// If they are more than was claimed.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        assert!(bytes.len() <= self.end - self.at, "more bytes than were claimed");
        let target = UnsafeCell::raw_get(self.bytes[self.at..].as_ptr()).cast::<u8>();
        // SAFETY: the target has room for `bytes` (asserted) inside this claim, which owns it
        // (invariant on `used`). `bytes` is readable by others, so it is not part of a claim and
        // does not overlap.
        unsafe { target.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
        self.at += bytes.len();
    }

    /// Fills the rest with zeroes.
    pub(super) fn push_zeroes(&mut self) {
        let target = UnsafeCell::raw_get(self.bytes[self.at..].as_ptr()).cast::<u8>();
        // SAFETY: the bytes from `at` to `end` belong to this claim (invariant on `used`).
        unsafe { target.write_bytes(0, self.end - self.at) };
        self.at = self.end;
    }

    /// Returns whether there is nothing left to fill.
    pub(super) const fn is_full(&self) -> bool {
        self.at == self.end
    }

    /// Returns what has been appended.
    pub(super) fn as_mut_slice(&mut self) -> &mut [u8] {
        let len = self.at - self.start;
        let bytes = UnsafeCell::raw_get(self.bytes[self.start..].as_ptr()).cast::<u8>();
        // SAFETY: initialised (invariant on `at`), and this claim, which is borrowed mutably, is
        // the only owner (invariant on `used`).
        unsafe { slice::from_raw_parts_mut(bytes, len) }
    }

    /// Ends the claim.
    ///
    /// # Panics
    ///
    /// If it is not full.
    #[expect(clippy::cast_possible_truncation, reason = "the capacity fits 32 bits")]
    pub(super) fn finish(mut self) -> Span {
        assert!(self.is_full(), "fewer bytes than were claimed");
        let span = Span { start: self.start as u32, len: (self.end - self.start) as u32 };
        // An empty claim gives nothing back when it is dropped.
        self.start = self.end;
        span
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        let (start, end) = (self.start, self.end);
        // Fails, and leaves the bytes unused, if something was claimed behind this.
        let used = &self.arena.used;
        _ = used.compare_exchange(end, start, Ordering::Release, Ordering::Relaxed);
    }
}
