//! Running another program to its end.

use std::process::{Command, ExitStatus};

use super::system;
use crate::error::{Error, known};

/// How a program ended.
///
/// # Examples
///
/// ```no_run
/// let status = bun_core::spawn_sync_inherit(&["git", "--version"])?;
/// assert!(status.is_ok());
/// assert_eq!(status.code(), Some(0));
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct SpawnStatus {
    status: ExitStatus,
}

impl SpawnStatus {
    /// Returns whether the program ended by itself with code 0.
    #[must_use]
    pub fn is_ok(self) -> bool {
        self.status.success()
    }

    /// Returns the code with which it ended by itself; `None` if a signal ended it.
    #[must_use]
    pub fn code(self) -> Option<i32> {
        self.status.code()
    }

    /// Returns the number of the signal that ended it, on systems that have them.
    #[must_use]
    pub fn signal(self) -> Option<i32> {
        system::signal_of(self.status)
    }
}

/// Runs a program with the streams and the environment of this process, and waits for its end.
///
/// A name without a slash is looked for in `PATH`. What [`Output`](crate::Output) still holds
/// would come after the output of the program: flush first.
///
/// Zig: `bun.spawnSync` with `stdio = .inherit`.
///
/// # Errors
///
/// `ENOENT`, `EACCES` and the like if the program cannot be started; `FileNotFound`, `AccessDenied`
/// and the like in a program without `bun_sys`, which has the numbers' names.
/// `InvalidArgument` for an empty list, for NUL inside an argument, and on Windows for what is not
/// UTF-8.
///
/// # Examples
///
/// ```
/// assert!(bun_core::spawn_sync_inherit(&["./surely/not/there"]).is_err());
/// ```
pub fn spawn_sync_inherit(argv: &[impl AsRef<[u8]>]) -> Result<SpawnStatus, Error> {
    let [program, arguments @ ..] = argv else {
        return Err(known!(InvalidArgument));
    };
    let mut command = Command::new(text(program.as_ref())?);
    for argument in arguments {
        command.arg(text(argument.as_ref())?);
    }
    Ok(SpawnStatus { status: command.status()? })
}

fn text(bytes: &[u8]) -> Result<&std::ffi::OsStr, Error> {
    if bytes.contains(&0) {
        return Err(known!(InvalidArgument));
    }
    system::os_str(bytes).ok_or(known!(InvalidArgument))
}
