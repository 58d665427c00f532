//! Errors by name, terminal output, formatting and process basics: what every crate above uses.
//!
//! | for | use |
//! |---|---|
//! | an error that is a name | [`err!`], [`Error`], [`Result`] |
//! | printing | [`Output`]: `print`, `pretty!`, `writer` |
//! | logs of one part of the program | [`declare_scope!`], [`scoped_log!`] |
//! | the mode and size of a terminal | [`tty`] |
//! | leaving the process | [`Global::exit`](global::exit) |
//! | sizes, hex, digits, text in a fixed buffer | [`fmt`] |
//! | writing bytes to anything | [`io::Write`] |
//! | showing how far a task is | [`Progress`] |
//! | the arguments as bytes | [`argv`](argv()) |
//! | the platform, at compile time | [`mod@env`] |
//! | elapsed time | [`time::Timer`] |
//!
//! `Output`, `Global` and `Progress` are modules spelled as in Zig, so that `Output.flush()`
//! becomes `Output::flush()`.
//!
//! Everything here is safe code except one static, in `error::start_up`, that has the tags of a
//! program checked before `main`, and the loan of a descriptor's number in `tty`.

extern crate alloc;

mod argv;
pub mod env;
mod error;
pub mod fmt;
pub mod global;
pub mod io;
pub mod output;
pub mod progress;
pub mod time;
pub mod tty;
mod winsize;

pub use argv::{Argv, argv};
pub use bun_core_macros::pretty_fmt;
pub use error::{Error, OOM, Result};
pub use global as Global;
pub use output as Output;
pub use output::{color_for, color_for_bytes};
pub use progress as Progress;
pub use winsize::{TerminalSize, Winsize};

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod __private {
    #[cfg(not(miri))]
    pub use crate::error::LINKED;
    pub use crate::error::Tag;
    pub use bun_core_macros::__pretty_args as pretty_args;
    #[cfg(not(miri))]
    pub use linkme;
}
