//! The command line.

use bun_core::{Error, Output, pretty};
use bun_str::strings;

use crate::USAGE;

/// What the user wants.
pub(crate) enum Request {
    Help,
    Find(Arguments),
}

/// How to look for duplicates.
pub(crate) struct Arguments {
    pub(crate) directory: &'static [u8],
    /// Smaller files are left out.
    pub(crate) min_size: u64,
    /// At most this many threads; 0 means one for each processor.
    pub(crate) threads: u32,
    /// Paths only, for other programs.
    pub(crate) plain: bool,
}

/// Understands the arguments, of which the first is the program's name.
pub(crate) fn parse(argv: &[&'static [u8]]) -> Result<Request, Error> {
    let mut arguments = Arguments { directory: b"", min_size: 1, threads: 0, plain: false };
    let mut rest = argv.iter().skip(1).copied();
    let mut only_paths = false;
    while let Some(argument) = rest.next() {
        match argument {
            b"--" if !only_paths => only_paths = true,
            b"--help" | b"-h" if !only_paths => return Ok(Request::Help),
            b"--plain" if !only_paths => arguments.plain = true,
            b"--threads" if !only_paths => {
                let count = number(argument, rest.next())?;
                arguments.threads = u32::try_from(count).map_err(|_| invalid(argument))?;
            }
            b"--min-size" if !only_paths => arguments.min_size = number(argument, rest.next())?,
            _ if !only_paths && strings::starts_with(argument, b"-") => {
                Output::err_generic!("unknown option {}", bun_core::fmt::lossy(argument));
                return Err(usage());
            }
            directory if arguments.directory.is_empty() && !directory.is_empty() => {
                arguments.directory = directory;
            }
            _ => {
                Output::err_generic!("expected one directory");
                return Err(usage());
            }
        }
    }
    if arguments.directory.is_empty() {
        Output::err_generic!("expected a directory");
        return Err(usage());
    }
    // An empty file wastes nothing.
    arguments.min_size = arguments.min_size.max(1);
    Ok(Request::Find(arguments))
}

fn number(option: &[u8], value: Option<&[u8]>) -> Result<u64, Error> {
    let text = value.and_then(|value| str::from_utf8(value).ok());
    text.and_then(|text| text.parse().ok()).ok_or_else(|| invalid(option))
}

fn invalid(option: &[u8]) -> Error {
    Output::err_generic!("{} needs a number", bun_core::fmt::lossy(option));
    usage()
}

fn usage() -> Error {
    bun_core::pretty_errorln!("<d>Try<r> dupfind --help");
    USAGE
}

pub(crate) fn print_help() -> Result<(), Error> {
    pretty!(
        "Finds files with equal contents.\n\
         \n\
         <b>Usage<r>: dupfind [options] \\<directory\\>\n\
         \n\
         <b>Options<r>:\n  \
           <cyan>--min-size<r> N   leave out files smaller than N bytes <d>(default 1)<r>\n  \
           <cyan>--threads<r> N    use at most N threads <d>(default: one a processor)<r>\n  \
           <cyan>--plain<r>        print paths only: groups separated by an empty line\n  \
           <cyan>--help<r>         print this\n\
         \n\
         Symbolic links are not followed. A file with several names counts once.\n\
         Groups that waste most come first.\n\
         \n\
         <b>Exit status<r>: 0 if all went well, 1 if something could not be read, 2 for a command\n\
         line that makes no sense.\n"
    );
    Output::try_flush()
}
