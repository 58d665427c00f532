//! `todo_panic!`: the end of a path that the program does not support.

/// Panics because the program came to something it does not do, with a message that says what.
///
/// The message is formatted as by `format!` and may be left out.
///
/// Zig: `bun.todoPanic`.
///
/// # Panics
///
/// Always.
///
/// # Examples
///
/// ```should_panic
/// fn to_binary(decimal: &str) -> Vec<u8> {
///     bun_core::todo_panic!("Decimal.toBinary of {decimal}")
/// }
///
/// to_binary("1.5");
/// ```
#[macro_export]
macro_rules! todo_panic {
    () => {
        ::core::panic!("TODO")
    };
    ($($message:tt)+) => {
        ::core::panic!("TODO: {}", ::core::format_args!($($message)+))
    };
}
