//! The tables: complete, unambiguous, and in the words of Bun.

use bun_core::{Environment, Error as NamedError};

use super::*;

/// Every table that is compiled here.
fn tables() -> Vec<&'static [Row]> {
    vec![TABLE.as_slice(), darwin::TABLE.as_slice()]
}

/// What libuv says, of the errors that any system has.
const LIBUV: &[(&str, &str)] = &[
    ("E2BIG", "argument list too long"),
    ("EACCES", "permission denied"),
    ("EADDRINUSE", "address already in use"),
    ("EADDRNOTAVAIL", "address not available"),
    ("EAFNOSUPPORT", "address family not supported"),
    ("EAGAIN", "resource temporarily unavailable"),
    ("EALREADY", "connection already in progress"),
    ("EBADF", "bad file descriptor"),
    ("EBUSY", "resource busy or locked"),
    ("ECANCELED", "operation canceled"),
    ("ECHARSET", "invalid Unicode character"),
    ("ECONNABORTED", "software caused connection abort"),
    ("ECONNREFUSED", "connection refused"),
    ("ECONNRESET", "connection reset by peer"),
    ("EDESTADDRREQ", "destination address required"),
    ("EEXIST", "file already exists"),
    ("EFAULT", "bad address in system call argument"),
    ("EFBIG", "file too large"),
    ("EFTYPE", "inappropriate file type or format"),
    ("EHOSTDOWN", "host is down"),
    ("EHOSTUNREACH", "host is unreachable"),
    ("EILSEQ", "illegal byte sequence"),
    ("EINTR", "interrupted system call"),
    ("EINVAL", "invalid argument"),
    ("EIO", "i/o error"),
    ("EISCONN", "socket is already connected"),
    ("EISDIR", "illegal operation on a directory"),
    ("ELOOP", "too many symbolic links encountered"),
    ("EMFILE", "too many open files"),
    ("EMLINK", "too many links"),
    ("EMSGSIZE", "message too long"),
    ("ENAMETOOLONG", "name too long"),
    ("ENETDOWN", "network is down"),
    ("ENETUNREACH", "network is unreachable"),
    ("ENFILE", "file table overflow"),
    ("ENOBUFS", "no buffer space available"),
    ("ENODATA", "no data available"),
    ("ENODEV", "no such device"),
    ("ENOENT", "no such file or directory"),
    ("ENOMEM", "not enough memory"),
    ("ENONET", "machine is not on the network"),
    ("ENOPROTOOPT", "protocol not available"),
    ("ENOSPC", "no space left on device"),
    ("ENOSYS", "function not implemented"),
    ("ENOTCONN", "socket is not connected"),
    ("ENOTDIR", "not a directory"),
    ("ENOTEMPTY", "directory not empty"),
    ("ENOTSOCK", "socket operation on non-socket"),
    ("ENOTSUP", "operation not supported on socket"),
    ("ENOTTY", "inappropriate ioctl for device"),
    ("ENXIO", "no such device or address"),
    ("EOF", "end of file"),
    ("EOVERFLOW", "value too large for defined data type"),
    ("EPERM", "operation not permitted"),
    ("EPIPE", "broken pipe"),
    ("EPROTO", "protocol error"),
    ("EPROTONOSUPPORT", "protocol not supported"),
    ("EPROTOTYPE", "protocol wrong type for socket"),
    ("ERANGE", "result too large"),
    ("EREMOTEIO", "remote I/O error"),
    ("EROFS", "read-only file system"),
    ("ESHUTDOWN", "cannot send after transport endpoint shutdown"),
    ("ESOCKTNOSUPPORT", "socket type not supported"),
    ("ESPIPE", "invalid seek"),
    ("ESRCH", "no such process"),
    ("ETIMEDOUT", "connection timed out"),
    ("ETXTBSY", "text file is busy"),
    ("EUNATCH", "protocol driver not attached"),
    ("EXDEV", "cross-device link not permitted"),
];

#[test]
fn every_number_is_a_value() {
    for number in 0..=u16::MAX {
        assert_eq!(SystemErrno::from_raw(number).raw(), number);
    }
}

#[test]
fn every_number_has_words() {
    // Beyond the table all are alike, and Miri takes its time.
    let end = if cfg!(miri) { SystemErrno::MAX + 8 } else { u16::MAX };
    for number in (0..=end).chain([u16::MAX]) {
        let errno = SystemErrno::from_raw(number);
        let known = (1..SystemErrno::MAX).contains(&number);
        assert_eq!((errno.raw(), errno.name().is_some()), (number, known));
        assert!(!errno.message().is_empty() && !errno.libuv_message().is_empty());
        assert_eq!(coreutils_error_map::get(errno), known.then(|| errno.message()));
        assert_eq!(libuv_error_map::get(errno), known.then(|| errno.libuv_message()));
        let code = i64::from(number);
        let expected = (number < SystemErrno::MAX).then_some(errno);
        assert_eq!((SystemErrno::init(code), SystemErrno::init(-code)), (expected, expected));
    }
    assert_eq!((SystemErrno::init(i64::MIN), SystemErrno::init(i64::MAX)), (None, None));
    assert_eq!(SystemErrno::init(1 << 32), None, "numbers are not cut");
}

