//! [`PhfMapExt`]: the lookups of a [`ComptimeStringMap`](super::ComptimeStringMap) in a `phf::Map`.

use super::lookup::{HasLength, with_lowercase};

/// What a `phf::Map` of byte strings lacks beside a
/// [`ComptimeStringMap`](super::ComptimeStringMap).
///
/// # Examples
///
/// ```
/// use bun_collections::comptime_string_map::PhfMapExt;
///
/// static ANSWERS: phf::Map<&'static [u8], bool> =
///     phf::phf_map! { b"yes" => true, b"no" => false };
/// assert!(ANSWERS.has(b"no"));
/// assert_eq!(ANSWERS.get_any_case(b"YES"), Some(&true));
/// assert_eq!(ANSWERS.key_of(&false), Some(&b"no"[..]));
/// ```
pub trait PhfMapExt<V> {
    /// Returns whether a key is in the map.
    fn has(&self, key: &[u8]) -> bool;

    /// Returns the value of a key whatever the case of its ASCII letters, provided that the keys of
    /// the map are in small letters.
    fn get_any_case(&self, key: &[u8]) -> Option<&V>;

    /// Returns the value of a key as long as `input` that `eql` finds equal to it. O(n).
    fn get_with_eql<I: HasLength + Copy>(
        &self,
        input: I,
        eql: impl FnMut(I, &'static [u8]) -> bool,
    ) -> Option<&V>;

    /// Returns a key that has a value. O(n).
    fn key_of(&self, value: &V) -> Option<&'static [u8]>
    where
        V: PartialEq;
}

impl<V> PhfMapExt<V> for phf::Map<&'static [u8], V> {
    #[inline]
    fn has(&self, key: &[u8]) -> bool {
        self.contains_key(key)
    }

    fn get_any_case(&self, key: &[u8]) -> Option<&V> {
        with_lowercase(key, |lower| self.get(lower))
    }

    fn get_with_eql<I: HasLength + Copy>(
        &self,
        input: I,
        mut eql: impl FnMut(I, &'static [u8]) -> bool,
    ) -> Option<&V> {
        let len = input.length();
        let found = self.entries().find(|(key, _)| key.len() == len && eql(input, key));
        found.map(|(_, value)| value)
    }

    fn key_of(&self, value: &V) -> Option<&'static [u8]>
    where
        V: PartialEq,
    {
        self.entries().find(|(_, other)| *other == value).map(|(key, _)| *key)
    }
}
