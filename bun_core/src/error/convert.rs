//! Conversions into `Error`: the foreign errors every crate meets.

use alloc::collections::TryReserveError;
use std::io::ErrorKind;

use bun_alloc::AllocError;

use super::{Error, errno, known};
use crate::env;

/// Running out of memory is [`Error::OUT_OF_MEMORY`].
impl From<AllocError> for Error {
    fn from(_: AllocError) -> Self {
        Self::OUT_OF_MEMORY
    }
}

/// A formatter that gave up is `WriteFailed`.
impl From<core::fmt::Error> for Error {
    fn from(_: core::fmt::Error) -> Self {
        known!(WriteFailed)
    }
}

/// A collection that could not grow ran out of memory.
impl From<TryReserveError> for Error {
    fn from(_: TryReserveError) -> Self {
        Self::OUT_OF_MEMORY
    }
}

/// An [`Error`] that was wrapped for an interface of the standard library comes back as it was. A
/// number of a POSIX system is named by [`Error::from_errno`]'s table, where the program has it.
/// Everything else goes by kind, under the names Zig's standard library uses; `Unexpected` for a
/// kind without one.
impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            return *error;
        }
        // On Windows the number is of another kind than those of the table.
        let number = error.raw_os_error().filter(|_| env::IS_POSIX);
        number.and_then(errno::find).unwrap_or_else(|| Self::from(error.kind()))
    }
}

/// By the names Zig's standard library uses; `Unexpected` for a kind without one.
impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::NotFound => known!(FileNotFound),
            ErrorKind::PermissionDenied => known!(AccessDenied),
            ErrorKind::ConnectionRefused => known!(ConnectionRefused),
            ErrorKind::ConnectionReset => known!(ConnectionResetByPeer),
            ErrorKind::HostUnreachable => known!(HostUnreachable),
            ErrorKind::NetworkUnreachable => known!(NetworkUnreachable),
            ErrorKind::ConnectionAborted => known!(ConnectionAborted),
            ErrorKind::NotConnected => known!(SocketNotConnected),
            ErrorKind::AddrInUse => known!(AddressInUse),
            ErrorKind::AddrNotAvailable => known!(AddressNotAvailable),
            ErrorKind::BrokenPipe => known!(BrokenPipe),
            ErrorKind::AlreadyExists => known!(PathAlreadyExists),
            ErrorKind::WouldBlock => known!(WouldBlock),
            ErrorKind::NotADirectory => known!(NotDir),
            ErrorKind::IsADirectory => known!(IsDir),
            ErrorKind::DirectoryNotEmpty => known!(DirNotEmpty),
            ErrorKind::ReadOnlyFilesystem => known!(ReadOnlyFileSystem),
            ErrorKind::InvalidInput | ErrorKind::InvalidData => known!(InvalidArgument),
            ErrorKind::TimedOut => known!(Timeout),
            ErrorKind::WriteZero | ErrorKind::StorageFull => known!(NoSpaceLeft),
            ErrorKind::QuotaExceeded => known!(DiskQuota),
            ErrorKind::FileTooLarge => known!(FileTooBig),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => known!(FileBusy),
            ErrorKind::Deadlock => known!(DeadLock),
            ErrorKind::CrossesDevices => known!(RenameAcrossMountPoints),
            ErrorKind::TooManyLinks => known!(LinkQuotaExceeded),
            ErrorKind::InvalidFilename => known!(NameTooLong),
            ErrorKind::ArgumentListTooLong => known!(E2BIG),
            ErrorKind::Interrupted => known!(Interrupted),
            ErrorKind::Unsupported => known!(Unsupported),
            ErrorKind::UnexpectedEof => known!(EndOfStream),
            ErrorKind::OutOfMemory => Self::OUT_OF_MEMORY,
            ErrorKind::NotSeekable => known!(Unseekable),
            ErrorKind::StaleNetworkFileHandle => known!(ESTALE),
            _ => Self::UNEXPECTED,
        }
    }
}
