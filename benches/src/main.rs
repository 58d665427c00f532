//! `bench-report`: see the documentation of the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bun_benches::run(std::env::args().skip(1))
}
