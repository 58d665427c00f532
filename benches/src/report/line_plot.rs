//! Lines by input length, both axes logarithmic.

use super::RowResult;
use super::html::{escape, push};
use crate::row::{Plot, Role};

const WIDTH: f64 = 520.0;
const HEIGHT: f64 = 340.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 496.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 262.0;

/// One contender's line.
struct Line {
    label: String,
    role: Role,
    points: Vec<(f64, f64)>,
}

/// Returns the plot as an SVG element, or `None` when fewer than two lengths were measured.
pub(super) fn render(plot: Plot, rows: &[&RowResult]) -> Option<String> {
    let lines = lines(plot, rows);
    let points = || lines.iter().flat_map(|line| line.points.iter().copied());
    let least = points().reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)))?;
    let most = points().reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)))?;
    if least.0 == most.0 {
        return None;
    }
    let ticks = decades(least.1, most.1);
    let range = (least.1.min(ticks[0]), most.1.max(ticks[ticks.len() - 1]));
    let x_of =
        |length: f64| LEFT + (RIGHT - LEFT) * (length / least.0).log2() / (most.0 / least.0).log2();
    let y_of =
        |value: f64| BOTTOM - (BOTTOM - TOP) * (value / range.0).ln() / (range.1 / range.0).ln();
    let mut svg = String::new();
    push(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
             role=\"img\" aria-label=\"by length\">\n"
        ),
    );
    for tick in ticks {
        let y = y_of(tick);
        push(
            &mut svg,
            format_args!(
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
                 <text class=\"soft\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{tick}</text>\n",
                LEFT - 7.0,
                y + 4.0,
            ),
        );
    }
    for length in (0..=20).step_by(2).map(|power| f64::from(1 << power)) {
        if (least.0..=most.0).contains(&length) {
            let x = x_of(length);
            push(
                &mut svg,
                format_args!(
                    "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" \
                     y2=\"{BOTTOM}\"/><text class=\"soft\" x=\"{x:.1}\" y=\"{}\" \
                     text-anchor=\"middle\">{length}</text>\n",
                    BOTTOM + 16.0,
                ),
            );
        }
    }
    let unit = match plot {
        Plot::Throughput => "GB/s (up is better) by bytes",
        Plot::Latency => "ns (down is better) by bytes",
    };
    push(
        &mut svg,
        format_args!(
            "<text class=\"soft\" x=\"{RIGHT}\" y=\"{}\" text-anchor=\"end\">{unit}</text>\n",
            BOTTOM + 34.0,
        ),
    );
    // Ours last, so that it lies on top.
    for (index, line) in lines.iter().enumerate().rev() {
        push_line(&mut svg, line, index, &x_of, &y_of);
    }
    push_legend(&mut svg, &lines);
    svg.push_str("</svg>\n");
    Some(svg)
}

/// Collects a line per contender, ours and Zig's first.
fn lines(plot: Plot, rows: &[&RowResult]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in rows {
        let Some(point) = row.point.filter(|point| point.plot == plot && point.length > 0) else {
            continue;
        };
        for contender in &row.contenders {
            let value = match plot {
                Plot::Throughput => point.length as f64 / contender.median_ns,
                Plot::Latency => contender.median_ns,
            };
            let position = (point.length as f64, value);
            match lines.iter_mut().find(|line| line.label == contender.label) {
                Some(line) => line.points.push(position),
                None => lines.push(Line {
                    label: contender.label.clone(),
                    role: contender.role,
                    points: vec![position],
                }),
            }
        }
    }
    lines.sort_by_key(|line| match line.role {
        Role::Ours => 0,
        Role::Zig => 1,
        _ => 2,
    });
    lines
}

/// Returns 1, 2 and 5 times the powers of ten that surround the range.
fn decades(least: f64, most: f64) -> Vec<f64> {
    let candidates: Vec<f64> =
        (-3..9).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10_f64.powi(power))).collect();
    let first = candidates.iter().rposition(|&tick| tick <= least).unwrap_or(0);
    let last = candidates.iter().position(|&tick| tick >= most).unwrap_or(candidates.len() - 1);
    candidates[first..=last.max(first + 1)].to_vec()
}

fn color(line: &Line, index: usize) -> String {
    match line.role {
        Role::Ours => "var(--ours)".to_owned(),
        Role::Zig => "var(--zig)".to_owned(),
        _ => format!("var(--s{})", index % 4),
    }
}

fn push_line(
    svg: &mut String,
    line: &Line,
    index: usize,
    x_of: &dyn Fn(f64) -> f64,
    y_of: &dyn Fn(f64) -> f64,
) {
    let is_ours = line.role == Role::Ours;
    let color = color(line, index);
    push(
        svg,
        format_args!(
            "<g style=\"stroke:{color};fill:{color}\"><title>{}</title><polyline \
             style=\"fill:none;stroke-width:{}\" points=\"",
            escape(&line.label),
            if is_ours { 3.0 } else { 1.6 },
        ),
    );
    for &(length, value) in &line.points {
        push(svg, format_args!("{:.1},{:.1} ", x_of(length), y_of(value)));
    }
    svg.push_str("\"/>");
    for &(length, value) in &line.points {
        push(
            svg,
            format_args!(
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{}\"/>",
                x_of(length),
                y_of(value),
                if is_ours { 3.5 } else { 2.2 },
            ),
        );
    }
    svg.push_str("</g>\n");
}

fn push_legend(svg: &mut String, lines: &[Line]) {
    const COLUMNS: usize = 3;
    for (index, line) in lines.iter().enumerate() {
        let x = LEFT + (index % COLUMNS) as f64 * 155.0;
        let y = BOTTOM + 56.0 + (index / COLUMNS) as f64 * 18.0;
        let who = if line.role == Role::Zig { "Zig " } else { "" };
        push(
            svg,
            format_args!(
                "<line style=\"stroke:{};stroke-width:3\" x1=\"{x}\" x2=\"{}\" y1=\"{}\" \
                 y2=\"{}\"/><text x=\"{}\" y=\"{y}\">{who}{}</text>\n",
                color(line, index),
                x + 18.0,
                y - 4.0,
                y - 4.0,
                x + 24.0,
                escape(&line.label),
            ),
        );
    }
}
