//! Directories as `getdents64` gives them.
#![expect(unsafe_code, reason = "the call that reads directories")]

use core::ffi::{CStr, c_long};

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

/// Finds the first record of `bytes`.
///
/// ```text
///   0        8        16      18     19                 len
///   │ inode  │ cookie │ len   │ kind │ name… NUL, padding │ next record
/// ```
///
/// `None` when `len` does not stay inside `bytes`, leaves no room for a name, or the name has no
/// NUL: the kernel promises all of that, but file systems in user space have broken it.
#[inline]
pub(crate) fn parse_record(bytes: &[u8]) -> Option<Record> {
    const LEN: usize = 16;
    const KIND: usize = 18;
    const NAME: usize = 19;
    let len = u16::from_ne_bytes(*bytes.get(LEN..)?.first_chunk()?);
    let record = bytes.get(..usize::from(len))?;
    let kind = *record.get(KIND)?;
    // By std, in place: names are short, and the call of a vectorised search is not.
    let name = CStr::from_bytes_until_nul(record.get(NAME..)?).ok()?;
    let end = NAME + name.count_bytes() + 1;
    Some(Record { len: record.len(), name: NAME..end, kind: kind_from_type(kind) })
}

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

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if cfg!(miri) { 2 } else { 4096 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn noise_never_leaves_the_buffer(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            if let Some(record) = parse_record(&bytes) {
                prop_assert!(record.name.end <= record.len && record.len <= bytes.len());
                prop_assert_eq!(bytes[record.name].last(), Some(&0));
            }
        }
    }
}
