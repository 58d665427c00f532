//! Messages of GitHub Actions, which are one line without colours.

use core::fmt;

use super::lossy::write_lossy;
use super::pad::padded;

/// Shows text as the message of a GitHub Actions command.
///
/// A line feed, with or without a carriage return in front, becomes `%0A`. Colours and other
/// sequences `ESC [ … m` go, and so do control characters except tabs. The original also loses
/// non-ASCII text and leaves pieces of longer colour sequences behind.
///
/// Zig: `bun.fmt.githubAction`.
///
/// # Examples
///
/// ```
/// let message = bun_core::fmt::github_action("\x1b[31mété\x1b[0m\nline 2".as_bytes());
/// assert_eq!(message.to_string(), "été%0Aline 2");
/// ```
#[doc(alias = "githubAction")]
#[must_use]
pub const fn github_action(text: &[u8]) -> GithubActionFormatter<'_> {
    GithubActionFormatter { text }
}

/// See [`github_action`].
///
/// Zig: `bun.fmt.GithubActionFormatter`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{GithubActionFormatter, github_action};
///
/// let message: GithubActionFormatter<'_> = github_action(b"one\r\ntwo");
/// assert_eq!(format!("::error::{message}"), "::error::one%0Atwo");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct GithubActionFormatter<'a> {
    /// The text.
    pub text: &'a [u8],
}

impl fmt::Display for GithubActionFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| github_action_writer(to, self.text))
    }
}

/// Writes what [`github_action`] shows.
///
/// Zig: `bun.fmt.githubActionWriter`.
///
/// # Errors
///
/// When `writer` fails.
///
/// # Examples
///
/// ```
/// let mut text = String::new();
/// bun_core::fmt::github_action_writer(&mut text, b"a\nb")?;
/// assert_eq!(text, "a%0Ab");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[doc(alias = "githubActionWriter")]
pub fn github_action_writer<W: fmt::Write + ?Sized>(writer: &mut W, text: &[u8]) -> fmt::Result {
    let is_special = |byte: &u8| matches!(byte, ..0x20 | 0x7f) && *byte != b'\t';
    let mut rest = text;
    while let Some(at) = rest.iter().position(is_special) {
        write_lossy(writer, &rest[..at])?;
        let length = match &rest[at..] {
            [b'\n', ..] => {
                writer.write_str("%0A")?;
                1
            }
            [0x1b, b'[', sequence @ ..] => 2 + colour_len(sequence),
            _ => 1,
        };
        rest = &rest[at + length..];
    }
    write_lossy(writer, rest)
}

/// The length of the parameters and the `m` behind `ESC [`; zero when there is no `m`.
fn colour_len(sequence: &[u8]) -> usize {
    let is_parameter = |byte: &&u8| matches!(byte, b'0'..=b'?');
    let parameters = sequence.iter().take_while(is_parameter).count();
    if sequence.get(parameters) == Some(&b'm') { parameters + 1 } else { 0 }
}
