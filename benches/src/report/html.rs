//! The report as one HTML page: style and plots inside, nothing fetched, light and dark.
//!
//! Every element is closed, so that the page is checked as XML is.

use core::fmt::Write as _;

use super::table::unit_word;
use super::{ContenderResult, Mark, Report, RowResult, line_plot, ratio_chart, three_digits};
use crate::row::{Plot, Role};

const STYLE: &str = include_str!("page.css");

/// Returns the page.
pub(crate) fn render(report: &Report) -> String {
    let mut page = String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>");
    push(
        &mut page,
        format_args!(
            "<meta charset=\"utf-8\"/>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\
             <title>bun_* benchmarks</title>\n<style>\n{STYLE}</style></head>\n<body><main>\n"
        ),
    );
    push_overview(&mut page, report);
    for group in report.groups() {
        let rows: Vec<&RowResult> = report.rows.iter().filter(|row| row.group == group).collect();
        push_group(&mut page, group, &rows);
    }
    push_facts(&mut page, report);
    page.push_str("</main></body>\n</html>\n");
    page
}

/// Appends formatted text.
pub(super) fn push(page: &mut String, arguments: core::fmt::Arguments<'_>) {
    page.write_fmt(arguments).expect("a String takes any text");
}

/// Returns `text` with the characters escaped that mean something in HTML.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Returns the class of a verdict.
pub(super) fn class(verdict: Option<Mark>) -> &'static str {
    verdict.map_or("none", Mark::word)
}

fn push_overview(page: &mut String, report: &Report) {
    let machine = &report.machine;
    push(
        page,
        format_args!(
            "<h1>Rust beside Zig and the best crates</h1>\n\
             <p class=\"soft\">{} · {} · {}</p>\n<div class=\"tiles\">",
            escape(&machine.cpu),
            escape(&machine.rustc),
            escape(&machine.date),
        ),
    );
    let explained = [
        (Mark::Met, "at the target or better"),
        (Mark::Faster, "over 10 % faster, short of the target"),
        (Mark::Tie, "within 10 % of the rival"),
        (Mark::Behind, "over 10 % slower"),
    ];
    for (mark, explanation) in explained {
        push(
            page,
            format_args!(
                "<div class=\"tile {word}\"><b>{}</b>{word}<br/><span class=\"soft\">\
                 {explanation}</span></div>",
                report.count(mark),
                word = mark.word(),
            ),
        );
    }
    page.push_str("</div>\n<div class=\"strip\">");
    for mark in Mark::ALL {
        let count = report.count(mark);
        if count > 0 {
            let word = mark.word();
            push(page, format_args!("<span class=\"{word}\" style=\"flex:{count}\"></span>"));
        }
    }
    page.push_str("</div>\n");
    if !report.settings.zig {
        push(page, format_args!("<p>Zig: {}</p>\n", escape(zig_oracle::skip_message())));
    }
    if !report.errors.is_empty() {
        page.push_str("<div class=\"errors\"><h3>Errors</h3>");
        for error in &report.errors {
            push(page, format_args!("<p>{}</p>", escape(error)));
        }
        page.push_str("</div>\n");
    }
    page.push_str(
        "<p class=\"soft\">Ratios are our time divided by the rival’s time in the same rounds of \
         the same process: below 1 we are faster. A row’s verdict is the worst of its comparisons \
         with Zig and with crates that do the same job; references, marked <i>ref</i>, compute \
         something else and decide nothing.</p>\n",
    );
}

fn push_group(page: &mut String, group: &str, rows: &[&RowResult]) {
    push(page, format_args!("<h2>{}</h2>\n", escape(group)));
    page.push_str("<h3>Our time ÷ Zig’s time</h3>\n");
    page.push_str(&ratio_chart::render(rows));
    let plots = [
        (Plot::Throughput, "Throughput by length, independent calls"),
        (Plot::Latency, "Latency by length, each call waits for the one before"),
    ];
    page.push_str("<div class=\"plots\">");
    for (plot, title) in plots {
        if let Some(svg) = line_plot::render(plot, rows) {
            push(page, format_args!("<div><h3>{title}</h3>\n{svg}</div>"));
        }
    }
    page.push_str("</div>\n");
    push_rows(page, rows);
    push_contenders(page, rows);
}

