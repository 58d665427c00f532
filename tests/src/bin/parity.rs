//! Explores parity with Zig for as long as it is told to, and prints what came of it.
//!
//! ```text
//! parity [--area NAME]... [--sequences N] [--seconds S] [--seed X]
//! ```
//!
//! Exits with 1 when something diverged, and with 2 when the arguments make no sense.

use core::time::Duration;
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use bun_tests::parity::{Budget, INTENDED, Log, Report, areas, never_seen, parse_number};
use zig_oracle::Oracle;

/// What runs when neither the arguments nor the environment bound it.
const SEQUENCES: u64 = 100_000;

struct Arguments {
    areas: Vec<String>,
    budget: Budget,
}

impl Arguments {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut parsed = Self { areas: Vec::new(), budget: Budget::from_env(SEQUENCES) };
        let mut counted = false;
        while let Some(option) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{option} wants a value"))?;
            let number =
                || parse_number(&value).ok_or_else(|| format!("{option} {value}: not a number"));
            match option.as_str() {
                "--area" => parsed.areas.push(value),
                "--sequences" => {
                    parsed.budget.sequences = number()?;
                    counted = true;
                }
                "--seconds" => parsed.budget.time = Some(Duration::from_secs(number()?)),
                "--seed" => parsed.budget.seed = number()?,
                _ => return Err(format!("unknown option {option}")),
            }
        }
        if parsed.budget.time.is_some() && !counted {
            parsed.budget.sequences = u64::MAX;
        }
        Ok(parsed)
    }
}

fn main() -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let arguments = match Arguments::parse(env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(mistake) => {
            writeln!(io::stderr(), "{mistake}")?;
            return Ok(ExitCode::from(2));
        }
    };
    let Some(zig) = Oracle::find() else {
        writeln!(io::stderr(), "{}", zig_oracle::skip_message())?;
        return Ok(ExitCode::SUCCESS);
    };
    let all = areas::all(zig);
    if let Some(unknown) =
        arguments.areas.iter().find(|name| all.iter().all(|area| area.name() != name.as_str()))
    {
        let names: Vec<_> = all.iter().map(|area| area.name()).collect();
        writeln!(io::stderr(), "no area {unknown}; there are {}", names.join(", "))?;
        return Ok(ExitCode::from(2));
    }

    let log = Log::from_env();
    let mut reports: Vec<Report> = Vec::new();
    for area in all {
        if arguments.areas.is_empty() || arguments.areas.iter().any(|name| name == area.name()) {
            let report = area.explore(&arguments.budget, &log);
            writeln!(out, "{report}")?;
            for finding in &report.findings {
                write!(out, "{finding}")?;
            }
            reports.push(report);
        }
    }
    for (index, entry) in INTENDED.iter().enumerate() {
        let count: u64 = reports.iter().map(|report| report.intended[index]).sum();
        if count > 0 {
            writeln!(out, "intended: {} {}: {count} times", entry.area, entry.what)?;
        }
    }
    for entry in never_seen(&reports) {
        writeln!(out, "never seen: {} {} ({})", entry.area, entry.what, entry.reason)?;
    }
    if reports.iter().all(|report| report.findings.is_empty()) {
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "the inputs are in {}", log.path().display())?;
    Ok(ExitCode::FAILURE)
}
