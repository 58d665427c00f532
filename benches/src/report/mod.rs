//! What a run found: the data behind the table, the JSON file and the HTML page.
//!
//! # The JSON file
//!
//! One object, [`Report`]; a field is described where it is declared. `schema` is 1 and grows when
//! a field changes its meaning. Times are nanoseconds per operation, whatever a row's `unit` says;
//! ratios are our time ÷ the rival's time, so below 1 is faster.
//!
//! | object | fields |
//! |---|---|
//! | the file | `schema`, `machine`, `settings`, `rows[]`, `errors[]` |
//! | `machine` | processor, its features, compilers, commit, date, load average |
//! | `settings` | `sample_ns`, `rounds`, `filter`, `zig` |
//! | `rows[]` | `group`, `name`, `unit`, `input`, `bytes_per_op`, `point`, `verdict` |
//! | `rows[].contenders[]` | `label`, `role`, `iterations`, `median_ns`, `spread_ns`, `samples_ns` |
//! | … in relation to ours | `ratio`, `target`, `mark`; `null` for ours |
//! | `….ratio` | `of_medians`, `median_of_rounds`, `spread` |
//! | `rows[].native` | `ours_ns`, `zig_ns`, `ratio`; `null` without `--native` |

pub(crate) mod html;
mod line_plot;
mod ratio_chart;
pub(crate) mod table;

use serde::{Deserialize, Serialize};

use crate::machine::Machine;
use crate::measure::Series;
use crate::row::{Contender, Point, Role, Row, Unit};
use crate::stats::{self, Ratio};

/// Version of the JSON file.
pub(crate) const SCHEMA: u32 = 1;

/// Everything one run found.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Report {
    pub(crate) schema: u32,
    pub(crate) machine: Machine,
    pub(crate) settings: Settings,
    pub(crate) rows: Vec<RowResult>,
    /// Wrong answers, deleted loops and a failed native build; such rows have no times.
    pub(crate) errors: Vec<String>,
}

/// How the run was made.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Settings {
    pub(crate) sample_ns: u64,
    pub(crate) rounds: usize,
    pub(crate) filter: Option<String>,
    /// Whether this build contains the Zig originals.
    pub(crate) zig: bool,
}

/// The times of one row.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct RowResult {
    pub(crate) group: String,
    pub(crate) name: String,
    pub(crate) unit: Unit,
    pub(crate) input: String,
    pub(crate) bytes_per_op: u64,
    pub(crate) point: Option<Point>,
    /// The worst mark of the binding contenders; absent when none took part.
    pub(crate) verdict: Option<Mark>,
    pub(crate) contenders: Vec<ContenderResult>,
    pub(crate) native: Option<Native>,
}

/// The times of one contender, and how ours compare with them.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct ContenderResult {
    pub(crate) label: String,
    pub(crate) role: Role,
    /// Iterations per sample.
    pub(crate) iterations: u64,
    pub(crate) median_ns: f64,
    /// Half of the inter-quartile range of the samples.
    pub(crate) spread_ns: f64,
    /// By round: equal positions of two contenders were measured side by side.
    pub(crate) samples_ns: Vec<f64>,
    pub(crate) ratio: Option<Ratio>,
    /// The ratio at which the comparison counts as met.
    pub(crate) target: Option<f64>,
    pub(crate) mark: Option<Mark>,
}

/// The same row in a build for this processor, ours and Zig's alike.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Native {
    pub(crate) ours_ns: f64,
    pub(crate) zig_ns: Option<f64>,
    pub(crate) ratio: Option<Ratio>,
}

/// How a ratio stands to its target, best first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mark {
    /// At the target or better.
    Met,
    /// More than 10 % faster than the rival, and short of the target.
    Faster,
    /// Within 10 % of the rival, and short of the target.
    Tie,
    /// More than 10 % slower than the rival.
    Behind,
}

impl Mark {
    pub(crate) const ALL: [Self; 4] = [Self::Met, Self::Faster, Self::Tie, Self::Behind];

    /// Returns the mark of `ratio` against `target`.
    pub(crate) fn of(ratio: f64, target: f64) -> Self {
        const TIE: f64 = 0.10;
        if ratio <= target {
            Self::Met
        } else if ratio < 1.0 - TIE {
            Self::Faster
        } else if ratio <= 1.0 + TIE {
            Self::Tie
        } else {
            Self::Behind
        }
    }

    /// Returns the mark in lower case.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Faster => "faster",
            Self::Tie => "tie",
            Self::Behind => "behind",
        }
    }
}

