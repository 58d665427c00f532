//! Prints by the functions for strings that are known only at run time, and reads standard input.

#![forbid(unsafe_code)]

use bun_core::Output::{self, CommandArgv, ErrName, SysErrInfo};
use bun_core::{Global, argv, err};

fn main() {
    match argv().get(1) {
        Some(b"messages") => messages(),
        Some(b"debug") => debug(),
        Some(b"moves") => moves(),
        Some(b"many") => many(),
        Some(b"agent") => agent(),
        Some(b"echo") => echo(),
        Some(b"unbuffered") => unbuffered(),
        Some(b"null") => null(),
        _ => Global::exit(2),
    }
}

struct OpenFailed(Option<&'static str>);

impl ErrName for OpenFailed {
    fn name(&self) -> &[u8] {
        b"unknown error"
    }

    fn as_sys_err_info(&self) -> Option<SysErrInfo> {
        Some(SysErrInfo { tag_name: b"ENOENT", label: self.0, errno: 2, syscall: "open" })
    }
}

fn messages() {
    let _flush = Output::flush_guard();
    let text = String::from("<red>a<r> > b\n");
    Output::pretty(&text);
    Output::prettyln("<T> <b>c<r>");
    Output::prettyln(format_args!("<b>{}<r> -> {}", "d", "Vec<T>"));
    Output::pretty_error(b"<d>e<r>\n");
    Output::pretty_errorln(text.as_str());
    Output::warn("<b>f<r>");
    Output::note(format_args!("{}\n", "g"));
    Output::err(err!(ENOENT), "opening {s}: <b>{d}<r>\n", ("<b>", 1));
    Output::err(b"EACCES", "all", ());
    Output::err("Later", "{1} {0} {2}", ("a", 2));
    Output::err(OpenFailed(Some("No such file")), "reading {s}", ("x",));
    Output::err(OpenFailed(None), "reading", ());
    Output::err_generic("bad {}", format_args!("<b>{}", 1));
    Output::err_fmt(err!(ENOTDIR));
    Output::print_error("h\n");
    bun_core::print_errorln!("{}<b>", 1);
    Output::command(CommandArgv::List(&[b"bun", b"run", b"<b>"]));
    Output::command_out(CommandArgv::Single(b"echo 1"));
    Output::print_elapsed(0.125);
    Output::print_error("\n");
    Output::print_elapsed_stdout(1500.5);
    Output::print_elapsed_stdout_trim(2.5);
    Output::print_start_end(0, 2_999_999);
    Output::print_start_end_stdout(0, 1_501_000_000);
    Output::println(format_args!(""));
    Output::print_errorln("");
    bun_core::prettyln!(concat!("<u>{}", "<r> {}"), 1, stringify!(x));
}

fn debug() {
    let _flush = Output::flush_guard();
    let mut evaluated = 0;
    Output::debug("<b>a<r>");
    Output::debug_warn(format_args!("{}", 1));
    bun_core::debug_warn!("<b>{}<r>", {
        evaluated += 1;
        evaluated
    });
    Output::print(format_args!("{evaluated}"));
}

fn moves() {
    let _flush = Output::flush_guard();
    Output::up(3);
    Output::clear_to_end();
    let frame = Output::synchronized();
    Output::print(format_args!("frame"));
    frame.end();
    Output::reset_terminal();
    Output::print(format_args!("all"));
    Output::reset_terminal_all();
}

/// A megabyte of numbered lines, and then whether all went well.
fn many() {
    for line in 0..100_000 {
        Output::println(format_args!("{line:09}"));
    }
    let result = Output::try_flush();
    Output::print_errorln(format_args!("{result:?}"));
    Output::flush();
}

fn agent() {
    let _flush = Output::flush_guard();
    Output::println(format_args!("{} {}", Output::is_ai_agent(), Output::is_github_action()));
}

/// One byte without reading ahead, then lines of at most eight bytes.
fn echo() {
    let _flush = Output::flush_guard();
    let first = Output::stdin_reader().take_byte();
    Output::println(format_args!("{first:?}"));
    let mut line = Vec::new();
    loop {
        let result = Output::buffered_stdin_read_until_delimiter(&mut line, b'\n', 8);
        Output::println(format_args!("{result:?} {}", bun_core::fmt::lossy(&line)));
        if result == Err(err!(EndOfStream)) {
            break;
        }
    }
    let mut stdin = Output::buffered_stdin_reader();
    let end = stdin.reader().read_byte();
    Output::println(format_args!("{end:?} {:?}", Output::stdin_reader().read_byte()));
}

/// Ends without a flush; what was printed within a scope is there all the same.
fn unbuffered() {
    Output::print(format_args!("flushed by the scope, "));
    {
        let _scope = Output::disable_buffering_scope();
        Output::print(format_args!("at once, "));
        {
            let _inner = Output::enable_buffering_scope();
            Output::print(format_args!("buffered, "));
        }
        Output::print(format_args!("again at once"));
    }
    Output::print(format_args!(" lost"));
}

fn null() {
    let _flush = Output::flush_guard();
    let null = [
        Output::stdio::is_stdin_null(),
        Output::stdio::is_stdout_null(),
        Output::stdio::is_stderr_null(),
    ];
    Output::print_errorln(format_args!("{null:?}"));
}
