//! Directories as `getdents64` gives them.
#![expect(unsafe_code, reason = "the call that reads directories")]

use core::ffi::c_long;

use bun_paths::UnitBuffer;

use crate::backend::Outcome;
use crate::backend::posix::{last, number, retry};
use crate::dir_iterator::Record;
use crate::{Fd, FileKind};

/// Reads the next records of `dir` into `buffer`, whose content is what was read.
pub(crate) fn fill_records<const N: usize>(dir: Fd, buffer: &mut UnitBuffer<u8, N>) -> Outcome<()> {
    let count = retry(|| {
        let memory = buffer.as_uninit_mut();
        // SAFETY: the kernel writes at most `memory.len()` bytes to `memory`, which is borrowed
        // exclusively for the call, and reads nothing from it. It takes any number for `dir`.
        let count = unsafe {
            libc::syscall(libc::SYS_getdents64, dir.native(), memory.as_mut_ptr(), memory.len())
        };
        usize::try_from(count).map_err(|_| last())
    })?;
    if count > N {
        return Err(number(libc::EIO));
    }
    // SAFETY:
    // 1. `count <= N`: checked above.
    // 2. The kernel says that it wrote `count` bytes.
    unsafe { buffer.assume_init(count) };
    Ok(())
}

const _: () = assert!(size_of::<c_long>() == size_of::<usize>());

const LEN: usize = 16;
const KIND: usize = 18;
const NAME: usize = 19;

/// Finds the first record of `bytes`.
///
/// ```text
///   0        8        16    18     19                 len
///   │ inode  │ cookie │ len │ kind │ name… NUL, padding │ next record
/// ```
///
/// `None` when `len` does not stay inside `bytes`, leaves no room for a name, or the name has no
/// NUL: the kernel promises all of that, but file systems in user space have broken it.
///
/// By words, in place: names are short, and the call of a vectorised search is not. Linux rounds
/// lengths up to eight bytes, so the name ends in the last word, unless an earlier one has a NUL.
/// The last word alone would not do: other padding is possible, and holds whatever the buffer held
/// before.
#[inline]
pub(crate) fn parse_record(bytes: &[u8]) -> Option<Record> {
    let len = usize::from(u16::from_ne_bytes(*bytes.first_chunk::<KIND>()?.last_chunk()?));
    let record = bytes.get(..len)?;
    let (words, odd) = record.as_chunks();
    let (head, last, earlier) = match words {
        [_, _, head, last] => (head, u64::from_le_bytes(*last), nuls_of_name(*head)),
        [_, _, head, middle, last] => {
            let middle = nuls(u64::from_le_bytes(*middle));
            (head, u64::from_le_bytes(*last), nuls_of_name(*head) | middle)
        }
        [_, _, head, middle @ .., last] => {
            (head, u64::from_le_bytes(*last), nuls_of_name(*head) | nuls_of_all(middle))
        }
        [_, _, head] => (head, u64::from_le_bytes(*head) | BEFORE_NAME, 0),
        _ => return parse_odd_record(record),
    };
    let found = nuls(last);
    if found == 0 || earlier | odd.len() as u64 != 0 {
        return parse_odd_record(record);
    }
    let end = len - 7 + found.trailing_zeros() as usize / 8;
    Some(Record { len, name: NAME..end, kind: KINDS[usize::from(head[KIND - LEN])] })
}

/// What stands before the name in its first word.
const BEFORE_NAME: u64 = (1 << (8 * (NAME - LEN))) - 1;

/// Not zero when a byte is that belongs to the name in its first word, or may be.
#[inline]
const fn nuls_of_name(head: [u8; 8]) -> u64 {
    nuls(u64::from_le_bytes(head)) & !BEFORE_NAME
}

/// Not zero when a byte of `word` is; the lowest bit that is set belongs to the first such byte.
/// Higher bits may err.
#[inline]
const fn nuls(word: u64) -> u64 {
    const LOW: u64 = u64::from_le_bytes([1; 8]);
    word.wrapping_sub(LOW) & !word & (LOW << 7)
}

/// Apart from the names of usual length.
#[inline(never)]
fn nuls_of_all(words: &[[u8; 8]]) -> u64 {
    words.iter().fold(0, |found, word| found | nuls(u64::from_le_bytes(*word)))
}

/// [`parse_record`] for what Linux itself does not make: lengths that are no multiple of eight, and
/// names that end before the last word.
#[cold]
fn parse_odd_record(bytes: &[u8]) -> Option<Record> {
    let head: &[u8; NAME] = bytes.first_chunk()?;
    let len = usize::from(u16::from_ne_bytes([head[LEN], head[LEN + 1]]));
    let name = bytes.get(..len)?.get(NAME..)?;
    let end = NAME + name.iter().position(|&byte| byte == 0)? + 1;
    Some(Record { len, name: NAME..end, kind: KINDS[usize::from(head[KIND])] })
}

