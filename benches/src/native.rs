//! A second build of this program for the processor it runs on, and its report.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::options::Options;
use crate::report::Report;

/// Builds with `-C target-cpu=native`, runs the same rows and returns what that run found.
///
/// The build has its own target folder, so that the two do not evict each other.
pub(crate) fn run(options: &Options) -> io::Result<Report> {
    let folder = target_folder()?.join("native");
    let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build
        .args(["build", "--release", "--package", "bun_benches", "--features", "native"])
        .arg("--target-dir")
        .arg(&folder)
        .env("RUSTFLAGS", "-C target-cpu=native")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    succeed(&mut build)?;
    let program = folder.join("release").join(program_name()?);
    let json = folder.join("report.json");
    succeed(Command::new(program).args(arguments(options, &json)))?;
    Ok(serde_json::from_str(&fs::read_to_string(json)?)?)
}

/// Returns the folder above `release/bench-report`.
fn target_folder() -> io::Result<PathBuf> {
    let program = std::env::current_exe()?;
    let folder = program.parent().and_then(Path::parent);
    folder.map(Path::to_path_buf).ok_or_else(|| io::Error::other("this program has no folder"))
}

fn program_name() -> io::Result<OsString> {
    let program = std::env::current_exe()?;
    program.file_name().map(OsString::from).ok_or_else(|| io::Error::other("no program name"))
}

/// Returns the command line of the native program: the same rows and plan, its own files.
fn arguments(options: &Options, json: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec!["--json".into(), json.into()];
    arguments.extend(["--html".into(), json.with_extension("html").into()]);
    if options.quick {
        arguments.push("--quick".into());
    }
    if let Some(filter) = &options.filter {
        arguments.extend(["--filter".into(), filter.into()]);
    }
    arguments
}

/// Runs a command without its output; a failure carries what it said.
fn succeed(command: &mut Command) -> io::Result<()> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("{}: {}", output.status, said.trim())))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::arguments;
    use crate::options::Options;

    #[test]
    fn the_native_run_takes_the_same_rows_and_plan() {
        let given = ["--native", "--quick", "--filter", "hash/"].map(str::to_owned);
        let options = Options::parse(given).expect("valid options");
        let arguments = arguments(&options, Path::new("t/report.json"));
        let strings = arguments.into_iter().map(|argument| argument.into_string().expect("UTF-8"));
        let native = Options::parse(strings).expect("valid options");
        assert_eq!((native.quick, native.native), (true, false));
        assert_eq!(native.filter, options.filter);
        assert_eq!(native.json, Path::new("t/report.json"));
    }
}
