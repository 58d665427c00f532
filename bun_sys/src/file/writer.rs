//! Files as what formatting and buffering write to and read from.

use std::io;

use crate::{Error, Fd, File, SystemErrno, read, write};

/// Writes to a descriptor, which it does not own.
///
/// Zig: `File.Writer`.
///
/// # Examples
///
/// ```
/// use std::io::{Read as _, Write as _};
///
/// use bun_sys::{CreateFlags, Dir};
/// # use bun_str::zstr;
///
/// # let top = format!("{}/bun_sys-writer-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// let file = dir.create_file_z(zstr!("log"), CreateFlags { read: true, truncate: true })?;
/// let mut lines = file.buffered_writer();
/// for line in 0..3 {
///     writeln!(lines, "line {line}").unwrap();
/// }
/// lines.flush().unwrap();
/// file.seek_to(0)?;
/// let mut text = String::new();
/// file.reader().read_to_string(&mut text).unwrap();
/// assert_eq!(text, "line 0\nline 1\nline 2\n");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FileWriter(
    /// The descriptor.
    pub Fd,
);

/// Writes to a descriptor, which it does not own, and says nothing of errors: what cannot be
/// written is lost.
///
/// For messages on an output that may be closed.
///
/// Zig: `File.QuietWriter`.
///
/// # Examples
///
/// ```
/// use std::io::Write as _;
///
/// use bun_sys::{Fd, File};
///
/// let closed = Fd::INVALID;
/// assert!(write!(File::borrow(&closed).quiet_writer(), "lost").is_ok());
/// assert!(write!(File::borrow(&closed).writer(), "lost").is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct QuietWriter(
    /// The descriptor.
    pub Fd,
);

/// Reads from a descriptor, which it does not own (`read(2)`).
///
/// Zig: `File.Reader`.
///
/// # Examples
///
/// ```
/// use std::io::Read as _;
///
/// use bun_sys::{FileReader, OwnedFd, pipe, write};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// write(writer.fd(), b"text")?;
/// drop(writer);
/// let mut text = String::new();
/// FileReader(reader.fd()).read_to_string(&mut text).unwrap();
/// assert_eq!(text, "text");
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FileReader(
    /// The descriptor.
    pub Fd,
);

impl File {
    /// Writes to the file at its position.
    #[must_use]
    pub const fn writer(&self) -> FileWriter {
        FileWriter(self.handle)
    }

    /// Writes to the file at its position, through a buffer.
    ///
    /// What is in the buffer when it is dropped is written too, but then errors are lost: flush.
    ///
    /// Zig: `std.io.bufferedWriter`.
    #[doc(alias = "bufferedWriter")]
    #[must_use]
    pub fn buffered_writer(&self) -> io::BufWriter<FileWriter> {
        io::BufWriter::new(self.writer())
    }

    /// Writes to the file at its position, and says nothing of errors.
    ///
    /// Zig: `File.quietWriter`.
    #[doc(alias = "quietWriter")]
    #[must_use]
    pub const fn quiet_writer(&self) -> QuietWriter {
        QuietWriter(self.handle)
    }

    /// Reads from the file at its position.
    #[must_use]
    pub const fn reader(&self) -> FileReader {
        FileReader(self.handle)
    }
}

impl io::Write for FileWriter {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        write(self.0, buf).map_err(to_io)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl bun_core::io::Write for FileWriter {
    fn write_all(&mut self, bytes: &[u8]) -> Result<(), bun_core::Error> {
        Ok(File::borrow(&self.0).write_all(bytes)?)
    }
}

impl io::Write for QuietWriter {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let _ = File::borrow(&self.0).write_all(buf);
        Ok(buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl bun_core::io::Write for QuietWriter {
    fn write_all(&mut self, bytes: &[u8]) -> Result<(), bun_core::Error> {
        let _ = File::borrow(&self.0).write_all(bytes);
        Ok(())
    }
}

impl io::Read for FileReader {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        read(self.0, buf).map_err(to_io)
    }
}

/// The error inside one of the standard library, whose own numbers are those of the system and not
/// always ours.
#[cold]
fn to_io(error: Error) -> io::Error {
    let kind = match error.get_errno() {
        SystemErrno::EAGAIN => io::ErrorKind::WouldBlock,
        SystemErrno::EPIPE => io::ErrorKind::BrokenPipe,
        SystemErrno::ENOSPC => io::ErrorKind::StorageFull,
        SystemErrno::EINVAL => io::ErrorKind::InvalidInput,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}
