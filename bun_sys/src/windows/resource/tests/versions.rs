//! Version information of programs that have some, and of those that have none.

use bun_core::{Error, err};

use super::super::version_block::Block;
use super::super::version_info::VersionInfo;
use super::super::{AMERICAN_ENGLISH, Kind, Text, Version, version_change};
use super::fixture::{Program, found, id};

const FAILURE: Error = err!(FailedToSetProductName);

fn set(program: Program, texts: &[(&'static str, &[u8])], version: &[u8]) -> Program {
    let section = program.section();
    let text = |&(key, text): &(&'static str, _)| Text { key, text, failure: FAILURE };
    let texts: Vec<_> = texts.iter().map(text).collect();
    let change = version_change(&found(&section), &texts, Version::parse(version));
    program.changed(&[change.expect("room")])
}

fn info(program: &Program, language: u16) -> VersionInfo {
    VersionInfo::parse(program.data(Kind::Version, id(1), language)).expect("readable")
}

/// The text with its terminator.
fn text(info: &VersionInfo, key: &str) -> Option<String> {
    info.text(key).map(|units| String::from_utf16(&units).expect("pairs"))
}

#[test]
fn a_program_without_a_version_gets_one() {
    let texts: &[(&str, &[u8])] = &[("ProductName", "Größe 𐍈".as_bytes()), ("CompanyName", b"")];
    let program = set(Program::default(), texts, b"1.2.3");
    let info = info(&program, AMERICAN_ENGLISH);
    assert_eq!(text(&info, "ProductName").as_deref(), Some("Größe 𐍈\0"));
    assert_eq!(text(&info, "CompanyName"), None);
    assert_eq!(text(&info, "FileVersion").as_deref(), Some("1.2.3.0\0"));
    assert_eq!(text(&info, "ProductVersion").as_deref(), Some("1.2.3.0\0"));
    assert_eq!(text(&info, "OriginalFilename").as_deref(), Some("\0"));
    assert_eq!(info.versions(), [[0x1_0002, 0x3_0000]; 2]);
    let root = Block::parse(program.data(Kind::Version, id(1), AMERICAN_ENGLISH)).expect("blocks");
    assert_eq!(root.value[..8], [0xBD, 0x04, 0xEF, 0xFE, 0, 0, 1, 0]);
    let [texts, languages] = &root.children[..] else { panic!("{root:?}") };
    assert_eq!(texts.children[0].key, Block::new("040904b0").key);
    assert_eq!(languages.children[0].value, [0x09, 0x04, 0xB0, 0x04]);
    assert_eq!(set(program.clone(), &[], b""), program);
}

#[test]
fn what_is_not_set_stays() {
    let string = |key: &str, value: &str| {
        let value = value.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        Block { value, ..Block::new(key) }
    };
    let table = |key: &str, children| Block { children, ..Block::new(key) };
    let german = vec![string("productname", "alt"), string("Comments", "bleibt")];
    let french = vec![string("Comments", "reste"), string("OriginalFilename", "bun.exe")];
    let tables = vec![table("040704b0", german), table("040C04b0", french)];
    let var = Block { text: 0, value: vec![7, 4, 0xB0, 4], ..Block::new("Translation") };
    let odd = Block { value: b"o\0d\0".to_vec(), ..Block::new("Odd") };
    let mut numbers = VersionInfo::new().encode().expect("short")[40..92].to_vec();
    numbers[40] = 0x77;
    let children =
        vec![table("StringFileInfo", tables), table("VarFileInfo", vec![var.clone()]), odd.clone()];
    let root = Block { text: 0, value: numbers, children, ..Block::new("VS_VERSION_INFO") };
    let before = Program::default()
        .with(16, id(1), 1031, &root.encode().expect("short"))
        .with(16, id(1), 1036, b"not read")
        .with(16, id(2), 7, b"not read");
    let after = set(before, &[("ProductName", b"neu")], b"9");
    assert_eq!(after.data(Kind::Version, id(1), 1036), b"not read");
    assert_eq!(after.data(Kind::Version, id(2), 7), b"not read");
    let new = Block::parse(after.data(Kind::Version, id(1), 1031)).expect("blocks");
    assert_eq!((new.value[40], &new.value[8..12]), (0x77, &[0, 0, 9, 0][..]));
    let [texts, languages, rest] = &new.children[..] else { panic!("{new:?}") };
    assert_eq!((&languages.children[..], rest), (&[var][..], &odd));
    for (table, comment) in texts.children.iter().zip(["bleibt", "reste"]) {
        let expected = [
            ("ProductName", "neu"),
            ("Comments", comment),
            ("OriginalFilename", ""),
            ("FileVersion", "9.0.0.0"),
            ("ProductVersion", "9.0.0.0"),
        ];
        for (key, value) in expected {
            assert!(table.children.contains(&string(key, value)), "{key} in {table:?}");
        }
        assert_eq!(table.children.len(), expected.len());
    }
}

#[test]
fn texts_end_at_a_nul_and_are_made_valid() {
    let texts: &[(&str, &[u8])] =
        &[("ProductName", b"a\xFFb\0c"), ("CompanyName", b"\0hidden"), ("Comments", b"\xE2\x82")];
    let info = info(&set(Program::default(), texts, b""), AMERICAN_ENGLISH);
    assert_eq!(text(&info, "ProductName").as_deref(), Some("a\u{FFFD}b\0"));
    assert_eq!(text(&info, "CompanyName"), None);
    assert_eq!(text(&info, "Comments").as_deref(), Some("\u{FFFD}\0"));
    assert_eq!(info.versions(), [[0; 2]; 2]);
}

#[test]
fn the_text_that_does_not_fit_names_itself() {
    // Long texts take long there.
    if cfg!(miri) {
        return;
    }
    let long = vec![b'x'; 20_000];
    let with = |texts: &[Text<'_>]| version_change(&[], texts, None).map(drop);
    let first = Text { key: "ProductName", text: &long, failure: FAILURE };
    let second = Text { key: "CompanyName", failure: err!(FailedToSetCompanyName), ..first };
    assert_eq!(with(&[first]), Ok(()));
    assert_eq!(with(&[first, second]), Err(err!(FailedToSetCompanyName)));
    let longer = vec![b'x'; 70_000];
    assert_eq!(with(&[Text { text: &longer, ..first }]), Err(FAILURE));
}

#[test]
fn what_cannot_be_read_is_not_replaced() {
    for bad in [&b""[..], b"garbage, but long enough to be read", &[0; 92]] {
        let program = Program::default().with(16, id(1), 1033, bad);
        let section = program.section();
        let outcome = version_change(&found(&section), &[], None);
        assert_eq!(outcome.map(drop), Err(err!(FailedToLoadExecutable)));
    }
    let other = Block::new("VS_OTHER_INFO").encode().expect("short");
    assert_eq!(VersionInfo::parse(&other), None);
}

#[test]
fn what_is_missing_is_added() {
    let bare = Block::new("VS_VERSION_INFO");
    let info = VersionInfo::parse(&bare.encode().expect("short")).expect("readable");
    assert_eq!(info, VersionInfo::new());
    let languages = Block { text: 0, value: vec![1, 8, 2, 0], ..Block::new("Translation") };
    let languages = Block { children: vec![languages], ..Block::new("VarFileInfo") };
    let bytes = Block { children: vec![languages], ..bare }.encode().expect("short");
    let mut info = VersionInfo::parse(&bytes).expect("readable");
    info.set_text("Comments", &[0x61]).expect("room");
    let root = Block::parse(&info.encode().expect("short")).expect("blocks");
    let texts = root.children.iter().find(|child| child.key == Block::new("StringFileInfo").key);
    assert_eq!(texts.expect("added").children[0].key, Block::new("08010002").key);
}
