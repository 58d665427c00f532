//! Making a [`BabyList`]: empty, of values, of a vector, and of its fields.

#![expect(unsafe_code, reason = "takes over and gives up blocks; argument in SAFETY.md")]

use alloc::alloc::alloc;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::alloc::Layout;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr::NonNull;

use bun_alloc::{AllocError, handle_oom};

use super::{BabyList, BabyListView};

impl<T> BabyList<T> {
    /// Returns an empty list with room for exactly `n` values.
    ///
    /// Zig: `BabyList.initCapacity`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or `n` is more than `u32::MAX`.
    #[doc(alias = "initCapacity")]
    #[inline]
    pub fn init_capacity(n: usize) -> Result<Self, AllocError> {
        let layout = Layout::array::<T>(n).map_err(|_| AllocError)?;
        let cap = u32::try_from(n).map_err(|_| AllocError)?;
        if layout.size() == 0 {
            return Ok(Self::new());
        }
        // Not by way of a vector, whose parts would be put together and taken apart again in
        // memory: a short list is made, filled and freed in less time than that takes twice.
        // SAFETY:
        // 1. The size is not zero.
        let block = unsafe { alloc(layout) };
        let ptr = NonNull::new(block.cast()).ok_or(AllocError)?;
        Ok(Self { ptr, len: 0, cap, values: PhantomData })
    }

    /// [`init_capacity`](Self::init_capacity), stopping the process when memory runs out.
    #[inline]
    #[must_use]
    pub fn with_capacity(n: usize) -> Self {
        handle_oom(Self::init_capacity(n))
    }

    /// Returns a list of one value, with room for no more.
    ///
    /// Zig: `BabyList.initOne`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory; `value` is dropped.
    #[doc(alias = "initOne")]
    #[inline]
    pub fn init_one(value: T) -> Result<Self, AllocError> {
        let mut list = Self::init_capacity(1)?;
        list.append_assume_capacity(value);
        Ok(list)
    }

    /// Returns a list of clones of `items`, with room for no more.
    ///
    /// Zig: `BabyList.fromSlice`.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory, or more than `u32::MAX` items.
    #[doc(alias = "fromSlice")]
    #[inline]
    pub fn from_slice(items: &[T]) -> Result<Self, AllocError>
    where
        T: Clone,
    {
        let mut list = Self::init_capacity(items.len())?;
        list.append_slice(items)?;
        Ok(list)
    }

    /// Makes a list of a vector. Does not copy, unless the vector has room for more than
    /// `u32::MAX` values.
    ///
    /// # Errors
    ///
    /// The vector, when it is longer than `u32::MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::BabyList;
    ///
    /// let vec = vec![1, 2];
    /// let first = vec.as_ptr();
    /// let mut list = BabyList::try_from_vec(vec).expect("a short list");
    /// assert_eq!((list.as_ptr(), list.len()), (first, 2));
    /// assert_eq!(list.move_to_list().as_ptr(), first);
    /// ```
    #[inline]
    pub fn try_from_vec(mut vec: Vec<T>) -> Result<Self, Vec<T>> {
        const LEN_MAX: usize = u32::MAX as usize;
        let Ok(len) = u32::try_from(vec.len()) else { return Err(vec) };
        if size_of::<T>() != 0 && vec.capacity() > LEN_MAX {
            vec.shrink_to(LEN_MAX);
        }
        let cap = match u32::try_from(vec.capacity()) {
            _ if size_of::<T>() == 0 => u32::MAX,
            Ok(cap) => cap,
            Err(_) => return Err(vec),
        };
        let mut vec = ManuallyDrop::new(vec);
        // SAFETY:
        // 1. The pointer of a vector is not null.
        let ptr = unsafe { NonNull::new_unchecked(vec.as_mut_ptr()) };
        Ok(Self { ptr, len, cap, values: PhantomData })
    }

