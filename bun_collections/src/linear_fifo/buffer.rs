//! Where a [`LinearFifo`](super::LinearFifo) keeps its values.

#![expect(unsafe_code, reason = "moves values to a larger block; argument in SAFETY.md")]

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::fmt;
use core::mem::MaybeUninit;
use core::ops::Range;
use core::ptr::{self, NonNull};

use bun_alloc::AllocError;

/// Places for the values of a queue. Implemented by [`StaticBuffer`], [`SliceBuffer`] and
/// [`DynamicBuffer`]; nobody else can, because the queue relies on it.
///
/// ```compile_fail,E0277
/// use bun_collections::linear_fifo::LinearFifoBuffer;
///
/// struct Own;
/// impl LinearFifoBuffer<u8> for Own {}
/// ```
pub trait LinearFifoBuffer<T>: sealed::Slots<T> {}

impl<T, B: sealed::Slots<T>> LinearFifoBuffer<T> for B {}

pub(super) mod sealed {
    use super::{AllocError, MaybeUninit, Range};

    /// The places. Always as many, and the same, until `resize`.
    pub trait Slots<T> {
        fn slots(&self) -> &[MaybeUninit<T>];

        fn slots_mut(&mut self) -> &mut [MaybeUninit<T>];

        /// Makes room for `count` values.
        ///
        /// The values in the ranges are moved to the front, one range after the other, unless there
        /// is an error.
        fn grow(&mut self, count: usize, values: [Range<usize>; 2]) -> Result<(), AllocError>;
    }
}

/// `N` places within the queue itself.
///
/// # Examples
///
/// ```
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::StaticBuffer;
///
/// let mut queue = LinearFifo::<u8, StaticBuffer<u8, 2>>::new();
/// assert!(queue.write(b"ab").is_ok() && queue.write_item(b'c').is_err());
/// ```
pub struct StaticBuffer<T, const N: usize>([MaybeUninit<T>; N]);

impl<T, const N: usize> StaticBuffer<T, N> {
    pub(super) const EMPTY: Self = Self([const { MaybeUninit::uninit() }; N]);
}

impl<T, const N: usize> Default for StaticBuffer<T, N> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T, const N: usize> sealed::Slots<T> for StaticBuffer<T, N> {
    #[inline(always)]
    fn slots(&self) -> &[MaybeUninit<T>] {
        &self.0
    }

    #[inline(always)]
    fn slots_mut(&mut self) -> &mut [MaybeUninit<T>] {
        &mut self.0
    }

    fn grow(&mut self, _count: usize, _values: [Range<usize>; 2]) -> Result<(), AllocError> {
        Err(AllocError)
    }
}

/// Places that the queue borrows.
///
/// # Examples
///
/// ```
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::SliceBuffer;
/// use core::mem::MaybeUninit;
///
/// let mut places = [const { MaybeUninit::uninit() }; 2];
/// let mut queue = LinearFifo::with_buffer(SliceBuffer::new(&mut places));
/// assert!(queue.write(b"ab").is_ok() && queue.write_item(b'c').is_err());
/// ```
///
/// The queue does not outlive them:
///
/// ```compile_fail,E0597
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::SliceBuffer;
///
/// let mut queue;
/// {
///     let mut places = [const { core::mem::MaybeUninit::uninit() }; 2];
///     queue = LinearFifo::with_buffer(SliceBuffer::new(&mut places));
/// }
/// queue.write_item(1);
/// ```
pub struct SliceBuffer<'a, T>(&'a mut [MaybeUninit<T>]);

impl<'a, T> SliceBuffer<'a, T> {
    /// Borrows the places.
    #[must_use]
    pub const fn new(places: &'a mut [MaybeUninit<T>]) -> Self {
        Self(places)
    }
}

impl<T> sealed::Slots<T> for SliceBuffer<'_, T> {
    #[inline(always)]
    fn slots(&self) -> &[MaybeUninit<T>] {
        self.0
    }

    #[inline(always)]
    fn slots_mut(&mut self) -> &mut [MaybeUninit<T>] {
        self.0
    }

    fn grow(&mut self, _count: usize, _values: [Range<usize>; 2]) -> Result<(), AllocError> {
        Err(AllocError)
    }
}

/// As many places as there have to be, allocated. Their number is a power of two.
///
/// # Examples
///
/// ```
/// use bun_collections::LinearFifo;
/// use bun_collections::linear_fifo::DynamicBuffer;
///
/// let mut queue = LinearFifo::<u8, DynamicBuffer<u8>>::new();
/// queue.write(b"abcde")?;
/// assert_eq!(queue.capacity(), 8);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub struct DynamicBuffer<T>(Box<[MaybeUninit<T>]>);

impl<T> DynamicBuffer<T> {
    /// Allocates `count` places and moves the values to the front of them.
    pub(super) fn reallocate(
        &mut self,
        count: usize,
        values: [Range<usize>; 2],
    ) -> Result<(), AllocError> {
        let mut places = empty_places(count)?;
        let mut filled = 0;
        for range in values {
            let (from, len) = (&self.0[range.clone()], range.len());
            let to = &mut places[filled..][..len];
            // SAFETY:
            // 1. Both have `len` places, and they are in different blocks.
            // 2. The old places are dropped below, which drops no value.
            unsafe { ptr::copy_nonoverlapping(from.as_ptr(), to.as_mut_ptr(), len) };
            filled += len;
        }
        self.0 = places;
        Ok(())
    }
}

/// Returns `count` places that hold nothing.
fn empty_places<T>(count: usize) -> Result<Box<[MaybeUninit<T>]>, AllocError> {
    let layout = Layout::array::<T>(count).map_err(|_| AllocError)?;
    let first = if layout.size() == 0 {
        NonNull::dangling()
    } else {
        // SAFETY:
        // 1. The size is not zero.
        NonNull::new(unsafe { alloc(layout) }.cast()).ok_or(AllocError)?
    };
    let places = ptr::slice_from_raw_parts_mut(first.as_ptr(), count);
    // SAFETY:
    // 1. The block is of the global allocator, with the layout of the slice, or the slice has no
    //    bytes and its address is aligned.
    // 2. A place is initialised whatever it holds.
    Ok(unsafe { Box::from_raw(places) })
}

impl<T> Default for DynamicBuffer<T> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<T> sealed::Slots<T> for DynamicBuffer<T> {
    #[inline(always)]
    fn slots(&self) -> &[MaybeUninit<T>] {
        &self.0
    }

    #[inline(always)]
    fn slots_mut(&mut self) -> &mut [MaybeUninit<T>] {
        &mut self.0
    }

    fn grow(&mut self, count: usize, values: [Range<usize>; 2]) -> Result<(), AllocError> {
        let count = count.checked_next_power_of_two().ok_or(AllocError)?;
        self.reallocate(count, values)
    }
}

impl<T, const N: usize> fmt::Debug for StaticBuffer<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{N} places")
    }
}

impl<T> fmt::Debug for SliceBuffer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} places", self.0.len())
    }
}

impl<T> fmt::Debug for DynamicBuffer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} places", self.0.len())
    }
}
