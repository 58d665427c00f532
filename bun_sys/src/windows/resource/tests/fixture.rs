//! Programs that have nothing but resources, and icons.

use alloc::collections::BTreeMap;

use super::super::program::{Section, find};
use super::super::{Change, Kind, Name, Resource};

pub(super) const PE: usize = 0x80;
pub(super) const OPTIONAL: usize = PE + 24;
/// In a program for 64 bits.
pub(super) const DIRECTORY_COUNT: usize = OPTIONAL + 108;
pub(super) const DIRECTORY: usize = DIRECTORY_COUNT + 4 + 16;
pub(super) const SECTIONS: usize = DIRECTORY_COUNT + 4 + 128;

const ADDRESS: u32 = 0x3000;
/// What stands in the section before the directory.
const LEAD: u32 = 8;
const HIGHEST: u32 = 1 << 31;

/// The resources of a program, by type, name and language.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Program {
    pub(super) is_32_bit: bool,
    pub(super) resources: BTreeMap<(u16, Name, u16), Vec<u8>>,
}

pub(super) fn id(number: u16) -> Name {
    Name::Id(number)
}

pub(super) fn text(name: &str) -> Name {
    Name::Text(name.encode_utf16().collect())
}

enum Node {
    Directory(Vec<(Name, Self)>),
    Data(Vec<u8>),
}

impl Program {
    pub(super) fn with(mut self, kind: u16, name: Name, language: u16, data: &[u8]) -> Self {
        self.resources.insert((kind, name, language), data.to_vec());
        self
    }

    /// What the system does with changes. It refuses to remove what is not there.
    pub(super) fn changed(mut self, changes: &[Change<'_>]) -> Self {
        for change in changes {
            let key = (change.kind as u16, change.name.clone(), change.language);
            match &change.data {
                Some(data) => drop(self.resources.insert(key, data.to_vec())),
                None => assert!(self.resources.remove(&key).is_some(), "{change:?}"),
            }
        }
        self
    }

    pub(super) fn data(&self, kind: Kind, name: Name, language: u16) -> &[u8] {
        &self.resources[&(kind as u16, name, language)]
    }

    /// The section as it is read from the file.
    pub(super) fn section(&self) -> Section {
        let file = self.file();
        let found = find(&file).expect("a program").expect("a section");
        let bytes = self.section_bytes();
        assert_eq!((found.address, found.directory), (ADDRESS, LEAD));
        assert_eq!(file[found.offset as usize..][..found.len as usize], bytes);
        Section { bytes, address: ADDRESS, directory: LEAD as usize }
    }

    fn section_bytes(&self) -> Vec<u8> {
        let mut kinds: BTreeMap<u16, BTreeMap<Name, Vec<(Name, Node)>>> = BTreeMap::new();
        for ((kind, name, language), data) in &self.resources {
            let languages = kinds.entry(*kind).or_default().entry(name.clone()).or_default();
            languages.push((id(*language), Node::Data(data.clone())));
        }
        let kinds = kinds.into_iter().map(|(kind, names)| {
            let names = names.into_iter().map(|(name, found)| (name, Node::Directory(found)));
            (id(kind), Node::Directory(names.collect()))
        });
        let mut tree = Vec::new();
        write(&Node::Directory(kinds.collect()), &mut tree);
        [&[0xEE; LEAD as usize][..], &tree].concat()
    }

    pub(super) fn file(&self) -> Vec<u8> {
        let section = self.section_bytes();
        let len = u32::try_from(section.len()).expect("short");
        let directories = if self.is_32_bit { 96 } else { 112 };
        let sections = OPTIONAL + directories + 128;
        let offset = u32::try_from(sections + 2 * 40).expect("short");
        let mut file = vec![0; sections + 2 * 40];
        let mut put = |at: usize, bytes: &[u8]| file[at..][..bytes.len()].copy_from_slice(bytes);
        put(0, b"MZ");
        put(0x3C, &(PE as u32).to_le_bytes());
        put(PE, b"PE\0\0");
        put(PE + 6, &[2, 0]);
        put(PE + 20, &(directories as u16 + 128).to_le_bytes());
        put(OPTIONAL, if self.is_32_bit { &[0x0B, 1] } else { &[0x0B, 2] });
        put(OPTIONAL + directories - 4, &[16]);
        put(OPTIONAL + directories + 16, &(ADDRESS + LEAD).to_le_bytes());
        for (at, address, len, offset) in
            [(sections, 0x1000_u32, 0x200_u32, 0_u32), (sections + 40, ADDRESS, len, offset)]
        {
            put(at + 12, &address.to_le_bytes());
            put(at + 16, &len.to_le_bytes());
            put(at + 20, &offset.to_le_bytes());
        }
        file.extend(section);
        file
    }
}

/// Returns what the entry of the node leads to.
fn write(node: &Node, tree: &mut Vec<u8>) -> u32 {
    tree.resize(tree.len().next_multiple_of(4), 0);
    let at = tree.len();
    let place = u32::try_from(at).expect("short");
    match node {
        Node::Data(data) => {
            let len = u32::try_from(data.len()).expect("short");
            for number in [ADDRESS + LEAD + place + 16, len, 0, 0] {
                tree.extend_from_slice(&number.to_le_bytes());
            }
            tree.extend_from_slice(data);
            place
        }
        Node::Directory(entries) => {
            let texts = entries.iter().filter(|(name, _)| matches!(name, Name::Text(_))).count();
            tree.resize(at + 16 + 8 * entries.len(), 0);
            for (field, count) in [(12, texts), (14, entries.len() - texts)] {
                let count = u16::try_from(count).expect("few");
                tree[at + field..][..2].copy_from_slice(&count.to_le_bytes());
            }
            for (index, (name, node)) in entries.iter().enumerate() {
                let entry = at + 16 + 8 * index;
                let name = write_name(name, tree).to_le_bytes();
                let to = write(node, tree).to_le_bytes();
                tree[entry..][..8].copy_from_slice(&[name, to].concat());
            }
            place | HIGHEST
        }
    }
}

fn write_name(name: &Name, tree: &mut Vec<u8>) -> u32 {
    match name {
        Name::Id(id) => u32::from(*id),
        Name::Text(units) => {
            let at = u32::try_from(tree.len()).expect("short");
            let len = u16::try_from(units.len()).expect("short");
            tree.extend([len].iter().chain(units).flat_map(|unit| unit.to_le_bytes()));
            at | HIGHEST
        }
    }
}

/// The file of an icon with these images.
pub(super) fn ico(images: &[&[u8]]) -> Vec<u8> {
    let count = u16::try_from(images.len()).expect("few");
    let mut file: Vec<u8> = [0, 1, count].iter().flat_map(|number| number.to_le_bytes()).collect();
    let mut place = 6 + 16 * images.len();
    for (number, image) in (0..).zip(images) {
        file.extend([number, number, 0, 0, 1, 0, 32, 0]);
        for number in [image.len(), place] {
            file.extend(u32::try_from(number).expect("short").to_le_bytes());
        }
        place += image.len();
    }
    file.extend(images.concat());
    file
}

/// The resources that `section` holds.
pub(super) fn found(section: &Section) -> Vec<Resource<'_>> {
    super::super::resources(section).expect("a good directory")
}
