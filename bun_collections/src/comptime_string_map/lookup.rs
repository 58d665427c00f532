//! Lookups by something else than the bytes of a key: other encodings, other ideas of equality.

use super::ComptimeStringMap;
use alloc::vec::Vec;
use core::ops::Range;

/// A text that knows how many units it has: bytes, or UTF-16 code units.
///
/// # Examples
///
/// ```
/// use bun_collections::comptime_string_map::HasLength;
///
/// assert_eq!(b"abc"[..].length(), 3);
/// ```
pub trait HasLength {
    /// Returns the number of units.
    fn length(&self) -> usize;
}

impl<T> HasLength for [T] {
    #[inline]
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T: HasLength + ?Sized> HasLength for &T {
    #[inline]
    fn length(&self) -> usize {
        (**self).length()
    }
}

/// Up to this length a text is put into lower case on the stack.
const LOWER_MAX: usize = 128;

/// Calls `look_up` with the small letters of a text.
pub(super) fn with_lowercase<R>(text: &[u8], look_up: impl FnOnce(&[u8]) -> R) -> R {
    let mut buffer = [0; LOWER_MAX];
    let mut spilled = Vec::new();
    let lower = match buffer.get_mut(..text.len()) {
        Some(lower) => {
            lower.copy_from_slice(text);
            lower
        }
        None => {
            spilled.extend_from_slice(text);
            &mut spilled[..]
        }
    };
    lower.make_ascii_lowercase();
    look_up(lower)
}

impl<V> ComptimeStringMap<V> {
    /// Returns where the keys of a length are.
    #[inline]
    fn of_length(&self, len: usize) -> Range<usize> {
        if !self.has_length(len) {
            return 0..0;
        }
        let at = len - self.len_min;
        self.starts[at].into()..self.starts[at + 1].into()
    }

    /// Returns the value of a key, provided that it has this length.
    ///
    /// Zig: `ComptimeStringMap.getWithLength`.
    #[doc(alias = "getWithLength")]
    #[inline]
    #[must_use]
    pub fn get_with_length(&self, key: &[u8], len: usize) -> Option<&'static V> {
        if key.len() == len { self.get(key) } else { None }
    }

    /// Returns the value of the first key of this length that `eql` finds equal to `input`.
    ///
    /// Zig: `ComptimeStringMap.getWithLengthAndEql`.
    #[doc(alias = "getWithLengthAndEql")]
    #[inline]
    pub fn get_with_length_and_eql<I: Copy>(
        &self,
        input: I,
        len: usize,
        mut eql: impl FnMut(I, &'static [u8]) -> bool,
    ) -> Option<&'static V> {
        self.kvs[self.of_length(len)]
            .iter()
            .find(|entry| eql(input, entry.key))
            .map(|entry| &entry.value)
    }

