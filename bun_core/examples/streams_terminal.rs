//! Shows what is known about the terminal, and changes its mode.

#![forbid(unsafe_code)]

use bun_core::Output::{self, OutputStreamDescriptor};
use bun_core::tty::{self, Mode, RawModeGuard};
use bun_core::{Global, argv};

fn main() {
    match argv().get(1) {
        Some(b"state") => state(),
        Some(b"modes") => modes(),
        _ => Global::exit(2),
    }
    Output::flush();
}

fn state() {
    let size = tty::winsize(1).unwrap_or_default();
    Output::println(format_args!("{}x{}", size.col, size.row));
    Output::println(format_args!(
        "{} {} {}",
        Output::is_stdin_tty(),
        Output::is_stdout_tty(),
        Output::stderr_descriptor_type() == OutputStreamDescriptor::Terminal
    ));
    Output::println(format_args!("{:?}", Output::color_depth()));
    bun_core::prettyln!("<red>red<r>");
}

/// Says each mode it has set, and waits for a key.
fn modes() {
    let mut stdin = Output::stdin_reader();
    let mut show = |what: &str| {
        Output::println(format_args!("{what}"));
        Output::flush();
        // Whatever it is.
        let _ = stdin.take_byte();
    };
    {
        let guard = RawModeGuard::new(0);
        show(if guard.is_raw() { "raw" } else { "failed" });
        let answer = tty::set_mode(0, Mode::Io);
        show(if answer == 0 { "io" } else { "failed" });
    }
    show("normal");
    let answer = tty::set_mode(0, Mode::Raw);
    Output::source::stdio::restore();
    show(if answer == 0 { "restored" } else { "failed" });
}
