//! Verifies, calibrates and times the contenders of one row.
//!
//! Every contender is verified before any is timed. Then all of them are timed in turn, one sample
//! each a round. The start rotates from round to round and every other round runs backwards, so
//! that no contender always follows the same neighbour or always runs when the clock has dropped.

use core::hint::black_box;
use std::fs;
use std::time::Instant;

use crate::row::{Answer, Contender, Row};

/// How long and how often to sample.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// Least duration of one sample.
    pub(crate) sample_ns: u64,
    /// Samples per contender.
    pub(crate) rounds: usize,
}

/// The samples of one contender.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// Iterations per sample.
    pub(crate) iterations: u64,
    /// Nanoseconds per operation, by round.
    pub(crate) ns_per_op: Vec<f64>,
}

/// Returns the order in which `count` contenders run in `round`.
pub(crate) fn order(round: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |step| {
        let step = if round.is_multiple_of(2) { step } else { count - 1 - step };
        (round / 2 + step) % count
    })
}

/// Runs every contender for the row's verification count and compares the check values.
///
/// # Errors
///
/// One line per contender whose answer is wrong.
pub(crate) fn verify(row: &Row, contenders: &mut [Contender]) -> Result<(), Vec<String>> {
    let mut wrong = Vec::new();
    for contender in contenders {
        let expected = match contender.answer {
            Answer::OfRow => row.expected,
            Answer::Own(own) => own,
        };
        let actual = (contender.run)(black_box(row.verify_iterations));
        if actual != expected {
            wrong.push(format!(
                "{}: {} answers {actual:#018x}, expected {expected:#018x}",
                row.id(),
                contender.label,
            ));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Times every contender, alternating.
///
/// # Errors
///
/// When a contender changes its answer between equal samples, or is faster than physics allows,
/// which means that its loop was deleted.
pub(crate) fn measure(
    row: &Row,
    contenders: &mut [Contender],
    plan: Plan,
) -> Result<Vec<Series>, Vec<String>> {
    let mut errors = Vec::new();
    let mut series = Vec::new();
    let mut checks = Vec::new();
    for contender in contenders.iter_mut() {
        let iterations = calibrate(contender, plan.sample_ns);
        checks.push((contender.run)(black_box(iterations)));
        series.push(Series { iterations, ns_per_op: vec![0.0; plan.rounds] });
    }
    for round in 0..plan.rounds {
        for index in order(round, contenders.len()) {
            let iterations = series[index].iterations;
            let (nanoseconds, check) = sample(&mut contenders[index], iterations);
            let ops = iterations as f64 * row.ops_per_iteration as f64;
            series[index].ns_per_op[round] = nanoseconds as f64 / ops;
            if check != checks[index] {
                errors.push(format!("{}: {} is unsteady", row.id(), contenders[index].label));
            }
        }
    }
    for (contender, series) in contenders.iter().zip(&series) {
        let floor = row.physical_floor_ns();
        let least = series.ns_per_op.iter().copied().fold(f64::INFINITY, f64::min);
        if least < floor {
            errors.push(format!(
                "{}: {} took {least:.4} ns, below the physical floor of {floor:.4} ns: \
                 the measured work was deleted",
                row.id(),
                contender.label,
            ));
        }
    }
    if errors.is_empty() { Ok(series) } else { Err(errors) }
}

/// Times one call that nothing else interrupted.
///
/// A sample during which the thread waited for a processor is taken again: it measured the other
/// program. Where the system does not say so, or never leaves the thread alone for a whole sample,
/// the last one stands, and the median must cope.
fn sample(contender: &mut Contender, iterations: u64) -> (u64, u64) {
    const ATTEMPTS_MAX: usize = 12;
    let mut attempt = 0;
    loop {
        attempt += 1;
        let before = interruptions();
        let start = Instant::now();
        let check = black_box((contender.run)(black_box(iterations)));
        let elapsed = start.elapsed().saturating_sub(contender.aside.get());
        if interruptions() == before || attempt == ATTEMPTS_MAX {
            return (u64::try_from(elapsed.as_nanos()).unwrap_or(u64::MAX), check);
        }
    }
}

/// Returns the nanoseconds this thread has waited for a processor and the times it was given one.
///
/// Linux only; empty elsewhere.
fn interruptions() -> String {
    let line = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    line.split_once(' ').map_or_else(String::new, |(_running, rest)| rest.to_owned())
}

/// Returns an iteration count whose sample lasts at least `sample_ns`.
fn calibrate(contender: &mut Contender, sample_ns: u64) -> u64 {
    // A deleted loop never gets slower; the limit ends the search and the floor check reports it.
    const ITERATIONS_MAX: u64 = 1 << 36;
    let mut iterations = 1;
    loop {
        let (nanoseconds, _) = sample(contender, iterations);
        if nanoseconds >= sample_ns || iterations >= ITERATIONS_MAX {
            return iterations;
        }
        // Aim a tenth past the goal, but trust a short sample only up to a factor of ten.
        let wanted = 1.1 * sample_ns as f64 / nanoseconds.max(1) as f64;
        let grown = (iterations as f64 * wanted.clamp(1.2, 10.0)).ceil();
        iterations = (grown as u64).min(ITERATIONS_MAX);
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;
    use core::hint::black_box;

    use super::{Plan, measure, order, verify};
    use crate::row::{Contender, Row};

    const PLAN: Plan = Plan { sample_ns: 50_000, rounds: 4 };

    /// Returns a loop that cannot be vectorised or folded: each step needs the one before.
    fn chain(iterations: u64) -> u64 {
        (0..iterations).fold(7_u64, |acc, _| black_box(acc).wrapping_mul(3).rotate_left(5))
    }

    fn row(contenders: fn() -> Vec<Contender>) -> Row {
        Row::new("self-test", "chain", "a counter", chain(1), contenders)
    }

    #[test]
    fn every_round_runs_each_contender_once_and_every_start_occurs() {
        let count = 5;
        let mut starts = BTreeSet::new();
        let mut predecessors = BTreeSet::new();
        for round in 0..2 * count {
            let order: Vec<usize> = order(round, count).collect();
            let distinct: BTreeSet<usize> = order.iter().copied().collect();
            assert_eq!(distinct.len(), count, "round {round}: {order:?}");
            starts.insert(order[0]);
            predecessors.extend(order.windows(2).map(|pair| (pair[0], pair[1])));
        }
        assert_eq!(starts.len(), count);
        // Forward and backward rounds: each contender follows both of its neighbours.
        assert_eq!(predecessors.len(), 2 * count);
    }

    #[test]
    fn a_wrong_answer_is_named_before_timing() {
        let row = row(|| vec![Contender::ours("right", chain), Contender::zig("wrong", |_| 0)]);
        let errors = verify(&row, &mut (row.contenders)()).expect_err("one answer is wrong");
        assert_eq!(errors.len(), 1);
        assert!(errors[0].contains("wrong answers 0x0000000000000000"), "{errors:?}");
    }

    #[test]
    fn samples_are_positive_and_complete() {
        let row = row(|| vec![Contender::ours("a", chain), Contender::zig("b", chain)]);
        let series = measure(&row, &mut (row.contenders)(), PLAN).expect("honest loops");
        assert_eq!(series.len(), 2);
        for series in series {
            assert_eq!(series.ns_per_op.len(), PLAN.rounds);
            assert!(series.ns_per_op.iter().all(|&ns| ns > 0.0));
        }
    }

    #[test]
    fn a_deleted_loop_is_an_error() {
        // What remains of a loop after the optimiser found its closed form.
        let row = row(|| vec![Contender::ours("deleted", |n| n.wrapping_mul(3))]);
        let errors = measure(&row, &mut (row.contenders)(), PLAN).expect_err("no work was done");
        assert!(errors[0].contains("the measured work was deleted"), "{errors:?}");
    }

    #[test]
    fn an_unsteady_answer_is_an_error() {
        let row = row(|| {
            let mut calls = 0;
            vec![Contender::ours("unsteady", move |n| {
                calls += 1;
                chain(n) ^ calls
            })]
        });
        let errors = measure(&row, &mut (row.contenders)(), PLAN).expect_err("answers differ");
        assert!(errors[0].contains("unsteady"), "{errors:?}");
    }
}
