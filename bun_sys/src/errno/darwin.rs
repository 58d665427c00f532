//! The error numbers of macOS: number, name, message of the shell, message of Node.
//!
//! `_` stands for a message that the table lacks: it reads "unknown error". The shell's messages
//! are Bun's, and wordier than those of `strerror`.

errno_table! {
    #[cfg(target_os = "macos")]
    max 107;
    1 EPERM, "Operation not permitted", "operation not permitted";
    2 ENOENT, "No such file or directory", "no such file or directory";
    3 ESRCH, "No such process", "no such process";
    4 EINTR, "Interrupted system call", "interrupted system call";
    5 EIO, "Input/output error", "i/o error";
    6 ENXIO, "Device not configured", "no such device or address";
    7 E2BIG, "Argument list too long", "argument list too long";
    8 ENOEXEC, "Exec format error", _;
    9 EBADF, "Bad file descriptor", "bad file descriptor";
    10 ECHILD, "No child processes", _;
    11 EDEADLK, "Resource deadlock avoided", _;
    12 ENOMEM, "Out of memory", "not enough memory";
    13 EACCES, "Permission denied", "permission denied";
    14 EFAULT, "Bad address", "bad address in system call argument";
    15 ENOTBLK, "Block device required", _;
    16 EBUSY, "Device / Resource busy", "resource busy or locked";
    17 EEXIST, "File or folder exists", "file already exists";
    18 EXDEV, "Cross-device link", "cross-device link not permitted";
    19 ENODEV, "Operation not supported by device", "no such device";
    20 ENOTDIR, "Not a directory", "not a directory";
    21 EISDIR, "Is a directory", "illegal operation on a directory";
    22 EINVAL, "Invalid argument", "invalid argument";
    23 ENFILE, "Too many open files in system", "file table overflow";
    24 EMFILE, "Too many open files", "too many open files";
    25 ENOTTY, "Inappropriate ioctl for device", "inappropriate ioctl for device";
    26 ETXTBSY, "Text file busy", "text file is busy";
    27 EFBIG, "File too large", "file too large";
    28 ENOSPC, "No space left on device", "no space left on device";
    29 ESPIPE, "Illegal seek", "invalid seek";
    30 EROFS, "Read-only file system", "read-only file system";
    31 EMLINK, "Too many links", "too many links";
    32 EPIPE, "Broken pipe", "broken pipe";
    33 EDOM, "math software. Numerical argument out of domain", _;
    34 ERANGE, "Result too large", "result too large";
    35 EAGAIN, "non-blocking and interrupt i/o. Resource temporarily unavailable",
        "resource temporarily unavailable";
    36 EINPROGRESS, "Operation now in progress", _;
    37 EALREADY, "Operation already in progress", "connection already in progress";
    38 ENOTSOCK, "ipc/network software - argument errors. Socket operation on non-socket",
        "socket operation on non-socket";
    39 EDESTADDRREQ, "Destination address required", "destination address required";
    40 EMSGSIZE, "Message too long", "message too long";
    41 EPROTOTYPE, "Protocol wrong type for socket", "protocol wrong type for socket";
    42 ENOPROTOOPT, "Protocol not available", "protocol not available";
    43 EPROTONOSUPPORT, "Protocol not supported", "protocol not supported";
    44 ESOCKTNOSUPPORT, "Socket type not supported", "socket type not supported";
    45 ENOTSUP, "Operation not supported", "operation not supported on socket";
    46 EPFNOSUPPORT, "Protocol family not supported", _;
    47 EAFNOSUPPORT, "Address family not supported by protocol family",
        "address family not supported";
    48 EADDRINUSE, "Address already in use", "address already in use";
    49 EADDRNOTAVAIL, "Can't assign requested address", "address not available";
    50 ENETDOWN, "ipc/network software - operational errors Network is down", "network is down";
    51 ENETUNREACH, "Network is unreachable", "network is unreachable";
    52 ENETRESET, "Network dropped connection on reset", _;
    53 ECONNABORTED, "Software caused connection abort", "software caused connection abort";
    54 ECONNRESET, "Connection reset by peer", "connection reset by peer";
    55 ENOBUFS, "No buffer space available", "no buffer space available";
    56 EISCONN, "Socket is already connected", "socket is already connected";
    57 ENOTCONN, "Socket is not connected", "socket is not connected";
    58 ESHUTDOWN, "Can't send after socket shutdown",
        "cannot send after transport endpoint shutdown";
    59 ETOOMANYREFS, "Too many references: can't splice", _;
    60 ETIMEDOUT, "Operation timed out", "connection timed out";
    61 ECONNREFUSED, "Connection refused", "connection refused";
    62 ELOOP, "Too many levels of symbolic links", "too many symbolic links encountered";
    63 ENAMETOOLONG, "File name too long", "name too long";
    64 EHOSTDOWN, "Host is down", "host is down";
    65 EHOSTUNREACH, "No route to host", "host is unreachable";
    66 ENOTEMPTY, "Directory not empty", "directory not empty";
    67 EPROCLIM, "quotas & mush. Too many processes", _;
    68 EUSERS, "Too many users", _;
    69 EDQUOT, "Disc quota exceeded", _;
    70 ESTALE, "Network File System. Stale NFS file handle", _;
    71 EREMOTE, "Too many levels of remote in path", _;
    72 EBADRPC, "RPC struct is bad", _;
    73 ERPCMISMATCH, "RPC version wrong", _;
    74 EPROGUNAVAIL, "RPC prog. not avail", _;
    75 EPROGMISMATCH, "Program version wrong", _;
    76 EPROCUNAVAIL, "Bad procedure for program", _;
    77 ENOLCK, "No locks available", _;
    78 ENOSYS, "Function not implemented", "function not implemented";
    79 EFTYPE, "Inappropriate file type or format", "inappropriate file type or format";
    80 EAUTH, "Authentication error", _;
    81 ENEEDAUTH, "Need authenticator", _;
    82 EPWROFF, "Intelligent device errors. Device power is off", _;
    83 EDEVERR, "Device error, for example paper out", _;
    84 EOVERFLOW, "Value too large to be stored in data type",
        "value too large for defined data type";
    85 EBADEXEC, "Program loading errors. Bad executable", _;
    86 EBADARCH, "Bad CPU type in executable", _;
    87 ESHLIBVERS, "Shared library version mismatch", _;
    88 EBADMACHO, "Malformed Macho file", _;
    89 ECANCELED, "Operation canceled", "operation canceled";
    90 EIDRM, "Identifier removed", _;
    91 ENOMSG, "No message of desired type", _;
    92 EILSEQ, "Illegal byte sequence", "illegal byte sequence";
    93 ENOATTR, "Attribute not found", _;
    94 EBADMSG, "Bad message", _;
    95 EMULTIHOP, "Reserved", _;
    96 ENODATA, "No message available on STREAM", "no data available";
    97 ENOLINK, "Reserved", _;
    98 ENOSR, "No STREAM resources", _;
    99 ENOSTR, "Not a STREAM", _;
    100 EPROTO, "Protocol error", "protocol error";
    101 ETIME, "STREAM ioctl timeout", _;
    102 EOPNOTSUPP, _, _;
    103 ENOPOLICY, "No such policy registered", _;
    104 ENOTRECOVERABLE, "State not recoverable", _;
    105 EOWNERDEAD, "Previous owner died", _;
    106 EQFULL, "Interface output queue is full", _;
}
