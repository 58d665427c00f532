//! The error numbers of Windows, which has none of its own for C: Linux's, and four more.
//!
//! The numbers of the C runtime (`EADDRINUSE` is 100 there) are nowhere used: compared with these
//! they would mean something else. libuv's, negated, exist beside them as `UV_*`.

linux_errno_table! {
    max 138;
    134 EUNKNOWN, _, _;
    135 ECHARSET, _, "invalid Unicode character";
    136 EOF, _, "end of file";
    137 EFTYPE, _, "inappropriate file type or format";
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
