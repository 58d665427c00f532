//! [`Alignment`]: a power of two, kept as its exponent.

use core::alloc::Layout;
use core::fmt;

/// An alignment: a power of two that fits `usize`, stored as its logarithm in one byte.
///
/// Zig: `std.mem.Alignment`.
///
/// # Examples
///
/// ```
/// use bun_alloc::Alignment;
///
/// assert_eq!(Alignment::of::<u32>(), Alignment::from_byte_units(4));
/// assert_eq!(Alignment::from_byte_units(16).log2(), 4);
/// assert!(Alignment::of::<u8>() < Alignment::of::<u64>());
/// assert_eq!(Alignment::try_from_byte_units(3), None);
/// ```
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alignment(
    /// Invariant: less than `usize::BITS`.
    u8,
);

impl Alignment {
    /// One byte.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// assert_eq!(Alignment::MIN, Alignment::of::<u8>());
    /// ```
    pub const MIN: Self = Self(0);

    /// Returns the alignment of `T`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// assert_eq!(Alignment::of::<[u32; 9]>().to_byte_units(), align_of::<u32>());
    /// ```
    #[must_use]
    pub const fn of<T>() -> Self {
        Self::from_byte_units(align_of::<T>())
    }

    /// Returns the alignment of `layout`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    /// use core::alloc::Layout;
    ///
    /// let layout = Layout::new::<u8>().align_to(64)?;
    /// assert_eq!(Alignment::of_layout(layout).to_byte_units(), 64);
    /// # Ok::<(), core::alloc::LayoutError>(())
    /// ```
    #[must_use]
    pub const fn of_layout(layout: Layout) -> Self {
        Self::from_byte_units(layout.align())
    }

    /// Returns the alignment of `n` bytes.
    ///
    /// Zig: `Alignment.fromByteUnits`.
    ///
    /// # Panics
    ///
    /// If `n` is not a power of two.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// const CACHE_LINE: Alignment = Alignment::from_byte_units(64);
    ///
    /// assert_eq!(CACHE_LINE.log2(), 6);
    /// ```
    #[doc(alias = "fromByteUnits")]
    #[must_use]
    pub const fn from_byte_units(n: usize) -> Self {
        match Self::try_from_byte_units(n) {
            Some(alignment) => alignment,
            None => panic!("an alignment is a power of two"),
        }
    }

    /// Returns the alignment of `n` bytes, or `None` if `n` is not a power of two.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// assert_eq!(Alignment::try_from_byte_units(1), Some(Alignment::MIN));
    /// assert_eq!(Alignment::try_from_byte_units(0), None);
    /// assert_eq!(Alignment::try_from_byte_units(12), None);
    /// ```
    #[must_use]
    pub const fn try_from_byte_units(n: usize) -> Option<Self> {
        if n.is_power_of_two() { Some(Self(n.trailing_zeros() as u8)) } else { None }
    }

    /// Returns the alignment of `2^log2` bytes, or `None` if that is no `usize`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// assert_eq!(Alignment::from_log2(4), Some(Alignment::from_byte_units(16)));
    /// assert_eq!(Alignment::from_log2(255), None);
    /// ```
    #[must_use]
    pub const fn from_log2(log2: u8) -> Option<Self> {
        if (log2 as u32) < usize::BITS { Some(Self(log2)) } else { None }
    }

    /// Returns the exponent.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// assert_eq!(Alignment::from_byte_units(4096).log2(), 12);
    /// ```
    #[must_use]
    pub const fn log2(self) -> u8 {
        self.0
    }

    /// Returns the alignment in bytes.
    ///
    /// Zig: `Alignment.toByteUnits`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::Alignment;
    ///
    /// assert_eq!(Alignment::from_log2(3).map(Alignment::to_byte_units), Some(8));
    /// ```
    #[doc(alias = "toByteUnits")]
    #[must_use]
    pub const fn to_byte_units(self) -> usize {
        1 << self.0
    }

    /// Returns the layout of `size` bytes at this alignment, or `None` if there is none.
    #[inline]
    pub(crate) fn layout(self, size: usize) -> Option<Layout> {
        Layout::from_size_align(size, self.to_byte_units()).ok()
    }
}

impl fmt::Debug for Alignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Alignment({} = 1 << {})", self.to_byte_units(), self.0)
    }
}

const _: () = assert!(size_of::<Alignment>() == 1);
