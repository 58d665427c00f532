//! The rest of the methods of [`LinearFifo`], on top of those in `mod.rs`.

use core::mem::MaybeUninit;

use bun_alloc::AllocError;

use super::{LinearFifo, LinearFifoBuffer};

impl<T, B: LinearFifoBuffer<T>> LinearFifo<T, B> {
    /// Adds copies of `items`.
    ///
    /// Zig: `LinearFifo.write`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there are not places for all and there cannot be more; none is added.
    #[inline]
    pub fn write(&mut self, items: &[T]) -> Result<(), AllocError>
    where
        T: Copy,
    {
        self.ensure_unused_capacity(items.len())?;
        self.write_assume_capacity(items);
        Ok(())
    }

    /// Adds copies of `items`, for which there are places.
    ///
    /// Zig: `LinearFifo.writeAssumeCapacity`.
    ///
    /// # Panics
    ///
    /// Panics when there are not; none is added.
    #[doc(alias = "writeAssumeCapacity")]
    #[track_caller]
    pub fn write_assume_capacity(&mut self, items: &[T])
    where
        T: Copy,
    {
        assert!(items.len() <= self.writable_length(), "no place for {} values", items.len());
        self.copy_to_places(self.count, items);
        self.count += items.len();
    }

    /// Copies `items` to the places of values `offset..`, of which there are as many.
    fn copy_to_places(&mut self, offset: usize, items: &[T])
    where
        T: Copy,
    {
        if items.is_empty() {
            return;
        }
        let [first, second] = self.places(offset, items.len());
        let (start, end) = items.split_at(first.len());
        self.buffer.slots_mut()[first].write_copy_of_slice(start);
        self.buffer.slots_mut()[second].write_copy_of_slice(end);
    }

    /// Adds copies of `items` at the front, to be read next.
    ///
    /// Zig: `LinearFifo.unget`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there are not places for all and there cannot be more; none is added.
    pub fn unget(&mut self, items: &[T]) -> Result<(), AllocError>
    where
        T: Copy,
    {
        self.ensure_unused_capacity(items.len())?;
        if !items.is_empty() {
            self.head = self.place(self.capacity() - items.len());
            self.copy_to_places(0, items);
            self.count += items.len();
        }
        Ok(())
    }

    /// Takes as many values as fit `items`, and returns how many those are.
    ///
    /// Zig: `LinearFifo.read`.
    pub fn read(&mut self, items: &mut [T]) -> usize
    where
        T: Copy,
    {
        let mut filled = 0;
        while filled < items.len() && !self.is_empty() {
            let run = self.readable_slice(0);
            let len = run.len().min(items.len() - filled);
            items[filled..][..len].copy_from_slice(&run[..len]);
            self.advance(len);
            filled += len;
        }
        filled
    }

    /// Returns a copy of value `offset`.
    ///
    /// Zig: `LinearFifo.peekItem`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "peekItem")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn peek_item(&self, offset: usize) -> T
    where
        T: Copy,
    {
        self.assert_value(offset);
        self.readable_slice(offset)[0]
    }

    /// Returns value `offset`, if there is one.
    #[inline]
    #[must_use]
    pub fn get(&self, offset: usize) -> Option<&T> {
        self.readable_slice(offset).first()
    }

    /// Returns value `offset`, exclusively.
    ///
    /// Zig: `LinearFifo.peekItemMut`.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "peekItemMut")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn peek_item_mut(&mut self, offset: usize) -> &mut T {
        self.assert_value(offset);
        &mut self.readable_slice_mut(offset)[0]
    }

    /// Takes value `offset` out and moves those behind it up. O(n).
    ///
    /// Zig: `LinearFifo.orderedRemoveItem`, which goes wrong when the values wrap around.
    ///
    /// # Panics
    ///
    /// Panics when there is no such value.
    #[doc(alias = "orderedRemoveItem")]
    #[track_caller]
    pub fn ordered_remove_item(&mut self, offset: usize) -> T {
        self.assert_value(offset);
        if offset == 0 {
            return self.read_item().expect("there is value 0");
        }
        let [first, second] = self.places(offset, self.count - offset);
        let slots = self.buffer.slots_mut();
        // The value to remove goes to the end of the first range, and from there to that of the
        // second: every other moves up by one place.
        rotate_out(&mut slots[first.clone()]);
        if !second.is_empty() {
            slots.swap(first.end - 1, second.start);
            rotate_out(&mut slots[second]);
        }
        self.take_last().expect("there is value `offset`")
    }

    /// Drops all values. Keeps the places.
    #[inline]
    pub fn clear(&mut self) {
        self.discard(self.count);
    }

    /// Returns the values in order, without taking them.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        let first = self.readable_slice(0);
        first.iter().chain(self.readable_slice(first.len()))
    }
}

/// Moves the first place behind the others.
fn rotate_out<T>(places: &mut [MaybeUninit<T>]) {
    if !places.is_empty() {
        places.rotate_left(1);
    }
}
