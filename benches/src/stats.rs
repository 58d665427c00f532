//! Medians and ratios of interleaved samples.
//!
//! Means are not used: a single preempted sample would move them. The spread is half of the
//! inter-quartile range, which ignores a quarter of the rounds at either end.

use serde::{Deserialize, Serialize};

/// Our time over a rival's, from the rounds that both took part in.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Ratio {
    /// Our median over the rival's median; below 1 is faster.
    pub(crate) of_medians: f64,
    /// Median over the rounds of (our time ÷ the rival's time in the same round).
    pub(crate) median_of_rounds: f64,
    /// Half of the inter-quartile range of the per-round ratios.
    pub(crate) spread: f64,
}

/// Returns the `quantile` (0 to 1) of `sorted`, interpolating linearly between neighbours.
///
/// # Panics
///
/// When `sorted` is empty.
pub(crate) fn quantile(sorted: &[f64], quantile: f64) -> f64 {
    assert!(!sorted.is_empty(), "no samples");
    let position = quantile.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = position.ceil() as usize;
    let fraction = position - below as f64;
    sorted[below] + (sorted[above] - sorted[below]) * fraction
}

/// Returns `samples` in ascending order.
fn sorted(samples: &[f64]) -> Vec<f64> {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// Returns the median of `samples`.
pub(crate) fn median(samples: &[f64]) -> f64 {
    quantile(&sorted(samples), 0.5)
}

/// Returns half of the inter-quartile range of `samples`.
pub(crate) fn half_interquartile(samples: &[f64]) -> f64 {
    let sorted = sorted(samples);
    (quantile(&sorted, 0.75) - quantile(&sorted, 0.25)) / 2.0
}

/// Compares two series in which equal indices were measured in the same round.
///
/// # Panics
///
/// When the series differ in length or are empty.
pub(crate) fn ratio(ours: &[f64], rival: &[f64]) -> Ratio {
    assert_eq!(ours.len(), rival.len(), "one sample per round on both sides");
    let rounds: Vec<f64> = ours.iter().zip(rival).map(|(ours, rival)| ours / rival).collect();
    Ratio {
        of_medians: median(ours) / median(rival),
        median_of_rounds: median(&rounds),
        spread: half_interquartile(&rounds),
    }
}

#[cfg(test)]
mod tests {
    use super::{half_interquartile, median, quantile, ratio};

    #[test]
    fn median_ignores_order_and_outliers() {
        assert_eq!(median(&[3.0]), 3.0);
        assert_eq!(median(&[9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), 2.5);
        assert_eq!(median(&[1.0, 1.0, 1.0, 1.0, 1e9]), 1.0);
    }

    #[test]
    fn quantiles_interpolate() {
        let sorted = [0.0, 10.0, 20.0, 30.0, 40.0];
        assert_eq!(quantile(&sorted, 0.0), 0.0);
        assert_eq!(quantile(&sorted, 0.25), 10.0);
        assert_eq!(quantile(&sorted, 0.375), 15.0);
        assert_eq!(quantile(&sorted, 1.0), 40.0);
        assert_eq!(half_interquartile(&[40.0, 0.0, 20.0, 10.0, 30.0]), 10.0);
    }

    #[test]
    fn drift_common_to_both_sides_cancels_in_the_rounds() {
        // The machine halves its speed in the middle; the per-round ratio stays exactly one half.
        let ours = [1.0, 1.0, 2.0, 2.0, 2.0];
        let rival = [2.0, 2.0, 4.0, 4.0, 4.0];
        let ratio = ratio(&ours, &rival);
        assert_eq!(ratio.median_of_rounds, 0.5);
        assert_eq!(ratio.of_medians, 0.5);
        assert_eq!(ratio.spread, 0.0);
    }

    #[test]
    #[should_panic(expected = "one sample per round")]
    fn series_of_different_length_are_a_bug() {
        let _ = ratio(&[1.0], &[1.0, 2.0]);
    }
}