/// [`kind_from_type`] of every number, as a jump is dearer than a load.
static KINDS: [FileKind; 256] = {
    let mut kinds = [FileKind::Unknown; 256];
    let mut kind = 0;
    while kind < kinds.len() {
        kinds[kind] = kind_from_type(kind as u8);
        kind += 1;
    }
    kinds
};

const fn kind_from_type(kind: u8) -> FileKind {
    match kind {
        libc::DT_BLK => FileKind::BlockDevice,
        libc::DT_CHR => FileKind::CharacterDevice,
        libc::DT_DIR => FileKind::Directory,
        libc::DT_FIFO => FileKind::NamedPipe,
        libc::DT_LNK => FileKind::SymLink,
        libc::DT_REG => FileKind::File,
        libc::DT_SOCK => FileKind::UnixDomainSocket,
        _ => FileKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record(name: &[u8], kind: u8, padding: usize) -> Vec<u8> {
        let mut bytes = vec![0xEE; 16];
        let len = u16::try_from(19 + name.len() + 1 + padding).expect("short names");
        bytes.extend_from_slice(&len.to_ne_bytes());
        bytes.push(kind);
        bytes.extend_from_slice(name);
        bytes.push(0);
        bytes.resize(usize::from(len), 0xEE);
        bytes
    }

    #[test]
    fn records_follow_each_other() {
        let mut bytes = record(b"a", libc::DT_REG, 3);
        bytes.extend(record(b"", libc::DT_DIR, 0));
        bytes.extend(record(b"long name", 77, 7));
        let mut rest: &[u8] = &bytes;
        let mut seen = Vec::new();
        while !rest.is_empty() {
            let record = parse_record(rest).expect("well-formed");
            seen.push((rest[record.name.clone()].to_vec(), record.kind));
            rest = &rest[record.len..];
        }
        let expected = [
            (&b"a\0"[..], FileKind::File),
            (b"\0", FileKind::Directory),
            (b"long name\0", FileKind::Unknown),
        ];
        assert!(seen.iter().map(|(name, kind)| (&**name, *kind)).eq(expected));
    }

    #[test]
    fn every_lie_about_a_length_is_refused() {
        let good = record(b"name", libc::DT_REG, 3);
        assert_eq!(parse_record(&good).expect("well-formed").len, good.len());
        for cut in 0..good.len() {
            assert!(parse_record(&good[..cut]).is_none(), "cut at {cut}");
        }
        for claim in 0..=u16::MAX {
            let mut bytes = good.clone();
            bytes[16..18].copy_from_slice(&claim.to_ne_bytes());
            let fits = (24..=good.len()).contains(&usize::from(claim));
            assert_eq!(parse_record(&bytes).is_some(), fits, "claims {claim}");
            if cfg!(miri) && claim > 64 {
                break;
            }
        }
        let unterminated = [&good[..23], &[b'x'; 4][..]].concat();
        assert!(parse_record(&unterminated).is_none());
    }

    #[test]
    fn a_name_ends_at_its_first_nul_wherever_that_is() {
        let longest = if cfg!(miri) { 6 } else { 255 };
        for len in 0..=longest {
            for byte in [1, 0x7F, 0x80, 0x81, 0xFF] {
                let name = vec![byte; len];
                for padding in 0..9 {
                    let bytes = record(&name, libc::DT_REG, padding);
                    let found = parse_record(&bytes).expect("well-formed");
                    assert_eq!(found.name, NAME..NAME + len + 1, "{byte} {padding}");
                }
            }
        }
        let mut bytes = record(b"name", libc::DT_REG, 8);
        bytes[24..].copy_from_slice(b"\0e\0x\0\0\0\0");
        assert_eq!(parse_record(&bytes).expect("well-formed").name, NAME..24);
        let inner = record(b"first\0second, after the end", libc::DT_REG, 2);
        assert_eq!(parse_record(&inner).expect("well-formed").name, NAME..NAME + 6);
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if cfg!(miri) { 1 } else { 4096 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn noise_never_leaves_the_buffer(
            mut bytes in proptest::collection::vec(any::<u8>(), 0..64),
            claim in 0..64_u16,
        ) {
            if let Some(field) = bytes.get_mut(LEN..KIND) {
                field.copy_from_slice(&claim.to_ne_bytes());
            }
            let fields = |record: Record| (record.len, record.name, record.kind);
            let found = parse_record(&bytes);
            prop_assert_eq!(found.map(fields), parse_odd_record(&bytes).map(fields));
            if let Some(record) = parse_record(&bytes) {
                prop_assert!(record.name.end <= record.len && record.len <= bytes.len());
                let name = &bytes[record.name];
                prop_assert_eq!(name.iter().position(|&byte| byte == 0), Some(name.len() - 1));
            }
        }
    }
}
