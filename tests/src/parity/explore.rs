//! Generating sequences within a budget, and what came of them.

use core::fmt;
use core::panic::AssertUnwindSafe;
use core::time::Duration;
use std::env;
use std::panic::catch_unwind;
use std::time::Instant;

use super::intended::INTENDED;
use super::{Area, Check, Divergence, Log, shrink};
use crate::prng::{Prng, SEED_STEP};

/// After so many findings an area has said enough.
const FINDINGS_MAX: usize = 8;

/// How long to look.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Stops after this many sequences.
    pub sequences: u64,
    /// Stops after this time, also when there are sequences left.
    pub time: Option<Duration>,
    /// The seed of the first sequence; each later one is [`SEED_STEP`] further.
    pub seed: u64,
}

impl Budget {
    /// The budget that `BUN_PARITY_SEQUENCES`, `BUN_PARITY_SECONDS` and `BUN_PARITY_SEED` give,
    /// with `sequences` of them when the environment says nothing. A time without a count means
    /// as many sequences as it has room for.
    ///
    /// # Panics
    ///
    /// When one of the variables is no number.
    #[must_use]
    pub fn from_env(sequences: u64) -> Self {
        let seconds = number("BUN_PARITY_SECONDS");
        let default = if seconds.is_some() { u64::MAX } else { sequences };
        Self {
            sequences: number("BUN_PARITY_SEQUENCES").unwrap_or(default),
            time: seconds.map(Duration::from_secs),
            seed: number("BUN_PARITY_SEED").unwrap_or(SEED_STEP),
        }
    }
}

fn number(variable: &str) -> Option<u64> {
    let value = env::var_os(variable)?;
    let text = value.to_str().expect("a number is text");
    let number = parse_number(text);
    Some(number.unwrap_or_else(|| panic!("{variable}={text} is not a number")))
}

/// Parses decimal digits, or hexadecimal ones behind `0x`.
#[must_use]
pub fn parse_number(text: &str) -> Option<u64> {
    match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// A divergence with the input that shows it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The area that diverged.
    pub area: &'static str,
    /// The seed from which the sequence is generated: `BUN_PARITY_SEED`.
    pub seed: u64,
    /// How many operations the generated sequence had.
    pub generated: usize,
    /// The operations that are left after shrinking.
    pub ops: Vec<String>,
    /// What they show.
    pub divergence: Divergence,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { area, seed, generated, ops, divergence } = self;
        writeln!(formatter, "{area}: {divergence}")?;
        writeln!(formatter, "  replay: BUN_PARITY_SEED={seed:#x} BUN_PARITY_SEQUENCES=1")?;
        writeln!(formatter, "  {} of {generated} operations:", ops.len())?;
        for (index, op) in ops.iter().enumerate() {
            writeln!(formatter, "  {index:4} {op}")?;
        }
        Ok(())
    }
}

/// What came of exploring an area.
#[derive(Clone, Debug)]
pub struct Report {
    /// The area.
    pub area: &'static str,
    /// How many sequences were run.
    pub sequences: u64,
    /// How many operations they had.
    pub steps: u64,
    /// How many observations were compared.
    pub comparisons: u64,
    /// The divergences, at most eight of them.
    pub findings: Vec<Finding>,
    /// How often each entry of [`INTENDED`] was met.
    pub intended: [u64; INTENDED.len()],
    /// The time it took.
    pub elapsed: Duration,
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:16} {:>11} sequences {:>12} steps {:>13} comparisons {:>2} divergences \
             {:>8} intended {:>8.2} s",
            self.area,
            self.sequences,
            self.steps,
            self.comparisons,
            self.findings.len(),
            self.intended.iter().sum::<u64>(),
            self.elapsed.as_secs_f64(),
        )
    }
}

/// Runs generated sequences through `area` within `budget`. Every divergence is shrunk and written
/// to `log`.
///
/// # Panics
///
/// When the log cannot be written.
pub fn explore<A: Area + ?Sized>(area: &A, budget: &Budget, log: &Log) -> Report {
    let start = Instant::now();
    let mut check = Check::new(area.name());
    let mut findings = Vec::new();
    let (mut sequences, mut steps) = (0, 0);
    let mut seed = budget.seed;
    while sequences < budget.sequences && findings.len() < FINDINGS_MAX {
        // The clock is asked now and then, not for every sequence of a few hundred nanoseconds.
        let late = || budget.time.is_some_and(|time| start.elapsed() >= time);
        if sequences % 64 == 0 && late() {
            break;
        }
        let ops = area.generate(&mut Prng::new(seed));
        sequences += 1;
        steps += ops.len() as u64;
        if let Err(divergence) = run_guarded(area, &ops, &mut check) {
            let finding = examine(area, seed, ops, divergence);
            log.write(&finding).expect("the log of divergences is writable");
            findings.push(finding);
        }
        seed = seed.wrapping_add(SEED_STEP);
    }
    Report {
        area: area.name(),
        sequences,
        steps,
        comparisons: check.comparisons(),
        findings,
        intended: *check.intended(),
        elapsed: start.elapsed(),
    }
}

/// Runs a sequence; a panic is a divergence like any other.
fn run_guarded<A: Area + ?Sized>(
    area: &A,
    ops: &[A::Op],
    check: &mut Check,
) -> Result<(), Divergence> {
    let run = AssertUnwindSafe(|| area.run(ops, check));
    let result = catch_unwind(run);
    result.unwrap_or_else(|payload| {
        let said = payload.downcast_ref::<String>().map(String::as_str);
        let rust = said.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("a panic");
        let zig = String::from("no panic");
        Err(Divergence { step: check.step(), what: "panic", zig, rust: rust.into() })
    })
}

#[cold]
fn examine<A: Area + ?Sized>(
    area: &A,
    seed: u64,
    ops: Vec<A::Op>,
    divergence: Divergence,
) -> Finding {
    let generated = ops.len();
    let fails = |ops: &[A::Op]| run_guarded(area, ops, &mut Check::new(area.name())).err();
    let (ops, divergence) = shrink(area, ops, divergence, fails);
    let ops = ops.iter().map(|op| format!("{op:?}")).collect();
    Finding { area: area.name(), seed, generated, ops, divergence }
}
