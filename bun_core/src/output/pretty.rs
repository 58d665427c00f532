//! Messages with colour tags.

/// Prints to standard output, with tags for colours.
///
/// | tag | style | tag | style |
/// |---|---|---|---|
/// | `<b>` | bold | `<red>`, … | the text: `black`, `red`, `green`, `yellow`, … `white` |
/// | `<d>` | dim | `<bgred>`, `<bggreen>` | background |
/// | `<i>` | italic | `<r>`, `</b>`, `</red>`, … | end of all styles |
/// | `<u>` | underlined | `\<`, `\>` | the character itself |
///
/// The rest is a template of [`format_args!`]; what stands in braces is copied as it is, and
/// arguments are never searched for tags. The template is translated while compiling, once with
/// colours and once without, and
/// [`enable_ansi_colors_stdout`](crate::Output::enable_ansi_colors_stdout) picks one.
///
/// Zig: `bun.Output.pretty`.
///
/// # Examples
///
/// ```
/// let seconds = 3;
/// bun_core::pretty!("<green>done<r> in <b>{seconds:>3}<r>s ({})\n", "<not a tag>");
/// ```
///
/// The template is a literal, or several joined by `concat!`:
///
/// ```
/// bun_core::pretty!(concat!("<b>usage<r>: ", "bun [flags] ", "{}\n"), "file");
/// ```
///
/// An unknown tag does not compile:
///
/// ```compile_fail
/// bun_core::pretty!("<grene>done<r>\n");
/// ```
#[macro_export]
macro_rules! pretty {
    ($($message:tt)*) => {
        $crate::__pretty!(stdout text $($message)*)
    };
}

/// As [`pretty!`], with a newline at the end unless the template has one.
///
/// Zig: `bun.Output.prettyln`.
///
/// # Examples
///
/// ```
/// bun_core::prettyln!("<b>{}<r> files", 12);
/// ```
#[macro_export]
macro_rules! prettyln {
    ($($message:tt)*) => {
        $crate::__pretty!(stdout line $($message)*)
    };
}

/// As [`pretty!`], to standard error.
///
/// Zig: `bun.Output.prettyError`.
///
/// # Examples
///
/// ```
/// bun_core::pretty_error!("<yellow>careful<r>\n");
/// ```
#[macro_export]
#[doc(alias = "prettyError")]
macro_rules! pretty_error {
    ($($message:tt)*) => {
        $crate::__pretty!(stderr text $($message)*)
    };
}

/// As [`prettyln!`], to standard error.
///
/// Zig: `bun.Output.prettyErrorln`.
///
/// # Examples
///
/// ```
/// bun_core::pretty_errorln!("<red>{}<r> is missing", "package.json");
/// ```
#[macro_export]
#[doc(alias = "prettyErrorln")]
macro_rules! pretty_errorln {
    ($($message:tt)*) => {
        $crate::__pretty!(stderr line $($message)*)
    };
}

/// Prints `error: …` as a line to standard error; the message may have tags.
///
/// Zig: `bun.Output.errGeneric`.
///
/// # Examples
///
/// ```
/// bun_core::Output::err_generic!("cannot open <b>{}<r>", "a.txt");
/// ```
#[macro_export]
#[doc(alias = "errGeneric")]
macro_rules! err_generic {
    ($($message:tt)*) => {
        $crate::__pretty!(stderr line "<r><red>error<r><d>:<r> " $($message)*)
    };
}

/// Prints `warn: …` as a line to standard error; the message may have tags.
///
/// Zig: `bun.Output.warn`.
///
/// # Examples
///
/// ```
/// bun_core::Output::warn!("skipped {} files", 3);
/// ```
#[macro_export]
macro_rules! warn {
    ($($message:tt)*) => {
        $crate::__pretty!(stderr line "<yellow>warn<r><d>:<r> " $($message)*)
    };
}

/// Prints `note: …` as a line to standard error; the message may have tags.
///
/// Zig: `bun.Output.note`.
///
/// # Examples
///
/// ```
/// bun_core::Output::note!("use <d>--force<r> to overwrite");
/// ```
#[macro_export]
macro_rules! note {
    ($($message:tt)*) => {
        $crate::__pretty!(stderr line "<blue>note<r><d>:<r> " $($message)*)
    };
}

/// Prints `debug warn: …` as a line to standard error and flushes; nothing, and no argument is
/// evaluated, if `bun_core` was built without debug assertions.
///
/// Zig: `bun.Output.debugWarn`.
///
/// # Examples
///
/// ```
/// bun_core::Output::debug_warn!("no lockfile in {}", "/tmp");
/// ```
#[macro_export]
#[doc(alias = "debugWarn")]
macro_rules! debug_warn {
    ($($message:tt)*) => {
        if $crate::env::IS_DEBUG {
            $crate::__pretty!(stderr line "<yellow>debug warn<r><d>:<r> " $($message)*);
            $crate::output::flush();
        }
    };
}

/// Prints to standard error, with a newline at the end unless the message has one; no tags.
///
/// Zig: `bun.Output.printErrorln`.
///
/// # Examples
///
/// ```
/// bun_core::print_errorln!("{} <is> not a tag", "b");
/// ```
#[macro_export]
#[doc(alias = "printErrorln")]
macro_rules! print_errorln {
    ($($message:tt)*) => {
        $crate::output::print_errorln(::core::format_args!($($message)*))
    };
}

/// Formats a template with tags into anything that has a `write_fmt`: a formatter, a
/// [`Writer`](crate::Output::Writer), an [`io::Write`](crate::io::Write); with colours if the
/// second argument is true.
///
/// Zig: `writer.print(comptime Output.prettyFmt(fmt, colors), args)`.
///
/// # Examples
///
/// ```
/// use core::fmt;
///
/// struct Package {
///     name: &'static str,
///     colors: bool,
/// }
///
/// impl fmt::Display for Package {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         bun_core::write_pretty!(f, self.colors, "<b>{}<r>", self.name)
///     }
/// }
///
/// assert_eq!(Package { name: "a", colors: true }.to_string(), "\x1b[1ma\x1b[0m");
/// ```
#[macro_export]
macro_rules! write_pretty {
    ($writer:expr, $colors:expr, $($message:tt)+) => {
        if $colors {
            $writer.write_fmt($crate::__private::pretty_args!(true text $($message)+))
        } else {
            $writer.write_fmt($crate::__private::pretty_args!(false text $($message)+))
        }
    };
}

/// The two translations and the choice between them; the arguments are evaluated once.
#[doc(hidden)]
#[macro_export]
macro_rules! __pretty {
    (stdout $ending:ident $($message:tt)*) => {
        if $crate::output::enable_ansi_colors_stdout() {
            $crate::output::print($crate::__private::pretty_args!(true $ending $($message)*))
        } else {
            $crate::output::print($crate::__private::pretty_args!(false $ending $($message)*))
        }
    };
    (stderr $ending:ident $($message:tt)*) => {
        if $crate::output::enable_ansi_colors_stderr() {
            $crate::output::__print_error(
                $crate::__private::pretty_args!(true $ending $($message)*),
            )
        } else {
            $crate::output::__print_error(
                $crate::__private::pretty_args!(false $ending $($message)*),
            )
        }
    };
}
