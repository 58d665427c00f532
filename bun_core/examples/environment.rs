//! Does with the process what its argument names; what the tests of the environment look at from
//! outside.

#![forbid(unsafe_code)]

use bun_core::{Global, Output, argv, env_var};

fn main() {
    let what = argv().get(1).unwrap_or_default();
    match what {
        b"variables" => variables(),
        b"options" => options(),
        b"callbacks" => callbacks(),
        b"crash" => {
            Output::print(format_args!("crashed"));
            Global::crash()
        }
        b"raise" => {
            Output::print(format_args!("raised"));
            let number = str::from_utf8(argv().get(2).unwrap_or_default()).unwrap_or_default();
            Global::raise_ignoring_panic_handler(number.parse::<i32>().unwrap_or_default())
        }
        b"notimpl" => Global::notimpl(),
        b"waits" => waits(),
        b"reload" => {
            bun_core::set_argv(bun_core::intern_argv(vec![b"other name", b"arguments", b"\xff"]));
            bun_core::reload_process(true, false);
        }
        b"arguments" => arguments(),
        b"spawn" => spawn(),
        b"threads" => Output::print(format_args!("{}", bun_core::get_thread_count())),
        b"name" => name(),
        _ => Global::exit(2),
    }
    Global::exit(0);
}

fn variables() {
    Output::print(format_args!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        env_var::BUN_TMPDIR.get().map(bun_core::fmt::lossy).map(|text| text.to_string()),
        env_var::BUN_TMPDIR::get_not_empty().is_some(),
        env_var::NO_COLOR.get(),
        env_var::CI::get(),
        env_var::BUN_CONFIG_HTTP_IDLE_TIMEOUT.get(),
        env_var::FORCE_COLOR.get(),
        env_var::BUN_DEBUG_HASH_RANDOM_SEED.get(),
        env_var::feature_flag::BUN_ASSUME_PERFECT_INCREMENTAL.get(),
    ));
}

fn options() {
    bun_core::init_argv();
    Output::print(format_args!("{} ", bun_core::bun_options_argc()));
    arguments();
}

fn arguments() {
    let mut line = Vec::new();
    for argument in argv().iter().skip(1) {
        line.extend_from_slice(argument);
        line.push(b'|');
    }
    Output::writer().write_all(&line).expect("the test reads everything");
}

/// Callbacks of both kinds, registered in the wrong order and twice.
fn callbacks() {
    fn before() {
        Output::print(format_args!("before {} ", Global::is_exiting()));
        Global::add_exit_callback(added);
    }
    fn first() {
        Output::print(format_args!("first "));
    }
    fn added() {
        Output::print(format_args!("added "));
        panic!("on purpose");
    }
    fn second() {
        Output::print(format_args!("second "));
    }
    bun_core::add_exit_callback(first);
    Global::add_pre_exit_callback(before);
    Global::add_pre_exit_callback(before);
    bun_core::add_exit_callback(second);
    bun_core::add_exit_callback(first);
    Global::exit(256 + 3);
}

/// Leaves while another thread reports a crash, which is the one that ends the process.
fn waits() {
    fn never() {
        Output::print(format_args!("too early"));
    }
    Global::add_exit_callback(never);
    let (began, reports) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let is_first = Global::begin_panicking();
        began.send(is_first).expect("main listens");
        Output::print(format_args!("reported"));
        Output::flush();
        std::process::exit(7);
    });
    assert_eq!(reports.recv(), Ok(true));
    assert!(Global::is_panicking() && !Global::begin_panicking());
    Global::exit(1);
}

fn spawn() {
    let program = std::env::current_exe().expect("the program has a path");
    let program = program.as_os_str().as_encoded_bytes();
    let failed = bun_core::spawn_sync_inherit(&[program, b"crash"]).expect("it can be started");
    let fine = bun_core::spawn_sync_inherit(&[program, b"arguments", b"a b"]).expect("as above");
    Output::print(format_args!(" {:?} {} {}", failed.code(), failed.is_ok(), fine.is_ok()));
}

/// Says what the system says the thread is called.
fn name() {
    Global::set_thread_name(b"0123456789abcdefgh\0hidden");
    let name = std::fs::read("/proc/thread-self/comm").unwrap_or_default();
    Output::writer().write_all(&name).expect("the test reads everything");
}
