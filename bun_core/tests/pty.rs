//! A real terminal: its colours, its size, its modes, and the progress line.

#![cfg(all(unix, not(miri)))]
#![forbid(unsafe_code)]

mod example;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Child, Stdio};

use example::example;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, OutputModes, Termios, Winsize, tcgetattr, tcsetwinsize};

type Variables<'a> = &'a [(&'a str, &'a str)];

/// The side of a terminal at which a person sits.
struct Terminal {
    person: File,
    /// Kept open, so that what is read last is not an error.
    program: File,
}

impl Terminal {
    fn open() -> Self {
        let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&person).unwrap();
        unlockpt(&person).unwrap();
        let name = ptsname(&person, Vec::new()).unwrap();
        let program =
            File::options().read(true).write(true).open(OsStr::from_bytes(name.to_bytes()));
        let size = Winsize { ws_row: 33, ws_col: 101, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&person, size).unwrap();
        Self { person: person.into(), program: program.unwrap() }
    }

    fn side(&self) -> Stdio {
        self.program.try_clone().unwrap().into()
    }

    fn spawn(&self, name: &str, what: &str, variables: Variables<'_>) -> Child {
        let mut command = example(name);
        command.arg(what).envs(variables.iter().copied());
        command.stdin(self.side()).stdout(self.side()).stderr(self.side()).spawn().unwrap()
    }

    /// Reads until the program has shown `end`.
    fn read_to(&mut self, end: &str) -> String {
        let mut seen = Vec::new();
        while !seen.ends_with(end.as_bytes()) {
            // A program that is stuck must not keep the tests waiting.
            let minute = Timespec { tv_sec: 60, tv_nsec: 0 };
            let ready = poll(&mut [PollFd::new(&self.person, PollFlags::IN)], Some(&minute));
            assert_eq!(ready, Ok(1), "{:?}", String::from_utf8_lossy(&seen));
            let mut some = [0; 256];
            let length = self.person.read(&mut some).unwrap();
            assert_ne!(length, 0, "{:?}", String::from_utf8_lossy(&seen));
            seen.extend_from_slice(&some[..length]);
        }
        String::from_utf8(seen).unwrap()
    }

    fn press(&mut self, keys: &[u8]) {
        self.person.write_all(keys).unwrap();
    }

    fn attributes(&self) -> Termios {
        tcgetattr(&self.program).unwrap()
    }
}

#[test]
fn what_is_known_about_a_terminal() {
    let cases: &[(Variables<'_>, &str, &str)] = &[
        (&[("TERM", "xterm-256color")], "C256", "\x1b[31mred\x1b[0m"),
        (&[("TERM", "xterm"), ("COLORTERM", "truecolor")], "C16m", "\x1b[31mred\x1b[0m"),
        (&[("TERM", "xterm"), ("NO_COLOR", "1")], "None", "red"),
        // No colours are known of, but it is a terminal: it gets them all the same.
        (&[("TERM", "dumb")], "None", "\x1b[31mred\x1b[0m"),
    ];
    for (variables, depth, red) in cases {
        let mut terminal = Terminal::open();
        let mut child = terminal.spawn("streams_terminal", "state", variables);
        let seen = terminal.read_to(&format!("{red}\r\n"));
        assert_eq!(seen, format!("101x33\r\ntrue true true\r\n{depth}\r\n{red}\r\n"));
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn one_terminal_gives_colours_to_both_streams() {
    let mut terminal = Terminal::open();
    for (variables, red) in [
        (&[("TERM", "xterm")], "\x1b[31mred\x1b[0m\n"),
        // Each for itself when the terminal is not known to have colours.
        (&[("TERM", "dumb")], "red\n"),
    ] {
        let mut command = example("streams_terminal");
        command.arg("state").envs(variables.iter().copied()).stdin(Stdio::null());
        let output = command.stderr(terminal.side()).output().unwrap();
        let seen = String::from_utf8(output.stdout).unwrap();
        assert!(seen.starts_with("0x0\nfalse false true\n"), "{seen:?}");
        assert!(seen.ends_with(red), "{seen:?}");
    }
    terminal.press(b"unread\n");
}

#[test]
fn modes_are_set_and_taken_back() {
    let mut terminal = Terminal::open();
    let normal = terminal.attributes();
    let mut child = terminal.spawn("streams_terminal", "modes", &[]);
    let typing = LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;

    terminal.read_to("raw\r\n");
    let raw = terminal.attributes();
    assert!(!raw.local_modes.intersects(typing));
    assert!(raw.output_modes.contains(OutputModes::ONLCR | OutputModes::OPOST));
    // Ctrl+C is a key like any other.
    terminal.press(b"\x03");

    terminal.read_to("io\n");
    let io = terminal.attributes();
    assert!(!io.local_modes.intersects(typing));
    assert!(!io.output_modes.contains(OutputModes::OPOST));
    terminal.press(b"x");

    terminal.read_to("normal\r\n");
    assert_same(&terminal.attributes(), &normal);
    terminal.press(b"\n");
    terminal.read_to("restored\r\n");
    assert_same(&terminal.attributes(), &normal);
    terminal.press(b"\n");
    assert!(child.wait().unwrap().success());
}

fn assert_same(left: &Termios, right: &Termios) {
    assert_eq!(left.input_modes, right.input_modes);
    assert_eq!(left.output_modes, right.output_modes);
    assert_eq!(left.control_modes, right.control_modes);
    assert_eq!(left.local_modes, right.local_modes);
}

#[test]
fn the_progress_line_comes_and_goes() {
    let line = "[2/2] Working... ";
    let clear = format!("\x1b[{}D\x1b[0K", line.len());
    let drawn = format!("{line}{clear}message\r\n{line}{clear}");
    for (term, expected) in [("xterm", &*drawn), ("dumb", "message\r\n")] {
        let mut terminal = Terminal::open();
        let mut child = terminal.spawn("streams", "progress", &[("TERM", term)]);
        assert_eq!(terminal.read_to(expected), expected);
        assert!(child.wait().unwrap().success());
    }
}
