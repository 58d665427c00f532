//! [`SinglyLinkedList`]: values on the heap, each with a link to the next.

use alloc::boxed::Box;
use core::fmt;
use core::iter;
use core::ptr;

/// A value with a link to the next.
///
/// Zig: `SinglyLinkedList(T, Parent).Node`.
#[derive(Debug)]
pub struct Node<T> {
    /// The value.
    pub data: T,
    next: Option<Box<Node<T>>>,
}

impl<T> Node<T> {
    /// Returns a node without a link.
    #[inline]
    #[must_use]
    pub const fn new(data: T) -> Self {
        Self { data, next: None }
    }

    /// Returns the next node.
    #[inline]
    #[must_use]
    pub fn next(&self) -> Option<&Self> {
        self.next.as_deref()
    }

    /// Puts `node`, and no list behind it, between this node and the next.
    ///
    /// Zig: `insertAfter`.
    #[doc(alias = "insertAfter")]
    #[inline]
    pub fn insert_after(&mut self, mut node: Box<Self>) {
        node.next = self.next.take();
        self.next = Some(node);
    }

    /// Takes the next node out.
    ///
    /// Zig: `removeNext`.
    #[doc(alias = "removeNext")]
    #[inline]
    pub fn remove_next(&mut self) -> Option<Box<Self>> {
        let mut node = self.next.take()?;
        self.next = node.next.take();
        Some(node)
    }
}

/// A list that owns its nodes and gives out the one that was put in last.
///
/// Zig: `SinglyLinkedList(T, Parent)` of `bun.ObjectPool`, `std.SinglyLinkedList`.
///
/// # Examples
///
/// ```
/// use bun_collections::pool::{Node, SinglyLinkedList};
///
/// let mut list = SinglyLinkedList::default();
/// list.prepend(Box::new(Node::new("first")));
/// list.prepend(Box::new(Node::new("second")));
/// assert_eq!(list.len(), 2);
/// assert_eq!(list.pop_first().map(|node| node.data), Some("second"));
/// assert_eq!(list.first().map(|node| node.data), Some("first"));
/// ```
///
/// A node that somebody else owns cannot be in it:
///
/// ```compile_fail,E0308
/// use bun_collections::pool::{Node, SinglyLinkedList};
///
/// let mut node = Node::new("on the stack");
/// let mut list = SinglyLinkedList::default();
/// list.prepend(&mut node);
/// ```
pub struct SinglyLinkedList<T> {
    first: Option<Box<Node<T>>>,
}

impl<T> SinglyLinkedList<T> {
    /// Returns an empty list.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { first: None }
    }

    /// Returns the node that was put in last.
    #[inline]
    #[must_use]
    pub fn first(&self) -> Option<&Node<T>> {
        self.first.as_deref()
    }

    /// Returns the node that was put in last, to be changed.
    #[inline]
    #[must_use]
    pub fn first_mut(&mut self) -> Option<&mut Node<T>> {
        self.first.as_deref_mut()
    }

    /// Puts `node` in front, without what may be linked behind it.
    #[inline]
    pub fn prepend(&mut self, mut node: Box<Node<T>>) {
        node.next = self.first.take();
        self.first = Some(node);
    }

    /// Takes the first node out.
    ///
    /// Zig: `popFirst`.
    #[doc(alias = "popFirst")]
    #[inline]
    pub fn pop_first(&mut self) -> Option<Box<Node<T>>> {
        let mut node = self.first.take()?;
        self.first = node.next.take();
        Some(node)
    }

    /// Takes `node` out, or returns `None` when it is not in the list. O(n).
    pub fn remove(&mut self, node: *const Node<T>) -> Option<Box<Node<T>>> {
        let mut link = &mut self.first;
        while link.as_deref().is_some_and(|linked| !ptr::eq(linked, node)) {
            link = &mut link.as_mut()?.next;
        }
        let mut node = link.take()?;
        *link = node.next.take();
        Some(node)
    }

    /// Returns the nodes, the last one that was put in first.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = &Node<T>> {
        iter::successors(self.first(), |node| node.next())
    }

    /// Returns the number of nodes. O(n).
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Returns whether there are no nodes.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first.is_none()
    }
}

impl<T> Default for SinglyLinkedList<T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for SinglyLinkedList<T> {
    /// Drops one node after the other: a long list would overflow the stack otherwise.
    fn drop(&mut self) {
        /// Goes on when the destructor of a value panics.
        struct Rest<'a, T>(&'a mut SinglyLinkedList<T>);

        impl<T> Drop for Rest<'_, T> {
            fn drop(&mut self) {
                while self.0.pop_first().is_some() {}
            }
        }

        let rest = Rest(self);
        while rest.0.pop_first().is_some() {}
    }
}

impl<T: fmt::Debug> fmt::Debug for SinglyLinkedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|node| &node.data)).finish()
    }
}
