//! What the error codes of Windows mean as error numbers.
//!
//! Two tables: of Win32 and Winsock, and of the NT kernel. They are here on every system, so that
//! they are tested on every system; code for Windows alone asks them. libuv's stand in `uv_e`.

use super::SystemErrno;

/// One code, the name the system's headers have for it, and the name of the number it becomes.
#[derive(Clone, Copy)]
struct Row {
    code: u32,
    number: u16,
}

/// Defines a table, sorted by code, and beside it the names for the tests.
macro_rules! codes {
    ($table:ident $names:ident: $($code:literal $name:ident $errno:ident;)*) => {
        const $table: &[Row] =
            &[$(Row { code: $code, number: number_of(stringify!($errno)) }),*];

        #[cfg(test)]
        const $names: &[(u32, &str, &str)] =
            &[$(($code, stringify!($name), stringify!($errno))),*];

        const _: () = {
            let mut index = 1;
            while index < $table.len() {
                assert!($table[index - 1].code < $table[index].code, "out of order");
                index += 1;
            }
        };
    };
}

/// The number with this name here, or zero.
const fn number_of(name: &str) -> u16 {
    match SystemErrno::by_name(name) {
        Some(errno) => errno.raw(),
        None => 0,
    }
}

fn find(table: &[Row], code: u32) -> Option<SystemErrno> {
    let index = table.binary_search_by_key(&code, |row| row.code).ok()?;
    let number = table[index].number;
    (number != 0).then(|| SystemErrno::from_raw(number))
}

impl SystemErrno {
    /// The number for what `GetLastError` or `WSAGetLastError` returned, if there is one.
    ///
    /// Permission that is denied is `EPERM`, as libuv has it. `None` also where this system has no
    /// such number.
    ///
    /// Zig: `SystemErrno.init(Win32Error)`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::SystemErrno;
    ///
    /// assert_eq!(SystemErrno::from_win32(2), Some(SystemErrno::ENOENT));
    /// assert_eq!(SystemErrno::from_win32(5), Some(SystemErrno::EPERM));
    /// assert_eq!(SystemErrno::from_win32(10048), Some(SystemErrno::EADDRINUSE));
    /// assert_eq!(SystemErrno::from_win32(0), None);
    /// ```
    #[must_use]
    pub fn from_win32(code: u32) -> Option<Self> {
        find(WIN32, code)
    }

    /// The number for what a call of the NT kernel returned, if there is one of its own.
    ///
    /// Those without are looked up by [`from_win32`](Self::from_win32) after the system turned
    /// them into codes of Win32.
    ///
    /// Zig: `translateNTStatusToErrno`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::SystemErrno;
    ///
    /// let status = 0xC000_00BA_u32.cast_signed();
    /// assert_eq!(SystemErrno::from_ntstatus(status), Some(SystemErrno::EISDIR));
    /// assert_eq!(SystemErrno::from_ntstatus(0), Some(SystemErrno::SUCCESS));
    /// ```
    #[must_use]
    pub fn from_ntstatus(status: i32) -> Option<Self> {
        if status == 0 { Some(Self::SUCCESS) } else { find(NTSTATUS, status.cast_unsigned()) }
    }
}

