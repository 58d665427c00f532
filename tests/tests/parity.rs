//! Every area of parity with Zig, for thousands of sequences or what the environment says.

use std::io::{self, Write};

use bun_tests::parity::{Budget, INTENDED, Log, Report, areas, never_seen};
use zig_oracle::Oracle;

/// How many sequences each area runs by default. A debug build takes a second for all of them.
const SEQUENCES: u64 = 3000;

#[test]
fn every_area_agrees_with_zig() -> io::Result<()> {
    let mut err = io::stderr().lock();
    let Some(zig) = Oracle::find() else {
        writeln!(err, "{}", zig_oracle::skip_message())?;
        // The names of the areas need no Zig, and neither does what they are excused for.
        assert!(INTENDED.iter().all(|entry| !entry.reason.is_empty()));
        return Ok(());
    };
    drop(err);
    let budget = Budget::from_env(SEQUENCES);
    let log = Log::from_env();
    let reports: Vec<Report> =
        areas::all(zig).iter().map(|area| area.explore(&budget, &log)).collect();

    let mut err = io::stderr().lock();
    for report in &reports {
        writeln!(err, "{report}")?;
        for finding in &report.findings {
            write!(err, "{finding}")?;
        }
    }
    for entry in never_seen(&reports) {
        writeln!(err, "never seen: {} {} ({})", entry.area, entry.what, entry.reason)?;
    }
    let diverged: Vec<_> =
        reports.iter().filter(|report| !report.findings.is_empty()).map(|r| r.area).collect();
    assert!(diverged.is_empty(), "{diverged:?} diverge; see {}", log.path().display());
    assert!(reports.iter().all(|report| report.comparisons >= report.sequences));
    Ok(())
}

#[test]
fn every_intended_divergence_belongs_to_an_area() {
    if let Some(zig) = Oracle::find() {
        let names: Vec<_> = areas::all(zig).iter().map(|area| area.name()).collect();
        for entry in INTENDED {
            assert!(names.contains(&entry.area), "{entry:?}");
        }
        for (index, name) in names.iter().enumerate() {
            assert!(!names[..index].contains(name), "two areas are called {name}");
        }
    }
    for (index, entry) in INTENDED.iter().enumerate() {
        assert!(!entry.reason.is_empty(), "{entry:?} says why");
        let twin = INTENDED[..index]
            .iter()
            .find(|other| (other.area, other.what) == (entry.area, entry.what));
        assert!(twin.is_none(), "{entry:?} stands there twice");
    }
}
