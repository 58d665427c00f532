//! `ExactSizeMatcher`: comparing short strings as one integer.

/// Turns strings of at most `MAX_BYTES` bytes into integers, so that a `match` compares them.
///
/// A longer string becomes the integer's largest value, which no case has unless it is all 0xff.
///
/// Zig: `bun.strings.ExactSizeMatcher`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::ExactSizeMatcher;
///
/// type Keyword = ExactSizeMatcher<4>;
/// const GET: u32 = Keyword::case(b"get");
/// const PUT: u32 = Keyword::case(b"put");
/// let index = match Keyword::r#match(b"put") {
///     GET => 0,
///     PUT => 1,
///     _ => 2,
/// };
/// assert_eq!(index, 1);
/// assert_eq!(Keyword::match_lower(b"Get"), GET);
/// ```
///
/// A case that is too long is a compile error in a constant:
///
/// ```compile_fail,E0080
/// use bun_str::strings::ExactSizeMatcher;
/// const LONG: u32 = ExactSizeMatcher::<4>::case(b"12345");
/// assert_eq!(LONG, 0);
/// ```
#[derive(Debug)]
pub struct ExactSizeMatcher<const MAX_BYTES: usize>;

macro_rules! matcher {
    ($($max:literal => $int:ty),*) => {$(
        impl ExactSizeMatcher<$max> {
            /// The integer of `text`: its bytes, the first lowest, and zeroes behind them.
            #[must_use]
            pub const fn r#match(text: &[u8]) -> $int {
                if text.len() > $max {
                    return <$int>::MAX;
                }
                let mut value = 0;
                let mut index = text.len();
                while index > 0 {
                    index -= 1;
                    // A one-byte integer cannot be shifted by eight.
                    value = if <$int>::BITS == 8 { 0 } else { value << (8 % <$int>::BITS) };
                    value |= text[index] as $int;
                }
                value
            }

            /// [`match`](Self::match) of the text with ASCII letters in lower case, unless it has
            /// exactly the largest length: then as it stands, as in the original.
            #[must_use]
            pub const fn match_lower(text: &[u8]) -> $int {
                if text.len() >= $max {
                    return Self::r#match(text);
                }
                let mut lower = [0; $max];
                let mut index = 0;
                while index < text.len() {
                    lower[index] = text[index].to_ascii_lowercase();
                    index += 1;
                }
                Self::r#match(&lower)
            }

            /// The integer of a literal.
            ///
            /// # Panics
            ///
            /// When the literal is too long; in a constant, that is a compile error.
            #[must_use]
            pub const fn case(literal: &'static [u8]) -> $int {
                assert!(literal.len() <= $max, "the literal is longer than the matcher");
                Self::r#match(literal)
            }
        }
    )*};
}

matcher!(1 => u8, 2 => u16, 4 => u32, 8 => u64, 12 => u128, 16 => u128);
