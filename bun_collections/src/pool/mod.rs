//! [`ObjectPool`]: values that are kept for the next user instead of being freed.
//!
//! Use it for values that are expensive to make and cheap to reset, such as buffers and maps that
//! keep their memory. A pool is declared by [`object_pool!`](crate::object_pool) and has one free
//! list for each thread, so there is no lock, and a guard stays on its thread.
//!
//! | in Zig | here |
//! |---|---|
//! | `const node = Pool.get(); defer node.release();` | `let value = Pool::get();`, a [`PoolGuard`] |
//! | `Pool.get()` kept in a struct, `Pool.release(node)` | [`get_node`](ObjectPool::get_node), a `Box<Node<T>>`, and [`release`](ObjectPool::release) |
//! | `Pool.push(value)`, `Pool.releaseValue(&value)` | [`push`](ObjectPool::push), [`release_value`](ObjectPool::release_value), by value |
//! | `Pool.getIfExists()`, `has`, `full`, `deleteAll` | the same names |
//! | `threadsafe = true` (thread-local) or `false` (global) | thread-local in both cases |
//!
//! A node that is released on another thread goes to the list of that thread. While a thread ends,
//! when its list is gone, values are made and freed directly.
//!
//! # Rejected
//!
//! `release` of a `&mut T`, which finds the node around it by arithmetic: any `T` can be passed.
//! A list of nodes that somebody else owns, as Zig's is: a node on the stack dangles in it. So
//! lists own boxes here, and everything in this module is safe code.

mod list;
#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

pub use list::{Node, SinglyLinkedList};

/// A type whose values can be kept in an [`ObjectPool`].
///
/// # Examples
///
/// ```
/// use bun_collections::pool::ObjectPoolType;
///
/// struct Scratch(Vec<u8>);
///
/// impl ObjectPoolType for Scratch {
///     fn init() -> Self {
///         Self(Vec::with_capacity(2048))
///     }
///
///     fn reset(&mut self) {
///         self.0.clear();
///     }
/// }
///
/// let mut scratch = Scratch::init();
/// scratch.0.push(1);
/// scratch.reset();
/// assert!(scratch.0.is_empty() && scratch.0.capacity() >= 2048);
/// ```
pub trait ObjectPoolType: Sized {
    /// Returns a new value, for a pool that has none.
    fn init() -> Self;

    /// Makes a value that has been used as good as new. Called when it is taken out again.
    #[inline]
    fn reset(&mut self) {}
}

impl<T> ObjectPoolType for Vec<T> {
    #[inline]
    fn init() -> Self {
        Self::new()
    }

    /// Drops the elements and keeps the memory.
    #[inline]
    fn reset(&mut self) {
        self.clear();
    }
}

/// Where a pool keeps its values; implemented by [`object_pool!`](crate::object_pool).
pub trait ObjectPoolTrait: 'static {
    /// What is in the pool.
    type Value: ObjectPoolType + 'static;
    /// A value with a link to the next.
    type Node;
    /// How many values the pool keeps; 0 for any number.
    const MAX_COUNT: usize;
    /// Names the operations, so that those that a program does not use are no dead code in it.
    #[doc(hidden)]
    const OPERATIONS: () = ();

    /// Calls `with` with the free list of this thread, or returns `None` when the thread is ending
    /// and the list is gone.
    fn with_free_list<R>(with: impl FnOnce(&FreeList<Self::Value>) -> R) -> Option<R>;
}

/// The values of a pool that nobody uses.
pub struct FreeList<T> {
    list: Cell<SinglyLinkedList<T>>,
    count: Cell<usize>,
}

impl<T> FreeList<T> {
    /// Returns an empty list.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { list: Cell::new(SinglyLinkedList::new()), count: Cell::new(0) }
    }

    /// Returns the number of values.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count.get()
    }

    /// Returns whether there are no values.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn pop(&self) -> Option<Box<Node<T>>> {
        let mut list = self.list.take();
        let node = list.pop_first();
        self.list.set(list);
        self.count.set(self.count.get() - usize::from(node.is_some()));
        node
    }

    fn push(&self, node: Box<Node<T>>) {
        let mut list = self.list.take();
        list.prepend(node);
        self.list.set(list);
        self.count.set(self.count.get() + 1);
    }

    fn take(&self) -> SinglyLinkedList<T> {
        self.count.set(0);
        self.list.take()
    }
}

impl<T> Default for FreeList<T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for FreeList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreeList").field("len", &self.len()).finish_non_exhaustive()
    }
}

