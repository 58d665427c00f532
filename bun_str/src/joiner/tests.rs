//! `StringJoiner` against a vector of everything pushed.
#![expect(unsafe_code, reason = "detaches a joiner from pieces that outlive it")]

use alloc::vec::Vec;

use proptest::prelude::*;

use super::{StringJoiner, Watcher};
use crate::cases::{bytes, pieces};

proptest! {
    #![proptest_config(crate::cases::config())]

    #[test]
    fn joining_is_concatenation(pieces in pieces(), end in bytes()) {
        let mut joiner = StringJoiner::default();
        joiner.watcher.input = b"a";
        let mut model = Vec::new();
        let mut count = 0;
        for (kind, piece) in &pieces {
            match kind % 3 {
                0 => joiner.push(piece),
                1 => joiner.push_owned(piece.clone().into()),
                _ => joiner.push_cloned(piece),
            }
            count += u32::from(piece.contains(&b'a'));
            model.extend_from_slice(piece);
        }
        prop_assert_eq!(joiner.len, model.len());
        prop_assert_eq!(joiner.last_byte(), model.last().copied().unwrap_or(0));
        prop_assert_eq!(joiner.watcher.estimated_count, count);
        prop_assert_eq!(joiner.contains(b"a"), count > 0);
        let kept = pieces.iter().filter(|(_, piece)| !piece.is_empty()).count();
        prop_assert_eq!(joiner.node_slices().count(), kept);
        model.extend_from_slice(&end);
        let joined = joiner.done_with_end(&end);
        prop_assert_eq!(joined.as_deref(), Ok(&*model));
        let nothing = joiner.done();
        prop_assert_eq!(nothing.as_deref(), Ok(&[][..]));
    }
}

#[test]
fn a_newline_is_added_once() {
    let mut joiner = StringJoiner::default();
    joiner.ensure_newline_at_end();
    assert_eq!(joiner.len, 0);
    joiner.push_static(b"a");
    joiner.ensure_newline_at_end();
    joiner.ensure_newline_at_end();
    joiner.reserve(4);
    assert_eq!(joiner.done().as_deref(), Ok(&b"a\n"[..]));
}

#[test]
fn what_spans_pieces_is_not_found() {
    let mut joiner = StringJoiner {
        watcher: Watcher { input: b"ab", ..Watcher::default() },
        ..StringJoiner::default()
    };
    joiner.push(b"a");
    joiner.push(b"b");
    assert_eq!((joiner.contains(b"ab"), joiner.watcher.estimated_count), (false, 0));
    assert!(!joiner.contains(b""));
}

#[test]
fn a_detached_joiner_keeps_its_pieces() {
    let borrowed = b"borrowed ".to_vec();
    let mut joiner = StringJoiner::default();
    joiner.watcher.input = &borrowed;
    joiner.push(&borrowed);
    joiner.push_cloned(b"owned");
    // SAFETY: `borrowed` lives until the end.
    let mut detached: StringJoiner<'static> = unsafe { joiner.detach_lifetime() };
    assert_eq!(detached.watcher.input, borrowed);
    assert_eq!(detached.done().as_deref(), Ok(&b"borrowed owned"[..]));
    assert_eq!(borrowed.len(), 9);
}
