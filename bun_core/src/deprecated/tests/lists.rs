//! The lists against `VecDeque`, with nodes that are reborrowed in between.
#![expect(unsafe_code, reason = "owns the nodes")]

use crate::deprecated::{DoublyLinkedList, DoublyLinkedNode, SinglyLinkedList, SinglyLinkedNode};
use crate::heap;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::ptr::NonNull;
use proptest::prelude::*;

type Node = DoublyLinkedNode<u32>;

/// Frees the node and returns its value.
fn free(node: NonNull<Node>) -> u32 {
    // SAFETY: from `alloc_nn`, and in no list any more.
    unsafe { heap::take(node.as_ptr()) }.data
}

fn forward(list: &DoublyLinkedList<u32>) -> Vec<NonNull<Node>> {
    let mut nodes = Vec::new();
    let mut at = list.first();
    while let Some(node) = at {
        nodes.push(node);
        // SAFETY: in the list.
        at = unsafe { node.as_ref() }.next();
    }
    nodes
}

fn backward(list: &DoublyLinkedList<u32>) -> Vec<NonNull<Node>> {
    let mut nodes = Vec::new();
    let mut at = list.last();
    while let Some(node) = at {
        nodes.push(node);
        // SAFETY: in the list.
        at = unsafe { node.as_ref() }.prev();
    }
    nodes.reverse();
    nodes
}

fn check(list: &DoublyLinkedList<u32>, model: &VecDeque<NonNull<Node>>) {
    assert_eq!(*model, forward(list));
    assert_eq!(*model, backward(list));
    assert_eq!((list.len(), list.is_empty()), (model.len(), model.is_empty()));
}

#[test]
fn a_node_is_reborrowed_while_it_is_in_the_list() {
    let mut list = DoublyLinkedList::new();
    let a = heap::alloc_nn(Node::new(1));
    let b = heap::alloc_nn(Node::new(2));
    // SAFETY: both live until the end.
    unsafe { list.append(a) };
    {
        // SAFETY: the only reference, which ends before the list changes.
        let a = unsafe { &mut *a.as_ptr() };
        a.data += 10;
    }
    // SAFETY: as above.
    unsafe { list.append(b) };
    check(&list, &[a, b].into());
    // SAFETY: in the list.
    unsafe { list.remove(a) };
    check(&list, &[b].into());
    assert_eq!((free(a), free(b)), (11, 2));
}

type Nodes = VecDeque<NonNull<Node>>;

/// Does one step to a list and to its model.
fn change(
    (list, model): (&mut DoublyLinkedList<u32>, &mut Nodes),
    (other, model_other): (&mut DoublyLinkedList<u32>, &mut Nodes),
    step: u8,
    index: prop::sample::Index,
) {
    let new = || heap::alloc_nn(Node::new(u32::from(step)));
    let at = index.index(model.len().max(1));
    // Throughout, nodes live while they are in a list, and no reference to one is kept.
    match step {
        0 => {
            model.push_back(new());
            // SAFETY: a new node.
            unsafe { list.append(model[model.len() - 1]) };
        }
        1 => {
            model.push_front(new());
            // SAFETY: a new node.
            unsafe { list.prepend(model[0]) };
        }
        2 => {
            model_other.push_back(new());
            // SAFETY: a new node.
            unsafe { other.append(model_other[model_other.len() - 1]) };
        }
        3 if !model.is_empty() => {
            model.insert(at + 1, new());
            // SAFETY: a node of the list, and a new one.
            unsafe { list.insert_after(model[at], model[at + 1]) };
        }
        4 if !model.is_empty() => {
            model.insert(at, new());
            // SAFETY: a node of the list, and a new one.
            unsafe { list.insert_before(model[at + 1], model[at]) };
        }
        5 if !model.is_empty() => {
            let node = model.remove(at).expect("in range");
            // SAFETY: a node of the list.
            unsafe { list.remove(node) };
            free(node);
        }
        6 if index.index(2) == 0 => {
            // SAFETY: all nodes live.
            let node = unsafe { list.pop() };
            assert_eq!(node, model.pop_back());
            node.map(free);
        }
        6 => {
            // SAFETY: all nodes live.
            let node = unsafe { list.pop_first() };
            assert_eq!(node, model.pop_front());
            node.map(free);
        }
        _ => {
            // SAFETY: all nodes live.
            unsafe { list.concat_by_moving(other) };
            model.append(model_other);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 256 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_doubly_linked_list_is_a_deque(
        steps in proptest::collection::vec((0..8_u8, any::<prop::sample::Index>()), 0..40),
    ) {
        let (mut list, mut other) = (DoublyLinkedList::new(), DoublyLinkedList::default());
        let (mut model, mut model_other) = (Nodes::new(), Nodes::new());
        for (step, index) in steps {
            change((&mut list, &mut model), (&mut other, &mut model_other), step, index);
            check(&list, &model);
            check(&other, &model_other);
        }
        for node in model.into_iter().chain(model_other) {
            free(node);
        }
    }

    #[test]
    fn a_singly_linked_list_is_a_stack(
        steps in proptest::collection::vec((0..4_u8, any::<prop::sample::Index>()), 0..40),
    ) {
        let mut list = SinglyLinkedList::default();
        // The last is the first of the list.
        let mut model: Vec<NonNull<SinglyLinkedNode<u8>>> = Vec::new();
        let free = |node: NonNull<SinglyLinkedNode<u8>>| {
            // SAFETY: from `alloc_nn`, and in no list any more.
            unsafe { heap::destroy(node.as_ptr()) };
        };
        for (step, index) in steps {
            let new = || heap::alloc_nn(SinglyLinkedNode::new(step));
            let at = index.index(model.len().max(1));
            match step {
                1 if !model.is_empty() => {
                    model.insert(at, new());
                    // SAFETY: a node of the list, and a new one.
                    unsafe { list.insert_after(model[at + 1], model[at]) };
                }
                2 if !model.is_empty() => {
                    let node = model.remove(at);
                    // SAFETY: all nodes live.
                    prop_assert_eq!(unsafe { list.remove(node) }, true);
                    // SAFETY: all nodes live.
                    prop_assert_eq!(unsafe { list.remove(node) }, false);
                    free(node);
                }
                3 => {
                    // SAFETY: all nodes live.
                    let node = unsafe { list.pop_first() };
                    prop_assert_eq!(node, model.pop());
                    node.map(free);
                }
                _ => {
                    model.push(new());
                    // SAFETY: a new node.
                    unsafe { list.prepend(model[model.len() - 1]) };
                }
            }
            prop_assert_eq!(list.first(), model.last().copied());
            // SAFETY: all nodes live.
            prop_assert_eq!(unsafe { list.len() }, model.len());
            prop_assert_eq!(list.is_empty(), model.is_empty());
            for pair in model.windows(2).rev() {
                // SAFETY: in the list.
                prop_assert_eq!(unsafe { pair[1].as_ref() }.next(), Some(pair[0]));
            }
        }
        model.into_iter().for_each(free);
    }
}
