//! A list of nodes that somebody else owns, linked forward.
#![expect(unsafe_code, reason = "follows links that the caller vouches for")]

use core::fmt;
use core::ptr::NonNull;

/// A node of a [`SinglyLinkedList`], around its value.
///
/// # Examples
///
/// ```
/// use bun_core::deprecated::SinglyLinkedNode;
///
/// let mut node = SinglyLinkedNode::new(1);
/// node.data += 1;
/// assert_eq!((node.data, node.next()), (2, None));
/// ```
pub struct SinglyLinkedNode<T> {
    next: Option<NonNull<Self>>,
    /// The value.
    pub data: T,
}

/// A list of nodes that are linked forward and owned by whoever made them.
///
/// It keeps pointers and takes pointers, never `&mut` of a node: a reference that is made later
/// would take away the right of the pointer that was kept. The list frees nothing.
///
/// Zig: `bun.deprecated.SinglyLinkedList`.
///
/// # Examples
///
/// ```
/// use bun_core::deprecated::{SinglyLinkedList, SinglyLinkedNode};
/// use bun_core::heap;
///
/// let mut list = SinglyLinkedList::new();
/// for value in [1, 2, 3] {
///     // SAFETY: a new node, which lives until it is freed below.
///     unsafe { list.prepend(heap::alloc_nn(SinglyLinkedNode::new(value))) };
/// }
/// let mut values = Vec::new();
/// // SAFETY: all nodes of the list live.
/// while let Some(node) = unsafe { list.pop_first() } {
///     // SAFETY: the node is from `alloc_nn` and in no list any more.
///     values.push(unsafe { heap::take(node.as_ptr()) }.data);
/// }
/// assert_eq!(values, [3, 2, 1]);
/// ```
///
/// A link cannot be set from outside:
///
/// ```compile_fail,E0451
/// use bun_core::deprecated::SinglyLinkedNode;
/// let forged = SinglyLinkedNode { next: Some(core::ptr::NonNull::dangling()), data: 1 };
/// ```
pub struct SinglyLinkedList<T> {
    first: Option<NonNull<SinglyLinkedNode<T>>>,
}

impl<T> SinglyLinkedNode<T> {
    /// Makes a node that is in no list.
    #[must_use]
    pub const fn new(data: T) -> Self {
        Self { next: None, data }
    }

    /// Returns the node behind this one.
    #[must_use]
    pub const fn next(&self) -> Option<NonNull<Self>> {
        self.next
    }
}

impl<T> SinglyLinkedList<T> {
    /// Makes an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self { first: None }
    }

    /// Returns the first node.
    #[must_use]
    pub const fn first(&self) -> Option<NonNull<SinglyLinkedNode<T>>> {
        self.first
    }

    /// Puts a node in front of all others.
    ///
    /// # Safety
    ///
    /// 1. `node` points to a live node that is in no list, with the right to write it.
    /// 2. It lives until it is taken out of this list, and meanwhile nobody holds a reference to it
    ///    across a call that changes the list.
    pub const unsafe fn prepend(&mut self, node: NonNull<SinglyLinkedNode<T>>) {
        // SAFETY: 1.
        unsafe { (*node.as_ptr()).next = self.first };
        self.first = Some(node);
    }

    /// Puts a node behind another.
    ///
    /// # Safety
    ///
    /// As [`prepend`](Self::prepend), and `node` is in this list.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::deprecated::{SinglyLinkedList, SinglyLinkedNode};
    /// use bun_core::heap;
    ///
    /// let mut list = SinglyLinkedList::new();
    /// let [first, second] = [1, 2].map(|value| heap::alloc_nn(SinglyLinkedNode::new(value)));
    /// // SAFETY: a new node, which lives until the end.
    /// unsafe { list.prepend(first) };
    /// // SAFETY: as above, and `first` is in the list.
    /// unsafe { list.insert_after(first, second) };
    /// // SAFETY: all nodes of the list live.
    /// assert_eq!((list.first(), unsafe { list.len() }), (Some(first), 2));
    /// for node in [first, second] {
    ///     // SAFETY: the nodes are from `alloc_nn`, and the list is not used again.
    ///     unsafe { heap::destroy(node.as_ptr()) };
    /// }
    /// ```
    pub const unsafe fn insert_after(
        &mut self,
        node: NonNull<SinglyLinkedNode<T>>,
        new: NonNull<SinglyLinkedNode<T>>,
    ) {
        // SAFETY: a node of the list lives.
        let next = unsafe { (*node.as_ptr()).next.replace(new) };
        // SAFETY: 1 of `prepend`.
        unsafe { (*new.as_ptr()).next = next };
    }

    /// Takes the first node out and returns it.
    ///
    /// # Safety
    ///
    /// All nodes of the list live: 2 of [`prepend`](Self::prepend) has been kept.
    pub const unsafe fn pop_first(&mut self) -> Option<NonNull<SinglyLinkedNode<T>>> {
        let Some(node) = self.first else { return None };
        // SAFETY: the node is in the list, so it lives.
        self.first = unsafe { (*node.as_ptr()).next.take() };
        Some(node)
    }

    /// Takes a node out, after looking for it; returns whether it was in the list.
    ///
    /// # Safety
    ///
    /// As [`pop_first`](Self::pop_first).
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::deprecated::{SinglyLinkedList, SinglyLinkedNode};
    /// use bun_core::heap;
    ///
    /// let mut list = SinglyLinkedList::new();
    /// let node = heap::alloc_nn(SinglyLinkedNode::new(1));
    /// // SAFETY: a new node, which lives until it is freed below.
    /// unsafe { list.prepend(node) };
    /// // SAFETY: all nodes of the list live.
    /// assert!(unsafe { list.remove(node) });
    /// // SAFETY: as above; there are none.
    /// assert!(!unsafe { list.remove(node) });
    /// // SAFETY: the node is from `alloc_nn` and in no list any more.
    /// unsafe { heap::destroy(node.as_ptr()) };
    /// ```
    pub unsafe fn remove(&mut self, node: NonNull<SinglyLinkedNode<T>>) -> bool {
        let mut link: *mut Option<NonNull<SinglyLinkedNode<T>>> = &raw mut self.first;
        // SAFETY: `link` is the list's own, or in a node of the list.
        while let Some(current) = unsafe { *link } {
            // SAFETY: the node is in the list, so it lives.
            let next = unsafe { &raw mut (*current.as_ptr()).next };
            if current == node {
                // SAFETY: as above.
                let rest = unsafe { (*next).take() };
                // SAFETY: as above.
                unsafe { *link = rest };
                return true;
            }
            link = next;
        }
        false
    }

    /// Counts the nodes, from end to end.
    ///
    /// # Safety
    ///
    /// As [`pop_first`](Self::pop_first).
    #[must_use]
    pub const unsafe fn len(&self) -> usize {
        let mut count = 0;
        let mut node = self.first;
        while let Some(current) = node {
            count += 1;
            // SAFETY: the node is in the list, so it lives.
            node = unsafe { (*current.as_ptr()).next };
        }
        count
    }

    /// Returns whether there is no node.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first.is_none()
    }
}

impl<T> Default for SinglyLinkedList<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows no values: the nodes belong to somebody else.
impl<T> fmt::Debug for SinglyLinkedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SinglyLinkedList").field("first", &self.first).finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for SinglyLinkedNode<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SinglyLinkedNode").field(&self.data).finish()
    }
}
