//! Icons in the place of icons.

use proptest::prelude::*;

use super::super::icon::group_ids;
use super::super::{AMERICAN_ENGLISH, Icon, Kind, icon_changes};
use super::fixture::{Program, found, ico, id, text};

/// A group that refers to these images, whatever they are.
fn group(ids: &[u16]) -> Vec<u8> {
    let image: &[u8] = b"x";
    let file = ico(&vec![image; ids.len()]);
    Icon::parse(&file).expect("an icon").group(ids)
}

fn with_icon(program: Program, images: &[&[u8]]) -> Program {
    let file = ico(images);
    let icon = Icon::parse(&file).expect("an icon");
    let section = program.section();
    let changes = icon_changes(&found(&section), &icon).expect("numbers are left");
    program.changed(&changes)
}

/// The numbers and the contents of all images.
fn images(program: &Program) -> Vec<(u16, &[u8])> {
    let images = program.resources.iter().filter(|((kind, ..), _)| *kind == 3);
    images
        .map(|((_, name, _), data)| match name {
            super::Name::Id(id) => (*id, &**data),
            super::Name::Text(_) => (0, &**data),
        })
        .collect()
}

#[test]
fn a_program_without_an_icon_gets_one() {
    let program = with_icon(Program::default(), &[b"small", b"larger"]);
    assert_eq!(images(&program), [(1, &b"small"[..]), (2, b"larger")]);
    let group = program.data(Kind::IconGroup, id(1), AMERICAN_ENGLISH);
    #[rustfmt::skip]
    let expected = [
        0, 0, 1, 0, 2, 0,
        0, 0, 0, 0, 1, 0, 32, 0, 5, 0, 0, 0, 1, 0,
        1, 1, 0, 0, 1, 0, 32, 0, 6, 0, 0, 0, 2, 0,
    ];
    assert_eq!(group, expected);
}

#[test]
fn the_first_icon_is_replaced_with_all_its_images() {
    let program = Program::default()
        .with(14, id(9), 1031, &group(&[3, 1, 2]))
        .with(3, id(1), 1031, b"old")
        .with(3, id(2), 1031, b"old")
        .with(3, id(3), 1031, b"old");
    let one = with_icon(program, &[b"new"]);
    assert_eq!(images(&one), [(1, &b"new"[..])]);
    assert_eq!(one.data(Kind::IconGroup, id(9), 1031)[18..], [1, 0]);
    let three = with_icon(one, &[b"a", b"b", b"c"]);
    assert_eq!(images(&three), [(1, &b"a"[..]), (2, b"b"), (3, b"c")]);
    assert_eq!(with_icon(three.clone(), &[b"a", b"b", b"c"]), three);
}

#[test]
fn other_icons_keep_their_images() {
    let program = Program::default()
        .with(14, text("MAIN"), 0, &group(&[2, 5]))
        .with(14, id(1), 0, &group(&[1, 5]))
        .with(3, id(1), 0, b"kept")
        .with(3, id(2), 0, b"old")
        .with(3, id(4), 0, b"loose")
        .with(3, id(5), 0, b"shared")
        .with(3, text("ODD"), 0, b"odd");
    let other = program.data(Kind::IconGroup, id(1), 0).to_vec();
    let after = with_icon(program, &[b"new", b"newer", b"newest"]);
    let expected = [
        (0, &b"odd"[..]),
        (1, b"kept"),
        (2, b"new"),
        (3, b"newer"),
        (4, b"loose"),
        (5, b"shared"),
        (6, b"newest"),
    ];
    assert_eq!(images(&after), expected);
    assert_eq!(after.data(Kind::IconGroup, id(1), 0), other);
    assert!(group_ids(after.data(Kind::IconGroup, text("MAIN"), 0)).eq([2, 3, 6]));
}

#[test]
fn names_that_the_system_reads_otherwise_are_passed_over() {
    let program = Program::default()
        .with(14, text("#7"), 0, b"")
        .with(14, text("A\0B"), 0, b"")
        .with(14, text(""), 0, b"")
        .with(14, id(0), 0, b"")
        .with(14, id(5), 0, b"");
    let after = with_icon(program, &[b"new"]);
    assert!(group_ids(after.data(Kind::IconGroup, id(5), 0)).eq([1]));
}

