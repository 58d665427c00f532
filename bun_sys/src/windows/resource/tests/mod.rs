//! Programs made here, described anew, and read again; and files that lie.

mod blocks;
mod fixture;
mod icons;
mod noise;
mod versions;

use std::fs;

use fixture::{Program, id, text};

use super::program::find;
use super::{Kind, Name, read_section, resources};
use crate::{Fd, File};

/// What is found, without what it holds.
fn names(program: &Program) -> Vec<(Kind, Name, u16)> {
    let section = program.section();
    let found = resources(&section).expect("a good directory");
    found.into_iter().map(|found| (found.kind, found.name, found.language)).collect()
}

#[test]
fn what_describes_the_program_is_found_in_order() {
    let program = Program::default()
        .with(16, id(1), 1033, b"version")
        .with(24, id(1), 1033, b"manifest")
        .with(3, id(7), 0, b"image")
        .with(3, text("ODD"), 0, b"image")
        .with(14, id(2), 1036, b"group")
        .with(14, id(2), 1031, b"other")
        .with(14, text("MAIN"), 1033, b"named")
        .with(10, text("DATA"), 0, b"data");
    let expected = [
        (Kind::Icon, text("ODD"), 0),
        (Kind::Icon, id(7), 0),
        (Kind::IconGroup, text("MAIN"), 1033),
        (Kind::IconGroup, id(2), 1031),
        (Kind::IconGroup, id(2), 1036),
        (Kind::Version, id(1), 1033),
    ];
    assert_eq!(names(&program), expected);
    let section = program.section();
    let found = resources(&section).expect("a good directory");
    let data: Vec<&[u8]> = found.iter().map(|found| found.data).collect();
    assert_eq!(data, [&b""[..], b"", b"named", b"other", b"group", b"version"]);
}

#[test]
fn a_program_without_resources_has_none() {
    assert!(names(&Program::default()).is_empty());
    let mut file = Program::default().with(16, id(1), 0, b"x").file();
    assert!(matches!(find(&file), Some(Some(_))));
    // The directory is at no address.
    file[fixture::DIRECTORY..][..4].fill(0);
    assert_eq!(find(&file), Some(None));
    // There are no directories beyond the second.
    let mut file = Program::default().with(16, id(1), 0, b"x").file();
    file[fixture::DIRECTORY_COUNT] = 2;
    assert_eq!(find(&file), Some(None));
}

#[test]
fn what_is_no_program_is_refused() {
    let good = Program::default().with(16, id(1), 0, b"x").file();
    let headers_end = fixture::SECTIONS + 2 * 40;
    for len in (0..headers_end).step_by(if cfg!(miri) { 19 } else { 1 }) {
        assert_eq!(find(&good[..len]), None, "cut at {len}");
    }
    assert!(find(&good[..headers_end]).is_some());
    for at in [0, 1, fixture::PE, fixture::PE + 3, fixture::OPTIONAL] {
        let mut bad = good.clone();
        bad[at] ^= 0x40;
        assert_eq!(find(&bad), None, "byte {at}");
    }
    // No section holds the directory.
    let mut bad = good;
    bad[fixture::DIRECTORY + 3] = 0x7F;
    assert_eq!(find(&bad), None);
}

#[test]
fn programs_for_32_bits_are_read_too() {
    let program = Program { is_32_bit: true, ..Program::default() }.with(16, id(1), 9, b"old");
    assert_eq!(names(&program), [(Kind::Version, id(1), 9)]);
}

#[test]
fn directories_that_lead_to_one_place_end() {
    // Every type, name and language leads to the same next level: far more resources than bytes.
    let many = if cfg!(miri) { 60 } else { 1000 };
    let mut tree = Vec::new();
    for level in 0..3_u32 {
        let next = (level + 1) * (16 + 8 * many);
        let to = if level == 2 { next } else { next | 1 << 31 };
        tree.extend_from_slice(&[0; 14]);
        tree.extend_from_slice(&u16::try_from(many).expect("few").to_le_bytes());
        for name in 0..many {
            tree.extend_from_slice(&(if level == 0 { 14 } else { name }).to_le_bytes());
            tree.extend_from_slice(&to.to_le_bytes());
        }
    }
    // Where the data is: nowhere, and none of it.
    tree.extend_from_slice(&[0; 16]);
    let section = super::program::Section { bytes: tree, ..Default::default() };
    assert_eq!(resources(&section), None);
}

// Miri has no `openat`.
#[cfg(not(miri))]
#[test]
fn a_file_is_read_as_far_as_its_resources() {
    let path = std::env::temp_dir().join(format!("bun_sys_resources_{}", std::process::id()));
    let read = |content: &[u8]| {
        fs::write(&path, content).expect("room");
        let bytes = path.to_str().expect("text").as_bytes();
        let file = File::openat(Fd::cwd(), bytes, crate::O::RDONLY, 0).expect("there");
        read_section(&file)
    };
    let program = Program::default().with(16, id(1), 1033, b"version");
    let good = program.file();
    assert_eq!(read(&good), Some(program.section()));
    assert_eq!(read(&good[..good.len() - 1]), None);
    assert_eq!(read(b"#!/bin/sh"), None);
    assert_eq!(read(b""), None);
    fs::remove_file(&path).expect("there");
}