codes! { WIN32 WIN32_NAMES:
    1 ERROR_INVALID_FUNCTION EISDIR;
    2 ERROR_FILE_NOT_FOUND ENOENT;
    3 ERROR_PATH_NOT_FOUND ENOENT;
    4 ERROR_TOO_MANY_OPEN_FILES EMFILE;
    5 ERROR_ACCESS_DENIED EPERM;
    6 ERROR_INVALID_HANDLE EBADF;
    8 ERROR_NOT_ENOUGH_MEMORY ENOMEM;
    13 ERROR_INVALID_DATA EINVAL;
    14 ERROR_OUTOFMEMORY ENOMEM;
    15 ERROR_INVALID_DRIVE ENOENT;
    17 ERROR_NOT_SAME_DEVICE EXDEV;
    19 ERROR_WRITE_PROTECT EROFS;
    23 ERROR_CRC EIO;
    31 ERROR_GEN_FAILURE EIO;
    32 ERROR_SHARING_VIOLATION EBUSY;
    33 ERROR_LOCK_VIOLATION EBUSY;
    39 ERROR_HANDLE_DISK_FULL ENOSPC;
    50 ERROR_NOT_SUPPORTED ENOTSUP;
    64 ERROR_NETNAME_DELETED ECONNRESET;
    80 ERROR_FILE_EXISTS EEXIST;
    82 ERROR_CANNOT_MAKE ENOSPC;
    87 ERROR_INVALID_PARAMETER EINVAL;
    109 ERROR_BROKEN_PIPE EPIPE;
    110 ERROR_OPEN_FAILED EIO;
    111 ERROR_BUFFER_OVERFLOW EFAULT;
    112 ERROR_DISK_FULL ENOSPC;
    121 ERROR_SEM_TIMEOUT ETIMEDOUT;
    122 ERROR_INSUFFICIENT_BUFFER EINVAL;
    123 ERROR_INVALID_NAME ENOENT;
    126 ERROR_MOD_NOT_FOUND ENOENT;
    145 ERROR_DIR_NOT_EMPTY ENOTEMPTY;
    156 ERROR_SIGNAL_REFUSED EIO;
    161 ERROR_BAD_PATHNAME ENOENT;
    183 ERROR_ALREADY_EXISTS EEXIST;
    203 ERROR_ENVVAR_NOT_FOUND ENOENT;
    205 ERROR_NO_SIGNAL_SENT EIO;
    206 ERROR_FILENAME_EXCED_RANGE ENAMETOOLONG;
    208 ERROR_META_EXPANSION_TOO_LONG E2BIG;
    230 ERROR_BAD_PIPE EPIPE;
    231 ERROR_PIPE_BUSY EBUSY;
    232 ERROR_NO_DATA EPIPE;
    233 ERROR_PIPE_NOT_CONNECTED EPIPE;
    267 ERROR_DIRECTORY ENOTDIR;
    277 ERROR_EA_TABLE_FULL ENOSPC;
    303 ERROR_DELETE_PENDING EBUSY;
    740 ERROR_ELEVATION_REQUIRED EACCES;
    995 ERROR_OPERATION_ABORTED ECANCELED;
    998 ERROR_NOACCESS EACCES;
    1004 ERROR_INVALID_FLAGS EBADF;
    1100 ERROR_END_OF_MEDIA ENOSPC;
    1101 ERROR_FILEMARK_DETECTED EIO;
    1102 ERROR_BEGINNING_OF_MEDIA EIO;
    1103 ERROR_SETMARK_DETECTED EIO;
    1104 ERROR_NO_DATA_DETECTED EIO;
    1106 ERROR_INVALID_BLOCK_LENGTH EIO;
    1111 ERROR_BUS_RESET EIO;
    1113 ERROR_NO_UNICODE_TRANSLATION ECHARSET;
    1117 ERROR_IO_DEVICE EIO;
    1129 ERROR_EOM_OVERFLOW EIO;
    1165 ERROR_DEVICE_REQUIRES_CLEANING EIO;
    1166 ERROR_DEVICE_DOOR_OPEN EIO;
    1225 ERROR_CONNECTION_REFUSED ECONNREFUSED;
    1227 ERROR_ADDRESS_ALREADY_ASSOCIATED EADDRINUSE;
    1231 ERROR_NETWORK_UNREACHABLE ENETUNREACH;
    1232 ERROR_HOST_UNREACHABLE EHOSTUNREACH;
    1236 ERROR_CONNECTION_ABORTED ECONNABORTED;
    1314 ERROR_PRIVILEGE_NOT_HELD EPERM;
    1393 ERROR_DISK_CORRUPT EIO;
    1464 ERROR_SYMLINK_NOT_SUPPORTED EINVAL;
    1920 ERROR_CANT_ACCESS_FILE EACCES;
    1921 ERROR_CANT_RESOLVE_FILENAME ELOOP;
    2250 ERROR_NOT_CONNECTED ENOTCONN;
    4392 ERROR_INVALID_REPARSE_DATA ENOENT;
    10004 WSAEINTR ECANCELED;
    10013 WSAEACCES EACCES;
    10014 WSAEFAULT EFAULT;
    10022 WSAEINVAL EINVAL;
    10024 WSAEMFILE EMFILE;
    10035 WSAEWOULDBLOCK EAGAIN;
    10037 WSAEALREADY EALREADY;
    10038 WSAENOTSOCK ENOTSOCK;
    10040 WSAEMSGSIZE EMSGSIZE;
    10043 WSAEPROTONOSUPPORT EPROTONOSUPPORT;
    10044 WSAESOCKTNOSUPPORT ESOCKTNOSUPPORT;
    10046 WSAEPFNOSUPPORT EINVAL;
    10047 WSAEAFNOSUPPORT EAFNOSUPPORT;
    10048 WSAEADDRINUSE EADDRINUSE;
    10049 WSAEADDRNOTAVAIL EADDRNOTAVAIL;
    10051 WSAENETUNREACH ENETUNREACH;
    10053 WSAECONNABORTED ECONNABORTED;
    10054 WSAECONNRESET ECONNRESET;
    10055 WSAENOBUFS ENOBUFS;
    10056 WSAEISCONN EISCONN;
    10057 WSAENOTCONN ENOTCONN;
    10058 WSAESHUTDOWN EPIPE;
    10060 WSAETIMEDOUT ETIMEDOUT;
    10061 WSAECONNREFUSED ECONNREFUSED;
    10065 WSAEHOSTUNREACH EHOSTUNREACH;
    11001 WSAHOST_NOT_FOUND ENOENT;
    11004 WSANO_DATA ENOENT;
}

