//! What a row is: an input, an answer, a target and the contenders that race for it.
//!
//! A contender is a closure `FnMut(iterations) -> check`. The loop is inside the closure, so the
//! harness pays one indirect call per sample whatever the iteration count, and a contender written
//! in Zig pays one C call per sample.

use alloc::rc::Rc;
use core::cell::Cell;
use core::time::Duration;

use serde::{Deserialize, Serialize};

/// Runs the measured operation `iterations` times and folds every result into a check value.
pub(crate) type Run = Box<dyn FnMut(u64) -> u64>;

/// How a row's time per operation is shown. Ratios are time ratios in either unit.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) enum Unit {
    /// Nanoseconds per operation; less is better.
    #[serde(rename = "ns")]
    Nanoseconds,
    /// 10⁹ bytes per second; more is better.
    #[serde(rename = "GB/s")]
    GigabytesPerSecond,
}

/// What a contender is to us.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    /// The crate of this workspace that the row is about. Exactly one per row.
    Ours,
    /// The Zig original, compiled by Zig.
    Zig,
    /// A crate or library that does the same job and could replace ours.
    Crate,
    /// A crate whose result differs, so it could not replace ours; shown for orientation.
    Reference,
    /// Another way to call ours.
    Variant,
    /// A lower bound: less work than the row asks for, or the layer directly below.
    Floor,
}

impl Role {
    /// Whether missing this contender's target means that the row misses its target.
    pub(crate) fn binds(self) -> bool {
        matches!(self, Self::Zig | Self::Crate)
    }

    /// Returns the role in lower case.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Zig => "zig",
            Self::Crate => "crate",
            Self::Reference => "reference",
            Self::Variant => "variant",
            Self::Floor => "floor",
        }
    }
}

/// Which value a contender must return before it may be timed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Answer {
    /// The row's own expected value: same work, same result.
    OfRow,
    /// This value: the contender computes a different function of the same input.
    Own(u64),
}

/// One implementation taking part in a row.
pub(crate) struct Contender {
    /// Name of the implementation, with its allocator where one is used.
    pub(crate) label: &'static str,
    pub(crate) role: Role,
    /// Ratio (our time ÷ this contender's) at which we call the row met.
    pub(crate) target: Option<f64>,
    pub(crate) answer: Answer,
    /// How long the last run prepared what it then measured; not part of its time.
    pub(crate) aside: Rc<Cell<Duration>>,
    pub(crate) run: Run,
}

impl Contender {
    /// Our implementation.
    pub(crate) fn ours(label: &'static str, run: impl FnMut(u64) -> u64 + 'static) -> Self {
        Self::with_role(label, Role::Ours, run)
    }

    /// Zig's implementation.
    pub(crate) fn zig(label: &'static str, run: impl FnMut(u64) -> u64 + 'static) -> Self {
        Self::with_role(label, Role::Zig, run)
    }

    /// A like-for-like rival.
    pub(crate) fn rival(label: &'static str, run: impl FnMut(u64) -> u64 + 'static) -> Self {
        Self::with_role(label, Role::Crate, run)
    }

    /// Less work than the row asks for.
    pub(crate) fn floor(label: &'static str, run: impl FnMut(u64) -> u64 + 'static) -> Self {
        Self::with_role(label, Role::Floor, run)
    }

    /// A contender that computes something else, whose check value must be `own`.
    pub(crate) fn reference(
        label: &'static str,
        own: u64,
        run: impl FnMut(u64) -> u64 + 'static,
    ) -> Self {
        Self { answer: Answer::Own(own), ..Self::with_role(label, Role::Reference, run) }
    }

    /// A contender in any role, without a target.
    pub(crate) fn with_role(
        label: &'static str,
        role: Role,
        run: impl FnMut(u64) -> u64 + 'static,
    ) -> Self {
        let aside = Rc::default();
        Self { label, role, target: None, answer: Answer::OfRow, aside, run: Box::new(run) }
    }

    /// States where a run says how long it prepared what it measured.
    pub(crate) fn aside(self, aside: Rc<Cell<Duration>>) -> Self {
        Self { aside, ..self }
    }

    /// States the ratio at which we call the row met.
    pub(crate) fn target(self, ratio: impl Into<Option<f64>>) -> Self {
        Self { target: ratio.into(), ..self }
    }
}

/// Where a row goes in a line plot.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Point {
    /// Which plot of the group.
    pub(crate) plot: Plot,
    /// Input length in bytes, the horizontal position.
    pub(crate) length: u64,
}

/// The line plots of the report.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Plot {
    /// Independent operations, drawn as GB/s.
    Throughput,
    /// Each operation waits for the one before it, drawn as ns.
    Latency,
}

/// A row before its inputs exist: what `--list` prints and what filters match.
pub(crate) struct Row {
    pub(crate) group: &'static str,
    pub(crate) name: String,
    pub(crate) unit: Unit,
    /// The input in words.
    pub(crate) input: String,
    /// Operations that one iteration of a contender performs.
    pub(crate) ops_per_iteration: u64,
    /// Bytes that one operation reads; 0 where a byte rate means nothing.
    pub(crate) bytes_per_op: u64,
    /// Check value after [`Row::verify_iterations`] iterations.
    pub(crate) expected: u64,
    /// Iterations used to verify answers.
    pub(crate) verify_iterations: u64,
    pub(crate) point: Option<Point>,
    /// Why there is no Zig contender, where there is none.
    pub(crate) no_zig: Option<&'static str>,
    /// Builds the inputs and the contenders; called only for rows that run.
    pub(crate) contenders: Box<dyn Fn() -> Vec<Contender>>,
}

impl Row {
    /// Returns a row in nanoseconds per operation, one operation an iteration, verified once.
    pub(crate) fn new(
        group: &'static str,
        name: impl Into<String>,
        input: impl Into<String>,
        expected: u64,
        contenders: impl Fn() -> Vec<Contender> + 'static,
    ) -> Self {
        Self {
            group,
            name: name.into(),
            unit: Unit::Nanoseconds,
            input: input.into(),
            ops_per_iteration: 1,
            bytes_per_op: 0,
            expected,
            verify_iterations: 1,
            point: None,
            no_zig: None,
            contenders: Box::new(contenders),
        }
    }

    /// Returns the input in words, and why Zig does not take part, where it does not.
    pub(crate) fn described_input(&self) -> String {
        match self.no_zig {
            Some(reason) => format!("{}; {reason}", self.input),
            None => self.input.clone(),
        }
    }

    /// Returns `group/name`, which is unique in the registry and what `--filter` matches.
    pub(crate) fn id(&self) -> String {
        format!("{}/{}", self.group, self.name)
    }

    /// Returns the time per operation below which the loop must have been deleted.
    ///
    /// 0.05 ns is a sixth of a cycle at 3 GHz; 1 TB/s is four times what a core reads from its
    /// first-level cache with 64-byte vectors. Nothing that does the work gets below either.
    pub(crate) fn physical_floor_ns(&self) -> f64 {
        const FASTEST_OP_NS: f64 = 0.05;
        const FASTEST_BYTES_PER_NS: f64 = 1000.0;
        FASTEST_OP_NS.max(self.bytes_per_op as f64 / FASTEST_BYTES_PER_NS)
    }
}
