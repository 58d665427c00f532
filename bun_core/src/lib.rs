//! Errors by name, terminal output, formatting and process basics: what every crate above uses.
//!
//! | for | use |
//! |---|---|
//! | an error that is a name | [`err!`], [`Error`], [`Result`] |
//! | printing | [`Output`]: `print`, `pretty!`, `writer` |
//! | logs of one part of the program | [`declare_scope!`], [`scoped_log!`] |
//! | showing how far a task is | [`Progress`] |
//! | the mode and size of a terminal | [`tty`] |
//! | leaving the process | [`Global::exit`](global::exit) |
//! | text of sizes, durations, numbers, paths, JSON | [`fmt`] |
//! | writing bytes to anything | [`io::Write`] |
//! | the arguments as bytes | [`argv`](argv()) |
//! | environment variables, typed | [`env_var`] |
//! | the platform and the build, at compile time | [`mod@env`], [`feature_flags`] |
//! | another program, or this one again | [`spawn_sync_inherit`], [`reload_process`] |
//! | elapsed time, points in time | [`time::Timer`], [`Timespec`] |
//! | random numbers | [`fast_random`], [`csprng()`], [`rand::DefaultPrng`] |
//! | a call into a higher crate | [`dispatch`], [`Hook`] |
//! | a table index with a type of its own | [`GenericIndex`], [`define_index!`] |
//! | whether recursion may go on | [`StackCheck`] |
//! | where the program is | [`StoredTrace`], [`dump_stack_trace`] |
//! | boxes that become raw pointers | [`heap`] |
//! | zeroed structures, C strings and slices, opaque handles | [`ffi`], [`opaque_ffi!`] |
//! | a slice whose lifetime cannot be written | [`RawSlice`] |
//! | a global variable | [`AtomicCell`], [`Once`], [`ThreadCell`], [`RacyCell`] |
//! | from a field to its struct | [`from_field_ptr!`], [`IntrusiveField`], [`callback_ctx`] |
//! | values as bytes | [`bytes_of`], [`cast_slice`], [`write_any_to_hasher`] |
//! | the room behind the end of a `Vec` | [`vec`](mod@vec) |
//! | assertions | [`assert`](fn@assert), [`release_assert!`], [`ThreadLock`], [`DebugOnly`] |
//! | layouts that C relies on | [`assert_ffi_layout!`], [`assert_ffi_discr!`] |
//!
//! `Output`, `Global` and `Progress` are modules spelled as in Zig, so that `Output.flush()`
//! becomes `Output::flush()`.
//!
//! `bitflags`, `bstr`, `bytemuck`, `const_format`, `scopeguard`, `strum` and `thiserror` are
//! re-exported, so that ported code and these crates use one version of each.
//!
//! Unsafe code is confined to files that say so in their first lines; `SAFETY.md` has the argument
//! for each of them.

extern crate alloc;

pub mod analytics;
mod argv;
pub mod asan;
mod assert;
mod binding;
mod byte_view;
mod cell;
pub mod coreutils_error_map;
mod csprng;
pub mod debug;
pub mod debug_flags;
pub mod deprecated;
pub mod dispatch;
mod embed;
mod enum_from_raw;
mod enum_unwrap;
pub mod env;
pub mod env_var;
mod error;
mod extern_union;
pub mod feature_flags;
pub mod ffi;
mod float16;
pub mod fmt;
mod fn_ptr;
pub mod global;
pub mod hash;
mod hasher;
pub mod heap;
pub mod hint;
mod index;
mod intrusive;
pub mod io;
pub mod js_printer;
mod layout;
mod once;
mod opaque;
mod ordinal;
pub mod output;
pub mod perf;
pub mod posix;
mod process;
pub mod progress;
pub mod rand;
mod raw_slice;
mod signal_code;
mod stack_check;
pub mod strings;
pub mod thread_id;
mod thread_lock;
pub mod time;
mod trace;
pub mod tty;
mod type_name;
pub mod vec;
mod version;
pub mod windows;
mod winsize;
pub mod wtf;

