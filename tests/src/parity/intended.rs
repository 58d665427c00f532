//! The divergences from Zig that are there on purpose.
//!
//! A divergence that an entry names is counted instead of failing. An entry that a full run never
//! meets is reported, so that the table does not outlive its reasons.

use super::Report;

/// A divergence that is there on purpose.
#[derive(Clone, Copy, Debug)]
pub struct Intended {
    /// The area that shows it.
    pub area: &'static str,
    /// The observation that differs.
    pub what: &'static str,
    /// Why Rust does otherwise.
    pub reason: &'static str,
}

/// Every intended divergence.
pub const INTENDED: [Intended; 8] = [
    Intended {
        area: "multi_array_list",
        what: "capacity",
        reason: "growing at least doubles, which copies less than Zig's half again; capacities \
                 that are asked for exactly are compared as `exact capacity`",
    },
    Intended {
        area: "multi_array_list",
        what: "order of equal rows",
        reason: "an unstable sort promises no order of equal rows, and ours is stable",
    },
    Intended {
        area: "fmt_numbers",
        what: "trimmed number that rounds to whole",
        reason: "the original writes `1.` for 1.0001 and 1.9999; ours writes 1 and 2",
    },
    Intended {
        area: "fmt_text",
        what: "JSON with bell or vertical tab",
        reason: "the original writes the escapes of C, which no JSON parser reads; ours writes \\u",
    },
    Intended {
        area: "fmt_text",
        what: "annotation beyond plain text",
        reason: "the original drops text around what is not ASCII, and leaves the end of long \
                 colour sequences; ours keeps text and drops sequences",
    },
    Intended {
        area: "fmt_parse_float",
        what: "long hexadecimal",
        reason: "Zig keeps as many bits as sixteen decimal digits have when there are more than \
                 sixteen hexadecimal ones, and rounds wrong; ours rounds to nearest",
    },
    Intended {
        area: "path",
        what: "resolve_windows from the root of no drive",
        reason: "the original loses the root: `/` becomes `.`, and what follows `..` gets two",
    },
    Intended {
        area: "str_compare",
        what: "eql_case_insensitive_ascii up to a NUL",
        reason: "a NUL is a byte like others; the original compares with strncasecmp, which stops \
                 there",
    },
];

/// The entries that belong to an area in `reports`, none of which met them.
#[must_use]
pub fn never_seen(reports: &[Report]) -> Vec<Intended> {
    let seen = |index: usize| reports.iter().any(|report| report.intended[index] > 0);
    let covered = |entry: &Intended| reports.iter().any(|report| report.area == entry.area);
    INTENDED
        .into_iter()
        .enumerate()
        .filter(|(index, entry)| covered(entry) && !seen(*index))
        .map(|(_, entry)| entry)
        .collect()
}
