//! `UV_E`: the error numbers of libuv, which Node shows as `errno`.
//!
//! libuv takes the number of the system where that has one, and made one up where it does not; on
//! Windows all are made up.

use bun_core::Environment;

use crate::SystemErrno;

/// Defines the constants and the table of both.
macro_rules! uv_codes {
    ($($name:ident $short:ident $made_up:literal;)*) => {
        /// The error numbers of libuv, positive.
        ///
        /// Zig: `bun.sys.UV_E`.
        ///
        /// # Examples
        ///
        /// ```
        /// use bun_sys::UV_E;
        ///
        /// assert_eq!(UV_E::name(-UV_E::NOENT), Some("ENOENT"));
        /// assert_eq!(UV_E::name(-1_000_000), None);
        /// ```
        #[expect(non_snake_case, reason = "the name in Zig")]
        pub mod UV_E {
            $(
                #[doc = concat!("`UV_", stringify!($name), "`, or ", stringify!($made_up), ".")]
                pub const $short: i32 = super::number(stringify!($name), $made_up);
            )*

            /// The name of a number as libuv returns it, which is negative: `ENOENT`.
            ///
            /// O(n) of 69.
            #[must_use]
            pub fn name(code: i32) -> Option<&'static str> {
                super::CODES.iter().find(|row| row.code == code).map(|row| row.name)
            }
        }

        const CODES: &[Code] = &[$(
            Code {
                code: -UV_E::$short,
                name: stringify!($name),
                errno: SystemErrno::by_name(stringify!($name)),
            },
        )*];
    };
}

struct Code {
    /// As libuv returns it.
    code: i32,
    name: &'static str,
    /// The number of the system of the same name.
    errno: Option<SystemErrno>,
}

/// The number of libuv for an error that it calls `name`.
const fn number(name: &str, made_up: i32) -> i32 {
    match SystemErrno::by_name(name) {
        Some(errno) if !Environment::IS_WINDOWS => errno.raw() as i32,
        _ => made_up,
    }
}

uv_codes! {
    E2BIG _2BIG 4093;
    EACCES ACCES 4092;
    EADDRINUSE ADDRINUSE 4091;
    EADDRNOTAVAIL ADDRNOTAVAIL 4090;
    EAFNOSUPPORT AFNOSUPPORT 4089;
    EAGAIN AGAIN 4088;
    EALREADY ALREADY 4084;
    EBADF BADF 4083;
    EBUSY BUSY 4082;
    ECANCELED CANCELED 4081;
    ECHARSET CHARSET 4080;
    ECONNABORTED CONNABORTED 4079;
    ECONNREFUSED CONNREFUSED 4078;
    ECONNRESET CONNRESET 4077;
    EDESTADDRREQ DESTADDRREQ 4076;
    EEXIST EXIST 4075;
    EFAULT FAULT 4074;
    EHOSTUNREACH HOSTUNREACH 4073;
    EINTR INTR 4072;
    EINVAL INVAL 4071;
    EIO IO 4070;
    EISCONN ISCONN 4069;
    EISDIR ISDIR 4068;
    ELOOP LOOP 4067;
    EMFILE MFILE 4066;
    EMSGSIZE MSGSIZE 4065;
    ENAMETOOLONG NAMETOOLONG 4064;
    ENETDOWN NETDOWN 4063;
    ENETUNREACH NETUNREACH 4062;
    ENFILE NFILE 4061;
    ENOBUFS NOBUFS 4060;
    ENODEV NODEV 4059;
    ENOENT NOENT 4058;
    ENOMEM NOMEM 4057;
    ENONET NONET 4056;
    ENOSPC NOSPC 4055;
    ENOSYS NOSYS 4054;
    ENOTCONN NOTCONN 4053;
    ENOTDIR NOTDIR 4052;
    ENOTEMPTY NOTEMPTY 4051;
    ENOTSOCK NOTSOCK 4050;
    ENOTSUP NOTSUP 4049;
    EPERM PERM 4048;
    EPIPE PIPE 4047;
    EPROTO PROTO 4046;
    EPROTONOSUPPORT PROTONOSUPPORT 4045;
    EPROTOTYPE PROTOTYPE 4044;
    EROFS ROFS 4043;
    ESHUTDOWN SHUTDOWN 4042;
    ESPIPE SPIPE 4041;
    ESRCH SRCH 4040;
    ETIMEDOUT TIMEDOUT 4039;
    ETXTBSY TXTBSY 4038;
    EXDEV XDEV 4037;
    EFBIG FBIG 4036;
    ENOPROTOOPT NOPROTOOPT 4035;
    ERANGE RANGE 4034;
    ENXIO NXIO 4033;
    EMLINK MLINK 4032;
    EHOSTDOWN HOSTDOWN 4031;
    EREMOTEIO REMOTEIO 4030;
    ENOTTY NOTTY 4029;
    EFTYPE FTYPE 4028;
    EILSEQ ILSEQ 4027;
    EOVERFLOW OVERFLOW 4026;
    ESOCKTNOSUPPORT SOCKTNOSUPPORT 4025;
    ENODATA NODATA 4024;
    EUNATCH UNATCH 4023;
    ENOEXEC NOEXEC 4022;
}

