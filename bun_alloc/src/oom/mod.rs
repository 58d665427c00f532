//! Out of memory: the one place that gives up, and the two ways of getting there.
//!
//! A `try_` function returns [`AllocError`](crate::AllocError). Code that cannot go on without the
//! memory calls [`handle_oom`], or `.unwrap_or_oom()`, and never sees the error. Neither panics:
//! unwinding allocates, and a task that is unwound out of a half-done operation is worse than a
//! process that ends with a clear message.

use std::io::Write as _;

use crate::AllocError;

#[cfg(test)]
mod tests;

/// Ends the process because memory ran out.
///
/// Writes one line to standard error without allocating, then aborts. Nothing is unwound and no
/// destructor runs.
///
/// Zig: `bun.outOfMemory`.
///
/// # Examples
///
/// ```
/// fn first_block(memory: &mut Vec<Vec<u8>>) -> Vec<u8> {
///     memory.pop().unwrap_or_else(|| bun_alloc::out_of_memory())
/// }
///
/// assert_eq!(first_block(&mut vec![vec![1]]), [1]);
/// ```
#[doc(alias = "outOfMemory")]
#[cold]
#[inline(never)]
pub fn out_of_memory() -> ! {
    // Standard error is unbuffered, so this is one `write` of a constant. That it may fail changes
    // nothing about what has to happen next.
    let _ = std::io::stderr().write_all(b"error: OutOfMemory\n");
    std::process::abort()
}

/// Returns the value, or ends the process by [`out_of_memory`].
///
/// Takes every error that can only mean out of memory: [`AllocError`], `TryReserveError`,
/// `LayoutError`. An error with other causes does not convert, so it cannot be swallowed here.
///
/// Zig: `bun.handleOom`.
///
/// # Examples
///
/// ```
/// use bun_alloc::handle_oom;
///
/// let mut list = Vec::<u8>::new();
/// handle_oom(list.try_reserve(8));
/// assert!(list.capacity() >= 8);
/// ```
///
/// An error that can mean something else has to be handled:
///
/// ```compile_fail,E0277
/// let _: i32 = bun_alloc::handle_oom("12".parse::<i32>());
/// ```
#[doc(alias = "handleOom")]
#[inline]
pub fn handle_oom<T, E: Into<AllocError>>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(_) => out_of_memory(),
    }
}

/// `.unwrap_or_oom()`: [`handle_oom`] as a method, on results and on options.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocError, UnwrapOrOom};
///
/// let found: Result<u8, AllocError> = Ok(3);
/// assert_eq!(found.unwrap_or_oom(), 3);
/// assert_eq!(Some(4).unwrap_or_oom(), 4);
/// ```
pub trait UnwrapOrOom {
    /// What there is when memory did not run out.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::UnwrapOrOom;
    /// use core::alloc::Layout;
    ///
    /// fn size(layout: impl UnwrapOrOom<Value = Layout>) -> usize {
    ///     layout.unwrap_or_oom().size()
    /// }
    ///
    /// assert_eq!(size(Layout::array::<u32>(3)), 12);
    /// ```
    type Value;

    /// Returns the value, or ends the process by [`out_of_memory`].
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_alloc::UnwrapOrOom;
    ///
    /// let mut list = Vec::new();
    /// list.try_reserve(1).unwrap_or_oom();
    /// list.push(7);
    /// assert_eq!(list.pop().unwrap_or_oom(), 7);
    /// ```
    fn unwrap_or_oom(self) -> Self::Value;
}

impl<T, E: Into<AllocError>> UnwrapOrOom for Result<T, E> {
    type Value = T;

    #[inline]
    fn unwrap_or_oom(self) -> T {
        handle_oom(self)
    }
}

/// For allocators that answer with `Option`, as Zig's do.
impl<T> UnwrapOrOom for Option<T> {
    type Value = T;

    #[inline]
    fn unwrap_or_oom(self) -> T {
        handle_oom(self.ok_or(AllocError))
    }
}

/// Implements `From<AllocError>` for error enums, so that `?` works on allocation.
///
/// `oom_from_alloc!(A, B)` maps to the variant `OutOfMemory` of each type. `oom_from_alloc!(A =>
/// value)` maps to any expression.
///
/// # Examples
///
/// ```
/// use bun_alloc::{AllocError, oom_from_alloc};
///
/// #[derive(Debug, PartialEq)]
/// enum ParseError {
///     OutOfMemory,
///     Syntax,
/// }
/// oom_from_alloc!(ParseError);
///
/// #[derive(Debug, PartialEq)]
/// enum LoadError {
///     Parse(ParseError),
/// }
/// oom_from_alloc!(LoadError => LoadError::Parse(ParseError::OutOfMemory));
///
/// fn parse(text: &[u8]) -> Result<u8, ParseError> {
///     let mut copy = Vec::new();
///     copy.try_reserve(text.len()).map_err(AllocError::from)?;
///     copy.extend_from_slice(text);
///     copy.pop().ok_or(ParseError::Syntax)
/// }
///
/// assert_eq!(parse(b"a"), Ok(b'a'));
/// assert_eq!(parse(b""), Err(ParseError::Syntax));
/// assert_eq!(LoadError::from(AllocError), LoadError::Parse(ParseError::OutOfMemory));
/// ```
#[macro_export]
macro_rules! oom_from_alloc {
    ($error:ty => $value:expr $(,)?) => {
        impl ::core::convert::From<$crate::AllocError> for $error {
            #[inline]
            fn from(_: $crate::AllocError) -> Self {
                $value
            }
        }
    };
    ($($error:ty),+ $(,)?) => {
        $($crate::oom_from_alloc!($error => <$error>::OutOfMemory);)+
    };
}
