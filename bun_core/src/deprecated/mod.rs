//! Containers of Zig's old standard library that ported code still names.
//!
//! New code takes `Vec`, `VecDeque`, or the intrusive queues of `bun_threading`.

mod buffered_reader;
mod doubly_linked_list;
mod singly_linked_list;

#[cfg(test)]
mod tests;

pub use buffered_reader::{BufferedReader, buffered_reader};
pub use doubly_linked_list::{DoublyLinkedList, DoublyLinkedNode};
pub use singly_linked_list::{SinglyLinkedList, SinglyLinkedNode};
