//! Paths of 16-bit units on their way into calls that take bytes.

use alloc::vec::Vec;

use crate::{Error, Maybe, SystemErrno, Tag};

/// The path as WTF-8, in which lone surrogates come back as they were.
///
/// `ENAMETOOLONG` when there are more units than any path has.
pub(crate) fn to_bytes(path: &[u16], tag: Tag) -> Maybe<Vec<u8>> {
    if path.len() > bun_paths::PATH_MAX_WIDE {
        return Err(Error::from_code(SystemErrno::ENAMETOOLONG, tag));
    }
    let mut bytes = Vec::with_capacity(path.len());
    for unit in char::decode_utf16(path.iter().copied()) {
        match unit {
            Ok(scalar) => bytes.extend_from_slice(scalar.encode_utf8(&mut [0; 4]).as_bytes()),
            Err(error) => {
                let unit = error.unpaired_surrogate();
                let tail = |bits: u16| 0x80 | (bits & 0x3F) as u8;
                bytes.extend_from_slice(&[0xE0 | (unit >> 12) as u8, tail(unit >> 6), tail(unit)]);
            }
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_become_scalars_and_halves_stay_halves() {
        let path: Vec<u16> = "aé€𐍈".encode_utf16().collect();
        assert_eq!(to_bytes(&path, Tag::open), Ok("aé€𐍈".as_bytes().to_vec()));
        assert_eq!(to_bytes(&[0xD800, 0x61], Tag::open), Ok(b"\xED\xA0\x80a".to_vec()));
        assert_eq!(to_bytes(&[0xDFFF], Tag::open), Ok(b"\xED\xBF\xBF".to_vec()));
        assert_eq!(to_bytes(&[], Tag::open), Ok(Vec::new()));
        let long = vec![0x61; bun_paths::PATH_MAX_WIDE + 1];
        let error = to_bytes(&long, Tag::mkdir).expect_err("too long for any path");
        assert_eq!((error.get_errno(), error.syscall), (SystemErrno::ENAMETOOLONG, Tag::mkdir));
    }
}
