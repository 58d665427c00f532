//! Derive macros of the `bun_*` crates. Use them through the crate that owns the trait.
//!
//! | derive | re-exported by | what it is for |
//! |---|---|---|
//! | `AutoHash` | `bun_wyhash` | a type as the key of a map, hashed as Zig's `std.hash.autoHash` does |
//! | `MultiArrayElement` | `bun_collections` | a struct as the row of a `MultiArrayList` |
//! | `multi_array_columns!` | `bun_collections` | methods named after the columns of a list |
//! | `RefCounted`, `ThreadSafeRefCounted`, `CellRefCounted` | `bun_collections` | a struct that counts its references |
//!
//! Each macro lives in its own module; this file only lists the entry points, because a
//! procedural macro has to be declared in the crate root.

mod auto_hash;
mod columns;
mod multi_array;
mod ref_counted;

use proc_macro::TokenStream;

/// Derives `bun_wyhash::AutoHash`: the trait's documentation states the rules.
///
/// Zig: `std.hash.autoHash`, `std.hash_map.getAutoHashFn`.
#[proc_macro_derive(AutoHash)]
pub fn derive_auto_hash(input: TokenStream) -> TokenStream {
    auto_hash::derive(input.into()).into()
}

/// Derives `bun_collections::MultiArrayElement`: the trait's documentation states the rules.
///
/// Zig: `std.MultiArrayList`.
#[proc_macro_derive(MultiArrayElement, attributes(multi_array))]
pub fn derive_multi_array_element(input: TokenStream) -> TokenStream {
    multi_array::derive(input.into()).into()
}

/// Declares a trait with a method for each column: see `bun_collections::multi_array_list::Rows`.
#[proc_macro]
pub fn multi_array_columns(input: TokenStream) -> TokenStream {
    columns::expand(input.into()).into()
}

/// Derives `bun_collections::RefCounted`: the trait's documentation states the rules.
///
/// Zig: `bun.ptr.RefCount`.
#[proc_macro_derive(RefCounted, attributes(ref_count))]
pub fn derive_ref_counted(input: TokenStream) -> TokenStream {
    ref_counted::derive(input.into(), ref_counted::Kind::Local).into()
}

/// Derives `bun_collections::ThreadSafeRefCounted`: the trait's documentation states the rules.
///
/// Zig: `bun.ptr.ThreadSafeRefCount`.
#[proc_macro_derive(ThreadSafeRefCounted, attributes(ref_count))]
pub fn derive_thread_safe_ref_counted(input: TokenStream) -> TokenStream {
    ref_counted::derive(input.into(), ref_counted::Kind::ThreadSafe).into()
}

/// Derives `bun_collections::CellRefCounted`: the trait's documentation states the rules.
///
/// Zig: `bun.ptr.RefCount`.
#[proc_macro_derive(CellRefCounted, attributes(ref_count))]
pub fn derive_cell_ref_counted(input: TokenStream) -> TokenStream {
    ref_counted::derive(input.into(), ref_counted::Kind::Cell).into()
}
