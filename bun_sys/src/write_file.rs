//! `write_file_with_path_buffer`: writing a file whose name comes from a script.

use bun_paths::{PathBuffer, resolve_path};
use bun_str::PathString;

use crate::{Error, Fd, File, Maybe, Mode, O, SystemErrno, Tag, openat};

/// A file by its name, or an open one.
///
/// Zig: `bun.jsc.Node.PathOrFileDescriptor`.
///
/// # Examples
///
/// ```
/// use bun_paths::PathBuffer;
/// use bun_sys::{OwnedFd, PathOrFileDescriptor, WriteFileArgs, WriteFileData, pipe};
/// use bun_sys::{read, write_file_with_path_buffer};
///
/// let [reader, writer] = pipe()?.map(OwnedFd::new);
/// let args = WriteFileArgs {
///     file: PathOrFileDescriptor::Fd(writer.fd()),
///     data: WriteFileData::Buffer { buffer: b"content" },
///     ..WriteFileArgs::default()
/// };
/// assert_eq!(write_file_with_path_buffer(&mut PathBuffer::uninit(), &args)?, 7);
/// assert_eq!(read(reader.fd(), &mut [0; 8])?, 7);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Debug)]
pub enum PathOrFileDescriptor<'a> {
    /// The path.
    Path(PathString<'a>),
    /// The descriptor, which stays open.
    Fd(Fd),
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteFileData<'a> {
    /// These bytes.
    Buffer {
        /// The bytes.
        buffer: &'a [u8],
    },
}

/// How what is written is encoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum WriteFileEncoding {
    /// Bytes, as they are.
    #[default]
    Buffer,
}

/// What [`write_file_with_path_buffer`] writes, and where.
///
/// Zig: `bun.jsc.Node.fs.Arguments.WriteFile`.
///
/// # Examples
///
/// ```
/// use bun_sys::{O, WriteFileArgs, WriteFileData, WriteFileEncoding};
///
/// let args = WriteFileArgs::default();
/// assert_eq!(args.encoding, WriteFileEncoding::Buffer);
/// assert_eq!(args.data, WriteFileData::Buffer { buffer: b"" });
/// assert_eq!((args.flag, args.mode), (O::WRONLY | O::CREAT | O::TRUNC, 0o666));
/// ```
#[derive(Clone, Debug)]
pub struct WriteFileArgs<'a> {
    /// The encoding of `data`.
    pub encoding: WriteFileEncoding,
    /// What is done with a file that exists: flags of [`O`].
    pub flag: i32,
    /// The mode of a file that is created, less the umask.
    pub mode: Mode,
    /// The file.
    pub file: PathOrFileDescriptor<'a>,
    /// What is written.
    pub data: WriteFileData<'a>,
    /// The directory that a path is below.
    pub dirfd: Fd,
}

impl Default for WriteFileArgs<'_> {
    /// Nothing is written to no file; the file would be replaced, and created with mode `0o666`.
    fn default() -> Self {
        Self {
            encoding: WriteFileEncoding::Buffer,
            flag: O::WRONLY | O::CREAT | O::TRUNC,
            mode: 0o666,
            file: PathOrFileDescriptor::Fd(Fd::INVALID),
            data: WriteFileData::Buffer { buffer: b"" },
            dirfd: Fd::cwd(),
        }
    }
}

/// Writes a file as Node's `writeFile` does, and returns how many bytes that were (`openat(2)`,
/// `write(2)`).
///
/// A file given by path is opened with [`WriteFileArgs::flag`] and [`O::CLOEXEC`], written and
/// closed; `path_buf` is where the path gets its terminator. An open file is written at its
/// position.
///
/// Zig: `bun.jsc.Node.fs.NodeFS.writeFileWithPathBuffer`.
///
/// # Errors
///
/// Those of [`openat`] and [`write`](crate::write()); part of the data may have been written.
/// `ENAMETOOLONG` when the path does not fit, `EIO` when the system stops taking bytes without
/// saying why.
///
/// # Examples
///
/// ```
/// use bun_paths::PathBuffer;
/// use bun_str::PathString;
/// use bun_sys::{
///     Dir, File, PathOrFileDescriptor, WriteFileArgs, WriteFileData, write_file_with_path_buffer,
/// };
///
/// # let top = format!("{}/bun_sys-write-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// let args = WriteFileArgs {
///     file: PathOrFileDescriptor::Path(PathString::init(b"name")),
///     data: WriteFileData::Buffer { buffer: b"content" },
///     dirfd: dir.fd,
///     ..WriteFileArgs::default()
/// };
/// assert_eq!(write_file_with_path_buffer(&mut PathBuffer::uninit(), &args)?, 7);
/// assert_eq!(File::read_from(&dir, b"name")?, b"content");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "writeFileWithPathBuffer")]
pub fn write_file_with_path_buffer(
    path_buf: &mut PathBuffer,
    args: &WriteFileArgs<'_>,
) -> Maybe<usize> {
    let WriteFileData::Buffer { buffer } = args.data;
    match &args.file {
        PathOrFileDescriptor::Fd(fd) => write_whole(*fd, buffer),
        PathOrFileDescriptor::Path(path) => {
            let path = resolve_path::z(path.slice(), path_buf)
                .map_err(|_| Error::from_code(SystemErrno::ENAMETOOLONG, Tag::open))?;
            let flags = args.flag | O::CLOEXEC;
            let file = File::from_fd(openat(args.dirfd, path, flags, args.mode)?);
            let written = write_whole(file.handle, buffer)?;
            file.close()?;
            Ok(written)
        }
    }
}

fn write_whole(fd: Fd, data: &[u8]) -> Maybe<usize> {
    let mut rest = data;
    while !rest.is_empty() {
        match crate::write(fd, rest)? {
            0 => return Err(Error::from_code(SystemErrno::EIO, Tag::write).with_fd(fd)),
            count => rest = &rest[count..],
        }
    }
    Ok(data.len())
}
