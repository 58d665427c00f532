//! [`Arena`]: allocate one by one, free all at once.
//!
//! The arena is `bumpalo::Bump`, and so are the containers in it; the traits and functions beside
//! it add what ported code needs and `bumpalo` lacks. Wrapping it in a type of our own was
//! rejected: every method would be a forwarder, and code that knows `bumpalo` would have to learn
//! it again.

use core::fmt::{self, Write as _};

mod allocator;
mod ext;
mod ptr;
mod vec_ext;

#[cfg(test)]
mod tests;

/// A region of memory that is freed as a whole.
///
/// Allocation moves a pointer; [`reset`](Arena::reset) keeps the largest chunk. Zig's arena is a
/// heap of mimalloc, where freeing one block gives its memory back; here at most the last block
/// does, so a long loop over one arena resets it each time round. What that buys, besides a
/// fraction of the cost, is that the borrow checker knows every use after a reset.
///
/// | wanted | use |
/// |---|---|
/// | values without destructors | `arena.alloc(value)`, or [`ArenaExt::alloc_plain`] to be sure |
/// | values with destructors, dropped on time | [`ArenaExt::alloc_owned`]: an [`ArenaBox`] |
/// | many values of one type, destructors run with the arena | [`TypedArena`] |
/// | a list that ends as a slice | [`ArenaVec`], then `into_bump_slice` |
/// | formatted text | [`arena_format!`](crate::arena_format) |
/// | the arena in a struct without a lifetime | [`ArenaPtr`], at the price of `unsafe` |
/// | lists inside a syntax tree | [`AstVec`](crate::AstVec) |
///
/// Where memory runs out, the methods without `try_` panic, and those with it return an error that
/// converts to [`AllocError`](crate::AllocError).
///
/// # What the compiler checks
///
/// Nothing from before a reset can be used after it:
///
/// ```compile_fail,E0502
/// let mut arena = bun_alloc::Arena::new();
/// let value = arena.alloc(1);
/// arena.reset();
/// *value += 1;
/// ```
///
/// ```
/// let mut arena = bun_alloc::Arena::new();
/// let value = arena.alloc(1);
/// *value += 1;
/// arena.reset();
/// ```
///
/// An arena belongs to one thread at a time:
///
/// ```compile_fail,E0277
/// let arena = bun_alloc::Arena::new();
/// std::thread::scope(|scope| {
///     scope.spawn(|| arena.alloc(1));
/// });
/// ```
///
/// ```
/// let arena = bun_alloc::Arena::new();
/// std::thread::spawn(move || *arena.alloc(1)).join().unwrap();
/// ```
///
/// Zig: `bun.allocators.MimallocArena`, `std.heap.ArenaAllocator`.
#[doc(inline)]
pub use bumpalo::Bump as Arena;

/// The name of [`Arena`] in code that used to have a heap of mimalloc there.
///
/// Zig: `bun.allocators.MimallocArena`.
#[doc(no_inline)]
pub use bumpalo::Bump as MimallocArena;

/// A value in an arena whose destructor runs when the box is dropped; its memory stays.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, ArenaBox};
///
/// let arena = Arena::new();
/// let name = ArenaBox::new_in(String::from("dropped with the box"), &arena);
/// assert!(name.ends_with("box"));
/// ```
#[doc(inline)]
pub use bumpalo::boxed::Box as ArenaBox;

/// UTF-8 text in an arena.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, ArenaString};
///
/// let arena = Arena::new();
/// let mut text = ArenaString::from_str_in("index", &arena);
/// text.push_str(".js");
/// assert_eq!(text.into_bump_str(), "index.js");
/// ```
#[doc(inline)]
pub use bumpalo::collections::String as ArenaString;

/// A list in an arena. Prefer `extend_from_slice_copy` to `extend_from_slice` for large slices.
///
/// Zig: `std.ArrayListUnmanaged` with an arena.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, ArenaVec};
///
/// let arena = Arena::new();
/// let mut list = ArenaVec::with_capacity_in(3, &arena);
/// list.push(1);
/// list.extend_from_slice_copy(&[2, 3]);
/// assert_eq!(list.into_bump_slice(), [1, 2, 3]);
/// ```
#[doc(inline)]
pub use bumpalo::collections::Vec as ArenaVec;

/// An arena for values of one type, which drops them with itself. Their addresses are stable.
///
/// Zig: `std.heap.MemoryPool`, where nothing is given back.
///
/// # Examples
///
/// ```
/// use bun_alloc::TypedArena;
///
/// let arena = TypedArena::new();
/// let first: &String = arena.alloc("first".to_owned());
/// arena.alloc_extend((0..100).map(|n| n.to_string()));
/// assert_eq!(first, "first");
/// assert_eq!(arena.len(), 101);
/// ```
#[doc(inline)]
pub use typed_arena::Arena as TypedArena;

pub use ext::ArenaExt;
pub use ptr::ArenaPtr;
pub use vec_ext::{ArenaVecExt, transfer_arena, vec_from_iter_in};

#[doc(hidden)]
pub use bumpalo as __bumpalo;

/// What [`arena_format!`](crate::arena_format) calls.
#[doc(hidden)]
#[must_use]
pub fn __format_in<'a>(arena: &'a Arena, args: fmt::Arguments<'_>) -> ArenaString<'a> {
    if let Some(text) = args.as_str() {
        return ArenaString::from_str_in(text, arena);
    }
    let mut text = ArenaString::new_in(arena);
    text.write_fmt(args).expect("a formatting trait implementation returned an error");
    text
}

/// Formats into an [`ArenaString`].
///
/// Zig: `std.fmt.allocPrint` with an arena.
///
/// # Panics
///
/// If memory runs out, or if an argument's own formatting fails.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, arena_format};
///
/// let arena = Arena::new();
/// let text = arena_format!(in &arena, "{}-{:02}", "a", 7);
/// assert_eq!(text.into_bump_str(), "a-07");
/// ```
#[doc(alias = "allocPrint")]
#[macro_export]
macro_rules! arena_format {
    (in $arena:expr, $($args:tt)*) => {
        $crate::__format_in($arena, ::core::format_args!($($args)*))
    };
}

/// Makes an [`ArenaVec`] of the values listed, or of one repeated.
///
/// # Examples
///
/// ```
/// use bun_alloc::{Arena, arena_vec};
///
/// let arena = Arena::new();
/// assert_eq!(arena_vec![in &arena; 1, 2, 3].into_bump_slice(), [1, 2, 3]);
/// assert_eq!(arena_vec![in &arena; 0; 2].into_bump_slice(), [0, 0]);
/// ```
#[macro_export]
macro_rules! arena_vec {
    (in $arena:expr $(; $($values:tt)*)?) => {
        $crate::__bumpalo::vec![in $arena $(; $($values)*)?]
    };
}
