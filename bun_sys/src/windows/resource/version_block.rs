//! The blocks that version information is made of, nested up to four deep.
//!
//! ```text
//!   0     2           4      6                                 len
//!   │ len │ value_len │ text │ key… 0 │ gap │ value │ gap │ blocks…
//! ```
//!
//! Gaps fill up to four bytes. `value_len` counts units when `text` is 1 and bytes when it is 0.

use alloc::vec::Vec;

use super::u16_at;

/// How deep blocks are below the outermost: `StringFileInfo`, a language, a text.
const DEPTH_MAX: u32 = 3;

const HEAD_LEN: usize = 6;
const ALIGNMENT: usize = 4;

/// One block, as it is in memory.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Block {
    pub(super) key: Vec<u16>,
    /// 1 for units, 0 for bytes.
    pub(super) text: u16,
    pub(super) value: Vec<u8>,
    pub(super) children: Vec<Self>,
}

impl Block {
    /// A block of text without text.
    pub(super) fn new(key: &str) -> Self {
        Self { key: key.encode_utf16().collect(), text: 1, ..Self::default() }
    }

    /// Whether this is the block `key`; capital and small letters are the same, as where Windows
    /// looks texts up.
    pub(super) fn is(&self, key: &[u16]) -> bool {
        let lower = |unit: &u16| match u8::try_from(*unit) {
            Ok(byte) => u16::from(byte.to_ascii_lowercase()),
            Err(_) => *unit,
        };
        self.key.iter().map(lower).eq(key.iter().map(lower))
    }

    /// Reads the block that `bytes` start with.
    ///
    /// `None` when a block leaves the one around it, or its key does not end. A value that is cut
    /// off by the end of its block counts as far as it goes: some tools count texts in bytes.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        parse_at(bytes, 0, 0).map(|(block, _)| block)
    }

    /// The bytes of the block and all in it; `None` when one is longer than its field can say.
    pub(super) fn encode(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.write(&mut bytes)?;
        Some(bytes)
    }

    fn write(&self, to: &mut Vec<u8>) -> Option<()> {
        let start = to.len();
        let value_len = if self.text == 1 { self.value.len() / 2 } else { self.value.len() };
        for number in [0, u16::try_from(value_len).ok()?, self.text] {
            to.extend_from_slice(&number.to_le_bytes());
        }
        to.extend(self.key.iter().chain(&[0]).flat_map(|unit| unit.to_le_bytes()));
        if !self.value.is_empty() {
            fill_gap(to);
            to.extend_from_slice(&self.value);
        }
        for child in &self.children {
            fill_gap(to);
            child.write(to)?;
        }
        let len = u16::try_from(to.len() - start).ok()?;
        to[start..][..2].copy_from_slice(&len.to_le_bytes());
        Some(())
    }
}

fn fill_gap(to: &mut Vec<u8>) {
    to.resize(to.len().next_multiple_of(ALIGNMENT), 0);
}

/// The block at `at` of `bytes`, which end where the block around it does, and where it ends.
fn parse_at(bytes: &[u8], at: usize, depth: u32) -> Option<(Block, usize)> {
    let end = at + usize::from(u16_at(bytes, at)?);
    let bytes = bytes.get(..end)?;
    let value_len = usize::from(u16_at(bytes, at + 2)?);
    let text = u16_at(bytes, at + 4)?;
    let units = bytes.get(at + HEAD_LEN..)?.as_chunks::<2>().0;
    let key_len = units.iter().position(|unit| *unit == [0; 2])?;
    let key = units[..key_len].iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    let value_at = (at + HEAD_LEN + 2 * (key_len + 1)).next_multiple_of(ALIGNMENT);
    let value_len = if text == 1 { 2 * value_len } else { value_len };
    let value = bytes.get(value_at..).unwrap_or_default();
    let value = value.get(..value_len).unwrap_or(value);
    let value = if text == 1 { &value[..value.len() / 2 * 2] } else { value };
    let mut children = Vec::new();
    let mut next = (value_at + value.len()).next_multiple_of(ALIGNMENT);
    // What is empty or no longer a field fills the end.
    while depth < DEPTH_MAX && u16_at(bytes, next).is_some_and(|len| len != 0) {
        let (child, child_end) = parse_at(bytes, next, depth + 1)?;
        children.push(child);
        next = child_end.next_multiple_of(ALIGNMENT);
    }
    Some((Block { key, text, value: value.to_vec(), children }, end))
}
