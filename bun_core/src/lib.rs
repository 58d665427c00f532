//! Errors by name, terminal output, formatting and process basics: what every crate above uses.
//!
//! | for | use |
//! |---|---|
//! | an error that is a name | [`err!`], [`Error`], [`Result`] |
//! | printing | [`Output`]: `print`, `pretty!`, `writer` |
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
//! program checked before `main`, and one function with a C signature, in `strings::inet`.

extern crate alloc;

mod argv;
pub mod env;
mod error;
pub mod fmt;
pub mod global;
pub mod io;
pub mod js_printer;
pub mod output;
pub mod progress;
pub mod strings;
pub mod time;
pub mod wtf;

pub use argv::{Argv, argv};
pub use bun_core_macros::pretty_fmt;
pub use error::{Error, OOM, Result};
pub use fmt::{
    HostFormatter, OSPathSlice, SizeFormatterOptions, bytes_to_hex_lower_string, dependency_url,
    digit_count, double, escape_powershell, fmt_duration_one_decimal, format_ip,
    format_json_string_latin1, format_utf16_type, github_action_property, hex_int_lower,
    hex_int_upper, integrity, itoa_z, mac_address_lower, nullable_fallback, parse_unsigned,
    redacted_npm_url, size, trimmed_precision, u64_hex_fixed,
};
pub use global as Global;
pub use io::DiscardingWriter;
pub use output as Output;
pub use progress as Progress;

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
