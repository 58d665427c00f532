//! The error numbers of Windows, which has none of its own for C: Linux's, and four more.
//!
//! The numbers of the C runtime (`EADDRINUSE` is 100 there) are nowhere used: compared with these
//! they would mean something else. libuv's, negated, exist beside them as `UV_*`.

use super::short_names;

errno_table! {
    max 138;
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
    75 EOVERFLOW, "Value too large for defined data type", "value too large for defined data type";
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
    97 EAFNOSUPPORT, "Address family not supported by protocol", "address family not supported";
    98 EADDRINUSE, "Address already in use", "address already in use";
    99 EADDRNOTAVAIL, "Cannot assign requested address", "address not available";
    100 ENETDOWN, "Network is down", "network is down";
    101 ENETUNREACH, "Network is unreachable", "network is unreachable";
    102 ENETRESET, "Network dropped connection on reset", _;
    103 ECONNABORTED, "Software caused connection abort", "software caused connection abort";
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
    134 EUNKNOWN, _, _;
    135 ECHARSET, _, "invalid Unicode character";
    136 EOF, _, "end of file";
    137 EFTYPE, _, "inappropriate file type or format";
}

impl SystemErrno {
    /// Number 95 again, under the name that POSIX has beside `ENOTSUP`.
    pub const EOPNOTSUPP: Self = Self::ENOTSUP;
}

short_names! {
    ADV EADV, BADE EBADE, BADFD EBADFD, BADR EBADR, BADRQC EBADRQC, BADSLT EBADSLT, BFONT EBFONT,
    CHRNG ECHRNG, COMM ECOMM, DOTDOT EDOTDOT, HWPOISON EHWPOISON, ISNAM EISNAM,
    KEYEXPIRED EKEYEXPIRED, KEYREJECTED EKEYREJECTED, KEYREVOKED EKEYREVOKED, L2HLT EL2HLT,
    L2NSYNC EL2NSYNC, L3HLT EL3HLT, L3RST EL3RST, LIBACC ELIBACC, LIBBAD ELIBBAD, LIBEXEC ELIBEXEC,
    LIBMAX ELIBMAX, LIBSCN ELIBSCN, LNRNG ELNRNG, MEDIUMTYPE EMEDIUMTYPE, NAVAIL ENAVAIL,
    NOANO ENOANO, NOCSI ENOCSI, NOKEY ENOKEY, NOMEDIUM ENOMEDIUM, NONET ENONET, NOPKG ENOPKG,
    NOTNAM ENOTNAM, NOTUNIQ ENOTUNIQ, REMCHG EREMCHG, REMOTEIO EREMOTEIO, RESTART ERESTART,
    RFKILL ERFKILL, SRMNT ESRMNT, STRPIPE ESTRPIPE, UCLEAN EUCLEAN, UNATCH EUNATCH, XFULL EXFULL,
}

/// libuv's numbers, which it returns negated.
macro_rules! uv_numbers {
    ($($name:ident $number:literal)*) => {
        impl SystemErrno {
            $(
                #[doc = concat!("Number ", stringify!($number), " of libuv.")]
                pub const $name: Self = Self($number);
            )*
        }
    };
}

uv_numbers! {
    UV_EUNATCH 4023
    UV_ENODATA 4024
    UV_ESOCKTNOSUPPORT 4025
    UV_EOVERFLOW 4026
    UV_EILSEQ 4027
    UV_EFTYPE 4028
    UV_ENOTTY 4029
    UV_EREMOTEIO 4030
    UV_EHOSTDOWN 4031
    UV_EMLINK 4032
    UV_ENXIO 4033
    UV_ERANGE 4034
    UV_ENOPROTOOPT 4035
    UV_EFBIG 4036
    UV_EXDEV 4037
    UV_ETXTBSY 4038
    UV_ETIMEDOUT 4039
    UV_ESRCH 4040
    UV_ESPIPE 4041
    UV_ESHUTDOWN 4042
    UV_EROFS 4043
    UV_EPROTOTYPE 4044
    UV_EPROTONOSUPPORT 4045
    UV_EPROTO 4046
    UV_EPIPE 4047
    UV_EPERM 4048
    UV_ENOTSUP 4049
    UV_ENOTSOCK 4050
    UV_ENOTEMPTY 4051
    UV_ENOTDIR 4052
    UV_ENOTCONN 4053
    UV_ENOSYS 4054
    UV_ENOSPC 4055
    UV_ENONET 4056
    UV_ENOMEM 4057
    UV_ENOENT 4058
    UV_ENODEV 4059
    UV_ENOBUFS 4060
    UV_ENFILE 4061
    UV_ENETUNREACH 4062
    UV_ENETDOWN 4063
    UV_ENAMETOOLONG 4064
    UV_EMSGSIZE 4065
    UV_EMFILE 4066
    UV_ELOOP 4067
    UV_EISDIR 4068
    UV_EISCONN 4069
    UV_EIO 4070
    UV_EINVAL 4071
    UV_EINTR 4072
    UV_EHOSTUNREACH 4073
    UV_EFAULT 4074
    UV_EEXIST 4075
    UV_EDESTADDRREQ 4076
    UV_ECONNRESET 4077
    UV_ECONNREFUSED 4078
    UV_ECONNABORTED 4079
    UV_ECHARSET 4080
    UV_ECANCELED 4081
    UV_EBUSY 4082
    UV_EBADF 4083
    UV_EALREADY 4084
    UV_EAGAIN 4088
    UV_EAFNOSUPPORT 4089
    UV_EADDRNOTAVAIL 4090
    UV_EADDRINUSE 4091
    UV_EACCES 4092
    UV_E2BIG 4093
    UV_UNKNOWN 4094
    UV_EOF 4095
}
