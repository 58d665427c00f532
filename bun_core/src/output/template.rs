//! Templates with placeholders that are known only at run time.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use super::markup::{Text, translate};

/// The arguments of a template that is known only at run time.
///
/// Tuples of up to twelve, slices and arrays of one type, and a [`format_args!`] for one argument.
///
/// Zig: the `args: anytype` of `std.fmt`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{FmtTuple, pretty_fmt_args};
///
/// fn show(template: &str, args: impl FmtTuple) -> String {
///     pretty_fmt_args(template, false, args).to_string()
/// }
///
/// assert_eq!(show("{s}: {d}", ("a", 1)), "a: 1");
/// assert_eq!(show("{1} {0}", &["b", "c"]), "c b");
/// ```
pub trait FmtTuple {
    /// Returns the argument at `index`, if there are that many.
    fn nth(&self, index: usize) -> Option<&dyn fmt::Display>;
}

impl FmtTuple for () {
    fn nth(&self, _: usize) -> Option<&dyn fmt::Display> {
        None
    }
}

impl FmtTuple for fmt::Arguments<'_> {
    fn nth(&self, index: usize) -> Option<&dyn fmt::Display> {
        (index == 0).then_some(self as &dyn fmt::Display)
    }
}

impl<T: fmt::Display> FmtTuple for &[T] {
    fn nth(&self, index: usize) -> Option<&dyn fmt::Display> {
        self.get(index).map(|argument| argument as &dyn fmt::Display)
    }
}

impl<T: fmt::Display, const N: usize> FmtTuple for &[T; N] {
    fn nth(&self, index: usize) -> Option<&dyn fmt::Display> {
        self.get(index).map(|argument| argument as &dyn fmt::Display)
    }
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),+))+) => {$(
        impl<$($name: fmt::Display),+> FmtTuple for ($($name,)+) {
            fn nth(&self, index: usize) -> Option<&dyn fmt::Display> {
                match index {
                    $($index => Some(&self.$index),)+
                    _ => None,
                }
            }
        }
    )+};
}

tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}

/// A template with its arguments, ready to be written; see [`pretty_fmt_args`].
///
/// # Examples
///
/// ```
/// use bun_core::Output::{TemplateDisplay, pretty_fmt_args};
///
/// let message: TemplateDisplay<'_, (i32,)> = pretty_fmt_args("<b>{d}<r> files", false, (3,));
/// assert_eq!(format!("found {message}"), "found 3 files");
/// ```
pub struct TemplateDisplay<'a, A> {
    template: Cow<'a, str>,
    args: A,
}

/// Translates the tags of a template and fills in the arguments when it is written.
///
/// Each `{…}` is the next argument, `{0…}` the one with that number; whatever else stands in the
/// braces says how Zig would format it and is skipped. A placeholder without an argument stays as
/// it is, and an argument without a placeholder is not written. `{{` and `}}` are braces.
/// Arguments are never searched for tags.
///
/// Zig: `writer.print(bun.Output.prettyFmt(fmt, colors), args)`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::pretty_fmt_args;
///
/// let message = pretty_fmt_args("<red>{s}<r>: {d} {} {{}}", false, ("<b>", 7));
/// assert_eq!(message.to_string(), "<b>: 7 {} {}");
/// ```
#[must_use]
pub fn pretty_fmt_args<A: FmtTuple>(
    fmt: &str,
    is_enabled: bool,
    args: A,
) -> TemplateDisplay<'static, A> {
    let template = translate(fmt.as_bytes(), is_enabled, Text::Template);
    // Whole ASCII characters came and went, so it is still UTF-8.
    let template = String::from_utf8_lossy(&template).into_owned();
    TemplateDisplay { template: Cow::Owned(template), args }
}

impl<A: FmtTuple> fmt::Display for TemplateDisplay<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = &*self.template;
        let mut next = 0;
        while let Some(at) = rest.find(['{', '}']) {
            let (text, from) = rest.split_at(at);
            f.write_str(text)?;
            let placeholder = from.find('}').filter(|_| from.starts_with('{'));
            rest = match (placeholder, from.as_bytes()) {
                (_, [b'{', b'{', ..] | [b'}', b'}', ..]) => {
                    f.write_str(&from[..1])?;
                    &from[2..]
                }
                (Some(end), _) => {
                    let digits = from[1..end].bytes().take_while(u8::is_ascii_digit).count();
                    let index = from[1..=digits].parse().unwrap_or_else(|_| {
                        next += 1;
                        next - 1
                    });
                    match self.args.nth(index) {
                        Some(argument) => write!(f, "{argument}")?,
                        None => f.write_str(&from[..=end])?,
                    }
                    &from[end + 1..]
                }
                (None, _) => {
                    f.write_str(&from[..1])?;
                    &from[1..]
                }
            };
        }
        f.write_str(rest)
    }
}

impl<A> fmt::Debug for TemplateDisplay<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TemplateDisplay").field(&self.template).finish()
    }
}
