//! [`TextStore`]: strings by index, in one buffer while they fit and on the heap otherwise.
//!
//! A string is drafted, without the lock, and then published with an index, under the lock. So a
//! caller's formatting code may use the store it is writing to, and may panic.

#![expect(unsafe_code, reason = "reads the spans it published from its own byte arena")]

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::IndexType;
use super::byte_arena::{ByteArena, Claim, Span};
use super::slots::{Shape, Slots};
use crate::AllocError;

/// A published string, with the terminator if it has one.
#[derive(Debug)]
enum Text {
    /// Invariant: a span of the arena of the store that holds this text.
    Inline(Span),
    Heap(Box<[u8]>),
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Text>() == size_of::<Box<[u8]>>());

/// Strings with stable addresses. `S` is guarded by the lock of the index.
#[derive(Debug)]
pub(super) struct TextStore<S, P: Shape> {
    bytes: ByteArena,
    texts: Slots<Text, S, P>,
}

/// A string that is being written. Dropping it gives its memory back.
pub(super) struct Draft<'a, S, P: Shape> {
    store: &'a TextStore<S, P>,
    /// Invariant: a claim is one of the arena of `store`.
    memory: DraftMemory<'a>,
}

enum DraftMemory<'a> {
    Inline(Claim<'a>),
    Heap { bytes: Vec<u8>, len: usize },
}

impl<S, P: Shape> TextStore<S, P> {
    pub(super) const fn new(capacity: usize, state: S) -> Self {
        Self { bytes: ByteArena::new(capacity), texts: Slots::new(state) }
    }

    /// Returns how many strings there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// Returns how many bytes of the buffer are in use.
    pub(super) fn used(&self) -> usize {
        self.bytes.used()
    }

    /// Returns whether `slice` lies in the buffer.
    pub(super) fn contains(&self, slice: &[u8]) -> bool {
        self.bytes.contains(slice)
    }

    /// Returns the string at `index`, with its terminator.
    pub(super) fn get(&self, index: IndexType) -> Option<&[u8]> {
        self.texts.get(index).map(|text| self.bytes_of(text))
    }

    /// Returns the string at `index`, with its terminator.
    pub(super) fn get_mut(&mut self, index: IndexType) -> Option<&mut [u8]> {
        match self.texts.get_mut(index)? {
            // SAFETY: a span of our own arena (invariant on `Text`).
            Text::Inline(span) => Some(unsafe { self.bytes.get_mut(span) }),
            Text::Heap(bytes) => Some(bytes),
        }
    }

    fn bytes_of<'a>(&'a self, text: &'a Text) -> &'a [u8] {
        match text {
            // SAFETY: a span of our own arena (invariant on `Text`); `text` is in `self.texts`,
            // which published it to this thread.
            Text::Inline(span) => unsafe { self.bytes.get(span) },
            Text::Heap(bytes) => bytes,
        }
    }

    /// Starts a string of `len` bytes, terminator included: in the buffer if `spare` bytes remain
    /// behind it, otherwise on the heap.
    pub(super) fn draft(&self, len: usize, spare: usize) -> Result<Draft<'_, S, P>, AllocError> {
        let memory = if let Some(claim) = self.bytes.claim(len, spare)? {
            DraftMemory::Inline(claim)
        } else {
            let mut bytes = Vec::new();
            bytes.try_reserve_exact(len)?;
            DraftMemory::Heap { bytes, len }
        };
        Ok(Draft { store: self, memory })
    }

    /// Locks the state.
    pub(super) fn with_state<R>(&self, f: impl FnOnce(&mut S) -> R) -> R {
        f(self.texts.lock().state())
    }
}

impl<'a, S, P: Shape> Draft<'a, S, P> {
    /// Appends `bytes`.
    ///
    /// # Panics
    ///
    /// If the string becomes longer than was asked for.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        match &mut self.memory {
            DraftMemory::Inline(claim) => claim.push(bytes),
            DraftMemory::Heap { bytes: memory, len } => {
                assert!(bytes.len() <= *len - memory.len(), "more bytes than were asked for");
                memory.extend_from_slice(bytes);
            }
        }
    }

    /// Fills the rest of the string with zeroes.
    pub(super) fn push_zeroes(&mut self) {
        match &mut self.memory {
            DraftMemory::Inline(claim) => claim.push_zeroes(),
            DraftMemory::Heap { bytes, len } => bytes.resize(*len, 0),
        }
    }

    /// Returns what has been appended.
    pub(super) fn as_mut_slice(&mut self) -> &mut [u8] {
        match &mut self.memory {
            DraftMemory::Inline(claim) => claim.as_mut_slice(),
            DraftMemory::Heap { bytes, .. } => bytes,
        }
    }

    fn is_full(&self) -> bool {
        match &self.memory {
            DraftMemory::Inline(claim) => claim.is_full(),
            DraftMemory::Heap { bytes, len } => bytes.len() == *len,
        }
    }

    /// Publishes the string and returns it. `commit` gets the state and the index before anything
    /// can be seen; if it fails, nothing can.
    ///
    /// # Panics
    ///
    /// If the string is shorter than was asked for.
    pub(super) fn publish(
        self,
        commit: impl FnOnce(&mut S, IndexType) -> Result<(), AllocError>,
    ) -> Result<(IndexType, &'a [u8]), AllocError> {
        assert!(self.is_full(), "fewer bytes than were asked for");
        let mut writer = self.store.texts.lock();
        let mut slot = writer.reserve()?;
        let index = slot.index();
        commit(slot.state(), index)?;
        let text = match self.memory {
            DraftMemory::Inline(claim) => Text::Inline(claim.finish()),
            DraftMemory::Heap { bytes, .. } => Text::Heap(bytes.into_boxed_slice()),
        };
        Ok((index, self.store.bytes_of(slot.fill(text))))
    }
}
