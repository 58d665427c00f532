//! What must not be printed: tokens, passwords, UUIDs.

use core::fmt;

use super::lossy::write_lossy;
use super::pad::padded;

const UUID_LEN: usize = 36;

/// Whether text starts with a UUID.
pub(super) fn starts_with_uuid(text: &[u8]) -> bool {
    let Some(text) = text.first_chunk::<UUID_LEN>() else { return false };
    text.iter().enumerate().all(|(index, byte)| match index {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// The length of the npm token at the start of text: `npm_` or `npms_`, and 36 to 48 letters and
/// digits.
pub(super) fn npm_secret_len(text: &[u8]) -> Option<usize> {
    let is_npm = text.first_chunk::<3>().is_some_and(|start| start.eq_ignore_ascii_case(b"npm"));
    let prefix = match text.get(3..)? {
        [b'_', ..] => 4,
        [b's' | b'S', b'_', ..] => 5,
        _ => return None,
    };
    let payload = text[prefix..].iter().take(48).take_while(|byte| byte.is_ascii_alphanumeric());
    let payload = payload.count();
    (is_npm && payload >= 36).then_some(prefix + payload)
}

/// The offset and length of the password in the `http` or `https` URL at the start of text.
pub(super) fn url_password(text: &[u8]) -> Option<(usize, usize)> {
    let start =
        [b"http://".as_slice(), b"https://"].into_iter().find(|start| text.starts_with(start))?;
    let rest = line(&text[start.len()..]);
    let at = rest.iter().position(|&byte| byte == b'@')?;
    let colon = rest[..at].iter().position(|&byte| byte == b':')?;
    let len = at - colon - 1;
    (len > 0).then_some((start.len() + colon + 1, len))
}

/// Text up to its first newline.
pub(super) fn line(text: &[u8]) -> &[u8] {
    text.split(|&byte| byte == b'\n').next().unwrap_or_default()
}

/// What Zig's `std.ascii.isWhitespace` takes; std's `is_ascii_whitespace` lacks the vertical tab.
pub(super) const fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) const fn is_identifier_continue(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$')
}

/// The offset and length of the value when text starts with `name` and a value.
fn value_of(text: &[u8], name: &[u8]) -> Option<(usize, usize)> {
    let rest = text.strip_prefix(name)?;
    let spaces = rest.iter().take_while(|&&byte| is_whitespace(byte)).count();
    let &next = rest.get(spaces)?;
    let offset = name.len() + spaces;
    if is_identifier_continue(next) {
        return (spaces > 0).then(|| (offset, line(&text[offset..]).len()));
    }
    let offset = offset + 1;
    let rest = &text[offset..];
    let spaces = rest.iter().take_while(|&&byte| is_whitespace(byte)).count();
    let quoted = match rest.get(spaces) {
        None => return Some((offset, rest.len())),
        Some(&quote @ (b'\'' | b'"' | b'`')) => quoted_len(&rest[spaces + 1..], quote),
        Some(_) => None,
    };
    Some(match quoted {
        Some(len) => (offset + spaces + 1, len),
        None => (offset, line(rest).len()),
    })
}

/// The length of text up to the quote that closes it.
fn quoted_len(text: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        match *text.get(at)? {
            b'\\' => at += 2,
            byte if byte == quote => return Some(at),
            _ => at += 1,
        }
    }
}

/// The offset and length of the secret that text starts with, behind the name that announces it.
pub(super) fn secret(text: &[u8]) -> Option<(usize, usize)> {
    let names = ["_auth", "_authToken", "email", "_password", "token"];
    names
        .iter()
        .find_map(|name| value_of(text, name.as_bytes()))
        .or_else(|| starts_with_uuid(text).then_some((0, UUID_LEN)))
        .or_else(|| npm_secret_len(text).map(|len| (0, len)))
        .or_else(|| url_password(text))
}

/// Shows text with the values of secrets as asterisks.
///
/// Secrets are what follows `_auth`, `_authToken`, `_password`, `token` and `email`, UUIDs, npm
/// tokens and the passwords of URLs.
///
/// Zig: `bun.fmt.redactedSource`.
///
/// # Examples
///
/// ```
/// let text = bun_core::fmt::redacted_source(b"token = abc\nx = https://u:pw@h");
/// assert_eq!(text.to_string(), "token =****\nx = https://u:**@h");
/// ```
#[doc(alias = "redactedSource")]
#[must_use]
pub const fn redacted_source(text: &[u8]) -> RedactedSourceFormatter<'_> {
    RedactedSourceFormatter { text }
}

/// See [`redacted_source`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{RedactedSourceFormatter, redacted_source};
///
/// let line: RedactedSourceFormatter<'_> = redacted_source(b"_password = 'hunter2'");
/// assert_eq!(line.to_string(), "_password = '*******'");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct RedactedSourceFormatter<'a> {
    text: &'a [u8],
}

impl fmt::Display for RedactedSourceFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| write_redacted(to, self.text))
    }
}

pub(super) fn write_redacted(to: &mut dyn fmt::Write, text: &[u8]) -> fmt::Result {
    let mut rest = text;
    let mut at = 0;
    while at < rest.len() {
        let Some((offset, len)) = secret(&rest[at..]) else {
            at += 1;
            continue;
        };
        write_lossy(to, &rest[..at + offset])?;
        write_stars(to, len)?;
        rest = &rest[at + offset + len..];
        at = 0;
    }
    write_lossy(to, rest)
}

pub(super) fn write_stars(to: &mut dyn fmt::Write, count: usize) -> fmt::Result {
    (0..count).try_for_each(|_| to.write_str("*"))
}

/// Shows a URL with UUIDs and npm tokens as `***`.
///
/// Zig: `bun.fmt.redactedNpmUrl`.
///
/// # Examples
///
/// ```
/// let url = b"https://r.io/01234567-89ab-cdef-0123-456789abcdef/x";
/// assert_eq!(bun_core::fmt::redacted_npm_url(url).to_string(), "https://r.io/***/x");
/// ```
#[doc(alias = "redactedNpmUrl")]
#[must_use]
pub const fn redacted_npm_url(url: &[u8]) -> RedactedNpmUrlFormatter<'_> {
    RedactedNpmUrlFormatter { url }
}

/// See [`redacted_npm_url`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{RedactedNpmUrlFormatter, redacted_npm_url};
///
/// let token = format!("https://r.io/?t=npm_{}", "a".repeat(36));
/// let url: RedactedNpmUrlFormatter<'_> = redacted_npm_url(token.as_bytes());
/// assert_eq!(url.to_string(), "https://r.io/?t=***");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct RedactedNpmUrlFormatter<'a> {
    url: &'a [u8],
}

impl fmt::Display for RedactedNpmUrlFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            let mut rest = self.url;
            let mut at = 0;
            while at < rest.len() {
                let tail = &rest[at..];
                let len =
                    if starts_with_uuid(tail) { Some(UUID_LEN) } else { npm_secret_len(tail) };
                if let Some(len) = len {
                    write_lossy(to, &rest[..at])?;
                    to.write_str("***")?;
                    rest = &rest[at + len..];
                    at = 0;
                } else {
                    at += 1;
                }
            }
            write_lossy(to, rest)
        })
    }
}