fn push_rows(page: &mut String, rows: &[&RowResult]) {
    let has_native = rows.iter().any(|row| row.has_native());
    page.push_str(
        "<div class=\"wide\"><table>\n<tr><th>row</th><th>ours</th><th>Zig</th><th>ratio</th>\
         <th>target</th><th class=\"left\">verdict</th><th>best crate</th><th>ratio</th>\
         <th class=\"left\">which</th>",
    );
    if has_native {
        page.push_str("<th>native</th><th>÷ Zig native</th>");
    }
    page.push_str("</tr>\n");
    for row in rows {
        let ours = row.ours().map_or_else(String::new, |ours| time(row, ours.median_ns));
        push(
            page,
            format_args!(
                "<tr><td title=\"{}\">{}</td><td>{ours}</td>",
                escape(&row.input),
                escape(&row.name),
            ),
        );
        push_zig_cells(page, row);
        push_crate_cells(page, row);
        if has_native {
            push_native_cells(page, row);
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table></div>\n");
}

fn push_zig_cells(page: &mut String, row: &RowResult) {
    let zig = row.zig();
    let which = row.zig_label().map_or_else(String::new, |label| {
        format!("<br/><span class=\"soft\">{}</span>", escape(label))
    });
    push(
        page,
        format_args!(
            "<td>{}{which}</td><td>{}</td><td>{}</td><td class=\"left mark {}\">{}</td>",
            zig.map_or_else(|| "SKIPPED".to_owned(), |zig| time(row, zig.median_ns)),
            zig.map_or_else(String::new, ratio),
            zig.map_or_else(String::new, target),
            class(row.verdict),
            row.verdict_text(),
        ),
    );
}

fn push_crate_cells(page: &mut String, row: &RowResult) {
    let Some(best) = row.best_crate() else {
        page.push_str("<td></td><td></td><td></td>");
        return;
    };
    let note = if best.role == Role::Reference { " <i>ref</i>" } else { "" };
    push(
        page,
        format_args!(
            "<td>{}</td><td>{}</td><td class=\"left\">{}{note}</td>",
            time(row, best.median_ns),
            ratio(best),
            escape(&best.label),
        ),
    );
}

fn push_native_cells(page: &mut String, row: &RowResult) {
    let native = row.native.as_ref();
    let ratio = native.and_then(|native| native.ratio);
    push(
        page,
        format_args!(
            "<td>{}</td><td>{}</td>",
            native.map_or_else(String::new, |native| time(row, native.ours_ns)),
            ratio.map_or_else(String::new, |ratio| format!("{:.2}×", ratio.of_medians)),
        ),
    );
}

fn push_contenders(page: &mut String, rows: &[&RowResult]) {
    page.push_str(
        "<details><summary>All contenders</summary><div class=\"wide\"><table>\n<tr><th>row</th>\
         <th class=\"left\">contender</th><th class=\"left\">role</th><th>median</th><th>±</th>\
         <th>ratio</th><th>target</th><th class=\"left\">mark</th></tr>\n",
    );
    for row in rows {
        for contender in &row.contenders {
            push(
                page,
                format_args!(
                    "<tr><td>{}</td><td class=\"left\">{}</td><td class=\"left soft\">{}</td>\
                     <td>{} ns</td><td>{}</td><td>{}</td><td>{}</td>\
                     <td class=\"left mark {}\">{}</td></tr>\n",
                    escape(&row.name),
                    escape(&contender.label),
                    contender.role.word(),
                    three_digits(contender.median_ns),
                    three_digits(contender.spread_ns),
                    ratio(contender),
                    target(contender),
                    class(contender.mark),
                    contender.mark.map_or("", Mark::word),
                ),
            );
        }
    }
    page.push_str("</table></div></details>\n");
}

fn push_facts(page: &mut String, report: &Report) {
    let machine = &report.machine;
    page.push_str("<h2>How it was measured</h2>\n<dl>");
    let settings = &report.settings;
    let sampling = format!(
        "{} rounds of samples of at least {} ms, all contenders of a row in turn",
        settings.rounds,
        settings.sample_ns as f64 / 1e6,
    );
    let load =
        format!("{} at the start, {} at the end", machine.load_at_start, machine.load_at_end);
    let processor = format!("{} ({} usable)", machine.cpu, machine.cpu_count);
    let rustflags = if machine.rustflags.is_empty() { "none" } else { &machine.rustflags };
    let facts = [
        ("Processor", processor.as_str()),
        ("Features", &machine.cpu_features.join(" ")),
        ("System", &machine.os),
        ("Rust", &machine.rustc),
        ("Flags", rustflags),
        ("Profile", &machine.profile),
        ("Zig", &machine.zig),
        ("Commit", &machine.commit),
        ("Date", &machine.date),
        ("Load", &load),
        ("Sampling", &sampling),
        ("Filter", settings.filter.as_deref().unwrap_or("none")),
    ];
    for (name, value) in facts {
        push(page, format_args!("<dt>{name}</dt><dd>{}</dd>\n", escape(value)));
    }
    page.push_str("</dl>\n");
}

fn time(row: &RowResult, ns_per_op: f64) -> String {
    format!("{} {}", three_digits(row.in_unit(ns_per_op)), unit_word(row))
}

fn ratio(result: &ContenderResult) -> String {
    result
        .ratio
        .map_or_else(String::new, |ratio| format!("{:.2}× ±{:.2}", ratio.of_medians, ratio.spread))
}

fn target(result: &ContenderResult) -> String {
    result.target.map_or_else(String::new, |target| format!("{target:.2}×"))
}
