//! Errors and hooks from another crate, one that forbids unsafe code.

#![forbid(unsafe_code)]

use bun_core::{Error, err};

const MISSING: Error = err!(ENOENT);
const OWN: Error = err!("A tag of this test alone");

mod elsewhere {
    pub(super) const TAG: &str = "ByPathToAConstant";
    pub(super) const OWN: bun_core::Error = bun_core::err!("A tag of this test alone");
}

fn classify(error: Error) -> u8 {
    match error {
        MISSING => 1,
        OWN => 2,
        _ => 3,
    }
}

fn generic<T>(_: T) -> Error {
    err!(FromAGenericFunction)
}

#[test]
fn tags_are_constants_and_patterns() {
    assert_eq!(classify(err!("ENOENT")), 1);
    assert_eq!(classify(elsewhere::OWN), 2);
    assert_eq!(classify(err!(EPERM)), 3);
    assert_eq!(err!(elsewhere::TAG), err!(ByPathToAConstant));
    const SIZE: usize = [0; err!(ENOENT).as_u16() as usize].len();
    assert_eq!(SIZE, usize::from(MISSING.as_u16()));
}

#[test]
fn names_come_from_the_linker() {
    assert_eq!(MISSING.name(), "ENOENT");
    assert_eq!(OWN.name(), "A tag of this test alone");
    assert_eq!(generic(0).name(), "FromAGenericFunction");
    assert_eq!(generic("").name(), "FromAGenericFunction");
    assert_eq!(err!(elsewhere::TAG).name(), "ByPathToAConstant");
    assert_eq!(err!("").name(), "");
    // Never run, and still known: `from_u16` does not enter names.
    let unused = || err!(InAClosureThatNeverRuns);
    let code = Error::from_name("InAClosureThatNeverRuns").as_u16();
    assert_eq!(Error::from_u16(code), Some(unused()));
}

#[test]
fn run_time_names_meet_the_constants() {
    assert_eq!(Error::from_name("A tag of this test alone"), OWN);
    assert_eq!(Error::intern("A tag of this test alone"), OWN);
    assert_ne!(Error::from_name("Seen nowhere else"), OWN);
}

enum OpenError {
    FileNotFound,
    OnlyHere,
}

impl From<OpenError> for &'static str {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::FileNotFound => "FileNotFound",
            OpenError::OnlyHere => "OnlyHere",
        }
    }
}

bun_core::named_error_set!(OpenError);

#[test]
fn enums_convert() {
    fn open(exists: bool) -> bun_core::Result {
        Err(if exists { OpenError::OnlyHere } else { OpenError::FileNotFound })?
    }
    assert_eq!(open(false), Err(err!(FileNotFound)));
    assert_eq!(open(true).unwrap_err().name(), "OnlyHere");
}

#[test]
fn question_mark_converts() {
    fn read() -> bun_core::Result {
        Err(std::io::Error::from(std::io::ErrorKind::NotFound))?
    }
    fn allocate() -> bun_core::Result<(), bun_core::OOM> {
        Err(bun_alloc::AllocError)
    }
    fn both() -> bun_core::Result {
        allocate()?;
        read()
    }
    assert_eq!(read(), Err(err!(FileNotFound)));
    assert_eq!(both(), Err(Error::OUT_OF_MEMORY));
}

static LINKED: bun_core::Hook<fn(u32) -> u32> = bun_core::Hook::new();

fn double(value: u32) -> u32 {
    value * 2
}

bun_core::link_hook!(LINKED: fn(u32) -> u32 = double);

#[test]
fn a_linked_hook_is_full_from_the_start() {
    assert_eq!(LINKED.get().unwrap()(4), 8);
    assert!(LINKED.fill(|value| value).is_err());
    assert_eq!(LINKED.get().unwrap()(4), 8);
}

bun_core::link_impl_ErrnoNames! {
    Sys for () => |_this| {
        name(errno) => match errno {
            2 => Some("ENOENT"),
            -4058 => Some("UV_ENOENT"),
            300 => Some("EOfThisTestAlone"),
            _ => None,
        },
        message(errno) => (errno == 2).then_some("No such file or directory"),
        max_dense() => 3,
    }
}

