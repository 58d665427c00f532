//! Programs with bytes changed, which are read or refused.

use proptest::prelude::*;

use super::super::program::{Section, find};
use super::super::version_info::VersionInfo;
use super::super::{Icon, icon_changes, resources, version_change};
use super::fixture::{Program, ico, id, text};

fn program() -> Program {
    let file = ico(&[b"image"]);
    let group = Icon::parse(&file).expect("an icon").group(&[1]);
    Program::default()
        .with(16, id(1), 1033, &VersionInfo::new().encode().expect("short"))
        .with(14, text("MAIN"), 1033, &group)
        .with(3, id(1), 1033, b"image")
}

/// Reads all that there is; whatever is found lies in the section.
fn read(section: &Section) {
    let Some(found) = resources(section) else { return };
    let bytes = section.bytes.as_ptr_range();
    for resource in &found {
        let data = resource.data.as_ptr_range();
        assert!(data.is_empty() || bytes.start <= data.start && data.end <= bytes.end);
    }
    let file = ico(&[b"new", b"newer"]);
    let icon = Icon::parse(&file).expect("an icon");
    let changes = icon_changes(&found, &icon).expect("numbers are left");
    assert!(changes.len() >= 3);
    let change = version_change(&found, &[], None);
    assert!(change.is_err() || change.is_ok_and(|change| change.data.is_some()));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 1 } else { 2048 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn changed_bytes(changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..8)) {
        let mut section = program().section();
        for (at, byte) in changes {
            let len = section.bytes.len();
            section.bytes[at % len] = byte;
        }
        read(&section);
    }

    #[test]
    fn cut_off(len in any::<usize>(), directory in 0..400_usize, address in any::<u32>()) {
        let mut section = program().section();
        section.bytes.truncate(len % (section.bytes.len() + 1));
        read(&section);
        section.directory = directory;
        read(&section);
        section.address = address;
        read(&section);
    }

    #[test]
    fn any_headers(changes in proptest::collection::vec((0..0x200_usize, any::<u8>()), 1..8)) {
        let mut file = program().file();
        for (at, byte) in changes {
            file[at] = byte;
        }
        if let Some(Some(place)) = find(&file) {
            prop_assert!(place.directory < place.len);
        }
    }
}