    /// Makes a list of a vector. Does not copy.
    ///
    /// Zig: `BabyList.moveFromList`.
    ///
    /// # Panics
    ///
    /// Panics when the vector is longer than `u32::MAX`;
    /// [`try_from_vec`](Self::try_from_vec) does not.
    #[doc(alias = "moveFromList")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn move_from_list(vec: Vec<T>) -> Self {
        match Self::try_from_vec(vec) {
            Ok(list) => list,
            Err(_) => panic!("a vector longer than `u32::MAX`"),
        }
    }

    /// Makes a list of a slice that it takes over. Does not copy.
    ///
    /// Zig: `BabyList.fromOwnedSlice`.
    ///
    /// # Panics
    ///
    /// Panics when the slice is longer than `u32::MAX`.
    #[doc(alias = "fromOwnedSlice")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn from_owned_slice(items: Box<[T]>) -> Self {
        Self::move_from_list(items.into_vec())
    }

    /// Makes an empty list of a buffer that it takes over.
    ///
    /// Zig: `BabyList.initWithBuffer`.
    ///
    /// # Panics
    ///
    /// Panics when the buffer is longer than `u32::MAX`.
    #[doc(alias = "initWithBuffer")]
    #[must_use]
    #[track_caller]
    pub fn init_with_buffer(buffer: Box<[MaybeUninit<T>]>) -> Self {
        let mut places = BabyList::from_owned_slice(buffer);
        // Places hold no values to drop.
        places.len = 0;
        let (ptr, len, cap) = places.into_raw_parts();
        // SAFETY:
        // 1. A block of places is a block of values, of which none is initialised.
        unsafe { Self::from_raw_parts(ptr.cast(), len, cap) }
    }

    /// Returns the fields, and with them what the list owns: for C, which gives them back to
    /// [`from_raw_parts`](Self::from_raw_parts).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::BabyList;
    ///
    /// let (ptr, len, cap) = BabyList::from_slice(b"abc")?.into_raw_parts();
    /// // SAFETY:
    /// // 1. The parts of a list, which nothing has used since.
    /// let list = unsafe { BabyList::from_raw_parts(ptr, len, cap) };
    /// assert_eq!((list.slice(), list.capacity()), (&b"abc"[..], 3));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn into_raw_parts(self) -> (NonNull<T>, u32, u32) {
        let list = ManuallyDrop::new(self);
        (list.ptr, list.len, list.cap)
    }

    /// Returns the list with these fields.
    ///
    /// # Safety
    ///
    /// One of these:
    ///
    /// 1. The fields are those of a list whose parts were taken by
    ///    [`into_raw_parts`](Self::into_raw_parts), with `len` lowered or raised to the number of
    ///    values that are initialised; nobody else uses them.
    /// 2. `cap` is 0, `ptr` is aligned, and `len` values there live, and are not changed, while the
    ///    list is used, on any thread.
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw_parts(ptr: NonNull<T>, len: u32, cap: u32) -> Self {
        Self { ptr, len, cap, values: PhantomData }
    }

    /// Returns a list of values that belong to someone else, without a lifetime.
    ///
    /// Dropping it does nothing, and changing it panics. [`borrowed`](Self::borrowed) is safe.
    ///
    /// Zig: `BabyList.fromBorrowedSliceDangerous`.
    ///
    /// # Safety
    ///
    /// 1. `items` live, and are not changed, while the list is used.
    /// 2. If it is used on another thread, `T` is `Sync`.
    ///
    /// # Panics
    ///
    /// Panics when there are more than `u32::MAX` items.
    #[doc(alias = "fromBorrowedSliceDangerous")]
    #[inline]
    #[must_use]
    #[track_caller]
    pub const unsafe fn from_borrowed_slice_dangerous(items: &[T]) -> Self {
        assert!(items.len() <= u32::MAX as usize, "a list longer than `u32::MAX`");
        let first = NonNull::from_ref(items).cast();
        let cap = if items.is_empty() { Self::UNALLOCATED } else { 0 };
        let ptr = if items.is_empty() { NonNull::dangling() } else { first };
        Self { ptr, len: items.len() as u32, cap, values: PhantomData }
    }

    /// Makes a borrowed list the owner of its values. An owned one stays as it is.
    ///
    /// Zig: `BabyList.transferOwnership`.
    ///
    /// # Safety
    ///
    /// 1. The values are all that a block of the global allocator has room for, and nobody else
    ///    uses them or frees it from now on.
    /// 2. The list was made by [`from_raw_parts`](Self::from_raw_parts) of a pointer that may be
    ///    written through, which one from a shared slice may not.
    #[doc(alias = "transferOwnership")]
    #[inline]
    pub const unsafe fn transfer_ownership(&mut self) {
        if !self.is_owned() {
            self.cap = self.len;
        }
    }

    /// Returns a view of `items` as a list, which is only read.
    ///
    /// # Panics
    ///
    /// Panics when there are more than `u32::MAX` items.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn borrowed(items: &[T]) -> BabyListView<'_, T> {
        // SAFETY:
        // 1. The view borrows the items, and lends the list only for reading.
        // 2. The view is sent to another thread only if the items may be shared.
        BabyListView::new(unsafe { Self::from_borrowed_slice_dangerous(items) })
    }
}
