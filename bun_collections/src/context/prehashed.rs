//! Byte strings whose hash was computed before they are looked up, once for several maps.

use alloc::boxed::Box;

use super::{HashAdapter, HashContext, StringContext};

/// A byte string and its hash.
///
/// An adapter: [`HashMap::get_adapted`](crate::HashMap::get_adapted) with the same string takes the
/// hash from here. Another string is hashed as usual.
///
/// Zig: `bun.StringHashMapContext.Prehashed`.
///
/// # Examples
///
/// ```
/// use bun_collections::hash_map::{HashMap, StringContext};
/// use bun_collections::StringHashMapContext::Prehashed;
///
/// let dev: HashMap<&[u8], u32, StringContext> = [(&b"react"[..], 1)].into_iter().collect();
/// let peer: HashMap<&[u8], u32, StringContext> = [(&b"react"[..], 2)].into_iter().collect();
///
/// let name = Prehashed::new(b"react");
/// assert_eq!(dev.get_adapted(name.input, &name), Some(&1));
/// assert_eq!(peer.get_adapted(name.input, &name), Some(&2));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Prehashed<'a> {
    /// The hash of `input`.
    pub value: u64,
    /// The string.
    pub input: &'a [u8],
}

impl<'a> Prehashed<'a> {
    /// Returns the string with its hash.
    ///
    /// Zig: `bun.StringHashMapContext.pre`.
    #[doc(alias = "pre")]
    #[inline]
    #[must_use]
    pub fn new(input: &'a [u8]) -> Self {
        Self { value: bun_wyhash::hash(input), input }
    }
}

/// Returns the string with its hash; forwards to [`Prehashed::new`].
///
/// Zig: `bun.StringHashMapContext.pre`.
#[inline]
#[must_use]
pub fn pre(input: &[u8]) -> Prehashed<'_> {
    Prehashed::new(input)
}

/// Returns the hash that was made of `input`, or makes that of another string.
///
/// The address decides: a string with the same bytes elsewhere is hashed again, to the same value.
#[inline]
fn hash_of(value: u64, input: &[u8], key: &[u8]) -> u64 {
    if core::ptr::eq(input, key) { value } else { bun_wyhash::hash(key) }
}

impl<K: AsRef<[u8]>> HashAdapter<[u8], K> for Prehashed<'_> {
    #[inline]
    fn hash(&self, key: &[u8]) -> u64 {
        hash_of(self.value, self.input, key)
    }

    #[inline]
    fn eql(&self, a: &[u8], b: &K) -> bool {
        a == b.as_ref()
    }
}

/// A byte string in lower case and its hash, to be looked up among keys in lower case.
///
/// Keys are compared without regard to ASCII case.
///
/// Zig: `bun.StringHashMapContext.PrehashedCaseInsensitive`.
///
/// # Examples
///
/// ```
/// use bun_collections::hash_map::{HashMap, StringContext};
/// use bun_collections::StringHashMapContext::PrehashedCaseInsensitive;
///
/// let files: HashMap<&[u8], u32, StringContext> = [(&b"readme.md"[..], 1)].into_iter().collect();
/// let name = PrehashedCaseInsensitive::init(b"README.md");
/// assert_eq!(*name.input, *b"readme.md");
/// assert_eq!(files.get_adapted(&*name.input, &name), Some(&1));
/// ```
#[derive(Clone, Debug)]
pub struct PrehashedCaseInsensitive {
    /// The hash of `input`.
    pub value: u64,
    /// The string in lower case.
    pub input: Box<[u8]>,
}

impl PrehashedCaseInsensitive {
    /// Returns a copy of the string in lower case, with its hash.
    ///
    /// Stops the process when there is no memory for the copy.
    #[must_use]
    pub fn init(input: &[u8]) -> Self {
        let input = input.to_ascii_lowercase().into_boxed_slice();
        Self { value: bun_wyhash::hash(&input), input }
    }
}

impl<K: AsRef<[u8]>> HashAdapter<[u8], K> for PrehashedCaseInsensitive {
    #[inline]
    fn hash(&self, key: &[u8]) -> u64 {
        hash_of(self.value, &self.input, key)
    }

    #[inline]
    fn eql(&self, a: &[u8], b: &K) -> bool {
        a.eq_ignore_ascii_case(b.as_ref())
    }
}

impl<K: AsRef<[u8]>> HashAdapter<[u8], K> for StringContext {
    #[inline]
    fn hash(&self, key: &[u8]) -> u64 {
        HashContext::hash(self, key)
    }

    #[inline]
    fn eql(&self, a: &[u8], b: &K) -> bool {
        a == b.as_ref()
    }
}