    /// Returns the value of the key whose position among those of this length `index_of` returns.
    ///
    /// `None` also when there is no such position.
    ///
    /// Zig: `ComptimeStringMap.getWithLengthAndEqlList`.
    #[doc(alias = "getWithLengthAndEqlList")]
    #[inline]
    pub fn get_with_length_and_eql_list<I>(
        &self,
        input: I,
        len: usize,
        index_of: impl FnOnce(I, &'static [&'static [u8]]) -> Option<usize>,
    ) -> Option<&'static V> {
        let range = self.of_length(len);
        if range.is_empty() {
            return None;
        }
        let index = index_of(input, &self.keys[range.clone()])?;
        self.kvs[range].get(index).map(|entry| &entry.value)
    }

    /// Returns the value of the first key, of those as long as `input`, that `eql` finds equal.
    ///
    /// For texts in another representation, such as the strings of a runtime.
    ///
    /// Zig: `ComptimeStringMap.getWithEql`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::comptime_string_map;
    ///
    /// comptime_string_map! { static ANSWERS: bool = { b"yes" => true, b"no" => false }; }
    /// let input: Vec<char> = "no".chars().collect();
    /// let eql = |input: &[char], key: &[u8]| input.iter().zip(key).all(|(a, b)| *a == *b as char);
    /// assert_eq!(ANSWERS.get_with_eql(&input[..], eql), Some(&false));
    /// ```
    #[doc(alias = "getWithEql")]
    #[inline]
    pub fn get_with_eql<I: HasLength + Copy>(
        &self,
        input: I,
        eql: impl FnMut(I, &'static [u8]) -> bool,
    ) -> Option<&'static V> {
        self.get_with_length_and_eql(input, input.length(), eql)
    }

    /// Returns the value of the key whose position among those as long as `input` `index_of`
    /// returns.
    ///
    /// Zig: `ComptimeStringMap.getWithEqlList`.
    #[doc(alias = "getWithEqlList")]
    #[inline]
    pub fn get_with_eql_list<I: HasLength>(
        &self,
        input: I,
        index_of: impl FnOnce(I, &'static [&'static [u8]]) -> Option<usize>,
    ) -> Option<&'static V> {
        let len = input.length();
        self.get_with_length_and_eql_list(input, len, index_of)
    }

    /// Returns the value of the key whose bytes are these code units: Latin-1 in sixteen bits.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::comptime_string_map;
    ///
    /// comptime_string_map! { static ANSWERS: bool = { b"yes" => true, b"no" => false }; }
    /// let input: Vec<u16> = "yes".encode_utf16().collect();
    /// assert_eq!(ANSWERS.get_utf16(&input), Some(&true));
    /// ```
    #[must_use]
    pub fn get_utf16(&self, units: &[u16]) -> Option<&'static V> {
        let eql = |units: &[u16], key: &[u8]| units.iter().zip(key).all(|(a, b)| *a == (*b).into());
        self.get_with_eql(units, eql)
    }

    /// Returns the value of a key whatever the case of its ASCII letters, provided that the keys of
    /// the map are in small letters.
    ///
    /// Zig: `ComptimeStringMap.getAnyCase`.
    #[doc(alias = "getAnyCase")]
    #[must_use]
    pub fn get_any_case(&self, key: &[u8]) -> Option<&'static V> {
        if !self.has_length(key.len()) {
            return None;
        }
        with_lowercase(key, |lower| self.get(lower))
    }

    /// Returns the value of a key; forwards to [`get_any_case`](Self::get_any_case).
    #[inline]
    #[must_use]
    pub fn get_ascii_case_insensitive(&self, key: &[u8]) -> Option<&'static V> {
        self.get_any_case(key)
    }

    /// Returns the value of a key; forwards to [`get_any_case`](Self::get_any_case).
    ///
    /// Zig: `ComptimeStringMap.getASCIIICaseInsensitive`.
    #[doc(alias = "getASCIIICaseInsensitive")]
    #[inline]
    #[must_use]
    pub fn get_asciii_case_insensitive(&self, key: &[u8]) -> Option<&'static V> {
        self.get_any_case(key)
    }

    /// Returns the value of the first key, of those as long as `input`, that `eql` finds equal to
    /// the small letters of `input`.
    ///
    /// Zig: `ComptimeStringMap.getCaseInsensitiveWithEql`.
    #[doc(alias = "getCaseInsensitiveWithEql")]
    pub fn get_case_insensitive_with_eql(
        &self,
        input: &[u8],
        mut eql: impl FnMut(&[u8], &'static [u8]) -> bool,
    ) -> Option<&'static V> {
        if !self.has_length(input.len()) {
            return None;
        }
        with_lowercase(input, |lower| {
            let mut keys = self.kvs[self.of_length(lower.len())].iter();
            keys.find(|entry| eql(lower, entry.key)).map(|entry| &entry.value)
        })
    }

    /// As [`get_case_insensitive_with_eql`](Self::get_case_insensitive_with_eql), to which it
    /// forwards.
    ///
    /// Zig: `ComptimeStringMap.getWithEqlLowercase`.
    #[doc(alias = "getWithEqlLowercase")]
    #[inline]
    pub fn get_with_eql_lowercase(
        &self,
        input: &[u8],
        eql: impl FnMut(&[u8], &'static [u8]) -> bool,
    ) -> Option<&'static V> {
        self.get_case_insensitive_with_eql(input, eql)
    }
}
