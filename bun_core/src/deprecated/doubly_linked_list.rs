//! A list of nodes that somebody else owns, linked both ways.
#![expect(unsafe_code, reason = "follows links that the caller vouches for")]

use core::fmt;
use core::ptr::NonNull;

type Link<T> = Option<NonNull<DoublyLinkedNode<T>>>;

/// A node of a [`DoublyLinkedList`], around its value.
///
/// # Examples
///
/// ```
/// use bun_core::deprecated::DoublyLinkedNode;
///
/// let node = DoublyLinkedNode::new("value");
/// assert_eq!(node.data, "value");
/// assert_eq!((node.prev(), node.next()), (None, None));
/// ```
pub struct DoublyLinkedNode<T> {
    prev: Link<T>,
    next: Link<T>,
    /// The value.
    pub data: T,
}

/// A list of nodes that are linked both ways and owned by whoever made them.
///
/// Inserting and removing take the same time wherever the node is. The list keeps pointers and
/// takes pointers, never `&mut` of a node: a reference that is made later would take away the right
/// of the pointer that was kept. It frees nothing.
///
/// Zig: `bun.deprecated.DoublyLinkedList`.
///
/// # Examples
///
/// ```
/// use bun_core::deprecated::{DoublyLinkedList, DoublyLinkedNode};
/// use bun_core::heap;
///
/// let mut list = DoublyLinkedList::new();
/// let nodes = [1, 2, 3].map(|value| heap::alloc_nn(DoublyLinkedNode::new(value)));
/// for node in nodes {
///     // SAFETY: a new node, which lives until the end.
///     unsafe { list.append(node) };
/// }
/// // SAFETY: the node is in the list.
/// unsafe { list.remove(nodes[1]) };
/// assert_eq!((list.first(), list.last(), list.len()), (Some(nodes[0]), Some(nodes[2]), 2));
/// for node in nodes {
///     // SAFETY: the nodes are from `alloc_nn`, and the list is not used again.
///     unsafe { heap::destroy(node.as_ptr()) };
/// }
/// ```
///
/// A node that is only borrowed is not taken:
///
/// ```compile_fail,E0308
/// use bun_core::deprecated::{DoublyLinkedList, DoublyLinkedNode};
/// let mut list = DoublyLinkedList::new();
/// let mut node = DoublyLinkedNode::new(1);
/// unsafe { list.append(&mut node) };
/// ```
///
/// Links cannot be set from outside:
///
/// ```compile_fail,E0451
/// use bun_core::deprecated::DoublyLinkedNode;
/// let next = Some(core::ptr::NonNull::dangling());
/// let forged = DoublyLinkedNode { prev: None, next, data: 1 };
/// ```
pub struct DoublyLinkedList<T> {
    first: Link<T>,
    last: Link<T>,
    len: usize,
}

impl<T> DoublyLinkedNode<T> {
    /// Makes a node that is in no list.
    #[must_use]
    pub const fn new(data: T) -> Self {
        Self { prev: None, next: None, data }
    }

    /// Returns the node in front of this one.
    #[must_use]
    pub const fn prev(&self) -> Link<T> {
        self.prev
    }

    /// Returns the node behind this one.
    #[must_use]
    pub const fn next(&self) -> Link<T> {
        self.next
    }
}