codes! { NTSTATUS NTSTATUS_NAMES:
    0x8000_002D STATUS_STOPPED_ON_SYMLINK ELOOP;
    0xC000_0002 STATUS_NOT_IMPLEMENTED ENOSYS;
    0xC000_0008 STATUS_INVALID_HANDLE EBADF;
    0xC000_000D STATUS_INVALID_PARAMETER EINVAL;
    0xC000_000E STATUS_NO_SUCH_DEVICE ENOENT;
    0xC000_000F STATUS_NO_SUCH_FILE ENOENT;
    0xC000_0010 STATUS_INVALID_DEVICE_REQUEST ENOTSUP;
    0xC000_0011 STATUS_END_OF_FILE EOF;
    0xC000_0017 STATUS_NO_MEMORY ENOMEM;
    0xC000_0022 STATUS_ACCESS_DENIED EPERM;
    0xC000_0024 STATUS_OBJECT_TYPE_MISMATCH EBADF;
    0xC000_0033 STATUS_OBJECT_NAME_INVALID EINVAL;
    0xC000_0034 STATUS_OBJECT_NAME_NOT_FOUND ENOENT;
    0xC000_0035 STATUS_OBJECT_NAME_COLLISION EEXIST;
    0xC000_003A STATUS_OBJECT_PATH_NOT_FOUND ENOENT;
    0xC000_003B STATUS_OBJECT_PATH_SYNTAX_BAD ENOENT;
    0xC000_0043 STATUS_SHARING_VIOLATION EBUSY;
    0xC000_0054 STATUS_FILE_LOCK_CONFLICT EBUSY;
    0xC000_0056 STATUS_DELETE_PENDING EBUSY;
    0xC000_007F STATUS_DISK_FULL ENOSPC;
    0xC000_009A STATUS_INSUFFICIENT_RESOURCES ENOMEM;
    0xC000_00A2 STATUS_MEDIA_WRITE_PROTECTED EROFS;
    0xC000_00B0 STATUS_PIPE_DISCONNECTED EPIPE;
    0xC000_00B1 STATUS_PIPE_CLOSING EPIPE;
    0xC000_00B5 STATUS_IO_TIMEOUT ETIMEDOUT;
    0xC000_00BA STATUS_FILE_IS_A_DIRECTORY EISDIR;
    0xC000_00BB STATUS_NOT_SUPPORTED ENOTSUP;
    0xC000_00D4 STATUS_NOT_SAME_DEVICE EXDEV;
    0xC000_0101 STATUS_DIRECTORY_NOT_EMPTY ENOTEMPTY;
    0xC000_0103 STATUS_NOT_A_DIRECTORY ENOTDIR;
    0xC000_0106 STATUS_NAME_TOO_LONG ENAMETOOLONG;
    0xC000_011F STATUS_TOO_MANY_OPENED_FILES EMFILE;
    0xC000_0120 STATUS_CANCELLED ECANCELED;
    0xC000_0121 STATUS_CANNOT_DELETE EPERM;
    0xC000_014B STATUS_PIPE_BROKEN EPIPE;
    0xC000_022D STATUS_RETRY EAGAIN;
    0xC000_0265 STATUS_TOO_MANY_LINKS EMLINK;
    0xC000_050B STATUS_REPARSE_POINT_ENCOUNTERED ELOOP;
    0xC000_0904 STATUS_FILE_TOO_LARGE E2BIG;
}

#[cfg(test)]
mod tests;
