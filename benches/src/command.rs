//! The program: selects rows, verifies, measures, writes the report.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::machine::Machine;
use crate::measure::{measure, verify};
use crate::options::{Mode, Options, USAGE};
use crate::report::{Report, RowResult, SCHEMA, Settings, html, table};
use crate::row::Row;
use crate::{native, rows};

/// Runs the program with the arguments after its name.
///
/// Fails when an answer is wrong, a loop was deleted, a file cannot be written or the command line
/// is not understood. A row behind its target is a finding, not a failure.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = String>) -> ExitCode {
    let options = match Options::parse(arguments) {
        Ok(options) => options,
        Err(message) => {
            say_aside(&format!("{message}\n\n{USAGE}"));
            return ExitCode::from(2);
        }
    };
    let done = match options.mode {
        Mode::Help => say(USAGE),
        Mode::List => list(&options),
        Mode::Check => check(&options),
        Mode::Measure => report(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_aside(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn selected(options: &Options) -> Vec<Row> {
    rows::all().into_iter().filter(|row| options.selects(&row.id())).collect()
}

fn list(options: &Options) -> io::Result<()> {
    let mut text = String::new();
    for row in selected(options) {
        text.push_str(&format!("{:<44} {}\n", row.id(), row.described_input()));
    }
    say(&text)
}

fn check(options: &Options) -> io::Result<()> {
    let rows = selected(options);
    let mut errors = Vec::new();
    for row in &rows {
        errors.extend(verify(row, &mut (row.contenders)()).err().unwrap_or_default());
    }
    if rows::zig().is_none() {
        say_aside(zig_oracle::skip_message());
    }
    if errors.is_empty() {
        say(&format!("{} rows give the expected answers\n", rows.len()))
    } else {
        Err(io::Error::other(errors.join("\n")))
    }
}

fn report(options: &Options) -> io::Result<()> {
    if cfg!(debug_assertions) {
        say_aside("This build checks assertions; its times mean nothing. Use --release.");
    }
    let mut report = measure_all(options);
    if options.native {
        match native::run(options) {
            Ok(native) => report.merge_native(&native),
            Err(error) => report.errors.push(format!("native build: {error}")),
        }
    }
    for path in [&options.json, &options.html] {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
    }
    fs::write(&options.json, serde_json::to_string_pretty(&report)?)?;
    fs::write(&options.html, html::render(&report))?;
    say(&table::render(&report))?;
    say(&format!("\n{}\n{}\n", options.json.display(), options.html.display()))?;
    if report.errors.is_empty() { Ok(()) } else { Err(io::Error::other("see ERROR above")) }
}

fn measure_all(options: &Options) -> Report {
    let plan = options.plan();
    let mut report = Report {
        schema: SCHEMA,
        machine: Machine::detect(),
        settings: Settings {
            sample_ns: plan.sample_ns,
            rounds: plan.rounds,
            filter: options.filter.clone(),
            zig: rows::zig().is_some(),
        },
        rows: Vec::new(),
        errors: Vec::new(),
    };
    let rows = selected(options);
    for (index, row) in rows.iter().enumerate() {
        if io::stderr().is_terminal() {
            say_aside(&format!("{}/{} {}", index + 1, rows.len(), row.id()));
        }
        let mut contenders = (row.contenders)();
        let series =
            verify(row, &mut contenders).and_then(|()| measure(row, &mut contenders, plan));
        match series {
            Ok(series) => report.rows.push(RowResult::new(row, &contenders, series)),
            Err(errors) => report.errors.extend(errors),
        }
    }
    report.machine.finish();
    report
}

/// Writes to the standard output.
fn say(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        // A reader such as `head` that has seen enough is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes a line to the standard error, where there is nobody to tell if that fails.
fn say_aside(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::{measure_all, selected};
    use crate::measure::Plan;
    use crate::options::Options;

    fn options(filter: &str) -> Options {
        let arguments = ["--quick", "--filter", filter].map(str::to_owned);
        Options::parse(arguments).expect("valid options")
    }

    #[test]
    fn a_filtered_run_reports_its_rows() {
        let options = options("hash/tput 16 B");
        assert_eq!(options.plan().rounds, 7);
        assert_eq!(selected(&options).len(), 1);
        let report = measure_all(&options);
        assert_eq!(report.errors, Vec::<String>::new());
        assert_eq!(report.rows.len(), 1);
        let Plan { rounds, .. } = options.plan();
        assert!(report.rows[0].contenders.iter().all(|other| other.samples_ns.len() == rounds));
        assert!(report.rows[0].ours().is_some_and(|ours| ours.median_ns > 0.0));
    }
}
