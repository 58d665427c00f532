//! What the functions of `Output` print, and what becomes of it under the operating system.

#![cfg(not(miri))]
#![forbid(unsafe_code)]

mod example;

use std::io::{Read as _, Write as _};
use std::process::{Output, Stdio};

use bun_core::Output::{pretty_fmt_args, pretty_fmt_rt, pretty_fmt_runtime};
use bun_core::pretty_fmt;
use example::example;
use proptest::prelude::*;

type Variables<'a> = &'a [(&'a str, &'a str)];

fn run(what: &str, variables: Variables<'_>) -> Output {
    let mut command = example("streams_messages");
    command.arg(what).envs(variables.iter().copied()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

fn without_sequences(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\x1b[") {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain + rest
}

const STDOUT: &str = "\
a  b
<T> c
d -> Vec<T>
$ echo 1
[1.50s][2.5ms][1.50s]
1 x
";

const STDERR: &str = "\
e
a  b
warn: f
note: g
ENOENT: opening <b>: 1
EACCES: all
Later: 2 a {2}
ENOENT: No such file: reading x (open)
ENOENT: reading (open)
error: bad <b>1
error: ENOTDIR
h
1<b>
$ bun run <b>
[0.13ms]
[2.00ms]
";

#[test]
fn every_message_with_and_without_colours() {
    let plain = run("messages", &[]);
    assert_eq!(text(&plain.stdout), STDOUT);
    assert_eq!(text(&plain.stderr), STDERR);
    let colored = run("messages", &[("FORCE_COLOR", "1")]);
    let (stdout, stderr) = (text(&colored.stdout), text(&colored.stderr));
    assert_eq!(without_sequences(stdout), STDOUT);
    assert_eq!(without_sequences(stderr), STDERR);
    assert!(stdout.starts_with("\x1b[31ma\x1b[0m  b\n<T> \x1b[1mc\x1b[0m\n"), "{stdout:?}");
    for line in [
        "\x1b[33mwarn\x1b[0m\x1b[2m:\x1b[0m \x1b[1mf\x1b[0m\n",
        "\x1b[34mnote\x1b[0m\x1b[2m:\x1b[0m g\n",
        "\n\x1b[31mENOENT\x1b[0m\x1b[2m:\x1b[0m opening <b>: \x1b[1m1\x1b[0m\n",
        "\x1b[31mENOENT\x1b[0m\x1b[2m:\x1b[0m No such file: reading x \x1b[2m(open)\x1b[0m\n",
        "\x1b[0m\x1b[31merror\x1b[0m\x1b[2m:\x1b[0m bad <b>1\n",
        "\x1b[0m\x1b[2m\x1b[35m$\x1b[0m \x1b[2m\x1b[1mbun run <b>\x1b[0m\n",
        "\x1b[0m\x1b[2m[\x1b[1m0.13ms\x1b[0m\x1b[2m]\x1b[0m\n",
    ] {
        assert!(stderr.contains(line), "{line:?} is not in {stderr:?}");
    }
}

#[test]
fn debug_messages_are_for_debug_builds() {
    let output = run("debug", &[]);
    if bun_core::env::IS_DEBUG {
        assert_eq!(text(&output.stderr), "DEBUG: a\ndebug warn: 1\ndebug warn: 1\n");
        assert_eq!(output.stdout, b"1");
    } else {
        assert_eq!((text(&output.stderr), text(&output.stdout)), ("", "0"));
    }
}

#[cfg(unix)]
#[test]
fn cursor_moves() {
    let moves = "\x1b[3A\x1b[0J\x1b[?2026hframe\x1b[?2026l";
    let plain = run("moves", &[]);
    assert_eq!(text(&plain.stdout), format!("{moves}all"), "resets only what has colours");
    assert_eq!(text(&plain.stderr), "");
    let reset = "\x1b[2J\x1b[3J\x1b[H";
    let colored = run("moves", &[("FORCE_COLOR", "1")]);
    assert_eq!(text(&colored.stdout), format!("{moves}all{reset}"));
    assert_eq!(text(&colored.stderr), format!("{reset}{reset}"));
}

#[test]
fn agents_and_workflows() {
    let cases: &[(Variables<'_>, &str)] = &[
        (&[], "false false\n"),
        (&[("GITHUB_ACTIONS", "true")], "false true\n"),
        (&[("GITHUB_ACTIONS", "true"), ("AGENT", "1")], "true false\n"),
        (&[("AGENT", "0"), ("CLAUDECODE", "1")], "false false\n"),
        (&[("CLAUDECODE", "1"), ("RUNNER_DEBUG", "1")], "false false\n"),
        (&[("REPL_ID", "x"), ("RUNNER_DEBUG", "0")], "true false\n"),
    ];
    for (variables, expected) in cases {
        assert_eq!(text(&run("agent", variables).stdout), *expected, "{variables:?}");
    }
}

#[test]
fn scopes_decide_about_buffering() {
    let output = run("unbuffered", &[]);
    assert_eq!(
        text(&output.stdout),
        "flushed by the scope, at once, buffered, again at once",
        "and nothing after the scope, for want of a flush"
    );
}

#[test]
fn standard_input_comes_in_lines() {
    let mut child = example("streams_messages")
        .arg("echo")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"xab\n\n12345678\nrest").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        text(&output.stdout),
        "Ok(120)\nOk(()) ab\nOk(()) \nErr(StreamTooLong) 12345678\nOk(()) \n\
         Err(EndOfStream) rest\nErr(EndOfStream) Err(EndOfStream)\n"
    );
}

#[cfg(unix)]
#[test]
fn the_null_device_is_known() {
    let null = run_null(Stdio::null(), Stdio::null());
    assert_eq!(null, "[true, true, false]\n");
    assert_eq!(run_null(Stdio::piped(), Stdio::piped()), "[false, false, false]\n");
}

#[cfg(unix)]
fn run_null(stdin: Stdio, stdout: Stdio) -> String {
    let mut command = example("streams_messages");
    let output = command.arg("null").stdin(stdin).stdout(stdout).stderr(Stdio::piped()).spawn();
    String::from_utf8(output.unwrap().wait_with_output().unwrap().stderr).unwrap()
}

fn numbered() -> Vec<u8> {
    (0..100_000).flat_map(|line| format!("{line:09}\n").into_bytes()).collect()
}

#[cfg(unix)]
#[test]
fn a_pipe_that_does_not_block_gets_everything() {
    let (reader, writer) = rustix::pipe::pipe().unwrap();
    rustix::fs::fcntl_setfl(&writer, rustix::fs::OFlags::NONBLOCK).unwrap();
    let mut child = example("streams_messages")
        .arg("many")
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut seen = Vec::new();
    std::fs::File::from(reader).read_to_end(&mut seen).unwrap();
    assert!(seen == numbered(), "{} bytes", seen.len());
    let mut report = String::new();
    child.stderr.take().unwrap().read_to_string(&mut report).unwrap();
    assert_eq!(report, "Ok(())\n");
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn what_arrived_before_a_failure_came_once() {
    let mut child = example("streams_messages")
        .arg("many")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Not a multiple of the buffer: a write is cut in the middle.
    let mut seen = vec![0; 10_001];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut seen).unwrap();
    drop(stdout);
    assert!(numbered().starts_with(&seen));
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stderr), "Err(BrokenPipe)\n");
}

