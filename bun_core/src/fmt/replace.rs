//! Text in which some bytes are replaced on the way out.

use core::fmt;

use super::lossy::write_lossy;
use super::pad::padded;

/// Writes bytes as text, with other text for those that `replacement` knows, all of them ASCII.
fn write_replaced(
    to: &mut dyn fmt::Write,
    bytes: &[u8],
    replacement: impl Fn(u8) -> Option<&'static str>,
) -> fmt::Result {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|&byte| replacement(byte).is_some()) {
        write_lossy(to, &rest[..at])?;
        to.write_str(replacement(rest[at]).unwrap_or_default())?;
        rest = &rest[at + 1..];
    }
    write_lossy(to, rest)
}

/// Shows text for the inside of a double-quoted PowerShell string.
///
/// Zig: `bun.fmt.escapePowershell`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::escape_powershell(b"a\"b`c").to_string(), "a`\"b``c");
/// ```
#[doc(alias = "escapePowershell")]
#[must_use]
pub const fn escape_powershell(text: &[u8]) -> EscapePowershell<'_> {
    EscapePowershell { text }
}

/// See [`escape_powershell`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{EscapePowershell, escape_powershell};
///
/// let path: EscapePowershell<'_> = escape_powershell(br#"C:\"x""#);
/// assert_eq!(format!("\"{path}\""), "\"C:\\`\"x`\"\"");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct EscapePowershell<'a> {
    text: &'a [u8],
}

impl fmt::Display for EscapePowershell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            write_replaced(to, self.text, |byte| match byte {
                b'"' => Some("`\""),
                b'`' => Some("``"),
                _ => None,
            })
        })
    }
}

/// Shows a package name or URL with each `/` as `%2f`, as registries want it.
///
/// Zig: `bun.fmt.dependencyUrl`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::dependency_url(b"@scope/name").to_string(), "@scope%2fname");
/// ```
#[doc(alias = "dependencyUrl")]
#[must_use]
pub const fn dependency_url(url: &[u8]) -> DependencyUrlFormatter<'_> {
    DependencyUrlFormatter { url }
}

/// See [`dependency_url`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{DependencyUrlFormatter, dependency_url};
///
/// let name: DependencyUrlFormatter<'_> = dependency_url(b"@types/bun");
/// assert_eq!(format!("https://r.io/{name}"), "https://r.io/@types%2fbun");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct DependencyUrlFormatter<'a> {
    url: &'a [u8],
}

impl fmt::Display for DependencyUrlFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| write_replaced(to, self.url, |byte| (byte == b'/').then_some("%2f")))
    }
}

/// Shows text as the value of a property of a GitHub Actions command: `::error title=…::`.
///
/// # Examples
///
/// ```
/// let title = bun_core::fmt::github_action_property(b"50%: a,b\n");
/// assert_eq!(title.to_string(), "50%25%3A a%2Cb%0A");
/// ```
#[must_use]
pub const fn github_action_property(text: &[u8]) -> GithubActionPropertyFormatter<'_> {
    GithubActionPropertyFormatter { text }
}

/// See [`github_action_property`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{GithubActionPropertyFormatter, github_action_property};
///
/// let title: GithubActionPropertyFormatter<'_> = github_action_property(b"a: b");
/// assert_eq!(format!("::error title={title}::"), "::error title=a%3A b::");
/// ```
#[derive(Copy, Clone, Debug)]
pub struct GithubActionPropertyFormatter<'a> {
    text: &'a [u8],
}

impl fmt::Display for GithubActionPropertyFormatter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            write_replaced(to, self.text, |byte| match byte {
                b'%' => Some("%25"),
                b'\r' => Some("%0D"),
                b'\n' => Some("%0A"),
                b':' => Some("%3A"),
                b',' => Some("%2C"),
                _ => None,
            })
        })
    }
}