/// The operations of the pool that `P` stores.
///
/// A pool declared by [`object_pool!`](crate::object_pool) has them as its own. See the
/// [module](self) for the way to replace Zig's calls.
///
/// Zig: `bun.ObjectPool`.
///
/// # Examples
///
/// ```
/// bun_collections::object_pool!(pub Buffers: Vec<u8>, threadsafe, 8);
///
/// let mut buffer = Buffers::get();
/// buffer.extend(*b"text");
/// let capacity = buffer.capacity();
/// drop(buffer);
/// assert!(Buffers::has());
/// let buffer = Buffers::get();
/// assert_eq!((buffer.len(), buffer.capacity()), (0, capacity));
/// ```
pub struct ObjectPool<P>(PhantomData<P>);

impl<P: ObjectPoolTrait> ObjectPool<P> {
    /// Takes a value that is reset, or a new one; it goes back when the guard is dropped.
    #[inline]
    #[must_use = "the value goes back at once"]
    pub fn get() -> PoolGuard<'static, P::Value> {
        PoolGuard::new(Self::get_node(), Self::release)
    }

    /// Takes a value that is reset, or a new one; forwards to [`get`](Self::get).
    ///
    /// Zig's returns a pointer without its node.
    #[inline]
    #[must_use = "the value goes back at once"]
    pub fn first() -> PoolGuard<'static, P::Value> {
        Self::get()
    }

    /// Takes a value that is reset, or a new one, to be kept and [released](Self::release) later.
    #[inline]
    #[must_use = "the value is freed"]
    pub fn get_node() -> Box<Node<P::Value>> {
        Self::get_if_exists().unwrap_or_else(|| Box::new(Node::new(P::Value::init())))
    }

    /// Takes a value that is reset; `None` when the pool has none.
    ///
    /// Zig: `getIfExists`.
    #[doc(alias = "getIfExists")]
    #[must_use = "the value is freed"]
    pub fn get_if_exists() -> Option<Box<Node<P::Value>>> {
        let mut node = P::with_free_list(FreeList::pop)??;
        node.data.reset();
        Some(node)
    }

    /// Gives a value back, or frees it when the pool is [full](Self::full).
    pub fn release(node: Box<Node<P::Value>>) {
        // The node waits outside the closure, which is not called while the thread ends.
        let mut node = Some(node);
        P::with_free_list(|free| {
            if !is_full::<P>(free)
                && let Some(node) = node.take()
            {
                free.push(node);
            }
        });
    }

    /// Gives a value to the pool that did not come from it.
    #[inline]
    pub fn push(pooled: P::Value) {
        Self::release(Box::new(Node::new(pooled)));
    }

    /// Gives a value to the pool; forwards to [`push`](Self::push).
    ///
    /// Zig: `releaseValue`.
    #[doc(alias = "releaseValue")]
    #[inline]
    pub fn release_value(value: P::Value) {
        Self::push(value);
    }

    /// Returns whether the pool has a value for the next user.
    #[inline]
    #[must_use]
    pub fn has() -> bool {
        P::with_free_list(|free| !free.is_empty()).unwrap_or(false)
    }

    /// Returns whether the pool frees what is released.
    #[inline]
    #[must_use]
    pub fn full() -> bool {
        P::with_free_list(is_full::<P>).unwrap_or(true)
    }

    /// Frees the values that nobody uses.
    ///
    /// Zig: `deleteAll`.
    #[doc(alias = "deleteAll")]
    pub fn delete_all() {
        drop(P::with_free_list(FreeList::take));
    }
}

fn is_full<P: ObjectPoolTrait>(free: &FreeList<P::Value>) -> bool {
    P::MAX_COUNT > 0 && free.len() >= P::MAX_COUNT
}

impl<P> fmt::Debug for ObjectPool<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ObjectPool")
    }
}

/// A value of a pool, which gets it back when the guard is dropped.
///
/// It stays on its thread:
///
/// ```compile_fail,E0277
/// fn is_send<T: Send>() {}
/// is_send::<bun_collections::pool::PoolGuard<'static, Vec<u8>>>();
/// ```
///
/// # Examples
///
/// ```
/// bun_collections::object_pool!(Buffers: Vec<u8>, threadsafe, 8);
///
/// let mut buffer = Buffers::get();
/// buffer.push(7);
/// assert_eq!(buffer.into_inner(), [7]);
/// assert!(!Buffers::has(), "the value has been taken away");
/// ```
pub struct PoolGuard<'a, T> {
    /// Invariant: there until `drop` or `into_node`.
    node: Option<Box<Node<T>>>,
    release: fn(Box<Node<T>>),
    /// On its own thread only.
    thread: PhantomData<(*mut T, &'a T)>,
}

