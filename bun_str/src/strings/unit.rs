//! The two kinds of text unit that functions named `…_t` accept.

/// A unit of text: `u8` or `u16`.
///
/// Where Zig's generic functions look at `comptime T`, the difference is here. The trait is
/// sealed.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{CodeUnit, index_of_t};
///
/// fn has_dots<T: CodeUnit>(path: &[T]) -> bool {
///     let dot = T::from(b'.');
///     index_of_t(path, &[dot, dot]).is_some()
/// }
/// assert!(has_dots(b"a/../b"));
/// assert!(!has_dots(&[0x61_u16, 0x2e, 0x62]));
/// ```
pub trait CodeUnit: Copy + Ord + Into<u32> + From<u8> + sealed::Sealed + 'static {
    /// Returns the index of the first `needle`; see [`index_of_t`](super::index_of_t).
    #[doc(hidden)]
    fn index_of(haystack: &[Self], needle: &[Self]) -> Option<usize>;

    /// Returns the index of the first `unit`.
    #[doc(hidden)]
    fn index_of_unit(haystack: &[Self], unit: Self) -> Option<usize>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for u8 {}
    impl Sealed for u16 {}
}

impl CodeUnit for u8 {
    #[inline]
    fn index_of(haystack: &[u8], needle: &[u8]) -> Option<usize> {
        super::index_of(haystack, needle)
    }

    #[inline]
    fn index_of_unit(haystack: &[u8], unit: u8) -> Option<usize> {
        super::index_of_char_usize(haystack, unit)
    }
}

impl CodeUnit for u16 {
    fn index_of(haystack: &[u16], needle: &[u16]) -> Option<usize> {
        let Some(first) = needle.first() else { return Some(0) };
        let mut places = haystack.windows(needle.len());
        places.position(|window| window[0] == *first && window == needle)
    }

    #[inline]
    fn index_of_unit(haystack: &[u16], unit: u16) -> Option<usize> {
        haystack.iter().position(|&other| other == unit)
    }
}
