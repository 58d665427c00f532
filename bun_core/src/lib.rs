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

mod argv;
mod assert;
mod binding;
mod byte_view;
mod cell;
pub mod deprecated;
mod embed;
pub mod env;
mod error;
mod extern_union;
pub mod ffi;
mod float16;
pub mod fmt;
mod fn_ptr;
pub mod global;
pub mod hash;
mod hasher;
pub mod heap;
pub mod hint;
mod intrusive;
pub mod io;
mod layout;
mod once;
mod opaque;
pub mod output;
pub mod progress;
mod raw_slice;
mod thread_lock;
pub mod time;
mod type_name;
pub mod vec;

pub use argv::{Argv, argv};
pub use assert::{DebugOnly, assert, debug_assert};
pub use bun_alloc::{is_slice_in_buffer, is_slice_in_buffer_t, range_of_slice_in_buffer};
pub use bun_core_macros::pretty_fmt;
pub use byte_view::{
    NativeEndianInt, bytes_as_slice_mut, bytes_of, bytes_of_mut, cast_slice, cast_slice_mut,
    concat_boxed, concat_into, copy, reinterpret_slice, slice_as_bytes, slice_to,
};
pub use cell::{Atom, AtomWidth, AtomicCell, AtomicStorage, RacyCell, ThreadCell};
pub use embed::{EmbedKind, runtime_embed_file};
pub use error::{Error, OOM, Result};
pub use ffi::{Zeroable, boxed_zeroed, boxed_zeroed_unchecked, dupe_z, span};
pub use float16::{f16, powf};
pub use fmt::{bytes, lossy as s};
pub use fn_ptr::cast_fn_ptr;
pub use global as Global;
pub use hasher::{AsBytes, Hasher, write_any_to_hasher};
pub use intrusive::{IntrusiveField, callback_ctx, container_of, container_of_const};
pub use once::Once;
pub use opaque::{opaque_deref, opaque_deref_mut};
pub use output as Output;
pub use progress as Progress;
pub use raw_slice::RawSlice;
pub use thread_lock::{ThreadLock, ThreadLockGuard};
pub use type_name::type_base_name;
pub use {bitflags, bstr, bytemuck, const_format, scopeguard, strum, thiserror};

/// What the macros of this crate expand to.
#[doc(hidden)]
pub mod __private {
    pub use crate::binding::mark_binding;
    pub use crate::embed::embedded;
    #[cfg(not(miri))]
    pub use crate::error::LINKED;
    pub use crate::error::Tag;
    pub use crate::intrusive::FieldPointer;
    pub use bun_core_macros::__pretty_args as pretty_args;
    #[cfg(not(miri))]
    pub use linkme;
}
