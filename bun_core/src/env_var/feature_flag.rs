//! Switches for single features: booleans that are off unless set.
//!
//! Zig: `bun.feature_flag`.
//!
//! # Examples
//!
//! ```
//! use bun_core::env_var::feature_flag;
//!
//! let is_off: bool = feature_flag::BUN_FEATURE_FLAG_DISABLE_IO_POOL.get();
//! # let _ = is_off;
//! ```

#![expect(non_snake_case, reason = "the modules are named after the variables")]

crate::define_env_vars! {
    /// Takes incremental builds for right, or for wrong.
    pub BUN_ASSUME_PERFECT_INCREMENTAL: boolean;
    /// A compiled executable behaves as `bun` itself.
    pub BUN_BE_BUN: boolean = false;
    /// Writes no transpiled sources in debug builds.
    pub BUN_DEBUG_NO_DUMP: boolean = false;
    /// Takes the virtual machine apart at exit, for leak checkers.
    pub BUN_DESTRUCT_VM_ON_EXIT: boolean = false;
    /// Says nothing about slow scripts of packages.
    pub BUN_DISABLE_SLOW_LIFECYCLE_SCRIPT_LOGGING: boolean = false;
    /// Shows no source code in errors.
    pub BUN_DISABLE_SOURCE_CODE_PREVIEW: boolean = false;
    /// Shows no transpiled source code in errors.
    pub BUN_DISABLE_TRANSPILED_SOURCE_CODE_PREVIEW: boolean = false;
    /// Writes the state of the bundler when it crashes.
    pub BUN_DUMP_STATE_ON_CRASH: boolean = false;
    /// Turns unfinished built-in commands of the shell on.
    pub BUN_ENABLE_EXPERIMENTAL_SHELL_BUILTINS: boolean = false;
    /// Asks the DNS for addresses that this host has no use for too.
    pub BUN_FEATURE_FLAG_DISABLE_ADDRCONFIG: boolean = false;
    /// Transpiles on the main thread.
    pub BUN_FEATURE_FLAG_DISABLE_ASYNC_TRANSPILER: boolean = false;
    /// Keeps no answers of the DNS.
    pub BUN_FEATURE_FLAG_DISABLE_DNS_CACHE: boolean = false;
    /// Keeps no answers of `libinfo` of macOS.
    pub BUN_FEATURE_FLAG_DISABLE_DNS_CACHE_LIBINFO: boolean = false;
    /// Disregards `ignoreScripts` in `package.json`.
    pub BUN_FEATURE_FLAG_DISABLE_IGNORE_SCRIPTS: boolean = false;
    /// Installs without the index of the cache.
    pub BUN_FEATURE_FLAG_DISABLE_INSTALL_INDEX: boolean = false;
    /// Has no threads for input and output.
    pub BUN_FEATURE_FLAG_DISABLE_IO_POOL: boolean = false;
    /// Resolves no IPv4 addresses.
    pub BUN_FEATURE_FLAG_DISABLE_IPV4: boolean = false;
    /// Resolves no IPv6 addresses.
    pub BUN_FEATURE_FLAG_DISABLE_IPV6: boolean = false;
    /// Shares no sources between isolated tests.
    pub BUN_FEATURE_FLAG_DISABLE_ISOLATION_SOURCE_CACHE: boolean = false;
    /// Makes no files in memory.
    pub BUN_FEATURE_FLAG_DISABLE_MEMFD: boolean = false;
    /// Disregards `nativeDependencies` in `package.json`.
    pub BUN_FEATURE_FLAG_DISABLE_NATIVE_DEPENDENCY_LINKER: boolean = false;
    /// The Redis client sends one command at a time.
    pub BUN_FEATURE_FLAG_DISABLE_REDIS_AUTO_PIPELINING: boolean = false;
    /// Reads and writes without `RWF_NONBLOCK`.
    pub BUN_FEATURE_FLAG_DISABLE_RWF_NONBLOCK: boolean = false;
    /// Has no source maps.
    pub BUN_FEATURE_FLAG_DISABLE_SOURCE_MAPS: boolean = false;
    /// `spawnSync` takes the way through the event loop.
    pub BUN_FEATURE_FLAG_DISABLE_SPAWNSYNC_FAST_PATH: boolean = false;
    /// The SQL client sends one query at a time.
    pub BUN_FEATURE_FLAG_DISABLE_SQL_AUTO_PIPELINING: boolean = false;
    /// Downloads an archive whole before it is extracted.
    pub BUN_FEATURE_FLAG_DISABLE_STREAMING_INSTALL: boolean = false;
    /// Copies files without libuv on Windows.
    pub BUN_FEATURE_FLAG_DISABLE_UV_FS_COPYFILE: boolean = false;
    /// Turns the development server on.
    pub BUN_FEATURE_FLAG_EXPERIMENTAL_BAKE: boolean = false;
    /// Offers HTTP/2 to servers.
    pub BUN_FEATURE_FLAG_EXPERIMENTAL_HTTP2_CLIENT: boolean = false;
    /// Follows `Alt-Svc` to HTTP/3.
    pub BUN_FEATURE_FLAG_EXPERIMENTAL_HTTP3_CLIENT: boolean = false;
    /// Has threads for input and output everywhere.
    pub BUN_FEATURE_FLAG_FORCE_IO_POOL: boolean = false;
    /// Makes junctions where symbolic links would do.
    pub BUN_FEATURE_FLAG_FORCE_WINDOWS_JUNCTIONS: boolean = false;
    /// Answers as if no file had changed.
    pub BUN_FEATURE_FLAG_LAST_MODIFIED_PRETEND_304: boolean = false;
    /// Compresses with zlib instead of libdeflate.
    pub BUN_FEATURE_FLAG_NO_LIBDEFLATE: boolean = false;
    /// Marks phases for Instruments of macOS.
    pub BUN_INSTRUMENTS: boolean = false;
    /// Set for the install that `bunx` starts.
    pub BUN_INTERNAL_BUNX_INSTALL: boolean = false;
    /// For tests: no report when what `bun run` started crashes.
    pub BUN_INTERNAL_SUPPRESS_CRASH_IN_BUN_RUN: boolean = false;
    /// For tests: no report when an add-on aborts.
    pub BUN_INTERNAL_SUPPRESS_CRASH_ON_NAPI_ABORT: boolean = false;
    /// For tests: no report when the process kills itself.
    pub BUN_INTERNAL_SUPPRESS_CRASH_ON_PROCESS_KILL_SELF: boolean = false;
    /// For tests: no report for functions of libuv that are missing.
    pub BUN_INTERNAL_SUPPRESS_CRASH_ON_UV_STUB: boolean = false;
    /// Leaves compiled executables for macOS unsigned.
    pub BUN_NO_CODESIGN_MACHO_BINARY: boolean = false;
    /// Writes a trace of the phases.
    pub BUN_TRACE: boolean = false;
    /// Keeps warnings of the process to itself.
    pub NODE_NO_WARNINGS: boolean = false;
}
