//! The line that shows a command before it runs: `$ bun install`.

use alloc::vec::Vec;

use super::markup::{Text, translate};
use super::{
    STDERR, STDOUT, enable_ansi_colors_stderr, enable_ansi_colors_stdout, flush, is_unbuffered,
};

/// A command to show: its arguments, or a line as it was typed.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, CommandArgv};
///
/// let arguments: [&[u8]; 2] = [b"git", b"status"];
/// let argv = CommandArgv::List(&arguments);
/// Output::command(argv); // $ git status
/// assert!(matches!(argv, CommandArgv::List([program, ..]) if program == b"git"));
/// ```
#[derive(Copy, Clone, Debug)]
pub enum CommandArgv<'a> {
    /// The arguments, shown with a space between them.
    List(&'a [&'a [u8]]),
    /// The line.
    Single(&'a [u8]),
}

/// Shows a command on standard error, and flushes.
///
/// Zig: `bun.Output.command`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, CommandArgv};
///
/// Output::command(CommandArgv::List(&[b"bun", b"install"]));
/// Output::command_out(CommandArgv::Single(b"echo $HOME"));
/// ```
pub fn command(argv: CommandArgv<'_>) {
    let text = line(argv, enable_ansi_colors_stderr());
    // Failures are kept for `try_flush`.
    let _ = STDERR.print(&text, b"", is_unbuffered());
    flush();
}

/// As [`command`], on standard output.
///
/// Zig: `bun.Output.commandOut`.
///
/// # Examples
///
/// ```
/// use bun_core::Output::{self, CommandArgv};
///
/// Output::command_out(CommandArgv::Single(b"echo $HOME"));
/// assert!(Output::try_flush().is_ok());
/// ```
#[doc(alias = "commandOut")]
pub fn command_out(argv: CommandArgv<'_>) {
    let text = line(argv, enable_ansi_colors_stdout());
    let _ = STDOUT.print(&text, b"", is_unbuffered());
    flush();
}

fn line(argv: CommandArgv<'_>, has_color: bool) -> Vec<u8> {
    let mut text = translate(b"<r><d><magenta>$<r> <d><b>", has_color, Text::Template);
    match argv {
        CommandArgv::List(arguments) => text.extend_from_slice(&arguments.join(&b' ')),
        CommandArgv::Single(line) => text.extend_from_slice(line),
    }
    text.extend_from_slice(&translate(b"<r>\n", has_color, Text::Template));
    text
}

#[cfg(test)]
mod tests {
    use super::{CommandArgv, line};

    #[test]
    fn both_forms() {
        assert_eq!(line(CommandArgv::List(&[b"a", b"<b>", b""]), false), b"$ a <b> \n");
        assert_eq!(line(CommandArgv::List(&[]), false), b"$ \n");
        assert_eq!(
            line(CommandArgv::Single(b"a\xff"), true),
            b"\x1b[0m\x1b[2m\x1b[35m$\x1b[0m \x1b[2m\x1b[1ma\xff\x1b[0m\n"
        );
    }
}
