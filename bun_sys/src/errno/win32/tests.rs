//! The tables against BEHAVIOUR's list, and on Windows against the system's headers.

use super::*;

fn all(names: &[(u32, &str, &str)], find: impl Fn(u32) -> Option<SystemErrno>) {
    for &(code, name, errno) in names {
        // The four numbers that only Windows has are found there alone.
        let expected = (number_of(errno) != 0).then_some(errno);
        assert_eq!(find(code).and_then(SystemErrno::name), expected, "{name}");
        let own = ["ECHARSET", "EOF"];
        assert!(expected.is_some() || own.contains(&errno), "{errno} has no number");
    }
}

#[test]
fn every_code_becomes_the_number_beside_it() {
    all(WIN32_NAMES, SystemErrno::from_win32);
    all(NTSTATUS_NAMES, |code| SystemErrno::from_ntstatus(code.cast_signed()));
}

#[test]
fn other_codes_become_nothing() {
    for code in (0..20_000).chain([u32::MAX, 0x8000_0000]) {
        let listed = |names: &[(u32, &str, &str)]| names.iter().any(|row| row.0 == code);
        assert!(listed(WIN32_NAMES) || SystemErrno::from_win32(code).is_none(), "{code}");
        if cfg!(miri) && code > 100 {
            break;
        }
    }
    assert_eq!(SystemErrno::from_ntstatus(1), None);
    assert_eq!(SystemErrno::from_ntstatus(0), Some(SystemErrno::SUCCESS));
}

#[test]
fn the_surprising_ones() {
    for (code, name) in [
        (5, "EPERM"),
        (1314, "EPERM"),
        (1, "EISDIR"),
        (267, "ENOTDIR"),
        (303, "EBUSY"),
        (17, "EXDEV"),
        (145, "ENOTEMPTY"),
        (232, "EPIPE"),
        (10058, "EPIPE"),
        (206, "ENAMETOOLONG"),
        (208, "E2BIG"),
        (121, "ETIMEDOUT"),
    ] {
        assert_eq!(SystemErrno::from_win32(code).and_then(SystemErrno::name), Some(name), "{code}");
    }
}