impl RowResult {
    /// Compares the series of a row's contenders.
    pub(crate) fn new(row: &Row, contenders: &[Contender], series: Vec<Series>) -> Self {
        let ours = contenders.iter().position(|contender| contender.role == Role::Ours);
        let ours = series[ours.expect("every row has a contender of ours")].ns_per_op.clone();
        let contenders: Vec<ContenderResult> = contenders
            .iter()
            .zip(series)
            .map(|(contender, series)| ContenderResult::new(contender, series, &ours))
            .collect();
        let binding = contenders.iter().filter(|contender| contender.role.binds());
        Self {
            group: row.group.to_owned(),
            name: row.name.clone(),
            unit: row.unit,
            input: row.described_input(),
            bytes_per_op: row.bytes_per_op,
            point: row.point,
            verdict: binding.filter_map(|contender| contender.mark).max(),
            contenders,
            native: None,
        }
    }

    /// Returns the verdict in words, with the side it comes from where that is not Zig.
    pub(crate) fn verdict_text(&self) -> String {
        let Some(verdict) = self.verdict else { return String::new() };
        let from_zig = self
            .contenders
            .iter()
            .any(|other| other.role == Role::Zig && other.mark == Some(verdict));
        let side = if from_zig { "" } else { " vs crate" };
        format!("{}{side}", verdict.word())
    }

    /// Returns whether a native build of this row was measured.
    pub(crate) fn has_native(&self) -> bool {
        self.native.is_some()
    }

    /// Returns our own result.
    pub(crate) fn ours(&self) -> Option<&ContenderResult> {
        self.fastest(|role| role == Role::Ours)
    }

    /// Returns the fastest of Zig's results.
    pub(crate) fn zig(&self) -> Option<&ContenderResult> {
        self.fastest(|role| role == Role::Zig)
    }

    /// Returns which of several of Zig's results is the fastest; `None` when there is no choice.
    pub(crate) fn zig_label(&self) -> Option<&str> {
        let count = self.contenders.iter().filter(|other| other.role == Role::Zig).count();
        self.zig().filter(|_| count > 1).map(|zig| zig.label.as_str())
    }

    /// Returns the fastest crate, rival or reference.
    pub(crate) fn best_crate(&self) -> Option<&ContenderResult> {
        self.fastest(|role| matches!(role, Role::Crate | Role::Reference))
    }

    fn fastest(&self, wanted: impl Fn(Role) -> bool) -> Option<&ContenderResult> {
        let candidates = self.contenders.iter().filter(|contender| wanted(contender.role));
        candidates.min_by(|a, b| a.median_ns.total_cmp(&b.median_ns))
    }

    /// Returns a time of this row in the row's unit.
    pub(crate) fn in_unit(&self, ns_per_op: f64) -> f64 {
        match self.unit {
            Unit::Nanoseconds => ns_per_op,
            Unit::GigabytesPerSecond => self.bytes_per_op as f64 / ns_per_op,
        }
    }

    /// Takes our and Zig's times of the same row in a native build.
    pub(crate) fn set_native(&mut self, native: &Self) {
        self.native = native.ours().map(|ours| Native {
            ours_ns: ours.median_ns,
            zig_ns: native.zig().map(|zig| zig.median_ns),
            ratio: native.zig().and_then(|zig| zig.ratio),
        });
    }
}

impl ContenderResult {
    fn new(contender: &Contender, series: Series, ours: &[f64]) -> Self {
        let is_ours = contender.role == Role::Ours;
        let ratio = (!is_ours).then(|| stats::ratio(ours, &series.ns_per_op));
        let mark =
            ratio.zip(contender.target).map(|(ratio, goal)| Mark::of(ratio.of_medians, goal));
        Self {
            label: contender.label.to_owned(),
            role: contender.role,
            iterations: series.iterations,
            median_ns: stats::median(&series.ns_per_op),
            spread_ns: stats::half_interquartile(&series.ns_per_op),
            samples_ns: series.ns_per_op,
            ratio,
            target: contender.target,
            mark,
        }
    }
}

impl Report {
    /// Returns how many rows have this verdict.
    pub(crate) fn count(&self, mark: Mark) -> usize {
        self.rows.iter().filter(|row| row.verdict == Some(mark)).count()
    }

    /// Returns the groups in the order of their first row.
    pub(crate) fn groups(&self) -> Vec<&str> {
        let mut groups: Vec<&str> = Vec::new();
        for row in &self.rows {
            if !groups.contains(&row.group.as_str()) {
                groups.push(&row.group);
            }
        }
        groups
    }

    /// Takes the native columns from the report of a native build.
    pub(crate) fn merge_native(&mut self, native: &Self) {
        for row in &mut self.rows {
            let same = |other: &&RowResult| other.group == row.group && other.name == row.name;
            if let Some(other) = native.rows.iter().find(same) {
                row.set_native(other);
            }
        }
        self.errors.extend(native.errors.iter().map(|error| format!("native build: {error}")));
    }
}

/// Returns a number with about three significant digits.
pub(crate) fn three_digits(value: f64) -> String {
    let decimals = match value.abs() {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests;
