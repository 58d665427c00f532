//! Derive macros of the `bun_*` crates. Use them through the crate that owns the trait.
//!
//! | derive | re-exported by | what it is for |
//! |---|---|---|
//! | `AutoHash` | `bun_wyhash` | a type as the key of a map, hashed as Zig's `std.hash.autoHash` does |
//! | `MultiArrayElement` | `bun_collections` | a struct as the row of a `MultiArrayList` |
//! | `multi_array_columns!` | `bun_collections` | methods named after the columns of a list |
//!
//! Each macro lives in its own module; this file only lists the entry points, because a
//! procedural macro has to be declared in the crate root.

mod auto_hash;
mod columns;
mod multi_array;

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
