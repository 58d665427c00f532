//! The environment variables that Bun knows, each with its type.
//!
//! | to read | use |
//! |---|---|
//! | a variable | `env_var::HOME.get()`, or `env_var::HOME::get()` as in Zig |
//! | unless it is empty | `env_var::TMPDIR.get_not_empty()` |
//! | what only one platform has | `env_var::SHELL.platform_get()` |
//! | its name | `env_var::HOME.key()`, `env_var::SHELL.platform_key()` |
//! | a switch for one feature | [`feature_flag`] |
//! | any other variable, as bytes | [`getenv_z`](crate::getenv_z) |
//!
//! A variable with a default returns the value, one without returns an `Option`. The first read of
//! a variable decides: later ones are a load, and changes of the environment are not seen.
//! Nothing fails: a number that does not parse counts as not set, unless the variable says what
//! else ([`OnError`]). A crate with variables of its own defines them with
//! [`define_env_vars!`](crate::define_env_vars).
//!
//! Rejected: reading everything at start-up, which costs every start for what few runs need; one
//! table indexed by an enum, which would make each read search and each default an `Option`.
//!
//! Zig: `bun.env_var`.
//!
//! # Examples
//!
//! ```
//! use bun_core::env_var;
//!
//! let home: Option<&'static [u8]> = env_var::HOME.get();
//! let is_plain: bool = env_var::NO_COLOR::get();
//! let on_ci: Option<bool> = env_var::CI.get();
//! let seconds: u64 = env_var::BUN_CONFIG_DNS_TIME_TO_LIVE_SECONDS.get();
//! assert_eq!(home, env_var::HOME::get());
//! # let _ = (is_plain, on_ci, seconds);
//! ```

#![expect(
    non_snake_case,
    non_upper_case_globals,
    reason = "constants and modules are named after the variables"
)]

mod accessor;
mod define;
pub mod feature_flag;
mod kind;
pub(crate) mod parse;

#[cfg(test)]
mod tests;

pub use accessor::{
    Accessor, Defaulted, EveryPlatform, Fallback, Keys, OnePlatform, Optional, Source,
};
pub use kind::{Boolean, Kind, OnError, Text, Unsigned};

