//! The file that `BUN_DEBUG` names.
//!
//! Opened by the first log. `{pid}` in the name is the number of the process, folders on the way
//! are made, and what is in the file is replaced. Empty, `0` and `false` name no file. When it
//! cannot be opened that is said on standard error, and the logs go to standard output.
//!
//! By the standard library, because this crate is below the one that knows files.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use std::ffi::OsString;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::sync::OnceLock;

use super::super::environment::bytes;
use super::super::stream::{Sink, Stream};
use crate::error::{Error, Result};

struct DebugFile(File);

impl Sink for DebugFile {
    fn write(&self, bytes: &[u8]) -> Result<usize> {
        loop {
            match (&self.0).write(bytes) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                result => return Ok(result?),
            }
        }
    }
}

/// Returns the stream into the file; `None` when the logs go to standard output.
pub(super) fn stream() -> Option<&'static Stream> {
    static STREAM: OnceLock<Option<&'static Stream>> = OnceLock::new();
    *STREAM.get_or_init(|| {
        let name = name(&bytes("BUN_DEBUG")?, std::process::id())?;
        match open(&name) {
            // Kept for the life of the process, like the streams of the process.
            Ok(file) => Some(Box::leak(Box::new(Stream::new(Box::leak(Box::new(file)))))),
            Err(error) => {
                let name = String::from_utf8_lossy(&name);
                crate::err_generic!("Failed to open file for debug output: {error} ({name})");
                None
            }
        }
    })
}

/// Returns the name of the file that the value of the variable asks for.
pub(super) fn name(value: &[u8], pid: u32) -> Option<Vec<u8>> {
    const PID: &[u8] = b"{pid}";
    if matches!(value, b"" | b"0" | b"false") {
        return None;
    }
    let mut name = Vec::with_capacity(value.len() + 8);
    let mut rest = value;
    while let [next, tail @ ..] = rest {
        if let Some(after) = rest.strip_prefix(PID) {
            name.extend_from_slice(alloc::format!("{pid}").as_bytes());
            rest = after;
        } else {
            name.push(*next);
            rest = tail;
        }
    }
    Some(name)
}

fn open(name: &[u8]) -> Result<DebugFile> {
    if let Some(end) = name.iter().rposition(|&byte| is_separator(byte))
        && end > 0
    {
        DirBuilder::new().recursive(true).create(path(&name[..end]))?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    restrict(&mut options);
    options.open(path(name)).map(DebugFile).map_err(Error::from)
}

#[cfg(unix)]
fn path(name: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(name.to_vec())
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> OsString {
    String::from_utf8_lossy(name).into_owned().into()
}

#[cfg(unix)]
fn restrict(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o644);
}

#[cfg(not(unix))]
fn restrict(_: &mut OpenOptions) {}

fn is_separator(byte: u8) -> bool {
    byte == b'/' || (crate::env::IS_WINDOWS && byte == b'\\')
}
