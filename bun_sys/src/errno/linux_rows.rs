//! The rows of Linux: number, name, message of the shell, message of Node. Windows, whose C has no
//! numbers of its own worth using, has the same rows and a few more.
//!
//! `_` stands for a message that the table lacks: it reads "unknown error". The three numbers that
//! are second names for others (41, 58 and 95) lack the shell's, because that table is keyed by
//! the first names.

/// `errno_table!` with these rows, and then those that are given.
macro_rules! linux_errno_table {
    (max $max:literal; $($more:tt)*) => {
        errno_table! {
            max $max;
            1 EPERM, "Operation not permitted", "operation not permitted";
            2 ENOENT, "No such file or directory", "no such file or directory";
            3 ESRCH, "No such process", "no such process";
            4 EINTR, "Interrupted system call", "interrupted system call";
            5 EIO, "Input/output error", "i/o error";
            6 ENXIO, "No such device or address", "no such device or address";
            7 E2BIG, "Argument list too long", "argument list too long";
            8 ENOEXEC, "Exec format error", _;
            9 EBADF, "Bad file descriptor", "bad file descriptor";
            10 ECHILD, "No child processes", _;
            11 EAGAIN, "Resource temporarily unavailable", "resource temporarily unavailable";
            12 ENOMEM, "Cannot allocate memory", "not enough memory";
            13 EACCES, "Permission denied", "permission denied";
            14 EFAULT, "Bad address", "bad address in system call argument";
            15 ENOTBLK, "Block device required", _;
            16 EBUSY, "Device or resource busy", "resource busy or locked";
            17 EEXIST, "File exists", "file already exists";
            18 EXDEV, "Invalid cross-device link", "cross-device link not permitted";
            19 ENODEV, "No such device", "no such device";
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
            33 EDOM, "Numerical argument out of domain", _;
            34 ERANGE, "Numerical result out of range", "result too large";
            35 EDEADLK, "Resource deadlock avoided", _;
            36 ENAMETOOLONG, "File name too long", "name too long";
            37 ENOLCK, "No locks available", _;
            38 ENOSYS, "Function not implemented", "function not implemented";
            39 ENOTEMPTY, "Directory not empty", "directory not empty";
            40 ELOOP, "Too many levels of symbolic links", "too many symbolic links encountered";
            41 EWOULDBLOCK, _, _;
            42 ENOMSG, "No message of desired type", _;
            43 EIDRM, "Identifier removed", _;
            44 ECHRNG, "Channel number out of range", _;
            45 EL2NSYNC, "Level 2 not synchronized", _;
            46 EL3HLT, "Level 3 halted", _;
            47 EL3RST, "Level 3 reset", _;
            48 ELNRNG, "Link number out of range", _;
            49 EUNATCH, "Protocol driver not attached", "protocol driver not attached";
            50 ENOCSI, "No CSI structure available", _;
            51 EL2HLT, "Level 2 halted", _;
            52 EBADE, "Invalid exchange", _;
            53 EBADR, "Invalid request descriptor", _;
            54 EXFULL, "Exchange full", _;
            55 ENOANO, "No anode", _;
            56 EBADRQC, "Invalid request code", _;
            57 EBADSLT, "Invalid slot", _;
            58 EDEADLOCK, _, _;
            59 EBFONT, "Bad font file format", _;
            60 ENOSTR, "Device not a stream", _;
            61 ENODATA, "No data available", "no data available";
            62 ETIME, "Timer expired", _;
            63 ENOSR, "Out of streams resources", _;
            64 ENONET, "Machine is not on the network", "machine is not on the network";
            65 ENOPKG, "Package not installed", _;
            66 EREMOTE, "Object is remote", _;
            67 ENOLINK, "Link has been severed", _;
            68 EADV, "Advertise error", _;
            69 ESRMNT, "Srmount error", _;
            70 ECOMM, "Communication error on send", _;
            71 EPROTO, "Protocol error", "protocol error";
            72 EMULTIHOP, "Multihop attempted", _;
            73 EDOTDOT, "RFS specific error", _;
            74 EBADMSG, "Bad message", _;
            75 EOVERFLOW, "Value too large for defined data type",
                "value too large for defined data type";
            76 ENOTUNIQ, "Name not unique on network", _;
            77 EBADFD, "File descriptor in bad state", _;
            78 EREMCHG, "Remote address changed", _;
            79 ELIBACC, "Can not access a needed shared library", _;
            80 ELIBBAD, "Accessing a corrupted shared library", _;
            81 ELIBSCN, ".lib section in a.out corrupted", _;
            82 ELIBMAX, "Attempting to link in too many shared libraries", _;
            83 ELIBEXEC, "Cannot exec a shared library directly", _;
            84 EILSEQ, "Invalid or incomplete multibyte or wide character", "illegal byte sequence";
            85 ERESTART, "Interrupted system call should be restarted", _;
            86 ESTRPIPE, "Streams pipe error", _;
            87 EUSERS, "Too many users", _;
            88 ENOTSOCK, "Socket operation on non-socket", "socket operation on non-socket";
            89 EDESTADDRREQ, "Destination address required", "destination address required";
            90 EMSGSIZE, "Message too long", "message too long";
            91 EPROTOTYPE, "Protocol wrong type for socket", "protocol wrong type for socket";
            92 ENOPROTOOPT, "Protocol not available", "protocol not available";
            93 EPROTONOSUPPORT, "Protocol not supported", "protocol not supported";
            94 ESOCKTNOSUPPORT, "Socket type not supported", "socket type not supported";
            95 ENOTSUP, _, "operation not supported on socket";
            96 EPFNOSUPPORT, "Protocol family not supported", _;
            97 EAFNOSUPPORT, "Address family not supported by protocol",
                "address family not supported";
            98 EADDRINUSE, "Address already in use", "address already in use";
            99 EADDRNOTAVAIL, "Cannot assign requested address", "address not available";
            100 ENETDOWN, "Network is down", "network is down";
            101 ENETUNREACH, "Network is unreachable", "network is unreachable";
            102 ENETRESET, "Network dropped connection on reset", _;
            103 ECONNABORTED, "Software caused connection abort",
                "software caused connection abort";
            104 ECONNRESET, "Connection reset by peer", "connection reset by peer";
            105 ENOBUFS, "No buffer space available", "no buffer space available";
            106 EISCONN, "Transport endpoint is already connected", "socket is already connected";
            107 ENOTCONN, "Transport endpoint is not connected", "socket is not connected";
            108 ESHUTDOWN, "Cannot send after transport endpoint shutdown",
                "cannot send after transport endpoint shutdown";
            109 ETOOMANYREFS, "Too many references: cannot splice", _;
            110 ETIMEDOUT, "Connection timed out", "connection timed out";
            111 ECONNREFUSED, "Connection refused", "connection refused";
            112 EHOSTDOWN, "Host is down", "host is down";
            113 EHOSTUNREACH, "No route to host", "host is unreachable";
            114 EALREADY, "Operation already in progress", "connection already in progress";
            115 EINPROGRESS, "Operation now in progress", _;
            116 ESTALE, "Stale file handle", _;
            117 EUCLEAN, "Structure needs cleaning", _;
            118 ENOTNAM, "Not a XENIX named type file", _;
            119 ENAVAIL, "No XENIX semaphores available", _;
            120 EISNAM, "Is a named type file", _;
            121 EREMOTEIO, "Remote I/O error", "remote I/O error";
            122 EDQUOT, "Disk quota exceeded", _;
            123 ENOMEDIUM, "No medium found", _;
            124 EMEDIUMTYPE, "Wrong medium type", _;
            125 ECANCELED, "Operation canceled", "operation canceled";
            126 ENOKEY, "Required key not available", _;
            127 EKEYEXPIRED, "Key has expired", _;
            128 EKEYREVOKED, "Key has been revoked", _;
            129 EKEYREJECTED, "Key was rejected by service", _;
            130 EOWNERDEAD, "Owner died", _;
            131 ENOTRECOVERABLE, "State not recoverable", _;
            132 ERFKILL, "Operation not possible due to RF-kill", _;
            133 EHWPOISON, "Memory page has hardware error", _;
            $($more)*
        }

        impl SystemErrno {
            /// Number 95 again, under the name that POSIX has beside `ENOTSUP`.
            pub const EOPNOTSUPP: Self = Self::ENOTSUP;
        }
    };
}