/// What libuv returns at the end of a file.
const UV_EOF: i32 = -4095;
/// What libuv returns for an error of the system that it does not know.
const UV_UNKNOWN: i32 = -4094;

impl SystemErrno {
    /// The error of the system for a number of libuv, of either sign.
    ///
    /// One that the system has no number for keeps that of libuv, and has no name.
    ///
    /// Zig: `bun.windows.libuv.translateUVErrorToE`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{SystemErrno, UV_E};
    ///
    /// assert_eq!(SystemErrno::from_uv(-UV_E::NOENT), SystemErrno::ENOENT);
    /// assert_eq!(SystemErrno::from_uv(0), SystemErrno::SUCCESS);
    /// ```
    #[doc(alias = "translateUVErrorToE")]
    #[must_use]
    pub fn from_uv(code: i32) -> Self {
        let code = if code > 0 { -code } else { code };
        let known = match code {
            UV_EOF => const { Self::by_name("EOF") },
            UV_UNKNOWN => const { Self::by_name("EUNKNOWN") },
            _ => CODES.iter().find(|row| row.code == code).and_then(|row| row.errno),
        };
        known.unwrap_or(Self::from_raw(u16::try_from(code.unsigned_abs()).unwrap_or(u16::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_systems_or_made_up() {
        for row in CODES {
            let code = -row.code;
            assert_eq!(UV_E::name(row.code), Some(row.name));
            assert_eq!(UV_E::name(code), None, "libuv returns negative numbers");
            match row.errno {
                Some(errno) if !Environment::IS_WINDOWS => {
                    assert_eq!((code, errno.name()), (errno.raw().into(), Some(row.name)));
                }
                _ => assert!((4022..=4093).contains(&code), "{}", row.name),
            }
        }
        assert_eq!(CODES.len(), 69);
    }

    #[test]
    fn every_number_translates() {
        for code in -5000..=5000 {
            let errno = SystemErrno::from_uv(code);
            assert_eq!(errno, SystemErrno::from_uv(-code));
            if let Some(name) = UV_E::name(-code.abs())
                && SystemErrno::by_name(name).is_some()
            {
                assert_eq!(errno.name(), Some(name));
            }
        }
        assert_eq!(SystemErrno::from_uv(i32::MIN).name(), None);
        assert_eq!(SystemErrno::from_uv(i32::MAX).raw(), u16::MAX);
    }

    #[test]
    fn made_up_numbers_of_this_system() {
        let made_up: Vec<_> = CODES.iter().filter(|row| row.errno.is_none()).collect();
        let names: Vec<_> = made_up.iter().map(|row| row.name).collect();
        match Environment::OS {
            Environment::OperatingSystem::Linux => {
                assert_eq!(names, ["ECHARSET", "EFTYPE"]);
                assert_eq!((UV_E::CHARSET, UV_E::FTYPE), (4080, 4028));
                assert_eq!(SystemErrno::from_uv(-4080), SystemErrno::from_raw(4080));
            }
            Environment::OperatingSystem::Mac => {
                assert_eq!(names, ["ECHARSET", "ENONET", "EREMOTEIO", "EUNATCH"]);
            }
            _ => assert!(names.is_empty(), "{names:?}"),
        }
    }
}
