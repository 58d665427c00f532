//! The five characters that HTML gives a meaning.

use alloc::vec::Vec;

use crate::w;

/// The entity of a byte that HTML gives a meaning, or `None`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{html_escape_entity, xml_escape_entity};
///
/// assert_eq!(html_escape_entity(b'\''), Some(&b"&#x27;"[..]));
/// assert_eq!(xml_escape_entity(b'\''), Some(&b"&apos;"[..]));
/// assert_eq!(html_escape_entity(b'a'), None);
/// ```
#[must_use]
pub const fn html_escape_entity(byte: u8) -> Option<&'static [u8]> {
    Some(match byte {
        b'"' => b"&quot;",
        b'&' => b"&amp;",
        b'\'' => b"&#x27;",
        b'<' => b"&lt;",
        b'>' => b"&gt;",
        _ => return None,
    })
}

/// Like [`html_escape_entity`], with the name that only XML has for the apostrophe.
///
/// # Examples
///
/// ```
/// use bun_str::strings::xml_escape_entity;
///
/// assert_eq!(xml_escape_entity(b'\''), Some(&b"&apos;"[..]));
/// assert_eq!(xml_escape_entity(b'a'), None);
/// ```
#[must_use]
pub const fn xml_escape_entity(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b'\'' => Some(b"&apos;"),
        _ => html_escape_entity(byte),
    }
}

/// What became of text that was to be escaped.
///
/// Zig: `Escaped`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{Escaped, escape_html_for_latin1_input};
///
/// assert_eq!(escape_html_for_latin1_input(b"plain"), Escaped::Original);
/// assert_eq!(escape_html_for_latin1_input(b"<"), Escaped::Static(b"&lt;"));
/// assert_eq!(escape_html_for_latin1_input(b"a<b"), Escaped::Allocated(b"a&lt;b".to_vec()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Escaped<T: 'static> {
    /// Text that exists already: that of one character, or none.
    Static(&'static [T]),
    /// Nothing had to be escaped.
    Original,
    /// The escaped text.
    Allocated(Vec<T>),
}

/// Escapes Latin-1 or UTF-8 for HTML.
///
/// Text without anything to escape is searched with SIMD and not copied.
///
/// Zig: `escapeHTMLForLatin1Input`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{Escaped, escape_html_for_latin1_input};
///
/// let Escaped::Allocated(html) = escape_html_for_latin1_input(b"a < b") else { unreachable!() };
/// assert_eq!(html, b"a &lt; b");
/// ```
#[must_use]
pub fn escape_html_for_latin1_input(latin1: &[u8]) -> Escaped<u8> {
    let quote = memchr::memchr3(b'"', b'&', b'\'', latin1);
    // Only before the first of those: each byte is looked at twice at most.
    let bracket = memchr::memchr2(b'<', b'>', &latin1[..quote.unwrap_or(latin1.len())]);
    escape(latin1, bracket.or(quote), html_escape_entity)
}

/// Escapes UTF-16 for HTML.
///
/// Zig: `escapeHTMLForUTF16Input`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{Escaped, escape_html_for_utf16_input};
/// use bun_str::w;
///
/// let escaped = escape_html_for_utf16_input(w!("€ & £"));
/// assert_eq!(escaped, Escaped::Allocated(w!("€ &amp; £").to_vec()));
/// ```
#[must_use]
pub fn escape_html_for_utf16_input(utf16: &[u16]) -> Escaped<u16> {
    let first = utf16.iter().position(|unit| wide_entity(*unit).is_some());
    escape(utf16, first, wide_entity)
}

fn wide_entity(unit: u16) -> Option<&'static [u16]> {
    Some(match u8::try_from(unit).ok()? {
        b'"' => w!("&quot;"),
        b'&' => w!("&amp;"),
        b'\'' => w!("&#x27;"),
        b'<' => w!("&lt;"),
        b'>' => w!("&gt;"),
        _ => return None,
    })
}

/// Escapes `text`, in which `first` is the first unit with an entity.
fn escape<T: Copy>(
    text: &[T],
    first: Option<usize>,
    entity: impl Fn(T) -> Option<&'static [T]>,
) -> Escaped<T> {
    let Some(first) = first else {
        return if text.is_empty() { Escaped::Static(&[]) } else { Escaped::Original };
    };
    if let [unit] = text {
        return entity(*unit).map_or(Escaped::Original, Escaped::Static);
    }
    let (plain, mut rest) = text.split_at(first);
    let growth = |unit: &T| entity(*unit).map_or(1, <[T]>::len);
    let mut out = Vec::with_capacity(plain.len() + rest.iter().map(growth).sum::<usize>());
    out.extend_from_slice(plain);
    while let [unit, tail @ ..] = rest {
        // A run of either kind at a time.
        rest = match entity(*unit) {
            Some(entity) => {
                out.extend_from_slice(entity);
                tail
            }
            None => {
                let len = rest.iter().take_while(|unit| entity(**unit).is_none()).count();
                out.extend_from_slice(&rest[..len]);
                &rest[len..]
            }
        };
    }
    Escaped::Allocated(out)
}
