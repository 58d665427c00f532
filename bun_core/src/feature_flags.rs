//! Decisions that are constants, so that the other branch is compiled and costs nothing.
//!
//! What shall be switched without a new build is in
//! [`env_var::feature_flag`](crate::env_var::feature_flag).
//!
//! Zig: `bun.FeatureFlags`.
//!
//! # Examples
//!
//! ```
//! use bun_core::FeatureFlags;
//!
//! let keeps_open = FeatureFlags::STORE_FILE_DESCRIPTORS;
//! assert_eq!(keeps_open, !bun_core::Environment::IS_BROWSER);
//! ```

use crate::env;
use crate::env_var::feature_flag;

/// Behaviour of the next major version. Off: the current one promises otherwise.
pub const BREAKING_CHANGES_1_4: bool = false;
/// Keep descriptors open while modules are resolved, and use them again: a twentieth faster.
pub const STORE_FILE_DESCRIPTORS: bool = !env::IS_BROWSER;
/// Measure phases; it costs next to nothing while no profiler listens.
pub const TRACING: bool = true;
/// Write CSS for browsers that lack a feature only behind `@supports`.
pub const CSS_SUPPORTS_FENCE: bool = true;
/// Remember what a folder contained: the resolver asks again and again.
pub const ENABLE_ENTRY_CACHE: bool = true;
/// Log every access to a file. Off: far too much, even in debug builds.
pub const VERBOSE_FS: bool = false;
/// Watch folders besides files, to notice files that are new.
pub const WATCH_DIRECTORIES: bool = true;
/// Accept single quotes in JSON: defines in `package.json` need nested quotes.
pub const ALLOW_JSON_SINGLE_QUOTES: bool = true;
/// Run macros, which needs a JavaScript engine.
pub const IS_MACRO_ENABLED: bool = !env::IS_WASM;
/// Take responses uncompressed only. Off: networks are slower than decompression.
pub const DISABLE_COMPRESSION_IN_HTTP_CLIENT: bool = false;
/// Use connections again: a handshake costs more than a request.
pub const ENABLE_KEEPALIVE: bool = true;
/// Take events of the file watcher one by one, as inotify delivers them.
pub const ATOMIC_FILE_WATCHER: bool = env::IS_LINUX;
/// Use buffers of the HTTP client again: most requests need one of the same size.
pub const HTTP_BUFFER_POOLING: bool = true;
/// Leave `HTMLRewriter` out. Off: it is part of the API.
pub const DISABLE_LOLHTML: bool = false;
/// Connect to 127.0.0.1 for `localhost`. Off: the resolver of macOS that got it wrong is mended.
pub const HARDCODE_LOCALHOST_TO_127_0_0_1: bool = false;
/// Call `jsxs` for several children: React warns about keys otherwise.
pub const SUPPORT_JSXS_IN_JSX_TRANSFORM: bool = true;
/// Use simdutf, which is native code.
pub const USE_SIMDUTF: bool = env::IS_NATIVE;
/// Replace properties of constants by their values: smaller output that runs faster.
pub const INLINE_PROPERTIES_IN_TRANSPILER: bool = true;
/// Turn `x = t.x; y = t.y` into one destructuring: smaller output.
pub const SAME_TARGET_BECOMES_DESTRUCTURING: bool = true;
/// Poison and check freed memory where it pays: in debug builds and under the sanitizer.
pub const HELP_CATCH_MEMORY_ISSUES: bool = env::ENABLE_ASAN || env::IS_DEBUG;
/// Turn CommonJS modules that only assign to `exports` into ES modules: no closure around them.
pub const UNWRAP_COMMONJS_TO_ESM: bool = true;
/// Write debug ids into source maps, by which error trackers find them.
pub const SOURCE_MAP_DEBUG_ID: bool = true;
/// Resolve `export *` to the module that has the name. Off: cyclic modules come out wrong.
pub const EXPORT_STAR_REDIRECT: bool = false;
/// Upload files as they are read instead of reading them whole.
pub const STREAMING_FILE_UPLOADS_FOR_HTTP_CLIENT: bool = true;
/// Transpile imported modules on other threads.
pub const CONCURRENT_TRANSPILER: bool = true;
/// Take a `.ts` for a missing `.js` only outside `node_modules`: packages ship both.
pub const DISABLE_AUTO_JS_TO_TS_IN_NODE_MODULES: bool = true;
/// Keep transpiled sources between runs.
pub const RUNTIME_TRANSPILER_CACHE: bool = true;
/// Start what a `.bunx` file names without its `.exe`: one process less.
pub const WINDOWS_BUNX_FAST_PATH: bool = true;
/// Connect ahead of `fetch`. Off on Windows, where closing such a connection fails.
pub const IS_FETCH_PRECONNECT_SUPPORTED: bool = env::IS_POSIX;
/// Whether libdeflate is there, which is native code.
pub const LIBDEFLATE_SUPPORTED: bool = env::IS_NATIVE;
/// The inspector of the development server: for those who develop it.
pub const BAKE_DEBUGGING_FEATURES: bool = env::IS_CANARY || env::IS_DEBUG;

/// Returns whether to compress with libdeflate: where it is there, unless
/// `BUN_FEATURE_FLAG_NO_LIBDEFLATE` is set.
///
/// Zig: `isLibdeflateEnabled`.
#[doc(alias = "isLibdeflateEnabled")]
#[must_use]
pub fn is_libdeflate_enabled() -> bool {
    LIBDEFLATE_SUPPORTED && !feature_flag::BUN_FEATURE_FLAG_NO_LIBDEFLATE.get()
}

/// Returns whether the development server is there: in canary and debug builds, and where
/// `BUN_FEATURE_FLAG_EXPERIMENTAL_BAKE` is set.
#[must_use]
pub fn bake() -> bool {
    env::IS_CANARY || env::IS_DEBUG || feature_flag::BUN_FEATURE_FLAG_EXPERIMENTAL_BAKE.get()
}
