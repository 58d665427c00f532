//! What errors keep, and what they say.

use super::*;
use crate::{E, MaybeExt, ReturnCode, SystemError, UV_E};

fn full() -> Error {
    let bare = Error::from_code(E::EXDEV, Tag::rename);
    Error { fd: Fd::stdin(), ..bare.with_path_dest(b"a", b"b") }
}

#[test]
fn each_with_drops_what_zig_drops() {
    let bare = Error::from_code(E::EXDEV, Tag::rename);
    let full = full();
    assert_eq!(full.with_fd(Fd::stdout()), Error { fd: Fd::stdout(), ..bare.clone() });
    assert_eq!(full.with_path(b"c"), Error { path: (*b"c").into(), ..bare.clone() });
    assert_eq!(full.with_path_like(b"c".as_slice().into()), full.with_path(b"c"));
    assert_eq!(full.with_path_like(Fd::stdout().into()), full.with_fd(Fd::stdout()));
    assert_eq!(full.without_path(), Error { fd: Fd::stdin(), ..bare.clone() });
    let other = full.with_path_and_syscall(b"c", Tag::link);
    assert_eq!((other.syscall, &*other.path, other.fd), (Tag::link, &b"c"[..], Fd::INVALID));
    assert_eq!(full.clone(), full);
}

#[test]
fn named_errors() {
    let (retry, oom, aborted) = (Error::retry(), Error::oom(), Error::aborted());
    assert_eq!((retry.get_errno(), retry.syscall), (E::EAGAIN, Tag::read));
    assert!(retry.is_retry() && !oom.is_retry());
    assert_eq!((oom.get_errno(), oom.syscall), (E::ENOMEM, Tag::read));
    assert_eq!((aborted.get_errno(), aborted.syscall), (E::EINTR, Tag::access));
    let todo = Error::default();
    assert_eq!((todo.errno, todo.syscall, todo.fd), (0xFFFE, Tag::TODO, Fd::INVALID));
    assert_eq!(bun_core::Error::from(todo), bun_core::Error::UNEXPECTED);
}

#[test]
fn todo_panics_in_debug_builds() {
    let outcome = std::panic::catch_unwind(Error::todo);
    assert_eq!(outcome.is_err(), Environment::IS_DEBUG);
}

#[test]
fn names_and_messages() {
    let error = Error::from_code_int(-13, Tag::link);
    assert_eq!((error.name(), error.msg()), (&b"EACCES"[..], Some(&b"Permission denied"[..])));
    assert_eq!(error.get_error_code_tag_name(), Some(("EACCES", E::EACCES)));
    for nameless in [0, i32::from(E::MAX), 70_000, i32::MIN] {
        let error = Error::from_code_int(nameless, Tag::read);
        assert_eq!((error.name(), error.msg()), (&b"UNKNOWN"[..], None));
        assert_eq!(error.get_error_code_tag_name(), None);
        assert_eq!(error.node_message().to_string(), "Unknown Error, read");
    }
}

#[test]
fn shows_itself_with_and_without_its_parts() {
    // Whether there are colours is decided by the environment, and the two must agree.
    let plain = |text: &str| text.replace(['\x1b'], "").replace("[0m", "").replace("[2m", "");
    let plain = |error: &Error| plain(&error.to_string()).replace("[31m", "").replace("[1m", "");
    let error = Error::from_code_int(-13, Tag::link);
    assert_eq!(plain(&error), "EACCES: Permission denied (link())");
    let both = error.with_path_dest(b"a\xff", b"b");
    assert_eq!(plain(&both), "EACCES: a\u{fffd}: Permission denied (link())");
    let expected = "EACCES: permission denied, link 'a\u{fffd}' -> 'b'";
    assert_eq!(both.node_message().to_string(), expected);
    let only_dest = Error { path: Box::default(), ..both };
    assert_eq!(only_dest.node_message().to_string(), "EACCES: permission denied, link");
    let unknown = Error::from_code_int(i32::MIN, Tag::read);
    assert_eq!(plain(&unknown), "UNKNOWN: unknown error (read())");
    let debug = format!("{:?}", full());
    assert!(debug.contains("EXDEV") && debug.contains("\"a\""), "{debug}");
}

#[test]
fn colours_are_those_of_the_original() {
    struct Coloured(bool);
    impl core::fmt::Display for Coloured {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            let path = self.0.then_some("a");
            Shell { code: "E", path, message: "m", syscall: "s" }.write(f, true)
        }
    }
    let with = "\x1b[0m\x1b[31mE\x1b[0m\x1b[2m:\x1b[0m \x1b[1ma\x1b[0m: m \x1b[2m(s())\x1b[0m";
    let without = "\x1b[0m\x1b[31mE\x1b[0m\x1b[2m:\x1b[0m m \x1b[2m(s())\x1b[0m";
    assert_eq!(
        (Coloured(true).to_string(), Coloured(false).to_string()),
        (with.into(), without.into())
    );
}

