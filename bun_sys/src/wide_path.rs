//! Paths of 16-bit units on their way into calls that take bytes.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use crate::wtf8::write_wtf8;
use crate::{Error, Maybe, SystemErrno, Tag};

/// The path as WTF-8, in which lone surrogates come back as they were.
///
/// `ENAMETOOLONG` when there are more units than any path has.
pub(crate) fn to_bytes(path: &[u16], tag: Tag) -> Maybe<Vec<u8>> {
    if path.len() > bun_paths::PATH_MAX_WIDE {
        return Err(Error::from_code(SystemErrno::ENAMETOOLONG, tag));
    }
    // Three bytes are the most that a unit takes.
    let mut bytes = vec![0; path.len() * 3];
    let len = write_wtf8(path.iter().copied(), &mut bytes);
    bytes.truncate(len.unwrap_or_default());
    Ok(bytes)
}

/// A path as the system writes it: bytes, or 16-bit units on Windows.
pub(crate) trait SystemPath {
    /// The same path in bytes.
    fn path_bytes(&self, tag: Tag) -> Maybe<Cow<'_, [u8]>>;
}

impl SystemPath for [u8] {
    fn path_bytes(&self, _: Tag) -> Maybe<Cow<'_, [u8]>> {
        Ok(Cow::Borrowed(self))
    }
}

impl SystemPath for [u16] {
    fn path_bytes(&self, tag: Tag) -> Maybe<Cow<'_, [u8]>> {
        to_bytes(self, tag).map(Cow::Owned)
    }
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
        assert_eq!(b"a"[..].path_bytes(Tag::open), Ok(Cow::Borrowed(&b"a"[..])));
        assert_eq!([0x61_u16][..].path_bytes(Tag::open), Ok(Cow::Borrowed(&b"a"[..])));
    }
}
