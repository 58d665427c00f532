//! Version information: numbers, and texts in one or more languages.
//!
//! ```text
//!   VS_VERSION_INFO: numbers (VS_FIXEDFILEINFO)
//!   ├─ StringFileInfo
//!   │  └─ 040904b0            language and code page
//!   │     ├─ ProductName: text
//!   │     └─ …
//!   └─ VarFileInfo
//!      └─ Translation: the languages and code pages there are
//! ```

use alloc::vec;
use alloc::vec::Vec;

use super::version_block::Block;
use super::{AMERICAN_ENGLISH, Version};

const ROOT: &str = "VS_VERSION_INFO";
const TEXTS: &str = "StringFileInfo";
const LANGUAGES: &str = "VarFileInfo";
const TRANSLATION: &str = "Translation";

/// American English in UTF-16.
const DEFAULT_TRANSLATION: [u16; 2] = [AMERICAN_ENGLISH, 1200];

/// What the numbers start with.
const SIGNATURE: u32 = 0xFEEF_04BD;
const NUMBERS_LEN: usize = 52;
const FILE_VERSION: usize = 8;
const PRODUCT_VERSION: usize = 16;

/// The version information of a program. Always has the numbers, and texts in a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct VersionInfo(Block);

impl VersionInfo {
    /// That of a program without one.
    pub(super) fn new() -> Self {
        Self::complete(Block { text: 0, ..Block::new(ROOT) })
    }

    /// Reads what a resource holds; `None` when that is no version information.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let root = Block::parse(bytes)?;
        root.is(&Block::new(ROOT).key).then(|| Self::complete(root))
    }

    /// Adds what is missing.
    fn complete(mut root: Block) -> Self {
        let has_numbers =
            root.value.len() >= NUMBERS_LEN && root.value.starts_with(&SIGNATURE.to_le_bytes());
        if !has_numbers {
            root.value = default_numbers();
            root.text = 0;
        }
        if child(&mut root, TEXTS).children.is_empty() {
            let languages = child(&mut root, LANGUAGES);
            let translation = child(languages, TRANSLATION);
            if translation.value.len() < 4 {
                translation.text = 0;
                translation.value = DEFAULT_TRANSLATION.map(u16::to_le_bytes).concat();
            }
            let [language, code_page] = [0, 2].map(|at| super::u16_at(&translation.value, at));
            let [language, code_page] = [language, code_page].map(Option::unwrap_or_default);
            let table = alloc::format!("{language:04x}{code_page:04x}");
            child(&mut root, TEXTS).children.push(Block::new(&table));
        }
        Self(root)
    }

    /// Sets the version of the file.
    pub(super) fn set_file_version(&mut self, version: Version) {
        self.set_numbers(FILE_VERSION, version);
    }

    /// Sets the version of the product that the file is part of.
    pub(super) fn set_product_version(&mut self, version: Version) {
        self.set_numbers(PRODUCT_VERSION, version);
    }

    fn set_numbers(&mut self, at: usize, version: Version) {
        let halves = version.halves().map(u32::to_le_bytes).concat();
        self.0.value[at..][..halves.len()].copy_from_slice(&halves);
    }

    /// Sets the text `key` in every language. `None` when no room is left for it: all texts
    /// together have less than 64 KiB.
    pub(super) fn set_text(&mut self, key: &str, text: &[u16]) -> Option<()> {
        if text.len() >= usize::from(u16::MAX) {
            return None;
        }
        let value: Vec<u8> = text.iter().chain(&[0]).flat_map(|unit| unit.to_le_bytes()).collect();
        for table in &mut child(&mut self.0, TEXTS).children {
            *child(table, key) = Block { value: value.clone(), ..Block::new(key) };
        }
        self.encode().map(drop)
    }

    /// What the resource holds from now on; `None` when that is too long.
    pub(super) fn encode(&self) -> Option<Vec<u8>> {
        self.0.encode()
    }

    /// The text `key` in the first language.
    #[cfg(test)]
    pub(super) fn text(&self, key: &str) -> Option<Vec<u16>> {
        let mut info = self.0.clone();
        let table = child(&mut info, TEXTS).children.first()?.clone();
        let key = Block::new(key).key;
        let value = table.children.into_iter().find(|text| text.is(&key))?.value;
        Some(value.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect())
    }

    /// The numbers of the file and of the product.
    #[cfg(test)]
    pub(super) fn versions(&self) -> [[u32; 2]; 2] {
        let number = |at| super::u32_at(&self.0.value, at).expect("there are numbers");
        [FILE_VERSION, PRODUCT_VERSION].map(|at| [number(at), number(at + 4)])
    }
}

/// The first block `key` in `block`, which gets an empty one when it has none.
fn child<'a>(block: &'a mut Block, key: &str) -> &'a mut Block {
    let wanted = Block::new(key);
    let found = block.children.iter().position(|child| child.is(&wanted.key));
    let at = found.unwrap_or_else(|| {
        block.children.push(wanted);
        block.children.len() - 1
    });
    &mut block.children[at]
}

/// The numbers of an application that has no version.
fn default_numbers() -> Vec<u8> {
    const STRUCTURE_VERSION: u32 = 0x1_0000;
    const TYPE_APPLICATION: u32 = 1;
    let mut numbers = vec![0; NUMBERS_LEN];
    for (at, number) in [(0, SIGNATURE), (4, STRUCTURE_VERSION), (36, TYPE_APPLICATION)] {
        numbers[at..][..4].copy_from_slice(&number.to_le_bytes());
    }
    numbers
}
