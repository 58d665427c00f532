//! Short lines into the buffer of `Output`.
//!
//! Ours go to standard error, which leads to the null device for as long as a sample takes, and
//! every eighty lines or so there is a system call on all sides.
//!
//! Zig's writer belongs to one thread: it has no lock, and formats straight into its buffer. Ours
//! is shared, takes one lock, and formats first, so that an argument may print as well. What a lock
//! costs, `Mutex<BufWriter>` shows.

use crate::row::Row;

#[cfg(not(unix))]
pub(super) fn rows() -> Vec<Row> {
    Vec::new()
}

#[cfg(unix)]
pub(super) fn rows() -> Vec<Row> {
    unix::rows()
}

#[cfg(unix)]
mod unix {
    use core::hint::black_box;
    use std::fs::File;
    use std::io::{BufWriter, Write as _};
    use std::sync::Mutex;

    use bun_core::{Output, pretty_error};

    use super::super::zig;
    use crate::row::{Contender, Row};

    const GROUP: &str = "output";

    pub(super) fn rows() -> Vec<Row> {
        vec![number(), literal()]
    }

    fn number() -> Row {
        row("print line with a number", "`line {}`, the index of the line", || {
            let mut contenders = vec![
                Contender::ours("pretty_error!", |n| {
                    quietly(|| {
                        (0..n).for_each(|index| pretty_error!("line {}\n", black_box(index)))
                    });
                    n
                }),
                Contender::floor("Mutex<BufWriter>", |n| {
                    let writer = null_writer();
                    for index in 0..n {
                        let mut writer = writer.lock().expect("nothing panics");
                        writeln!(writer, "line {}", black_box(index)).expect("the null device");
                    }
                    n
                }),
            ];
            let zig =
                zig().map(|zig| Contender::zig("std.Io.Writer", move |n| zig.print_number(n)));
            contenders.extend(zig.map(|zig| zig.target(1.0)));
            contenders
        })
    }

    fn literal() -> Row {
        row("print literal line", "`a short line`", || {
            let mut contenders = vec![
                Contender::ours("pretty_error!", |n| {
                    quietly(|| (0..n).for_each(|_| pretty_error!("a short line\n")));
                    n
                }),
                Contender::floor("Mutex<BufWriter>", |n| {
                    let writer = null_writer();
                    for _ in 0..n {
                        let mut writer = writer.lock().expect("nothing panics");
                        writer.write_all(b"a short line\n").expect("the null device");
                    }
                    n
                }),
            ];
            let zig =
                zig().map(|zig| Contender::zig("std.Io.Writer", move |n| zig.print_literal(n)));
            contenders.extend(zig.map(|zig| zig.target(1.0)));
            contenders
        })
    }

    fn row(name: &str, input: &str, contenders: impl Fn() -> Vec<Contender> + 'static) -> Row {
        Row::new(GROUP, name, input, 1, contenders)
    }

    fn null_writer() -> Mutex<BufWriter<File>> {
        Mutex::new(BufWriter::with_capacity(4096, null_device()))
    }

    fn null_device() -> File {
        File::options().write(true).open("/dev/null").expect("every Unix has one")
    }

    /// Runs `print` with standard error on the null device.
    fn quietly(print: impl FnOnce()) {
        let stderr = rustix::stdio::stderr().try_clone_to_owned().expect("a free descriptor");
        rustix::stdio::dup2_stderr(null_device()).expect("a descriptor that is open");
        print();
        Output::flush();
        rustix::stdio::dup2_stderr(stderr).expect("a descriptor that is open");
    }
}
