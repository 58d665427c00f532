//! Keys that are their own hash: numbers that are hashes already, or that are handed out in order.

use core::fmt;
use core::marker::PhantomData;

use super::{ArrayHashContext, HashContext, truncate};

/// A key that is a number.
///
/// # Examples
///
/// ```
/// use bun_collections::identity_context::IdentityHash;
/// use bun_collections::{HashMap, IdentityContext};
///
/// #[derive(Clone, Copy, PartialEq, Eq)]
/// struct TaskId(u64);
///
/// impl IdentityHash for TaskId {
///     fn identity_hash(&self) -> u64 {
///         self.0
///     }
/// }
///
/// let mut tasks = HashMap::<TaskId, &str, IdentityContext<TaskId>>::new();
/// tasks.put(TaskId(7), "fetch")?;
/// assert_eq!(tasks.get(&TaskId(7)), Some(&"fetch"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[diagnostic::on_unimplemented(note = "implement `IdentityHash` for a key that wraps a number")]
pub trait IdentityHash {
    /// Returns the number.
    fn identity_hash(&self) -> u64;
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl IdentityHash for $number {
            #[inline]
            fn identity_hash(&self) -> u64 {
                *self as u64
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 usize);

/// Uses the key itself as its hash.
///
/// Slots are chosen by the low bits, and keys are told apart by the seven highest before they are
/// compared. Numbers whose low bits are alike, such as multiples of a power of two, make every
/// lookup slow; [`AutoContext`](super::AutoContext) spreads them.
///
/// Zig: `bun.IdentityContext`, `U32HashMapContext`, `IndexMapContext`.
///
/// # Examples
///
/// ```
/// use bun_collections::{HashMap, IdentityContext};
///
/// let mut by_hash = HashMap::<u64, &str, IdentityContext<u64>>::new();
/// by_hash.put(bun_wyhash::hash(b"react"), "react")?;
/// assert_eq!(by_hash.get(&bun_wyhash::hash(b"react")), Some(&"react"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// Keys that are not numbers are refused:
///
/// ```compile_fail,E0277
/// use bun_collections::{HashMap, IdentityContext};
/// HashMap::<String, u32, IdentityContext<String>>::new().put(String::new(), 1);
/// ```
pub struct IdentityContext<Key: ?Sized>(PhantomData<fn(&Key)>);

impl<Key: ?Sized> IdentityContext<Key> {
    /// Returns the context.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<Key: ?Sized> Default for IdentityContext<Key> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<Key: ?Sized> Clone for IdentityContext<Key> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<Key: ?Sized> Copy for IdentityContext<Key> {}

impl<Key: ?Sized> fmt::Debug for IdentityContext<Key> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdentityContext")
    }
}

impl<K: IdentityHash + Eq + ?Sized> HashContext<K> for IdentityContext<K> {
    #[inline]
    fn hash(&self, key: &K) -> u64 {
        key.identity_hash()
    }

    #[inline]
    fn eql(&self, a: &K, b: &K) -> bool {
        a == b
    }
}

/// Uses a `u32` key of an [`ArrayHashMap`](crate::ArrayHashMap) as its hash.
///
/// Zig: `bun.ArrayIdentityContext`.
///
/// # Examples
///
/// ```
/// use bun_collections::{ArrayHashMap, ArrayIdentityContext};
///
/// let mut map = ArrayHashMap::<u32, char, ArrayIdentityContext>::new();
/// map.put(7, 'x')?;
/// assert_eq!(map.get(&7), Some(&'x'));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct ArrayIdentityContext;

impl ArrayHashContext<u32> for ArrayIdentityContext {
    const STORE_HASH: bool = false;

    #[inline]
    fn hash(&self, key: &u32) -> u32 {
        *key
    }

    #[inline]
    fn eql(&self, a: &u32, b: &u32, _b_index: usize) -> bool {
        a == b
    }
}

/// Uses the low half of a `u64` key of an [`ArrayHashMap`](crate::ArrayHashMap) as its hash.
///
/// Zig: `bun.ArrayIdentityContext.U64`.
///
/// # Examples
///
/// ```
/// use bun_collections::{ArrayHashMap, identity_context};
///
/// let mut map = ArrayHashMap::<u64, char, identity_context::U64>::new();
/// map.put(1 << 32, 'x')?;
/// assert_eq!((map.get(&(1 << 32)), map.get(&0)), (Some(&'x'), None));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct ArrayIdentityContextU64;

/// The name under which Zig has [`ArrayIdentityContextU64`].
pub type U64 = ArrayIdentityContextU64;

impl ArrayHashContext<u64> for ArrayIdentityContextU64 {
    const STORE_HASH: bool = false;

    #[inline]
    fn hash(&self, key: &u64) -> u32 {
        truncate(*key)
    }

    #[inline]
    fn eql(&self, a: &u64, b: &u64, _b_index: usize) -> bool {
        a == b
    }
}