pub use argv::{
    Argv, ArgvIter, OptionsEnvArg, append_options_env, argv, bun_options_argc, init_argv,
    intern_argv, set_argv,
};
pub use assert::{DebugOnly, assert, debug_assert};
pub use bun_alloc::{
    USE_MIMALLOC, UnwrapOrOom, handle_oom, is_slice_in_buffer, is_slice_in_buffer_t,
    oom_from_alloc, range_of_slice_in_buffer,
};
pub use bun_core_macros::pretty_fmt;
pub use byte_view::{
    NativeEndianInt, bytes_as_slice_mut, bytes_of, bytes_of_mut, cast_slice, cast_slice_mut,
    concat_boxed, concat_into, copy, reinterpret_slice, slice_as_bytes, slice_to,
};
pub use cell::{Atom, AtomWidth, AtomicCell, AtomicStorage, RacyCell, ThreadCell};
pub use csprng::csprng;
pub use dispatch::Hook;
pub use embed::{EmbedKind, runtime_embed_file};
pub use env as Environment;
pub use env_var::feature_flag;
pub use error::{Error, OOM, OrWriteFailed, Result, errno_to_zig_err};
pub use feature_flags as FeatureFlags;
pub use ffi::{Zeroable, boxed_zeroed, boxed_zeroed_unchecked, dupe_z, span};
pub use float16::{f16, powf};
pub use fmt::{
    HostFormatter, OSPathSlice, SizeFormatterOptions, bytes, bytes_to_hex_lower_string,
    dependency_url, digit_count, double, escape_powershell, fmt_duration_one_decimal, format_ip,
    format_json_string_latin1, format_utf16_type, github_action_property, hex_int_lower,
    hex_int_upper, integrity, itoa_z, lossy as s, mac_address_lower, nullable_fallback,
    parse_unsigned, redacted_npm_url, size, trimmed_precision, u64_hex_fixed,
};
pub use fn_ptr::cast_fn_ptr;
pub use global as Global;
pub use global::{ExitFn, add_exit_callback};
pub use hasher::{AsBytes, Hasher, write_any_to_hasher};
pub use index::{GenericIndex, GenericIndexInt, GenericIndexOptional};
pub use intrusive::{IntrusiveField, callback_ctx, container_of, container_of_const};
pub use io::DiscardingWriter;
pub use once::Once;
pub use opaque::{opaque_deref, opaque_deref_mut};
pub use ordinal::{Generation, Ordinal};
pub use output as Output;
pub use output::{color_for, color_for_bytes};
pub use posix::mach_port;
pub use process::{
    SpawnStatus, auto_reload_on_crash, c_environ, get_thread_count, get_total_memory_size,
    getenv_z, is_process_reload_in_progress_on_another_thread, linux_kernel_version,
    maybe_handle_panic_during_process_reload, reload_process, set_auto_reload_on_crash,
    set_start_time, set_top_level_dir, spawn_sync_inherit, start_time, top_level_dir,
};
pub use progress as Progress;
pub use rand::fast_random;
pub use raw_slice::RawSlice;
pub use signal_code::{SignalCode, SignalCodeFmt};
pub use stack_check::StackCheck;
pub use thread_lock::{ThreadLock, ThreadLockGuard};
pub use time::{Timespec, TimespecMockMode, mock_time, timespec};
pub use trace::{
    CRASH_HANDLER_INSTALLED, DumpStackTraceOptions, PANICKING, StackTrace, StoredTrace,
    WINDOWS_SEGFAULT_HANDLE, capture_stack_trace, dump_current_stack_trace, dump_stack_trace,
    handle_error_return_trace, return_address,
};
pub use type_name::type_base_name;
pub use version::Version;
pub use winsize::{TerminalSize, Winsize};
pub use {bitflags, bstr, bytemuck, const_format, scopeguard, strum, thiserror};

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod __private {
    pub use crate::binding::mark_binding;
    #[cfg(not(miri))]
    pub use crate::dispatch::INSTALLERS;
    pub use crate::embed::embedded;
    #[cfg(not(miri))]
    pub use crate::error::LINKED;
    pub use crate::error::{ERRNO_NAMES, ErrnoNames, Tag};
    pub use crate::index::{IndexKind, index_kind};
    pub use crate::intrusive::FieldPointer;
    pub use bun_core_macros::__pretty_args as pretty_args;
    #[cfg(not(miri))]
    pub use linkme;
}
