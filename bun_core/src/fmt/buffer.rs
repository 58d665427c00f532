//! Messages in memory of fixed size.

use core::ffi::CStr;
use core::fmt;

use crate::error::{Result, known};
use crate::io::{DiscardingWriter, FixedBufferStream, Write as _};

/// Formats a message into `buffer` and returns the part that was written.
///
/// Zig: `std.fmt.bufPrint`.
///
/// # Errors
///
/// `NoSpaceLeft` when it does not fit; the buffer then holds its beginning. `WriteFailed` when an
/// argument fails to format.
///
/// # Examples
///
/// ```
/// use bun_core::{err, fmt};
///
/// let mut buffer = [0; 8];
/// assert_eq!(fmt::buf_print(&mut buffer, format_args!("{}-{}", 1, 22))?, b"1-22");
/// assert_eq!(fmt::buf_print(&mut buffer, format_args!("{:9}", 1)), Err(err!(NoSpaceLeft)));
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "bufPrint")]
pub fn buf_print<'a>(buffer: &'a mut [u8], message: fmt::Arguments<'_>) -> Result<&'a mut [u8]> {
    let mut stream = FixedBufferStream::new_mut(buffer);
    stream.write_fmt(message)?;
    let FixedBufferStream { buffer, pos } = stream;
    Ok(&mut buffer[..pos])
}

/// As [`buf_print`], for a message that is known to fit.
///
/// Zig: `std.fmt.bufPrint(…) catch unreachable`.
///
/// # Panics
///
/// When the message does not fit or an argument fails to format.
///
/// # Examples
///
/// ```
/// let mut buffer = [0; 3];
/// let text = bun_core::fmt::buf_print_infallible(&mut buffer, format_args!("{}", u8::MAX));
/// assert_eq!(text, b"255");
/// ```
pub fn buf_print_infallible<'a>(buffer: &'a mut [u8], message: fmt::Arguments<'_>) -> &'a [u8] {
    let capacity = buffer.len();
    match buf_print(buffer, message) {
        Ok(text) => text,
        Err(error) => panic!("the message does not fit in {capacity} bytes: {error}"),
    }
}

/// Returns the number of bytes a message has, up to the first argument that fails to format.
///
/// Zig: `std.fmt.count`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::fmt::count(format_args!("{}é", 12)), 4);
/// ```
#[must_use]
pub fn count(message: fmt::Arguments<'_>) -> usize {
    let mut writer = DiscardingWriter::new();
    // The writer takes everything; an argument that fails ends the count.
    let _ = writer.write_fmt(message);
    writer.count
}

/// As [`buf_print`], with a NUL behind the message.
///
/// Zig: `std.fmt.bufPrintZ`. The crates above make a `ZStr` of it.
///
/// # Errors
///
/// As [`buf_print`], counting the NUL. `InvalidCharacter` when the message has a NUL of its own.
///
/// # Examples
///
/// ```
/// use bun_core::{err, fmt};
///
/// let mut buffer = [0xff; 4];
/// assert_eq!(fmt::buf_print_z(&mut buffer, format_args!("{}", 123))?, c"123");
/// assert_eq!(fmt::buf_print_z(&mut buffer, format_args!("1234")), Err(err!(NoSpaceLeft)));
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "bufPrintZ")]
pub fn buf_print_z<'a>(buffer: &'a mut [u8], message: fmt::Arguments<'_>) -> Result<&'a CStr> {
    let mut stream = FixedBufferStream::new_mut(buffer);
    stream.write_fmt(message)?;
    stream.write_byte(0)?;
    let FixedBufferStream { buffer, pos } = stream;
    CStr::from_bytes_with_nul(&buffer[..pos]).map_err(|_| known!(InvalidCharacter))
}

/// As [`buf_print_z`], for a message that is known to fit and to have no NUL.
///
/// # Panics
///
/// When [`buf_print_z`] fails.
///
/// # Examples
///
/// ```
/// let mut buffer = [0; 4];
/// assert_eq!(bun_core::fmt::buf_print_z_infallible(&mut buffer, format_args!("abc")), c"abc");
/// ```
pub fn buf_print_z_infallible<'a>(buffer: &'a mut [u8], message: fmt::Arguments<'_>) -> &'a CStr {
    let capacity = buffer.len();
    match buf_print_z(buffer, message) {
        Ok(text) => text,
        Err(error) => panic!("no text for C in {capacity} bytes: {error}"),
    }
}
