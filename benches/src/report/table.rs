//! The report as text for a terminal.

use core::fmt::Write as _;

use super::{ContenderResult, Mark, Report, RowResult, three_digits};
use crate::row::Role;

/// Returns the table: one line per row, and the counts at the end.
pub(crate) fn render(report: &Report) -> String {
    let mut text = String::new();
    text.push_str(&report.machine.summary());
    let has_native = report.rows.iter().any(RowResult::has_native);
    for group in report.groups() {
        push_header(&mut text, group, has_native);
        for row in report.rows.iter().filter(|row| row.group == group) {
            push_row(&mut text, row, has_native);
        }
    }
    text.push('\n');
    for mark in Mark::ALL {
        push(&mut text, format_args!("{} {}   ", mark.word(), report.count(mark)));
    }
    push(&mut text, format_args!("of {} rows\n", report.rows.len()));
    if !report.settings.zig {
        push(&mut text, format_args!("Zig: {}\n", zig_oracle::skip_message()));
    }
    for error in &report.errors {
        push(&mut text, format_args!("ERROR {error}\n"));
    }
    text
}

fn push(text: &mut String, arguments: core::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("a String takes any text");
}

fn push_header(text: &mut String, group: &str, has_native: bool) {
    push(
        text,
        format_args!(
            "\n{group:<36} {:>10} {:>8} {:>6} {:>5} {:>6} {:<15} {:>8} {:>6} {:<19}",
            "ours", "Zig", "ratio", "±", "target", "verdict", "crate", "ratio", "best crate",
        ),
    );
    if has_native {
        push(text, format_args!(" {:>7} {:>6}", "native", "÷Zig"));
    }
    text.push('\n');
}

fn push_row(text: &mut String, row: &RowResult, has_native: bool) {
    let ours = row.ours().map_or(f64::NAN, |ours| ours.median_ns);
    let unit = unit_word(row);
    push(text, format_args!("{:<36} {:>5} {unit:<4}", row.name, three_digits(row.in_unit(ours))));
    match row.zig() {
        Some(zig) => push(
            text,
            format_args!(
                " {:>8} {} {:>6} {:<15}",
                three_digits(row.in_unit(zig.median_ns)),
                ratio_and_spread(zig),
                zig.target.map_or_else(|| "-".to_owned(), |target| format!("{target:.2}")),
                row.verdict_text(),
            ),
        ),
        None => {
            let verdict = row.verdict_text();
            push(text, format_args!(" {:>8} {:>19} {verdict:<15}", "SKIPPED", ""));
        }
    }
    match row.best_crate() {
        Some(best) => push(
            text,
            format_args!(
                " {:>8} {:>6} {:<19}",
                three_digits(row.in_unit(best.median_ns)),
                best.ratio.map_or_else(String::new, |ratio| format!("{:.2}x", ratio.of_medians)),
                format!(
                    "{}{}",
                    best.label,
                    if best.role == Role::Reference { " (ref)" } else { "" },
                ),
            ),
        ),
        None => push(text, format_args!(" {:>8} {:>6} {:<19}", "-", "", "")),
    }
    if has_native {
        push_native(text, row);
    }
    if let Some(label) = row.zig_label() {
        push(text, format_args!("  Zig: {label}"));
    }
    let end = text.trim_end().len();
    text.truncate(end);
    text.push('\n');
}

fn push_native(text: &mut String, row: &RowResult) {
    let Some(native) = &row.native else { return };
    let ratio = native.ratio.map_or_else(String::new, |ratio| format!("{:.2}x", ratio.of_medians));
    push(text, format_args!(" {:>7} {ratio:>6}", three_digits(row.in_unit(native.ours_ns))));
}

fn ratio_and_spread(result: &ContenderResult) -> String {
    result.ratio.map_or_else(
        || format!("{:>6} {:>5}", "", ""),
        |ratio| format!("{:>5.2}x {:>5.2}", ratio.of_medians, ratio.spread),
    )
}

/// Returns the unit as it is shown.
pub(crate) fn unit_word(row: &RowResult) -> &'static str {
    match row.unit {
        crate::row::Unit::Nanoseconds => "ns",
        crate::row::Unit::GigabytesPerSecond => "GB/s",
    }
}