impl<T> DoublyLinkedList<T> {
    /// Makes an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self { first: None, last: None, len: 0 }
    }

    /// Returns the first node.
    #[must_use]
    pub const fn first(&self) -> Link<T> {
        self.first
    }

    /// Returns the last node.
    #[must_use]
    pub const fn last(&self) -> Link<T> {
        self.last
    }

    /// Returns the number of nodes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Returns whether there is no node.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Puts a node behind all others.
    ///
    /// # Safety
    ///
    /// 1. `node` points to a live node that is in no list, with the right to write it.
    /// 2. It lives until it is taken out of this list, and meanwhile nobody holds a reference to it
    ///    across a call that changes the list.
    pub const unsafe fn append(&mut self, node: NonNull<DoublyLinkedNode<T>>) {
        // SAFETY: 1, 2. The caller's. The neighbours are those of the end.
        unsafe { self.insert_between(self.last, node, None) };
    }

    /// Puts a node in front of all others.
    ///
    /// # Safety
    ///
    /// As [`append`](Self::append).
    pub const unsafe fn prepend(&mut self, node: NonNull<DoublyLinkedNode<T>>) {
        // SAFETY: 1, 2. The caller's. The neighbours are those of the start.
        unsafe { self.insert_between(None, node, self.first) };
    }

    /// Puts a node behind another.
    ///
    /// # Safety
    ///
    /// As [`append`](Self::append), and `node` is in this list.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::deprecated::{DoublyLinkedList, DoublyLinkedNode};
    /// use bun_core::heap;
    ///
    /// let mut list = DoublyLinkedList::new();
    /// let [first, second] = [1, 2].map(|value| heap::alloc_nn(DoublyLinkedNode::new(value)));
    /// // SAFETY: a new node, which lives until the end.
    /// unsafe { list.prepend(first) };
    /// // SAFETY: as above, and `first` is in the list.
    /// unsafe { list.insert_after(first, second) };
    /// assert_eq!((list.first(), list.last()), (Some(first), Some(second)));
    /// for node in [first, second] {
    ///     // SAFETY: the nodes are from `alloc_nn`, and the list is not used again.
    ///     unsafe { heap::destroy(node.as_ptr()) };
    /// }
    /// ```
    #[doc(alias = "insertAfter")]
    pub const unsafe fn insert_after(
        &mut self,
        node: NonNull<DoublyLinkedNode<T>>,
        new: NonNull<DoublyLinkedNode<T>>,
    ) {
        // SAFETY: a node of the list lives.
        let next = unsafe { (*node.as_ptr()).next };
        // SAFETY: the caller's; `node` and the one behind it are neighbours.
        unsafe { self.insert_between(Some(node), new, next) };
    }

    /// Puts a node in front of another.
    ///
    /// # Safety
    ///
    /// As [`append`](Self::append), and `node` is in this list.
    #[doc(alias = "insertBefore")]
    pub const unsafe fn insert_before(
        &mut self,
        node: NonNull<DoublyLinkedNode<T>>,
        new: NonNull<DoublyLinkedNode<T>>,
    ) {
        // SAFETY: a node of the list lives.
        let prev = unsafe { (*node.as_ptr()).prev };
        // SAFETY: the caller's; `node` and the one in front of it are neighbours.
        unsafe { self.insert_between(prev, new, Some(node)) };
    }

    /// Takes a node out.
    ///
    /// # Safety
    ///
    /// `node` is in this list, and all nodes of the list live: 2 of [`append`](Self::append) has
    /// been kept.
    pub const unsafe fn remove(&mut self, node: NonNull<DoublyLinkedNode<T>>) {
        // SAFETY: a node of the list lives.
        let prev = unsafe { (*node.as_ptr()).prev.take() };
        // SAFETY: as above.
        let next = unsafe { (*node.as_ptr()).next.take() };
        // SAFETY: neighbours in the list, or its ends.
        unsafe { self.set_next(prev, next) };
        // SAFETY: as above.
        unsafe { self.set_prev(next, prev) };
        self.len -= 1;
    }

    /// Takes the last node out and returns it.
    ///
    /// # Safety
    ///
    /// All nodes of the list live.
    pub const unsafe fn pop(&mut self) -> Link<T> {
        if let Some(node) = self.last {
            // SAFETY: in the list.
            unsafe { self.remove(node) };
            return Some(node);
        }
        None
    }

    /// Takes the first node out and returns it.
    ///
    /// # Safety
    ///
    /// All nodes of the list live.
    #[doc(alias = "popFirst")]
    pub const unsafe fn pop_first(&mut self) -> Link<T> {
        if let Some(node) = self.first {
            // SAFETY: in the list.
            unsafe { self.remove(node) };
            return Some(node);
        }
        None
    }

    /// Moves all nodes of `other` behind those of this list, and leaves it empty.
    ///
    /// # Safety
    ///
    /// All nodes of both lists live.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::deprecated::{DoublyLinkedList, DoublyLinkedNode};
    /// use bun_core::heap;
    ///
    /// let (mut list, mut other) = (DoublyLinkedList::new(), DoublyLinkedList::new());
    /// // SAFETY: a new node, which lives until it is freed below.
    /// unsafe { other.append(heap::alloc_nn(DoublyLinkedNode::new(1))) };
    /// // SAFETY: all nodes live.
    /// unsafe { list.concat_by_moving(&mut other) };
    /// assert_eq!((list.len(), other.len()), (1, 0));
    /// // SAFETY: all nodes live.
    /// if let Some(node) = unsafe { list.pop() } {
    ///     // SAFETY: the node is from `alloc_nn` and in no list any more.
    ///     unsafe { heap::destroy(node.as_ptr()) };
    /// }
    /// ```
    #[doc(alias = "concatByMoving")]
    pub unsafe fn concat_by_moving(&mut self, other: &mut Self) {
        let moved = core::mem::take(other);
        if moved.first.is_none() {
            return;
        }
        let last = self.last;
        // SAFETY: the end of this list, and the start of what comes behind it.
        unsafe { self.set_next(last, moved.first) };
        // SAFETY: as above.
        unsafe { self.set_prev(moved.first, last) };
        self.last = moved.last;
        self.len += moved.len;
    }

    /// # Safety
    ///
    /// `prev` and `next` are neighbours in the list, or its ends; `node` as for `append`.
    const unsafe fn insert_between(
        &mut self,
        prev: Link<T>,
        node: NonNull<DoublyLinkedNode<T>>,
        next: Link<T>,
    ) {
        // SAFETY: the node lives.
        unsafe { (*node.as_ptr()).prev = prev };
        // SAFETY: as above.
        unsafe { (*node.as_ptr()).next = next };
        // SAFETY: nodes of the list.
        unsafe { self.set_next(prev, Some(node)) };
        // SAFETY: as above.
        unsafe { self.set_prev(next, Some(node)) };
        self.len += 1;
    }

    /// Sets what comes behind `node`; behind nothing comes the first.
    ///
    /// # Safety
    ///
    /// `node` lives.
    const unsafe fn set_next(&mut self, node: Link<T>, next: Link<T>) {
        match node {
            // SAFETY: the caller's.
            Some(node) => unsafe { (*node.as_ptr()).next = next },
            None => self.first = next,
        }
    }

    /// Sets what comes in front of `node`; in front of nothing comes the last.
    ///
    /// # Safety
    ///
    /// `node` lives.
    const unsafe fn set_prev(&mut self, node: Link<T>, prev: Link<T>) {
        match node {
            // SAFETY: the caller's.
            Some(node) => unsafe { (*node.as_ptr()).prev = prev },
            None => self.last = prev,
        }
    }
}

impl<T> Default for DoublyLinkedList<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows no values: the nodes belong to somebody else.
impl<T> fmt::Debug for DoublyLinkedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DoublyLinkedList")
            .field("first", &self.first)
            .field("last", &self.last)
            .field("len", &self.len)
            .finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for DoublyLinkedNode<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DoublyLinkedNode").field(&self.data).finish()
    }
}