#[test]
fn numbers_of_the_system_have_names() {
    for _ in 0..2 {
        assert_eq!(Error::from_errno(2), MISSING);
        assert_eq!(Error::from_errno(300).name(), "EOfThisTestAlone");
        assert_eq!(Error::from_errno(-4058), err!(UV_ENOENT));
        for unknown in [0, 3, -1, -2, 255, 256, 9999, i32::MIN, i32::MAX] {
            assert_eq!(bun_core::errno_to_zig_err(unknown), Error::UNEXPECTED, "{unknown}");
        }
    }
    assert_eq!(bun_core::coreutils_error_map::get(2), Some("No such file or directory"));
    assert_eq!(bun_core::coreutils_error_map::get(3), None);
}

#[test]
fn io_errors_keep_what_they_are() {
    use std::io;

    let of_number = Error::from(io::Error::from_raw_os_error(2));
    // Number 2 is a missing file everywhere; only on Windows it is not an errno.
    assert_eq!(of_number, if cfg!(windows) { err!(FileNotFound) } else { MISSING });
    assert_eq!(Error::from(io::Error::other(OWN)), OWN, "wrapped and unwrapped");
    assert_eq!(Error::from(io::Error::other("text")), Error::UNEXPECTED);
    assert_eq!(Error::from(io::ErrorKind::BrokenPipe), err!(BrokenPipe));
    assert_eq!(Error::from(Vec::<u8>::new().try_reserve(usize::MAX).unwrap_err()), {
        Error::OUT_OF_MEMORY
    });
}

#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
enum LoadError {
    #[error("no file of that name")]
    FileNotFound,
    #[error("the name is {0} bytes long")]
    NameTooLong(usize),
    #[strum(serialize = "A name of its own")]
    #[error("another")]
    Other,
    #[error("out of memory")]
    OutOfMemory,
}
bun_core::impl_from_error!(LoadError);
bun_core::oom_from_alloc!(LoadError);

#[derive(Debug, strum::IntoStaticStr)]
enum Plain {
    SyntaxError,
}
bun_core::impl_tag_error!(Plain);
bun_core::named_error_set!(Plain);

#[test]
fn derived_enums_convert_by_one_line() {
    fn load(error: LoadError) -> bun_core::Result {
        Err(error)?
    }
    assert_eq!(load(LoadError::FileNotFound), Err(err!(FileNotFound)));
    assert_eq!(load(LoadError::NameTooLong(3)), Err(err!(NameTooLong)));
    assert_eq!(load(LoadError::Other).unwrap_err().name(), "A name of its own");
    assert_eq!(load(LoadError::from(bun_alloc::AllocError)), Err(Error::OUT_OF_MEMORY));
    assert_eq!(LoadError::NameTooLong(3).to_string(), "the name is 3 bytes long");
    assert_eq!(format!("{Plain}", Plain = Plain::SyntaxError), "SyntaxError");
    assert_eq!(err!(from Plain::SyntaxError), err!(SyntaxError));
}

#[test]
fn writers_fail_by_one_name() {
    use bun_core::OrWriteFailed;
    use std::io::Write;

    let mut full: &mut [u8] = &mut [0; 1];
    assert_eq!(write!(full, "ab").or_write_failed(), Err(Error::WRITE_FAILED));
    assert_eq!(Ok::<_, ()>(3).or_write_failed(), Ok(3));
}

#[test]
fn codes_from_outside() {
    assert_eq!(Error::from_raw(OWN.as_u16()), OWN);
    assert_eq!(Error::from_raw(0), Error::UNEXPECTED);
    // The last code below the hashed range has no name.
    assert_eq!(Error::from_raw(4095), Error::UNEXPECTED);
    assert_eq!(Error::TODO.name(), "TODO");
}

#[test]
fn out_of_memory_is_one_thing() {
    use bun_core::UnwrapOrOom;

    assert_eq!(bun_core::handle_oom(Ok::<_, bun_alloc::AllocError>(3)), 3);
    assert_eq!(Some(4).unwrap_or_oom(), 4);
}

#[test]
#[should_panic(expected = "TODO: half of 3")]
fn unfinished_paths_say_so() {
    bun_core::todo_panic!("half of {}", 3);
}
