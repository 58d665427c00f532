//! Names that JavaScript takes.

use core::fmt;

use super::pad::padded;
use super::secret::is_identifier_continue;

/// Shows a name as a JavaScript identifier, with `_` for each run of what cannot stand in one.
///
/// Behind the first character only ASCII is kept. A name that starts with a digit stays one, as in
/// the original, whose callers put something in front.
///
/// Zig: `bun.fmt.fmtIdentifier`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::fmt_identifier;
///
/// assert_eq!(fmt_identifier(b"@scope/pkg").to_string(), "_scope_pkg");
/// assert_eq!(fmt_identifier("été".as_bytes()).to_string(), "ét_");
/// assert_eq!(fmt_identifier(b"").to_string(), "_");
/// ```
#[doc(alias = "fmtIdentifier")]
#[must_use]
pub const fn fmt_identifier(name: &[u8]) -> FormatValidIdentifier<'_> {
    FormatValidIdentifier { name }
}

/// See [`fmt_identifier`].
///
/// Zig: `bun.fmt.FormatValidIdentifier`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{FormatValidIdentifier, fmt_identifier};
///
/// let name: FormatValidIdentifier<'_> = fmt_identifier(b"left-pad");
/// assert_eq!(format!("import_{name}"), "import_left_pad");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct FormatValidIdentifier<'a> {
    name: &'a [u8],
}

impl fmt::Display for FormatValidIdentifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            if self.name.is_empty() {
                return to.write_str("_");
            }
            let text = first_character(self.name).filter(|first| is_identifier_start(*first));
            let mut rest = self.name;
            if let Some(first) = text.filter(|first| !first.is_ascii()) {
                to.write_char(first)?;
                rest = &rest[first.len_utf8()..];
            }
            rest.chunk_by(|&left, &right| {
                is_identifier_continue(left) == is_identifier_continue(right)
            })
            .try_for_each(|run| match str::from_utf8(run) {
                Ok(run) if is_identifier_continue(run.as_bytes()[0]) => to.write_str(run),
                _ => to.write_str("_"),
            })
        })
    }
}

fn first_character(bytes: &[u8]) -> Option<char> {
    let start = &bytes[..bytes.len().min(4)];
    let valid = match str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default(),
    };
    valid.chars().next()
}

/// Whether a character may start an identifier: Unicode's `ID_Start`, `$` and `_`.
fn is_identifier_start(character: char) -> bool {
    /// What `XID_Start`, which the crate knows, leaves out because it does not survive
    /// normalisation.
    const ONLY_ID_START: [core::ops::RangeInclusive<char>; 15] = [
        '\u{37a}'..='\u{37a}',
        '\u{e33}'..='\u{e33}',
        '\u{eb3}'..='\u{eb3}',
        '\u{309b}'..='\u{309c}',
        '\u{fc5e}'..='\u{fc63}',
        '\u{fdfa}'..='\u{fdfb}',
        '\u{fe70}'..='\u{fe70}',
        '\u{fe72}'..='\u{fe72}',
        '\u{fe74}'..='\u{fe74}',
        '\u{fe76}'..='\u{fe76}',
        '\u{fe78}'..='\u{fe78}',
        '\u{fe7a}'..='\u{fe7a}',
        '\u{fe7c}'..='\u{fe7c}',
        '\u{fe7e}'..='\u{fe7e}',
        '\u{ff9e}'..='\u{ff9f}',
    ];
    matches!(character, '$' | '_')
        || unicode_id_start::is_id_start(character)
        || ONLY_ID_START.iter().any(|range| range.contains(&character))
}