#[test]
fn for_javascript() {
    let error = full().to_system_error();
    let number = -i32::from(E::EXDEV.raw());
    assert_eq!((error.errno, error.fd, error.get_errno()), (number, 0, E::EXDEV));
    let message = b"EXDEV: cross-device link not permitted, rename 'a' -> 'b'";
    assert_eq!(error.message.to_owned_slice(), message);
    assert!(error.code.eql_utf8(b"EXDEV") && error.syscall.eql_utf8(b"rename"));
    assert!(error.path.eql_utf8(b"a") && error.dest.eql_utf8(b"b") && error.hostname.is_empty());

    let error = Error::from_code_int(0xFFFE, Tag::TODO).to_system_error();
    assert_eq!((error.errno, error.fd), (-0xFFFE, SystemError::NO_FD));
    assert!(error.code.is_empty() && error.path.is_empty() && error.dest.is_empty());
    assert!(error.message.eql_utf8(b"Unknown Error, TODO"));

    let only_dest = Error { dest: (*b"b").into(), ..Error::retry() }.to_system_error();
    assert!(only_dest.message.eql_utf8(b"EAGAIN: resource temporarily unavailable, read"));
    assert!(only_dest.dest.eql_utf8(b"b"));
}

#[test]
fn for_a_shell() {
    let error = full().to_shell_system_error();
    assert_eq!(error.message.to_owned_slice(), E::EXDEV.message().as_bytes());
    assert!(error.path.eql_utf8(b"a") && error.dest.eql_utf8(b"b"));
    assert_eq!(error.to_string(), full().to_string());
    let nameless = Error::default().to_shell_system_error();
    assert!(nameless.message.is_empty() && nameless.code.is_empty());
}

#[test]
fn messages_are_cut_after_4096_bytes() {
    let head = b"ENOENT: no such file or directory, open '".len();
    let bare = Error::from_code(E::ENOENT, Tag::open);
    let room = 4096 - head;
    for (len, expected) in
        [(room - 1, 4096), (room, 4096), (room - 2, 4095), (room + 1, 4096), (100_000, 4096)]
    {
        let message = bare.with_path(&vec![b'x'; len]).to_system_error().message;
        assert_eq!(message.length(), expected, "{len}");
        let closed = message.to_owned_slice().ends_with(b"'");
        assert_eq!(closed, len < room, "{len}");
    }
    // What follows a piece that was cut is not tried, even if it would fit.
    let both = bare.with_path_dest(&vec![b'x'; room - 3], b"dest").to_system_error();
    assert!(both.message.to_owned_slice().ends_with(b"xx' -"));
    assert_eq!(both.path.length(), room - 3, "the path itself is whole");
}

#[test]
fn numbers_of_libuv() {
    let errno = ErrorInt::try_from(UV_E::NOENT).expect("a small number");
    let error = Error { from_libuv: true, errno, ..Error::from_code(E::SUCCESS, Tag::open) };
    assert_eq!((error.get_errno(), error.name()), (E::ENOENT, &b"ENOENT"[..]));
    assert_eq!(error.with_path(b"a").errno, E::ENOENT.raw(), "the number means the same");
    assert!(error.without_path().from_libuv);
    let error = Error::from_uv_rc(ReturnCode(-UV_E::ACCES), Tag::open);
    assert_eq!(error, Some(Error::from_code(E::EACCES, Tag::open)));
    assert_eq!(Error::from_uv_rc(ReturnCode(0), Tag::open), None);
}

#[test]
fn from_return_codes() {
    let failed = 0_usize.wrapping_sub(18);
    let expected = Error::from_code(E::from_raw(18), Tag::rename);
    assert_eq!(Error::errno_sys(failed, Tag::rename), Some(expected.clone()));
    let with_fd = Error::errno_sys_fd(failed, Tag::rename, Fd::stdin());
    assert_eq!(with_fd, Some(expected.with_fd(Fd::stdin())));
    let with_path = Error::errno_sys_p(failed, Tag::rename, b"a");
    assert_eq!(with_path, Some(expected.with_path(b"a")));
    let with_both = Error::errno_sys_pd(failed, Tag::rename, b"a", b"b");
    assert_eq!(with_both, Some(expected.with_path_dest(b"a", b"b")));
    assert_eq!(Error::errno_sys_fp(0_usize, Tag::rename, Fd::stdin(), b"a"), None);
    let maybe: Maybe<()> = Maybe::init_err(expected.clone());
    assert_eq!((maybe.get_errno(), maybe.as_value()), (expected.get_errno(), None));
}

#[test]
fn making_and_passing_on_allocates_nothing() {
    // An empty box has no block: its pointer is its alignment.
    let error = Error::from_code(E::ENOENT, Tag::open).with_fd(Fd::stdin());
    for path in [&error.path, &error.dest, &error.clone().path, &error.without_path().dest] {
        assert_eq!((path.as_ptr().addr(), path.len()), (1, 0));
    }
    assert!(size_of::<Error>() <= 48);
}
