//! `bun.escapeRegExp`: text that a regular expression matches literally.

use std::io;

/// Writes `input` so that a regular expression matches it literally.
///
/// `-` becomes `\x2d`, which is right inside and outside of a class; `/` stays.
///
/// Zig: `escapeRegExp`.
///
/// # Errors
///
/// Those of `writer`.
///
/// # Examples
///
/// ```
/// let mut out = Vec::new();
/// bun_str::escape_reg_exp::escape_reg_exp(b"a-b*[c]", &mut out)?;
/// assert_eq!(out, br"a\x2db\*\[c\]");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn escape_reg_exp<W: io::Write>(input: &[u8], writer: &mut W) -> Result<(), io::Error> {
    escape(input, writer, b"\\*")
}

/// Like [`escape_reg_exp`], but `*` matches anything.
///
/// Zig: `escapeRegExpForPackageNameMatching`.
///
/// # Errors
///
/// Those of `writer`.
///
/// # Examples
///
/// ```
/// use bun_str::escape_reg_exp::escape_reg_exp_for_package_name_matching;
///
/// let mut out = Vec::new();
/// escape_reg_exp_for_package_name_matching(b"@a/*-b.c", &mut out)?;
/// assert_eq!(out, br"@a/.*\x2db\.c");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn escape_reg_exp_for_package_name_matching<W: io::Write>(
    input: &[u8],
    writer: &mut W,
) -> Result<(), io::Error> {
    escape(input, writer, b".*")
}

fn escape<W: io::Write>(input: &[u8], writer: &mut W, star: &[u8]) -> Result<(), io::Error> {
    let mut rest = input;
    while let Some(index) = rest.iter().position(|byte| is_special(*byte)) {
        let (plain, tail) = rest.split_at(index);
        writer.write_all(plain)?;
        match tail[0] {
            b'-' => writer.write_all(b"\\x2d")?,
            b'*' => writer.write_all(star)?,
            byte => writer.write_all(&[b'\\', byte])?,
        }
        rest = &tail[1..];
    }
    writer.write_all(rest)
}

const fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'|' | b'\\'
            | b'{'
            | b'}'
            | b'('
            | b')'
            | b'['
            | b']'
            | b'^'
            | b'$'
            | b'+'
            | b'*'
            | b'?'
            | b'.'
            | b'-'
    )
}
