//! `dupfind`: finds files with equal contents in a directory tree.
//!
//! Written the way code ported from Zig is: paths are bytes, errors are names, containers keep
//! their order, memory that lives as long as the run is in an arena.
//!
//! ```text
//! scan      directories -> MultiArrayList of files, one for each inode
//! contents  files of a size that occurs twice -> their Wyhash, on the thread pool
//! groups    ArrayHashMap by (size, hash) -> compared byte by byte -> duplicates
//! report    duplicates, sorted by what they waste -> Output
//! ```

#![forbid(unsafe_code)]

mod arguments;
mod contents;
mod groups;
mod report;
mod scan;

use bun_alloc::Arena;
use bun_core::Progress::Progress;
use bun_core::{Error, Global, Output, err};
use bun_threading::ThreadPool;
use bun_threading::thread_pool::Config;

use arguments::{Arguments, Request};

#[global_allocator]
static ALLOC: bun_alloc::Mimalloc = bun_alloc::Mimalloc;

/// The command line cannot be understood.
const USAGE: Error = err!(InvalidUsage);
/// Something could not be read; what could be read has been reported.
const INCOMPLETE: Error = err!(Incomplete);
/// Whoever reads the output has seen enough.
const CLOSED: Error = err!(BrokenPipe);

fn main() {
    let code = match run() {
        Ok(()) => 0,
        Err(USAGE) => 2,
        Err(INCOMPLETE | CLOSED) => 1,
        Err(error) => {
            Output::err_generic!("{}", error.name());
            1
        }
    };
    Global::exit(code);
}

fn run() -> Result<(), Error> {
    let arguments = match arguments::parse(&bun_core::argv())? {
        Request::Help => return arguments::print_help(),
        Request::Find(arguments) => arguments,
    };
    let pool = ThreadPool::init(Config { max_threads: arguments.threads, ..Config::default() });
    find(&arguments, &pool)
}

fn find(arguments: &Arguments, pool: &ThreadPool) -> Result<(), Error> {
    let arena = Arena::new();
    let mut progress = Progress::new();
    let line = progress.start(b"Scanning", 0);
    let mut failures = Failures::default();

    let mut files = scan::scan(arguments, &arena, line, &mut failures)?;
    contents::hash_all(&mut files, pool, line, &mut failures)?;
    let duplicates = groups::find(&files, pool, &mut failures)?;
    line.end();

    failures.print();
    let summary = report::Summary { files_scanned: files.len(), complete: failures.is_empty() };
    if arguments.plain {
        report::print_plain(&duplicates)?;
    } else {
        report::print_table(&duplicates, &summary)?;
    }
    Output::try_flush()?;
    if summary.complete { Ok(()) } else { Err(INCOMPLETE) }
}

/// What could not be read, to be told once the progress line is gone.
#[derive(Default)]
struct Failures {
    errors: Vec<bun_sys::Error>,
}

impl Failures {
    fn add(&mut self, path: &[u8], error: &bun_sys::Error) {
        self.errors.push(error.with_path(path));
    }

    fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    fn print(&self) {
        for error in &self.errors {
            Output::err_generic!("{}", error);
        }
    }
}
