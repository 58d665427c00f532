//! `err!` from another crate, one that forbids unsafe code.

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

bun_core::impl_tag_error!(OpenError);

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