#[test]
fn an_image_in_another_language_goes_too() {
    let program = Program::default()
        .with(14, id(1), 0, &group(&[1, 1, 99]))
        .with(3, id(1), 0, b"old")
        .with(3, id(1), 1033, b"old");
    assert_eq!(images(&with_icon(program, &[b"new"])), [(1, &b"new"[..])]);
}

#[test]
fn there_may_be_no_numbers_left() {
    let mut program = Program::default();
    let (first, last) = if cfg!(miri) { (1, 40) } else { (1, u16::MAX - 1) };
    for number in first..=last {
        program = program.with(3, id(number), 0, b"");
    }
    let section = program.section();
    let file = ico(&[b"one", b"two"]);
    let icon = Icon::parse(&file).expect("an icon");
    let changes = icon_changes(&found(&section), &icon);
    assert_eq!(changes.is_none(), !cfg!(miri));
    assert!(icon_changes(&found(&section), &Icon::parse(&ico(&[b"one"])).expect("one")).is_some());
}

#[test]
fn files_that_lie_are_refused() {
    let good = ico(&[b"small", b"larger"]);
    for len in 0..good.len() {
        assert_eq!(Icon::parse(&good[..len]), None, "cut at {len}");
    }
    let is_refused = |at: usize, byte: u8| {
        let mut bad = good.clone();
        bad[at] = byte;
        Icon::parse(&bad).is_none()
    };
    // Not zero, a cursor, no images, too many; an image that is empty, too long, too far.
    for (at, byte) in [(0, 1), (2, 2), (4, 0), (4, 3), (14, 0), (15, 9), (17, 1), (21, 1)] {
        assert!(is_refused(at, byte), "{byte} at {at}");
    }
    // The same bytes again and again are more than the file.
    let image: &[u8] = &[0; 100];
    let mut file = ico(&[image; 3]);
    assert!(Icon::parse(&file).is_some());
    let first = file[6 + 12..][..4].to_vec();
    for entry in 1..3 {
        file[6 + 16 * entry + 12..][..4].copy_from_slice(&first);
    }
    file.truncate(6 + 48 + 100);
    assert_eq!(Icon::parse(&file), None);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 512 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Whatever groups there were: the new one has its images, and the others what they had.
    #[test]
    fn groups_do_not_disturb_each_other(
        groups in proptest::collection::vec(proptest::collection::vec(1..9_u16, 0..4), 0..4),
        present in proptest::collection::btree_map((1..9_u16, 0..2_u16), any::<u8>(), 0..9),
        count in 1..5_usize,
    ) {
        let mut before = Program::default();
        for (number, ids) in (1..).zip(&groups) {
            let content = if ids.is_empty() { Vec::new() } else { group(ids) };
            before = before.with(14, id(number), 0, &content);
        }
        for ((number, language), content) in &present {
            before = before.with(3, id(*number), *language, &[*content]);
        }
        let new: Vec<Vec<u8>> = (0..count).map(|index| vec![0xEE, index as u8]).collect();
        let new: Vec<&[u8]> = new.iter().map(|image| &**image).collect();
        let after = with_icon(before.clone(), &new);
        let language = if groups.is_empty() { AMERICAN_ENGLISH } else { 0 };
        let ids: Vec<u16> = group_ids(after.data(Kind::IconGroup, id(1), language)).collect();
        prop_assert_eq!(ids.len(), count);
        for (number, image) in ids.iter().zip(&new) {
            prop_assert_eq!(after.data(Kind::Icon, id(*number), language), *image);
        }
        for (number, ids) in (1..).zip(&groups).skip(1) {
            let group = |program: &Program| program.data(Kind::IconGroup, id(number), 0).to_vec();
            prop_assert_eq!(group(&after), group(&before));
            for ((_, name, language), content) in &before.resources {
                if ids.iter().any(|image| id(*image) == *name) && content.len() == 1 {
                    prop_assert_eq!(after.data(Kind::Icon, name.clone(), *language), &**content);
                }
            }
        }
    }

    #[test]
    fn noise_is_read_or_refused(bytes in proptest::collection::vec(0_u8..40, 0..100)) {
        if let Some(icon) = Icon::parse(&bytes) {
            let total: usize = icon.images().map(<[u8]>::len).sum();
            prop_assert!(total <= bytes.len() && icon.images().len() > 0);
        }
        prop_assert!(group_ids(&bytes).count() <= bytes.len() / 14);
    }
}
