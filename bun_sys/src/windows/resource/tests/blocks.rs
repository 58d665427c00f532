//! Blocks: there and back, and lengths that lie.

use proptest::prelude::*;

use super::super::version_block::Block;

fn block(key: &str, text: u16, value: &[u8], children: Vec<Block>) -> Block {
    Block { text, value: value.to_vec(), children, ..Block::new(key) }
}

#[test]
fn bytes_of_a_block_are_as_windows_has_them() {
    let child = block("ab", 1, b"x\0\0\0", vec![]);
    let bytes = block("k", 0, &[1, 2, 3], vec![child]).encode().expect("short");
    #[rustfmt::skip]
    let expected = [
        32, 0, 3, 0, 0, 0, b'k', 0, 0, 0, 0, 0, 1, 2, 3, 0,
        16, 0, 2, 0, 1, 0, b'a', 0, b'b', 0, 0, 0, b'x', 0, 0, 0,
    ];
    assert_eq!(bytes, expected);
}

#[test]
fn lengths_that_lie_are_refused_or_cut() {
    let child = block("ab", 1, b"x\0y\0\0\0", vec![]);
    let good = block("k", 0, &[1, 2, 3], vec![child]).encode().expect("short");
    assert!(Block::parse(&good).is_some());
    for len in 0..good.len() {
        assert_eq!(Block::parse(&good[..len]), None, "cut at {len}");
    }
    let with = |at: usize, number: u16| {
        let mut bytes = good.clone();
        bytes[at..][..2].copy_from_slice(&number.to_le_bytes());
        Block::parse(&bytes)
    };
    // The child leaves its parent; has no room for itself; has a key without end.
    for len in [19, 100, u16::MAX, 2, 5, 7, 10] {
        assert_eq!(with(16, len), None, "{len}");
    }
    // A child without length ends the list, as padding does.
    assert!(with(16, 0).is_some_and(|block| block.children.is_empty()));
    // A text counted in bytes, or longer than its block, is there as far as it goes.
    for len in [3, 6, u16::MAX] {
        let text = with(18, len).expect("readable").children.remove(0);
        assert_eq!(text.value, b"x\0y\0\0\0");
    }
    assert_eq!(with(18, 1).expect("readable").children[0].value, b"x\0");
    assert_eq!(Block::parse(&[]), None);
    assert_eq!(Block::parse(&[0; 64]), None);
}

#[test]
fn blocks_below_the_fourth_are_not_read() {
    let deep = (0..9).fold(block("x", 1, b"", vec![]), |inner, _| block("x", 1, b"", vec![inner]));
    let bytes = deep.encode().expect("short");
    let mut found = Block::parse(&bytes).expect("readable");
    let mut depth = 0;
    while let Some(child) = found.children.pop() {
        found = child;
        depth += 1;
    }
    assert_eq!(depth, 3);
}

#[test]
fn what_is_too_long_is_refused() {
    let value = vec![0; 65_520];
    assert!(block("k", 0, &value, vec![]).encode().is_some());
    assert_eq!(block("k", 0, &[0; 65_524], vec![]).encode(), None);
    let halves =
        vec![block("a", 1, &value[..40_000], vec![]), block("b", 1, &value[..40_000], vec![])];
    assert_eq!(block("k", 0, b"", halves).encode(), None);
}

#[test]
fn keys_are_the_same_in_capitals() {
    let block = Block::new("ProductName\u{e9}");
    let wide = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    assert!(block.is(&wide("PRODUCTNAME\u{e9}")) && block.is(&wide("productname\u{e9}")));
    assert!(!block.is(&wide("ProductNam\u{e9}")) && !block.is(&wide("ProductName\u{c9}")));
}

/// Blocks that come back as they were: values of text have whole units.
fn any_block(depth: u32) -> BoxedStrategy<Block> {
    let key = proptest::collection::vec(1_u16.., 0..6);
    let value = proptest::collection::vec(any::<[u8; 2]>(), 0..5);
    let children = match depth {
        3 => Just(Vec::new()).boxed(),
        _ => proptest::collection::vec(any_block(depth + 1), 0..3).boxed(),
    };
    let block = (key, 0..2_u16, value, children);
    block
        .prop_map(|(key, text, value, children)| Block {
            key,
            text,
            value: value.concat(),
            children,
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn blocks_come_back(block in any_block(0)) {
        let bytes = block.encode().expect("short");
        prop_assert_eq!(Block::parse(&bytes), Some(block));
    }

    #[test]
    fn noise_is_read_or_refused(bytes in proptest::collection::vec(0_u8..48, 0..200)) {
        if let Some(block) = Block::parse(&bytes) {
            let again = block.encode().expect("not longer than it was by more than gaps");
            prop_assert_eq!(Block::parse(&again), Some(block));
        }
    }
}
