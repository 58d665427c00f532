//! Bars of our time ÷ Zig's time on a logarithmic axis, 1 in the middle of attention.
//!
//! A bar grows to the left when we are faster. The thick tick is the target, the whisker the
//! spread over the rounds, the ring the ratio to the best crate.

use super::RowResult;
use super::html::{class, escape, push};

const WIDTH: f64 = 1000.0;
const AXIS_LEFT: f64 = 270.0;
const AXIS_RIGHT: f64 = 790.0;
const ROW_HEIGHT: f64 = 22.0;
const TOP: f64 = 30.0;
/// The axis, in ratios. What is outside is drawn at the edge; the number tells the truth.
const LEAST: f64 = 0.125;
const MOST: f64 = 4.0;

/// Returns the chart as an SVG element.
pub(super) fn render(rows: &[&RowResult]) -> String {
    let bottom = TOP + ROW_HEIGHT * rows.len() as f64;
    let mut svg = String::new();
    push(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {}\" \
             role=\"img\" aria-label=\"time ratios\">\n",
            bottom + 34.0,
        ),
    );
    for index in (0..rows.len()).step_by(2) {
        let y = TOP + ROW_HEIGHT * index as f64;
        push(
            &mut svg,
            format_args!(
                "<rect class=\"stripe\" x=\"0\" y=\"{y}\" width=\"{WIDTH}\" \
                 height=\"{ROW_HEIGHT}\"/>\n"
            ),
        );
    }
    for tick in [0.125, 0.25, 0.5, 1.0, 2.0, 4.0] {
        let x = x_of(tick);
        let class = if tick == 1.0 { "one" } else { "grid" };
        push(
            &mut svg,
            format_args!(
                "<line class=\"{class}\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" \
                 y2=\"{bottom:.1}\"/><text class=\"soft\" x=\"{x:.1}\" y=\"{}\" \
                 text-anchor=\"middle\">{tick}×</text>\n",
                TOP - 10.0,
            ),
        );
    }
    for (index, row) in rows.iter().enumerate() {
        push_row(&mut svg, row, TOP + ROW_HEIGHT * index as f64);
    }
    push_legend(&mut svg, bottom + 22.0);
    svg.push_str("</svg>\n");
    svg
}

fn x_of(ratio: f64) -> f64 {
    let position = (ratio.clamp(LEAST, MOST) / LEAST).ln() / (MOST / LEAST).ln();
    AXIS_LEFT + (AXIS_RIGHT - AXIS_LEFT) * position
}

fn push_row(svg: &mut String, row: &RowResult, y: f64) {
    let baseline = y + 15.0;
    push(
        svg,
        format_args!(
            "<g class=\"{}\"><title>{}</title><text class=\"mono\" x=\"{}\" y=\"{baseline}\" \
             text-anchor=\"end\">{}</text>",
            class(row.verdict),
            escape(&row.input),
            AXIS_LEFT - 12.0,
            escape(&row.name),
        ),
    );
    let zig = row.zig();
    if let Some(ratio) = zig.and_then(|zig| zig.ratio) {
        let (at, one) = (x_of(ratio.of_medians), x_of(1.0));
        push(
            svg,
            format_args!(
                "<rect class=\"bar {}\" x=\"{:.1}\" y=\"{}\" width=\"{:.1}\" height=\"12\" \
                 rx=\"2\"/>",
                class(zig.and_then(|zig| zig.mark)),
                at.min(one),
                y + 5.0,
                (at - one).abs().max(1.5),
            ),
        );
        push_line(
            svg,
            "whisker",
            (x_of(ratio.of_medians - ratio.spread), y + 11.0),
            (x_of(ratio.of_medians + ratio.spread), y + 11.0),
        );
        let shown = format!("{:.2}× ±{:.2}", ratio.of_medians, ratio.spread);
        push(
            svg,
            format_args!("<text x=\"{}\" y=\"{baseline}\">{shown}</text>", AXIS_RIGHT + 14.0),
        );
    } else {
        push(
            svg,
            format_args!(
                "<text class=\"soft\" x=\"{}\" y=\"{baseline}\">Zig SKIPPED</text>",
                AXIS_RIGHT + 14.0,
            ),
        );
    }
    if let Some(target) = zig.and_then(|zig| zig.target) {
        push_line(svg, "goal", (x_of(target), y + 2.0), (x_of(target), y + 20.0));
    }
    if let Some((best, ratio)) = row.best_crate().and_then(|best| Some((best, best.ratio?))) {
        let mark = best.mark.filter(|_| best.role.binds());
        push(
            svg,
            format_args!(
                "<circle class=\"crate {}\" cx=\"{:.1}\" cy=\"{}\" r=\"4\"/>",
                class(mark),
                x_of(ratio.of_medians),
                y + 11.0,
            ),
        );
    }
    push(
        svg,
        format_args!(
            "<text class=\"word\" x=\"{}\" y=\"{baseline}\" text-anchor=\"end\">{}</text></g>\n",
            WIDTH - 8.0,
            row.verdict_text(),
        ),
    );
}

fn push_line(svg: &mut String, class: &str, from: (f64, f64), to: (f64, f64)) {
    push(
        svg,
        format_args!(
            "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
            from.0, from.1, to.0, to.1,
        ),
    );
}

fn push_legend(svg: &mut String, y: f64) {
    let items = [
        (AXIS_LEFT, "bar: ours ÷ Zig, left is faster"),
        (AXIS_LEFT + 220.0, "target"),
        (AXIS_LEFT + 300.0, "spread"),
        (AXIS_LEFT + 385.0, "ours ÷ best crate, grey: reference"),
    ];
    for (x, text) in items {
        push(svg, format_args!("<text class=\"soft\" x=\"{x}\" y=\"{y}\">{text}</text>"));
    }
    let (target, spread, ring) = (items[1].0, items[2].0, items[3].0);
    push_line(svg, "goal", (target - 9.0, y - 11.0), (target - 9.0, y + 2.0));
    push_line(svg, "whisker", (spread - 24.0, y - 4.0), (spread - 6.0, y - 4.0));
    push(
        svg,
        format_args!(
            "<circle class=\"crate none\" cx=\"{}\" cy=\"{}\" r=\"4\"/>\n",
            ring - 11.0,
            y - 4.0,
        ),
    );
}
