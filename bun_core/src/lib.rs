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
//! | environment variables, typed | [`env_var`] |
//! | the platform and the build, at compile time | [`mod@env`], [`feature_flags`] |
//! | another program, or this one again | [`spawn_sync_inherit`], [`reload_process`] |
//! | elapsed time | [`time::Timer`] |
//!
//! `Output`, `Global` and `Progress` are modules spelled as in Zig, so that `Output.flush()`
//! becomes `Output::flush()`.
//!
//! Unsafe code is confined to a few small files, each with its argument in `SAFETY.md`: one static
//! that has the tags of a program checked before `main`, and what only C can ask of the system.

extern crate alloc;

pub mod analytics;
mod argv;
pub mod asan;
pub mod debug_flags;
pub mod env;
pub mod env_var;
mod error;
pub mod feature_flags;
pub mod fmt;
pub mod global;
pub mod io;
pub mod output;
pub mod perf;
mod process;
pub mod progress;
pub mod time;
mod version;
pub mod windows;

pub use argv::{
    Argv, ArgvIter, OptionsEnvArg, append_options_env, argv, bun_options_argc, init_argv,
    intern_argv, set_argv,
};
pub use bun_alloc::USE_MIMALLOC;
pub use bun_core_macros::pretty_fmt;
pub use env as Environment;
pub use env_var::feature_flag;
pub use error::{Error, OOM, Result};
pub use feature_flags as FeatureFlags;
pub use global as Global;
pub use global::{ExitFn, add_exit_callback};
pub use output as Output;
pub use process::{
    SpawnStatus, auto_reload_on_crash, c_environ, get_thread_count, get_total_memory_size,
    getenv_z, is_process_reload_in_progress_on_another_thread, linux_kernel_version,
    maybe_handle_panic_during_process_reload, reload_process, set_auto_reload_on_crash,
    set_start_time, set_top_level_dir, spawn_sync_inherit, start_time, top_level_dir,
};
pub use progress as Progress;
pub use version::Version;

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
