//! Byte-order marks.

use alloc::vec::Vec;

use super::to_utf8::to_utf8_alloc_from_le_bytes;

/// The encoding that the first bytes of a file announce.
///
/// Zig: `bun.strings.BOM`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::BOM;
///
/// let file = b"\xff\xfea\0".to_vec();
/// let bom = BOM::detect(&file).unwrap();
/// assert_eq!((bom, bom.name()), (BOM::Utf16Le, "utf16_le"));
/// assert_eq!(bom.remove_and_convert_to_utf8_and_free(file), b"a");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum BOM {
    /// EF BB BF.
    Utf8,
    /// FF FE.
    Utf16Le,
    /// FE FF.
    Utf16Be,
    /// FF FE 00 00.
    Utf32Le,
    /// 00 00 FE FF.
    Utf32Be,
}

impl BOM {
    /// The mark of UTF-8.
    pub const UTF8_BYTES: [u8; 3] = [0xef, 0xbb, 0xbf];
    /// The mark of little-endian UTF-16.
    pub const UTF16_LE_BYTES: [u8; 2] = [0xff, 0xfe];

    /// Returns what `bytes` start with, of the two marks that are looked for: UTF-8's and
    /// little-endian UTF-16's. Fewer than three bytes have none.
    ///
    /// Little-endian UTF-32 is taken for UTF-16.
    ///
    /// Zig: `bun.strings.BOM.detect`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::BOM;
    ///
    /// assert_eq!(BOM::detect(b"\xef\xbb\xbfbun"), Some(BOM::Utf8));
    /// assert_eq!(BOM::detect(b"bun"), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some(Self::Utf8),
            [0xff, 0xfe, _, ..] => Some(Self::Utf16Le),
            _ => None,
        }
    }

    /// Returns [`detect`](Self::detect) and the bytes behind the mark.
    ///
    /// Zig: `bun.strings.BOM.detectAndSplit`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::BOM;
    ///
    /// let (bom, text) = BOM::detect_and_split(b"\xef\xbb\xbfbun");
    /// assert_eq!((bom, text), (Some(BOM::Utf8), &b"bun"[..]));
    /// ```
    #[doc(alias = "detectAndSplit")]
    #[must_use]
    pub fn detect_and_split(bytes: &[u8]) -> (Option<Self>, &[u8]) {
        match Self::detect(bytes) {
            Some(bom) => (Some(bom), &bytes[bom.length()..]),
            None => (None, bytes),
        }
    }

    /// Returns the mark.
    ///
    /// Zig: `bun.strings.BOM.getHeader`.
    #[doc(alias = "getHeader")]
    #[must_use]
    pub const fn get_header(self) -> &'static [u8] {
        match self {
            Self::Utf8 => &Self::UTF8_BYTES,
            Self::Utf16Le => &Self::UTF16_LE_BYTES,
            Self::Utf16Be => &[0xfe, 0xff],
            Self::Utf32Le => &[0xff, 0xfe, 0, 0],
            Self::Utf32Be => &[0, 0, 0xfe, 0xff],
        }
    }

    /// Returns the length of the mark.
    ///
    /// Zig: `bun.strings.BOM.length`.
    #[must_use]
    pub const fn length(self) -> usize {
        self.get_header().len()
    }

    /// Returns the name that Zig's `@tagName` has for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Utf16Le => "utf16_le",
            Self::Utf16Be => "utf16_be",
            Self::Utf32Le => "utf32_le",
            Self::Utf32Be => "utf32_be",
        }
    }

    /// Returns the text of `bytes`, which start with this mark, in UTF-8 and without the mark.
    ///
    /// Little-endian UTF-16 is converted into new memory, a last byte without a partner dropped;
    /// UTF-8 stays where it is. The other encodings only lose their mark. Bytes shorter than the
    /// mark are empty afterwards.
    ///
    /// Zig: `bun.strings.BOM.removeAndConvertToUTF8AndFree`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::BOM;
    ///
    /// let bytes = b"\xff\xfea\0\xac\x20".to_vec();
    /// let bom = BOM::detect(&bytes).unwrap();
    /// assert_eq!(bom.remove_and_convert_to_utf8_and_free(bytes), "a€".as_bytes());
    /// ```
    #[doc(alias = "removeAndConvertToUTF8AndFree")]
    #[must_use]
    pub fn remove_and_convert_to_utf8_and_free(self, mut bytes: Vec<u8>) -> Vec<u8> {
        let mark = self.length().min(bytes.len());
        if self == Self::Utf16Le {
            return to_utf8_alloc_from_le_bytes(&bytes[mark..]);
        }
        bytes.drain(..mark);
        bytes
    }

    /// The same, in place: the list keeps its memory, or grows.
    ///
    /// Zig: `bun.strings.BOM.removeAndConvertToUTF8WithoutDealloc`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::strings::BOM;
    ///
    /// let mut file = b"\xef\xbb\xbfa".to_vec();
    /// assert_eq!(BOM::Utf8.remove_and_convert_to_utf8_without_dealloc(&mut file), b"a");
    /// ```
    #[doc(alias = "removeAndConvertToUTF8WithoutDealloc")]
    pub fn remove_and_convert_to_utf8_without_dealloc(self, list: &mut Vec<u8>) -> &mut [u8] {
        let mark = self.length().min(list.len());
        if self == Self::Utf16Le {
            let text = to_utf8_alloc_from_le_bytes(&list[mark..]);
            list.clear();
            list.extend_from_slice(&text);
        } else {
            list.drain(..mark);
        }
        list
    }
}

/// Returns `bytes` without UTF-8's mark, if they start with it.
///
/// Zig: `bun.strings.withoutUTF8BOM`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::without_utf8_bom;
///
/// assert_eq!(without_utf8_bom(b"\xef\xbb\xbfa"), b"a");
/// assert_eq!(without_utf8_bom(b"a"), b"a");
/// ```
#[doc(alias = "withoutUTF8BOM")]
#[must_use]
#[inline]
pub fn without_utf8_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(&BOM::UTF8_BYTES).unwrap_or(bytes)
}