crate::define_env_vars! {
    /// Set to `1` by tools that run commands for an AI agent.
    pub AGENT: string;
    /// Keeps `bun init` from writing rules for agents.
    pub BUN_AGENT_RULE_DISABLED: boolean = false;
    /// Where `bun build --compile` downloads the executable for another target.
    pub BUN_COMPILE_TARGET_TARBALL_URL: string;
    /// Turns `copy_file_range` off.
    pub BUN_CONFIG_DISABLE_COPY_FILE_RANGE: boolean = false;
    /// Turns cloning ranges of files off.
    pub BUN_CONFIG_DISABLE_ioctl_ficlonerange: boolean = false;
    /// How many seconds an answer of the DNS is kept.
    pub BUN_CONFIG_DNS_TIME_TO_LIVE_SECONDS: unsigned = 30;
    /// After how many idle seconds an HTTP request fails; 0 for never.
    pub BUN_CONFIG_HTTP_IDLE_TIMEOUT: unsigned = 300;
    /// Where crash reports are sent.
    pub BUN_CRASH_REPORT_URL: string;
    /// The file for debug logs.
    pub BUN_DEBUG: string;
    /// Shows or hides every scope of debug logs.
    pub BUN_DEBUG_ALL: boolean;
    /// Shows how the order of stylesheets is found.
    pub BUN_DEBUG_CSS_ORDER: boolean = false;
    /// Reads the cache of the transpiler in debug builds too.
    pub BUN_DEBUG_ENABLE_RESTORE_FROM_TRANSPILER_CACHE: boolean = false;
    /// For tests: takes the host for one of NixOS.
    pub BUN_DEBUG_FORCE_NIX_HOST: boolean = false;
    /// The seed of fast random numbers.
    pub BUN_DEBUG_HASH_RANDOM_SEED: unsigned where { on_error: OnError::NotSet };
    /// Hides the scopes of debug logs that nobody asked for.
    pub BUN_DEBUG_QUIET_LOGS: boolean;
    /// For tests: writes the lockfile as text.
    pub BUN_DEBUG_TEST_TEXT_LOCKFILE: boolean = false;
    /// Set while tests of the development server run.
    pub BUN_DEV_SERVER_TEST_RUNNER: string;
    /// Whether crash reports are sent.
    pub BUN_ENABLE_CRASH_REPORTING: boolean;
    /// Where generated code is written for inspection.
    pub BUN_FEATURE_FLAG_DUMP_CODE: string;
    /// Ends with the parent process, and takes all descendants along.
    pub BUN_FEATURE_FLAG_NO_ORPHANS: boolean = false;
    /// How many nanoseconds to wait for more events of inotify.
    pub BUN_INOTIFY_COALESCE_INTERVAL: unsigned = 100_000;
    /// Where the debugger listens.
    pub BUN_INSPECT: string = b"";
    /// Where the debugger connects to.
    pub BUN_INSPECT_CONNECT_TO: string = b"";
    /// What is loaded before the debugged program.
    pub BUN_INSPECT_PRELOAD: string;
    /// The folder of Bun itself.
    pub BUN_INSTALL: string;
    /// Where executables of global packages go.
    pub BUN_INSTALL_BIN: string;
    /// Where global packages go.
    pub BUN_INSTALL_GLOBAL_DIR: string;
    /// From how many bytes on an archive is extracted while it is downloaded.
    pub BUN_INSTALL_STREAMING_MIN_SIZE: unsigned = 2 * 1024 * 1024;
    /// Set for the process that hosts a web view.
    pub BUN_INTERNAL_WEBVIEW_HOST: string;
    /// Does without `/proc/self`.
    pub BUN_NEEDS_PROC_SELF_WORKAROUND: boolean = false;
    /// Arguments to put in front of those of the command line.
    pub BUN_OPTIONS: string;
    /// The file for what is sent to PostgreSQL.
    pub BUN_POSTGRES_SOCKET_MONITOR: string;
    /// The file for what PostgreSQL answers.
    pub BUN_POSTGRES_SOCKET_MONITOR_READER: string;
    /// The folder for transpiled code, or `0` for none.
    pub BUN_RUNTIME_TRANSPILER_CACHE_PATH: string;
    /// Renders static routes without visiting them first.
    pub BUN_SSG_DISABLE_STATIC_ROUTE_VISITOR: boolean = false;
    /// Options for the C compiler of `bun:ffi`.
    pub BUN_TCC_OPTIONS: string;
    /// The folder for temporary files, before all others.
    pub BUN_TMPDIR: string;
    /// Keeps the name of the last called function for crash reports.
    pub BUN_TRACK_LAST_FN_NAME: boolean = false;
    /// The library of the Tracy profiler.
    pub BUN_TRACY_PATH: string;
    /// The file for the events of the file watcher.
    pub BUN_WATCHER_TRACE: string;
    /// Where C compilers look for headers, separated by colons.
    pub C_INCLUDE_PATH: string on { posix: "C_INCLUDE_PATH" };
    /// Whether this runs on a build server.
    pub CI: boolean;
    /// The commit that GitLab builds.
    pub CI_COMMIT_SHA: string;
    /// The job of GitLab.
    pub CI_JOB_URL: string;
    /// Keeps `bun init` from writing rules for Claude Code.
    pub CLAUDE_CODE_AGENT_RULE_DISABLED: boolean = false;
    /// Whether Claude Code runs this.
    pub CLAUDECODE: boolean = false;
    /// What the terminal says about its colours.
    pub COLORTERM: string;
    /// Keeps `bun init` from writing rules for Cursor.
    pub CURSOR_AGENT_RULE_DISABLED: boolean = false;
    /// Whether Cursor runs this.
    pub CURSOR_TRACE_ID: boolean = false;
    /// Whether to send nothing about the use of the program.
    pub DO_NOT_TRACK: boolean = false;
    /// The root under which the dynamic linker of macOS looks.
    pub DYLD_ROOT_PATH: string on { posix: "DYLD_ROOT_PATH" };
    /// How many colours to use: 0 none, 1 sixteen, 2 256, more all.
    pub FORCE_COLOR: unsigned where { on_error: OnError::TruthyCast, empty_string_as: 1 };
    /// Where zsh looks for functions.
    pub fpath: string on { posix: "fpath" };
    /// The commit that is built.
    pub GIT_SHA: string;
    /// Whether this is a job of GitHub Actions.
    pub GITHUB_ACTIONS: boolean = false;
    /// The repository of the job: `owner/name`.
    pub GITHUB_REPOSITORY: string;
    /// The run that the job of GitHub Actions belongs to.
    pub GITHUB_RUN_ID: string;
    /// The server of the job of GitHub Actions.
    pub GITHUB_SERVER_URL: string;
    /// The commit that GitHub Actions builds.
    pub GITHUB_SHA: string;
    /// The folder of the job of GitHub Actions.
    pub GITHUB_WORKSPACE: string;
    /// The folder of the user.
    pub HOME: string on { posix: "HOME", windows: "USERPROFILE" };
    /// Set by hyperfine while it measures.
    pub HYPERFINE_RANDOMIZED_ENVIRONMENT_OFFSET: string;
    /// Whether `bun upgrade` has started this.
    pub IS_BUN_AUTO_UPDATE: boolean = false;
    /// The server of the job of Jenkins.
    pub JENKINS_URL: string;
    /// Where C compilers look for libraries, separated by colons.
    pub LIBRARY_PATH: string on { posix: "LIBRARY_PATH" };
    /// Shows the statistics of mimalloc at the end; not `MIMALLOC_VERBOSE`.
    pub MI_VERBOSE: boolean = false;
    /// Whether to print without colours.
    pub NO_COLOR: boolean = false;
    /// The descriptor of the channel to the parent process.
    pub NODE_CHANNEL_FD: string;
    /// Options for Node.js.
    pub NODE_OPTIONS: string;
    /// Keeps symbolic links in the path of the main module.
    pub NODE_PRESERVE_SYMLINKS_MAIN: boolean = false;
    /// Trusts the certificates of the system.
    pub NODE_USE_SYSTEM_CA: boolean = false;
    /// The script that a package manager runs.
    pub npm_lifecycle_event: string;
    /// Where executables are looked for.
    pub PATH: string;
    /// Whether this runs on Replit.
    pub REPL_ID: boolean = false;
    /// Whether GitHub Actions shall say more.
    pub RUNNER_DEBUG: boolean = false;
    /// The SDK of macOS.
    pub SDKROOT: string on { posix: "SDKROOT" };
    /// The shell of the user.
    pub SHELL: string on { posix: "SHELL" };
    /// The folder of Windows, `C:\Windows` for one.
    pub SYSTEMROOT: string on { windows: "SYSTEMROOT" };
    /// A folder for temporary files.
    pub TEMP: string;
    /// The terminal.
    pub TERM: string;
    /// The program behind the terminal.
    pub TERM_PROGRAM: string;
    /// A folder for temporary files.
    pub TMP: string;
    /// The folder for temporary files.
    pub TMPDIR: string;
    /// Set inside tmux.
    pub TMUX: string;
    /// Set by hand while something is tried out.
    pub TODIUM: string;
    /// The name of the user.
    pub USER: string on { posix: "USER", windows: "USERNAME" };
    /// Whether scripts shall show their whole output.
    pub WANTS_LOUD: boolean = false;
    /// The folder of Windows, by its other name.
    pub WINDIR: string on { windows: "WINDIR" };
    /// The folder for caches.
    pub XDG_CACHE_HOME: string;
    /// The folder for settings.
    pub XDG_CONFIG_HOME: string;
    /// The folder for data.
    pub XDG_DATA_HOME: string;
    /// The folder for the settings of zsh.
    pub ZDOTDIR: string;
}
