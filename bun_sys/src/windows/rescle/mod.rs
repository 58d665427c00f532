//! What Windows shows about a program: its icon, its version and who made it.
//!
//! Named after the library that the original does this with. Resources are found and made in
//! [`resource`](super), without the system, and written by it.
//!
//! Zig: `bun.windows.rescle`.

mod update;

use bun_core::{Error, err};
use bun_str::WStr;

use super::resource::{Icon, Text, Version, icon_changes, read_section, resources, version_change};
use crate::wide_path::to_bytes;
use crate::{Fd, File, O, Tag};

pub use update::set_windows_metadata;

/// What to show about a program. What is `None` stays as it is, as do empty texts and an empty
/// path.
///
/// Texts are UTF-8; what is not becomes U+FFFD. They count up to the first NUL, as Windows ends
/// them there.
///
/// # Examples
///
/// ```no_run
/// use bun_str::wstr;
/// use bun_sys::windows::rescle::WindowsMetadata;
///
/// let metadata = WindowsMetadata {
///     icon: Some(b"app.ico"),
///     title: Some(b"App"),
///     version: Some(b"1.2.3"),
///     ..WindowsMetadata::default()
/// };
/// metadata.write_to(wstr!(r"dist\app.exe"))?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct WindowsMetadata<'a> {
    /// The path of an `.ico` file. Its images replace the icon that Windows shows.
    pub icon: Option<&'a [u8]>,
    /// `ProductName`.
    pub title: Option<&'a [u8]>,
    /// `CompanyName`.
    pub publisher: Option<&'a [u8]>,
    /// `FileVersion` and `ProductVersion`, as texts and as numbers: one to four numbers of 16 bits
    /// with points between them.
    pub version: Option<&'a [u8]>,
    /// `FileDescription`.
    pub description: Option<&'a [u8]>,
    /// `LegalCopyright`.
    pub copyright: Option<&'a [u8]>,
}

impl WindowsMetadata<'_> {
    /// Writes all of that into the program at `exe_path`, or nothing. Empties `OriginalFilename`
    /// in any case. All other resources stay.
    ///
    /// Nobody may run or write the program meanwhile; then it is `FailedToCommit`.
    ///
    /// Of several version informations, the one in the language with the lowest number changes, in
    /// all of its tables. The original stops at the first table that has the text.
    ///
    /// # Errors
    ///
    /// - `InvalidVersionFormat`: before anything is read.
    /// - `FailedToLoadExecutable`: it cannot be read, is no program, or its resources do not hold.
    /// - `FailedToSetIcon`: the icon cannot be read, is none, or has no images.
    /// - `FailedToSetProductName`, `FailedToSetCompanyName`, `FailedToSetDescription`,
    ///   `FailedToSetCopyright`, `FailedToSetFileVersionString`,
    ///   `FailedToSetProductVersionString`, `WindowsMetadataEditError`: all texts together have
    ///   64 KiB or more.
    /// - `FailedToCommit`: the system refuses to write.
    /// - `OutOfMemory`.
    pub fn write_to(&self, exe_path: &WStr) -> Result<(), Error> {
        let version = match self.version {
            Some(text) => Some(Version::parse(text).ok_or(err!(InvalidVersionFormat))?),
            None => None,
        };
        let section = open(exe_path).and_then(|program| read_section(&program));
        let section = section.ok_or(err!(FailedToLoadExecutable))?;
        let resources = resources(&section).ok_or(err!(FailedToLoadExecutable))?;
        let icon_file = match self.icon {
            Some(path) if !path.is_empty() => {
                Some(File::read_from(Fd::cwd(), path).map_err(|_| err!(FailedToSetIcon))?)
            }
            _ => None,
        };
        let icon = icon_file.as_deref().map(|file| {
            let icon = Icon::parse(file).and_then(|icon| icon_changes(&resources, &icon));
            icon.ok_or(err!(FailedToSetIcon))
        });
        let mut changes = icon.transpose()?.unwrap_or_default();
        changes.push(version_change(&resources, &self.texts(), version)?);
        update::write(exe_path, &changes).ok_or(err!(FailedToCommit))
    }

    fn texts(&self) -> [Text<'_>; 4] {
        [
            ("ProductName", self.title, err!(FailedToSetProductName)),
            ("CompanyName", self.publisher, err!(FailedToSetCompanyName)),
            ("FileDescription", self.description, err!(FailedToSetDescription)),
            ("LegalCopyright", self.copyright, err!(FailedToSetCopyright)),
        ]
        .map(|(key, text, failure)| Text { key, text: text.unwrap_or_default(), failure })
    }
}

fn open(program: &WStr) -> Option<File> {
    let path = to_bytes(program.as_slice(), Tag::open).ok()?;
    File::openat(Fd::cwd(), &path, O::RDONLY, 0).ok()
}
