//! Which characters identifiers of ECMAScript are made of.
//!
//! ASCII is answered from the spelling of the standard; the rest from tables of the current
//! Unicode version (`unicode-id-start`).

use crate::string::convert::utf8_scalars;

/// Returns whether an identifier may start with `code_point`.
///
/// Zig: `js_lexer.isIdentifierStart`.
///
/// # Examples
///
/// ```
/// use bun_str::identifier::{is_identifier_continue, is_identifier_start};
///
/// assert!(is_identifier_start('é'.into()) && is_identifier_start('$'.into()));
/// assert!(!is_identifier_start('1'.into()) && is_identifier_continue('1'.into()));
/// assert!(is_identifier_continue(0x200d));
/// ```
#[must_use]
pub fn is_identifier_start(code_point: u32) -> bool {
    match char::from_u32(code_point) {
        Some('a'..='z' | 'A'..='Z' | '_' | '$') => true,
        Some(char) => !char.is_ascii() && unicode_id_start::is_id_start(char),
        None => false,
    }
}

/// Returns whether an identifier may go on with `code_point`.
///
/// Zig: `js_lexer.isIdentifierContinue`.
///
/// # Examples
///
/// ```
/// use bun_str::identifier::{is_identifier_continue, is_identifier_start};
///
/// assert!(is_identifier_continue('7' as u32) && !is_identifier_start('7' as u32));
/// assert!(!is_identifier_continue('-' as u32));
/// ```
#[must_use]
pub fn is_identifier_continue(code_point: u32) -> bool {
    match char::from_u32(code_point) {
        Some('a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '$' | '\u{200c}' | '\u{200d}') => true,
        Some(char) => !char.is_ascii() && unicode_id_start::is_id_continue(char),
        None => false,
    }
}

/// Forwards to [`is_identifier_continue`].
#[must_use]
pub fn is_identifier_part(code_point: u32) -> bool {
    is_identifier_continue(code_point)
}

/// Returns whether the UTF-8 `text` is an identifier, reserved words included.
///
/// Zig: `js_lexer.isIdentifier`.
///
/// # Examples
///
/// ```
/// use bun_str::identifier::is_identifier;
///
/// assert!(is_identifier("naïve".as_bytes()));
/// assert!(!is_identifier(b"") && !is_identifier(b"a-b") && !is_identifier(b"\xff"));
/// ```
#[must_use]
pub fn is_identifier(text: &[u8]) -> bool {
    is_made_of(text, u32::from(char::MAX))
}

/// Returns whether `text` is no identifier, or has a character beyond U+FFFF.
///
/// Such a name has to be quoted for old engines.
///
/// Zig: `bun.strings.containsNonBmpCodePointOrIsInvalidIdentifier`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::contains_non_bmp_code_point_or_is_invalid_identifier as needs_quotes;
///
/// assert!(!needs_quotes("é".as_bytes()));
/// assert!(needs_quotes("𝒳".as_bytes()) && needs_quotes(b"a b"));
/// ```
#[must_use]
pub fn contains_non_bmp_code_point_or_is_invalid_identifier(text: &[u8]) -> bool {
    !is_made_of(text, 0xffff)
}

/// Whether `text` is an identifier of characters up to `last`.
fn is_made_of(text: &[u8], last: u32) -> bool {
    let mut scalars = utf8_scalars(text).map(u32::from);
    scalars.next().is_some_and(|first| first <= last && is_identifier_start(first))
        && scalars.all(|scalar| scalar <= last && is_identifier_continue(scalar))
}