#[cfg(unix)]
#[test]
fn a_descriptor_that_cannot_be_written_is_an_error() {
    // Open for reading: `write` answers EBADF, as it does for a closed descriptor.
    let null = std::fs::File::open("/dev/null").unwrap();
    let output = example("streams_messages").arg("many").stdout(null).output().unwrap();
    assert_eq!(text(&output.stderr), "Err(NotOpenForWriting)\n");
    assert!(output.status.success());
}

macro_rules! same_by_macro_and_function {
    ($($template:expr;)+) => {$(
        for has_color in [true, false] {
            let translated = pretty_fmt_runtime($template.as_bytes(), has_color);
            let by_macro = if has_color {
                pretty_fmt!($template, true)
            } else {
                pretty_fmt!($template, false)
            };
            assert_eq!(text(&translated), by_macro, "{}", $template);
        }
        assert_eq!(
            without_sequences(pretty_fmt!($template, true)),
            pretty_fmt!($template, false)
        );
    )+};
}

#[test]
fn templates_mean_the_same_at_both_times() {
    same_by_macro_and_function! {
        "";
        "<r><b><d><i><u>x</b></red></r>";
        "<black><red><green><yellow><blue><magenta><cyan><white><bgred><bggreen>";
        "{:<5}|{x:>3}<d>{{<b>}}";
        "\\<b\\> \\n \\\\<b> end\\";
        "a > b >> c";
        "é<u>é{é<b>}é";
        "<b";
        "a <red";
        "{open <b>";
        "}<b>{}";
        concat!("<b>", "x", 1, 'c', true, "<r>");
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&["b", "red", "bgred", "r", "/b", "/r", "nope", "/", "T"][..])
            .prop_map(|name| format!("<{name}>")),
        "[a-z é><{}\\\\\n]{0,6}",
    ]
}

proptest! {
    #[test]
    fn without_sequences_a_coloured_text_is_the_plain_one(
        pieces in prop::collection::vec(piece(), 0..12),
    ) {
        let template = pieces.concat();
        let colored = pretty_fmt_runtime(template.as_bytes(), true);
        let plain = pretty_fmt_runtime(template.as_bytes(), false);
        prop_assert_eq!(without_sequences(text(&colored)), text(&plain));
        let colored = pretty_fmt_rt(format_args!("{template}"), true).to_string();
        let plain = pretty_fmt_rt(format_args!("{template}"), false).to_string();
        prop_assert_eq!(without_sequences(&colored), plain);
    }

    #[test]
    fn a_message_without_tags_stays_as_it_is(message in "[a-z é>{}\n-]{0,20}(<[A-Z]*>)?") {
        prop_assert_eq!(pretty_fmt_rt(format_args!("{message}"), true).to_string(), message);
    }

    #[test]
    fn arguments_are_never_searched(argument in "[<>{}\\\\br/]{0,10}") {
        let message = pretty_fmt_args("<b>{s}<r>|{}", false, (&argument, &argument));
        prop_assert_eq!(message.to_string(), format!("{argument}|{argument}"));
        let message = pretty_fmt_args("{} {}", true, &[&argument]).to_string();
        prop_assert_eq!(message, format!("{argument} {{}}"));
    }
}