#[test]
fn names_are_unique_and_lead_back() {
    for table in tables() {
        for (number, row) in
            table.iter().enumerate().skip(1).step_by(if cfg!(miri) { 16 } else { 1 })
        {
            let same = table.iter().filter(|other| other.name == row.name).count();
            assert_eq!(same, 1, "{}", row.name);
            assert!(row.name.starts_with('E') && !row.name.starts_with("EAI_"), "{number}");
        }
    }
    for number in (1..SystemErrno::MAX).step_by(if cfg!(miri) { 16 } else { 1 }) {
        let errno = SystemErrno::from_raw(number);
        assert_eq!(errno.name().and_then(SystemErrno::by_name), Some(errno));
    }
    assert_eq!(SystemErrno::by_name(""), None);
    assert_eq!(SystemErrno::by_name("EAI_AGAIN"), None);
}

#[test]
fn node_gets_the_words_of_libuv() {
    for table in tables() {
        for row in &table[1..] {
            let words = LIBUV.iter().find(|(name, _)| *name == row.name).map_or("", |it| it.1);
            assert_eq!(row.node, words, "{}", row.name);
        }
    }
}

#[test]
fn shells_get_the_words_of_the_system() {
    let words = |name| darwin::TABLE.iter().find(|row| row.name == name).expect(name).shell;
    assert_eq!(words("EEXIST"), "File or folder exists");
    let text = "non-blocking and interrupt i/o. Resource temporarily unavailable";
    assert_eq!(words("EAGAIN"), text);
    assert_eq!((words("EXDEV"), words("ENOMEM")), ("Cross-device link", "Out of memory"));
    assert_eq!(words("EBUSY"), "Device / Resource busy");
    let lacking: Vec<_> =
        darwin::TABLE[1..].iter().filter(|row| row.shell.is_empty()).map(|row| row.name).collect();
    assert_eq!(lacking, ["EOPNOTSUPP"]);
    for (number, name) in [(35, "EAGAIN"), (45, "ENOTSUP"), (102, "EOPNOTSUPP"), (106, "EQFULL")] {
        assert_eq!(darwin::TABLE[number].name, name);
    }
    assert_eq!(darwin::TABLE.len(), 107);
}

#[test]
fn second_names_have_no_message_of_the_shell() {
    if !Environment::IS_LINUX {
        return;
    }
    let lacking: Vec<_> =
        TABLE[1..].iter().filter(|row| row.shell.is_empty()).map(|row| row.name).collect();
    assert_eq!(lacking, ["EWOULDBLOCK", "EDEADLOCK", "ENOTSUP"]);
    assert_eq!(SystemErrno::EOPNOTSUPP.message(), UNKNOWN);
    assert_eq!(SystemErrno::EOPNOTSUPP.name(), Some("ENOTSUP"));
    #[cfg(target_os = "linux")]
    assert_eq!((E::NONET, E::REMOTEIO), (E::ENONET, E::EREMOTEIO));
    assert_eq!((SystemErrno::EAGAIN.raw(), SystemErrno::MAX), (11, 134));
}

#[test]
fn names_without_their_first_letter() {
    assert_eq!((E::NOENT, E::AGAIN, E::_2BIG), (E::ENOENT, E::EAGAIN, E::E2BIG));
    assert_eq!((E::NOTSUP, E::OPNOTSUPP), (E::ENOTSUP, E::EOPNOTSUPP));
    assert_eq!((E::CANCELED, E::NAMETOOLONG), (E::ECANCELED, E::ENAMETOOLONG));
    assert_eq!(E::ENOENT.to_e(), Errno::NOENT);
}

#[test]
fn converts_by_name() {
    assert_eq!(NamedError::from(SystemErrno::EACCES).name(), "EACCES");
    assert_eq!(SystemErrno::EACCES.to_error(), bun_core::err!(EACCES));
    assert_eq!(NamedError::from(SystemErrno::from_raw(999)), NamedError::UNEXPECTED);
    assert_eq!(<&str>::from(SystemErrno::EACCES), "EACCES");
    assert_eq!(<&str>::from(SystemErrno::SUCCESS), "UNKNOWN");
    assert_eq!(format!("{:?}", SystemErrno::from_raw(999)), "SystemErrno(999)");
}
