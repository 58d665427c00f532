//! Logs by scope, in the ways its argument names.

#![forbid(unsafe_code)]

use core::fmt;

use bun_core::Output;
use bun_core::{Global, argv, scope_is_visible, scoped_log};

bun_core::declare_scope!(Parser, hidden);
bun_core::declare_scope!(network, visible);
bun_core::define_scoped_log!(log, INSTALL, hidden);
bun_core::define_scoped_log!(again, INSTALL);

fn main() {
    match argv().get(1) {
        Some(b"build") => Output::print(format_args!("{}", Output::ENABLE_LOGS)),
        Some(b"scopes") => scopes(),
        Some(b"nested") => nested(),
        Some(b"panics") => panics(),
        Some(b"threads") => threads(),
        Some(b"fails") => fails(),
        _ => Global::exit(2),
    }
    Output::flush();
}

fn scopes() {
    let mut evaluated = [0; 3];
    let mut count = |index: usize| {
        evaluated[index] += 1;
        evaluated[index]
    };
    Output::print(format_args!("before\n"));
    scoped_log!(Parser, "needle-7f3a {}", count(0));
    scoped_log!(network, "<b>bold<r> \\<{}\\> {}\n", "<b>", count(1));
    log!("install {}", count(2));
    again!(concat!("again", " {}"), count(2));
    Output::print(format_args!("after\n"));
    let visible =
        [scope_is_visible!(Parser), scope_is_visible!(network), scope_is_visible!(INSTALL)];
    Output::print_errorln(format_args!("{evaluated:?} {visible:?}"));
}

/// Logs, prints and is shown.
struct Noisy;

impl fmt::Display for Noisy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        scoped_log!(network, "inner");
        Output::println(format_args!("printed"));
        f.write_str("noisy")
    }
}

fn nested() {
    scoped_log!(network, "outer {}", Noisy);
    Output::disable_scoped_debug_writer();
    scoped_log!(network, "silenced");
    Output::enable_scoped_debug_writer();
    scoped_log!(network, "end");
}

struct LogsWhenDropped;

impl Drop for LogsWhenDropped {
    fn drop(&mut self) {
        scoped_log!(network, "dropped");
    }
}

fn panics() {
    let _logs_after_all = LogsWhenDropped;
    std::panic::set_hook(Box::new(|_| scoped_log!(network, "hook")));
    let panics = fmt::from_fn(|_| panic!("on purpose"));
    let result = std::panic::catch_unwind(|| {
        let _logs_while_unwinding = LogsWhenDropped;
        scoped_log!(network, "{}", panics);
    });
    scoped_log!(network, "caught {}", result.is_err());
}

fn threads() {
    std::thread::scope(|scope| {
        for thread in 0..4 {
            scope.spawn(move || {
                for line in 0..200 {
                    scoped_log!(network, "{} {}", thread, line);
                }
            });
        }
    });
}

fn fails() {
    let mut evaluated = 0;
    for _ in 0..5 {
        scoped_log!(network, "{}", {
            evaluated += 1;
            evaluated
        });
    }
    Output::print_errorln(format_args!("{evaluated}"));
}
