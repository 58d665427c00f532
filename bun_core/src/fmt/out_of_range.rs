//! The message of `ERR_OUT_OF_RANGE`.

use core::fmt;

use super::double::double;
use super::lossy::{lossy, write_lossy};
use super::pad::padded;

/// What a value had to be.
///
/// Zig: `bun.fmt.OutOfRangeOptions`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{OutOfRangeOptions, out_of_range};
///
/// let between = OutOfRangeOptions { min: 1, max: 9, ..Default::default() };
/// assert!(out_of_range(0, between).to_string().contains("It must be >= 1 and <= 9."));
/// let said = OutOfRangeOptions { msg: b"an integer", ..Default::default() };
/// assert!(out_of_range(0.5, said).to_string().contains("It must be an integer."));
/// ```
#[derive(Copy, Clone, Debug)]
pub struct OutOfRangeOptions<'a> {
    /// The least value; `i64::MAX`, the default, means none.
    pub min: i64,
    /// The greatest value; `i64::MAX`, the default, means none.
    pub max: i64,
    /// The name of the argument or property; left out of the message when empty.
    pub field_name: &'a [u8],
    /// What it must be when neither `min` nor `max` says so; the type when empty.
    pub msg: &'a [u8],
}

impl Default for OutOfRangeOptions<'_> {
    fn default() -> Self {
        Self { min: i64::MAX, max: i64::MAX, field_name: b"", msg: b"" }
    }
}

/// A value that [`out_of_range`] shows.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{OutOfRangeOptions, OutOfRangeValue, out_of_range};
/// use core::fmt;
///
/// struct Port(u32);
///
/// impl OutOfRangeValue for Port {
///     const TYPE_NAME: &'static str = "u16";
///
///     fn write_value(&self, to: &mut dyn fmt::Write) -> fmt::Result {
///         write!(to, "{}", self.0)
///     }
/// }
///
/// let message = out_of_range(Port(70_000), OutOfRangeOptions::default()).to_string();
/// assert!(message.ends_with("within the range of values for type u16. Received 70000"));
/// ```
pub trait OutOfRangeValue {
    /// What the message calls the type: the name it has in Zig.
    const TYPE_NAME: &'static str;

    /// Writes the value as the message shows it.
    ///
    /// # Errors
    ///
    /// When `to` fails.
    fn write_value(&self, to: &mut dyn fmt::Write) -> fmt::Result;
}

macro_rules! implement {
    ($name:literal, $show:expr, $($type:ty)+) => {$(
        impl OutOfRangeValue for $type {
            const TYPE_NAME: &'static str = $name;

            fn write_value(&self, to: &mut dyn fmt::Write) -> fmt::Result {
                write!(to, "{}", $show(*self))
            }
        }
    )+};
}

// The original shows every integer as an `i64` and every float as an `f64`.
implement! { "i64", core::convert::identity, i8 i16 i32 i64 isize u8 u16 u32 u64 usize }
implement! { "f64", |value| double(f64::from(value)), f32 }
implement! { "f64", double, f64 }
implement! { "[]const u8", lossy, &[u8] }

/// Shows that a value is out of range.
///
/// Zig: `bun.fmt.outOfRange`.
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{OutOfRangeOptions, out_of_range};
///
/// let options = OutOfRangeOptions { min: 1, field_name: b"size", ..Default::default() };
/// assert_eq!(
///     out_of_range(0.5, options).to_string(),
///     "The value of \"size\" is out of range. It must be >= 1. Received 0.5",
/// );
/// ```
#[doc(alias = "outOfRange")]
#[must_use]
pub const fn out_of_range<T: OutOfRangeValue>(
    value: T,
    options: OutOfRangeOptions<'_>,
) -> NewOutOfRangeFormatter<'_, T> {
    NewOutOfRangeFormatter { value, options }
}

/// See [`out_of_range`].
///
/// # Examples
///
/// ```
/// use bun_core::fmt::{NewOutOfRangeFormatter, OutOfRangeOptions, out_of_range};
///
/// let options = OutOfRangeOptions { max: 255, ..Default::default() };
/// let message: NewOutOfRangeFormatter<'_, i32> = out_of_range(256, options);
/// assert!(message.to_string().ends_with("It must be <= 255. Received 256"));
/// ```
#[derive(Copy, Clone, Debug)]
pub struct NewOutOfRangeFormatter<'a, T> {
    value: T,
    options: OutOfRangeOptions<'a>,
}

impl<T: OutOfRangeValue> fmt::Display for NewOutOfRangeFormatter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |to| {
            write_reason(to, &self.options, T::TYPE_NAME)?;
            to.write_str(" Received ")?;
            self.value.write_value(to)
        })
    }
}

fn write_reason(
    to: &mut dyn fmt::Write,
    options: &OutOfRangeOptions<'_>,
    type_name: &str,
) -> fmt::Result {
    const UNSET: i64 = i64::MAX;
    let OutOfRangeOptions { min, max, field_name, msg } = *options;
    if field_name.is_empty() {
        to.write_str("The value is out of range. It must be ")?;
    } else {
        to.write_str("The value of \"")?;
        write_lossy(to, field_name)?;
        to.write_str("\" is out of range. It must be ")?;
    }
    match (min, max) {
        (UNSET, UNSET) if msg.is_empty() => {
            write!(to, "within the range of values for type {type_name}.")
        }
        (UNSET, UNSET) => {
            write_lossy(to, msg)?;
            to.write_str(".")
        }
        (_, UNSET) => write!(to, ">= {min}."),
        (UNSET, _) => write!(to, "<= {max}."),
        (_, _) => write!(to, ">= {min} and <= {max}."),
    }
}
