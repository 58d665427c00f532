//! The report from made-up series: marks, verdicts, JSON and HTML.

use super::{Mark, Report, RowResult, SCHEMA, Settings, html, table, three_digits};
use crate::machine::Machine;
use crate::measure::Series;
use crate::row::{Contender, Plot, Point, Role, Row, Unit};

fn series(ns_per_op: &[f64]) -> Series {
    Series { iterations: 10, ns_per_op: ns_per_op.to_vec() }
}

/// A row whose names need escaping, with contenders in every role.
fn row_result(name: &str, zig_target: f64) -> RowResult {
    let row = Row {
        unit: Unit::GigabytesPerSecond,
        bytes_per_op: 64,
        point: Some(Point { plot: Plot::Throughput, length: 64 }),
        ..Row::new("hash", name, "a <b> & \"c\"", 0, Vec::new)
    };
    let contenders = [
        Contender::ours("ours", |_| 0),
        Contender::zig("Zig <0>", |_| 0).target(zig_target),
        Contender::reference("reference", 1, |_| 1).target(0.1),
        Contender::floor("floor", |_| 0),
    ];
    let series = vec![
        series(&[2.0, 2.0, 4.0]),
        series(&[4.0, 4.0, 8.0]),
        series(&[1.0; 3]),
        series(&[1.0; 3]),
    ];
    RowResult::new(&row, &contenders, series)
}

fn report() -> Report {
    let mut rows = vec![row_result("a <1>", 0.5), row_result("b", 0.4)];
    rows[1].point = Some(Point { plot: Plot::Throughput, length: 1024 });
    let native = rows[0].clone();
    rows[0].set_native(&native);
    Report {
        schema: SCHEMA,
        machine: Machine::detect(),
        settings: Settings { sample_ns: 1, rounds: 3, filter: Some("h".to_owned()), zig: true },
        rows,
        errors: vec!["an <error>".to_owned()],
    }
}

#[test]
fn marks_follow_the_target_then_the_rival() {
    assert_eq!(Mark::of(0.5, 0.5), Mark::Met);
    assert_eq!(Mark::of(1.3, 1.4), Mark::Met);
    assert_eq!(Mark::of(0.6, 0.5), Mark::Faster);
    assert_eq!(Mark::of(0.95, 0.5), Mark::Tie);
    assert_eq!(Mark::of(1.1, 1.0), Mark::Tie);
    assert_eq!(Mark::of(1.11, 1.0), Mark::Behind);
}

#[test]
fn only_binding_contenders_decide() {
    let row = row_result("row", 0.5);
    assert_eq!(row.verdict, Some(Mark::Met));
    let reference = row.best_crate().expect("the reference");
    assert_eq!((reference.role, reference.mark), (Role::Reference, Some(Mark::Behind)));
    assert_eq!(row_result("row", 0.4).verdict, Some(Mark::Faster));
    assert_eq!(row.zig().and_then(|zig| zig.ratio).map(|ratio| ratio.of_medians), Some(0.5));
    assert_eq!(row.in_unit(2.0), 32.0);
}

#[test]
fn json_reads_back_as_written() {
    let report = report();
    let json = serde_json::to_string_pretty(&report).expect("plain data");
    let back: Report = serde_json::from_str(&json).expect("our own output");
    assert_eq!(back, report);
}

#[test]
fn a_native_report_is_matched_by_name() {
    let mut base = report();
    base.rows[0].native = None;
    let mut native = report();
    native.rows.remove(1);
    base.merge_native(&native);
    assert_eq!(base.rows[0].native.as_ref().map(|native| native.ours_ns), Some(2.0));
    assert_eq!(base.rows[1].native, None);
    assert!(base.errors.iter().any(|error| error.starts_with("native build: ")));
}

#[test]
fn the_table_has_a_line_for_each_row() {
    let table = table::render(&report());
    assert_eq!(table.lines().filter(|line| line.contains("0.50x")).count(), 2, "{table}");
    assert!(table.contains("met 1") && table.contains("faster 1"), "{table}");
}

#[test]
fn html_is_well_formed_and_self_contained() {
    let page = html::render(&report());
    assert_well_formed(&page);
    assert!(!page.contains("a <1>") && page.contains("a &lt;1&gt;"));
    assert!(!page.contains("src=") && !page.contains("@import") && !page.contains("NaN"));
    for link in page.match_indices("http").map(|(at, _)| &page[at..]) {
        assert!(link.starts_with("http://www.w3.org/2000/svg"), "{}", &link[..40.min(link.len())]);
    }
}

#[test]
fn an_empty_report_is_a_page_too() {
    let page = html::render(&Report { rows: Vec::new(), errors: Vec::new(), ..report() });
    assert_well_formed(&page);
}

/// Checks that tags nest; the page is written so that this holds without HTML's exceptions.
fn assert_well_formed(page: &str) {
    let mut open = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "stray > before {:.60}", &rest[at..]);
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}>");
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().expect("a name"));
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn numbers_keep_three_digits() {
    assert_eq!(three_digits(0.054), "0.05");
    assert_eq!(three_digits(3.456), "3.46");
    assert_eq!(three_digits(9.996), "10.0");
    assert_eq!(three_digits(31.4159), "31.4");
    assert_eq!(three_digits(1234.5), "1234");
}
