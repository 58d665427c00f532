//! Writes in the way its argument names; what the process tests look at from outside.

#![forbid(unsafe_code)]

use bun_core::Progress::Progress;
use bun_core::{Global, Output, argv, err};

fn main() {
    match argv().get(1) {
        Some(b"lines") => lines(),
        Some(b"colors") => colors(),
        Some(b"closed") => closed(),
        Some(b"hooks") => hooks(),
        Some(b"progress") => progress(),
        Some(b"arguments") => arguments(),
        _ => {
            Output::err_generic!("usage: streams lines|colors|closed|hooks|progress|arguments");
            Global::exit(2);
        }
    }
}

/// Many lines from several threads, by all the ways to print one.
fn lines() {
    let _flush = Output::flush_guard();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            scope.spawn(move || {
                for line in 0..500 {
                    match line % 3 {
                        0 => Output::println(format_args!("{thread} {line}")),
                        1 => bun_core::prettyln!("<b>{thread}<r> {line}"),
                        _ => {
                            let writer = Output::writer();
                            for bytes in [&[b'0' + thread][..], b" ", line.to_string().as_bytes()] {
                                writer.write_all(bytes).expect("the test reads everything");
                            }
                            writer.write_all(b"\n").expect("the test reads everything");
                        }
                    }
                }
            });
        }
    });
}

fn colors() {
    let _flush = Output::flush_guard();
    let name = "<b>";
    bun_core::pretty!("<red>{name}<r> \\<{:>2}\\>\n", 7);
    bun_core::prettyln!("line<d>");
    Output::warn!("w{}", 1);
    Output::note!("n\n");
    Output::err_generic!("e {name:?}");
    Output::err_tag("ENOENT", format_args!("<opening> {}", 1));
}

/// Keeps printing to a pipe that nobody reads, and says what it noticed.
fn closed() {
    for line in 0..100_000 {
        Output::println(format_args!("line {line}"));
    }
    let noticed = Output::try_flush();
    let again = Output::writer().write_all(b"more");
    Output::print_errorln(format_args!("{noticed:?} {again:?}"));
    let is_expected = noticed == Err(err!(BrokenPipe)) && again == Err(err!(BrokenPipe));
    Global::exit(if is_expected { 7 } else { 8 });
}

/// Callbacks in order, once each, around one that panics and one that adds another.
fn hooks() {
    fn first() {
        Output::print(format_args!("first {} ", Global::is_exiting()));
    }
    fn panics() {
        panic!("on purpose");
    }
    fn adds() {
        Output::print(format_args!("adds "));
        Global::add_exit_callback(last);
    }
    fn last() {
        Output::print(format_args!("last"));
        Global::exit(5);
    }
    Output::print(format_args!("{} ", Global::is_exiting()));
    for hook in [first, panics, adds, first] {
        Global::add_exit_callback(hook);
    }
    Global::exit(4);
}

fn progress() {
    let mut progress = Progress::new();
    progress.start(b"Working", 2).complete_one();
    progress.refresh();
    progress.log(format_args!("message\n"));
    progress.refresh();
    progress.root.end();
    Output::flush();
}

fn arguments() {
    let _flush = Output::flush_guard();
    let writer = Output::writer();
    for argument in argv().into_iter().skip(2) {
        writer.write_all(argument).expect("the test reads everything");
        writer.write_all(b"\0").expect("the test reads everything");
    }
}
