//! Finding what must not be printed: tokens, passwords, identifiers of accounts.
//!
//! All of it looks at the start of the text; a caller that redacts a file asks at each position.

use crate::identifier::is_identifier_continue;

/// The length of a UUID as text.
const UUID_LEN: usize = 36;
/// How many letters and digits a token of npm has.
const NPM_TOKEN: core::ops::RangeInclusive<usize> = 36..=48;
/// Settings of `.npmrc` and `bunfig.toml` whose value is a secret.
const SETTINGS: [&[u8]; 5] = [b"_auth", b"_authToken", b"email", b"_password", b"token"];

/// Returns whether `text` is a UUID: 36 bytes, in either case.
///
/// Zig: `bun.strings.isUUID`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::{is_uuid, starts_with_uuid};
///
/// let text = b"123e4567-e89b-12d3-A456-426614174000";
/// assert!(is_uuid(text) && !is_uuid(&text[1..]));
/// assert!(starts_with_uuid(b"123e4567-e89b-12d3-a456-426614174000!"));
/// ```
#[must_use]
pub fn is_uuid(text: &[u8]) -> bool {
    text.len() == UUID_LEN
        && text.iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Returns whether the first 36 bytes of `text` are a UUID.
///
/// Zig: `bun.strings.startsWithUUID`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::starts_with_uuid;
///
/// assert!(starts_with_uuid(b"123e4567-e89b-12d3-a456-426614174000/rest"));
/// assert!(!starts_with_uuid(b"123e4567"));
/// ```
#[must_use]
pub fn starts_with_uuid(text: &[u8]) -> bool {
    text.get(..UUID_LEN).is_some_and(is_uuid)
}

/// Returns the length of the npm token that `text` starts with, or 0.
///
/// `npm_` or `npms_`, in either case, and 36 to 48 letters and digits; more of them are left out.
///
/// Zig: `bun.strings.startsWithNpmSecret`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::starts_with_npm_secret;
///
/// assert_eq!(starts_with_npm_secret(b"npm_012345678901234567890123456789012345"), 40);
/// assert_eq!(starts_with_npm_secret(b"npm_0123"), 0);
/// ```
#[must_use]
pub fn starts_with_npm_secret(text: &[u8]) -> u8 {
    let prefix_len = match text {
        [b'n' | b'N', b'p' | b'P', b'm' | b'M', b'_', ..] => 4,
        [b'n' | b'N', b'p' | b'P', b'm' | b'M', b's' | b'S', b'_', ..] => 5,
        _ => return 0,
    };
    let token = text[prefix_len..].iter().take(*NPM_TOKEN.end());
    let len = token.take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if NPM_TOKEN.contains(&len) { (prefix_len + len) as u8 } else { 0 }
}

/// Returns offset and length of the password in the HTTP URL that `text` starts with.
///
/// Zig: `bun.strings.findUrlPassword`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::find_url_password;
///
/// assert_eq!(find_url_password(b"https://u:pw@h"), Some((10, 2)));
/// assert_eq!(find_url_password(b"https://u@h"), None);
/// ```
#[must_use]
pub fn find_url_password(text: &[u8]) -> Option<(usize, usize)> {
    let rest = text.strip_prefix(b"http://").or_else(|| text.strip_prefix(b"https://"))?;
    let line = &rest[..line_len(rest)];
    let user_info = &line[..memchr::memchr(b'@', line)?];
    let password = &user_info[memchr::memchr(b':', user_info)? + 1..];
    let offset = text.len() - rest.len() + user_info.len() - password.len();
    (!password.is_empty()).then_some((offset, password.len()))
}

/// Returns offset and length of the secret that `text` starts with: the value of a setting, a
/// UUID, an npm token, or the password of a URL.
///
/// A value without a closing quote reaches to the end of the line, quote included.
///
/// Zig: `bun.strings.startsWithSecret`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::starts_with_secret;
///
/// assert_eq!(starts_with_secret(b"_authToken=foo\nbar"), Some((11, 3)));
/// assert_eq!(starts_with_secret(br#"token = "a b" x"#), Some((9, 3)));
/// assert_eq!(starts_with_secret(b"tokens = 1"), None);
/// ```
#[must_use]
pub fn starts_with_secret(text: &[u8]) -> Option<(usize, usize)> {
    if let Some(value) = SETTINGS.iter().find_map(|name| value_of(text, name)) {
        return Some(value);
    }
    if starts_with_uuid(text) {
        return Some((0, UUID_LEN));
    }
    match starts_with_npm_secret(text) {
        0 => find_url_password(text),
        len => Some((0, len.into())),
    }
}

/// Offset and length of the value, if `text` sets `name`.
fn value_of(text: &[u8], name: &[u8]) -> Option<(usize, usize)> {
    let after_name = text.strip_prefix(name)?;
    let sign = skip_space(after_name);
    let (first, value) = sign.split_first()?;
    let offset_of = |tail: &[u8]| text.len() - tail.len();
    if is_identifier_continue(u32::from(*first)) {
        // With a space between, a value without a sign; without one, another name.
        let is_separated = sign.len() < after_name.len();
        return is_separated.then(|| (offset_of(sign), line_len(sign)));
    }
    if let [quote @ (b'"' | b'\'' | b'`'), quoted @ ..] = skip_space(value)
        && let Some(len) = quoted_len(quoted, *quote)
    {
        return Some((offset_of(quoted), len));
    }
    let is_blank = skip_space(value).is_empty();
    let len = if is_blank { value.len() } else { line_len(value) };
    Some((offset_of(value), len))
}

/// The length up to the closing quote; a backslash hides the byte behind it.
fn quoted_len(quoted: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        match quoted.get(at)? {
            b'\\' => at += 2,
            byte if *byte == quote => return Some(at),
            _ => at += 1,
        }
    }
}

fn line_len(text: &[u8]) -> usize {
    memchr::memchr(b'\n', text).unwrap_or(text.len())
}

/// `text` without leading white space, as Zig sees it: with VT, which Rust does not count.
fn skip_space(text: &[u8]) -> &[u8] {
    let is_space = |byte: &&u8| matches!(byte, b' ' | b'\t'..=b'\r');
    &text[text.iter().take_while(is_space).count()..]
}