impl<T> PoolGuard<'_, T> {
    fn new(node: Box<Node<T>>, release: fn(Box<Node<T>>)) -> Self {
        Self { node: Some(node), release, thread: PhantomData }
    }

    /// Keeps the value, in its node, from going back.
    #[inline]
    #[must_use = "the value is freed"]
    pub fn into_node(mut self) -> Box<Node<T>> {
        match self.node.take() {
            Some(node) => node,
            None => unreachable!("a guard has a value"),
        }
    }

    /// Keeps the value from going back.
    #[inline]
    #[must_use = "the value is freed"]
    pub fn into_inner(self) -> T {
        self.into_node().data
    }
}

impl<T> Deref for PoolGuard<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.node.as_ref().expect("a guard has a value").data
    }
}

impl<T> DerefMut for PoolGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.node.as_mut().expect("a guard has a value").data
    }
}

impl<T> Drop for PoolGuard<'_, T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(node) = self.node.take() {
            (self.release)(node);
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for PoolGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// Declares a pool: a type with the operations of [`ObjectPool`](crate::ObjectPool).
///
/// `object_pool!(pub Name: Type, threadsafe, max_count)`; `Type` implements
/// [`ObjectPoolType`](crate::pool::ObjectPoolType). `global` in place of `threadsafe` is accepted
/// and means the same: each thread has its own values. With a `max_count` of 0 the pool keeps any
/// number of them.
///
/// # Examples
///
/// ```
/// bun_collections::object_pool!(pub First: Vec<u8>, threadsafe, 2);
/// bun_collections::object_pool!(Second: Vec<u8>, global, 4);
///
/// for _ in 0..3 {
///     First::push(Vec::new());
/// }
/// assert!(First::full() && !Second::has());
/// assert_eq!(core::iter::from_fn(First::get_if_exists).count(), 2);
/// ```
#[macro_export]
macro_rules! object_pool {
    ($vis:vis $name:ident: $type:ty, threadsafe, $max_count:expr $(,)?) => {
        #[doc = concat!("A pool of `", stringify!($type), "`, one for each thread.")]
        #[derive(Debug)]
        $vis enum $name {}

        impl $crate::pool::ObjectPoolTrait for $name {
            type Value = $type;
            type Node = $crate::pool::Node<$type>;
            const MAX_COUNT: usize = $max_count;
            const OPERATIONS: () = {
                _ = (Self::get, Self::first, Self::get_node, Self::get_if_exists, Self::release);
                _ = (Self::push, Self::release_value, Self::has, Self::full, Self::delete_all);
            };

            fn with_free_list<R>(
                with: impl ::core::ops::FnOnce(&$crate::pool::FreeList<$type>) -> R,
            ) -> ::core::option::Option<R> {
                ::std::thread_local! {
                    static FREE: $crate::pool::FreeList<$type> =
                        const { $crate::pool::FreeList::new() };
                }
                FREE.try_with(with).ok()
            }
        }

        impl $name {
            $crate::object_pool! { @forward $vis,
                "Takes a value; it goes back when the guard is dropped."
                get() -> $crate::pool::PoolGuard<'static, $type>;
                "Takes a value; it goes back when the guard is dropped."
                first() -> $crate::pool::PoolGuard<'static, $type>;
                "Takes a value, to be released later."
                get_node() -> $crate::pool::Boxed<$type>;
                "Takes a value if there is one."
                get_if_exists() -> ::core::option::Option<$crate::pool::Boxed<$type>>;
                "Gives a value back, or frees it when the pool is full."
                release(node: $crate::pool::Boxed<$type>) -> ();
                "Gives a value to the pool that did not come from it."
                push(value: $type) -> ();
                "Gives a value to the pool."
                release_value(value: $type) -> ();
                "Returns whether there is a value for the next user."
                has() -> bool;
                "Returns whether the pool frees what is released."
                full() -> bool;
                "Frees the values that nobody uses."
                delete_all() -> ();
            }
        }
    };
    ($vis:vis $name:ident: $type:ty, global, $max_count:expr $(,)?) => {
        $crate::object_pool!($vis $name: $type, threadsafe, $max_count);
    };
    (
        @forward $vis:vis,
        $($doc:literal $function:ident($($argument:ident: $of:ty)?) -> $returns:ty;)*
    ) => {
        $(
            #[doc = $doc]
            #[inline]
            $vis fn $function($($argument: $of)?) -> $returns {
                $crate::pool::ObjectPool::<Self>::$function($($argument)?)
            }
        )*
    };
}

/// A node on the heap.
#[doc(hidden)]
pub type Boxed<T> = Box<Node<T>>;
