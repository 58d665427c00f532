//! A stable sort of row numbers, for rows that live in several columns.
//!
//! The comparator takes row numbers and reads the columns, which stay as they are until the order
//! is known. Then the rows are put in place by swaps. The sort is a merge sort of our own, because
//! it has to survive comparators that are no order: the sort of the standard library may panic on
//! them, and it wants a three-way answer where there is only "less than".

use alloc::vec::Vec;
use bun_alloc::AllocError;
use core::ops::Range;

/// Rows that are put in order at once, before the first runs are merged.
const RUN: usize = 4;

/// The order of some rows: place `i` belongs to row `order[i]`.
///
/// # Invariants
///
/// 1. `order` holds each number below its length once. All that writes to it, [`sort`] and what it
///    calls, moves the numbers that are there, whatever the comparator says.
pub(crate) struct Permutation {
    order: Vec<u32>,
    scratch: Vec<u32>,
    first: usize,
}

impl Permutation {
    /// Returns the stable order of `rows` by `less_than`. No row moves.
    ///
    /// An inconsistent `less_than` gives an unspecified order of the same rows.
    ///
    /// # Errors
    ///
    /// `AllocError` when there is no memory for two words of 32 bits per row, or when there are
    /// more rows than such a word counts.
    pub(crate) fn sorted(
        rows: Range<usize>,
        less_than: impl FnMut(usize, usize) -> bool,
    ) -> Result<Self, AllocError> {
        Self::merged(rows, 1, less_than)
    }

    /// [`sorted`](Self::sorted) for rows of which every `run` are in order already.
    pub(crate) fn merged(
        rows: Range<usize>,
        run: usize,
        mut less_than: impl FnMut(usize, usize) -> bool,
    ) -> Result<Self, AllocError> {
        let count = u32::try_from(rows.len()).map_err(|_| AllocError)?;
        let first = rows.start;
        let mut order = Vec::new();
        order.try_reserve_exact(rows.len())?;
        order.extend(0..count);
        let mut scratch = Vec::new();
        scratch.try_reserve_exact(rows.len())?;
        scratch.resize(rows.len(), 0);
        sort(&mut order, &mut scratch, run, &mut |a, b| {
            less_than(first + a as usize, first + b as usize)
        });
        Ok(Self { order, scratch, first })
    }

    /// Returns the rows that are put in order.
    pub(crate) fn rows(&self) -> Range<usize> {
        self.first..self.first + self.order.len()
    }

    /// Returns whether the rows are in order as they are.
    pub(crate) fn is_identity(&self) -> bool {
        self.order.iter().zip(0..).all(|(row, place)| *row == place)
    }

    /// Returns, for each place, the row that belongs there, counted from the first row: each number
    /// below the number of rows once.
    pub(crate) fn order(&self) -> &[u32] {
        &self.order
    }

    /// Returns, for each row, its place: the inverse order.
    pub(crate) fn places(&mut self) -> &[u32] {
        for (place, row) in self.order.iter().enumerate() {
            // A permutation counts its rows in 32 bits, see `sorted`.
            #[expect(clippy::cast_possible_truncation, reason = "fewer places than u32::MAX")]
            let place = place as u32;
            self.scratch[*row as usize] = place;
        }
        &self.scratch
    }

    /// Puts the rows in order with swaps, fewer than there are rows.
    pub(crate) fn apply(mut self, mut swap: impl FnMut(usize, usize)) {
        for start in 0..self.order.len() {
            let mut place = start;
            loop {
                // Each swap puts the right row into `place`; the row that was at `start` moves on
                // along the cycle until its own place is reached.
                let row = self.order[place] as usize;
                self.order[place] = place as u32;
                if row == start || row == place {
                    break;
                }
                swap(self.first + place, self.first + row);
                place = row;
            }
        }
    }
}

/// Sorts `order`, of which every `run` are in order: four at once, unless there are longer runs
/// already, and then by merging from one buffer into the other.
fn sort(
    order: &mut Vec<u32>,
    scratch: &mut Vec<u32>,
    run: usize,
    less: &mut impl FnMut(u32, u32) -> bool,
) {
    if run < RUN {
        let (fours, rest) = order.as_chunks_mut::<RUN>();
        for four in fours {
            *four = sorted_four(*four, less);
        }
        for end in 1..rest.len() {
            let mut at = end;
            while at > 0 && less(rest[at], rest[at - 1]) {
                rest.swap(at, at - 1);
                at -= 1;
            }
        }
    }
    let mut width = run.max(RUN);
    while width < order.len() {
        for (from, to) in order.chunks(2 * width).zip(scratch.chunks_mut(2 * width)) {
            let (left, right) = from.split_at(width.min(from.len()));
            if !(left.len() == right.len() && merge_from_both_ends(left, right, to, less)) {
                merge(left, right, to, less);
            }
        }
        core::mem::swap(order, scratch);
        width = width.saturating_mul(2);
    }
}

/// Returns four rows in order, after five comparisons and without a branch.
fn sorted_four(rows: [u32; 4], less: &mut impl FnMut(u32, u32) -> bool) -> [u32; 4] {
    let [a, b, c, d] = rows;
    let (a, b) = if less(b, a) { (b, a) } else { (a, b) };
    let (c, d) = if less(d, c) { (d, c) } else { (c, d) };
    let (is_right_first, is_left_last) = (less(c, a), less(d, b));
    let first = if is_right_first { c } else { a };
    let last = if is_left_last { b } else { d };
    // The two that are left; of equal ones, the first is from the left pair.
    let left = match (is_right_first, is_left_last) {
        (true, _) => a,
        (false, true) => c,
        (false, false) => b,
    };
    let right = match (is_left_last, is_right_first) {
        (true, _) => d,
        (false, true) => b,
        (false, false) => c,
    };
    let (second, third) = if less(right, left) { (right, left) } else { (left, right) };
    [first, second, third, last]
}

/// Merges two sorted runs of equal length into `to`, which is as long as both: half of it from the
/// front and half from the back, so that no run ends early, and that two chains of loads that wait
/// for each other run beside each other.
///
/// Returns whether the halves met, as they do if the comparator is an order. What is in `to` is a
/// permutation of the runs only then.
fn merge_from_both_ends(
    left: &[u32],
    right: &[u32],
    to: &mut [u32],
    less: &mut impl FnMut(u32, u32) -> bool,
) -> bool {
    let half = left.len();
    if !less(right[0], left[half - 1]) {
        to[..half].copy_from_slice(left);
        to[half..].copy_from_slice(right);
        return true;
    }
    let (front, back) = to.split_at_mut(half);
    let (mut l, mut r) = (0, 0);
    let (mut l_end, mut r_end) = (half, half);
    for (low, high) in front.iter_mut().zip(back.iter_mut().rev()) {
        // From equal rows the left one comes first, which keeps the sort stable. The answers are
        // as good as random, so they are added instead of branched on.
        let (row, other) = (left[l], right[r]);
        let take_right = less(other, row);
        *low = if take_right { other } else { row };
        r += usize::from(take_right);
        l += usize::from(!take_right);

        let (row, other) = (left[l_end - 1], right[r_end - 1]);
        let take_left = less(other, row);
        *high = if take_left { row } else { other };
        l_end -= usize::from(take_left);
        r_end -= usize::from(!take_left);
    }
    l == l_end && r == r_end
}

/// Merges two sorted runs into `to`, which is as long as both.
fn merge(left: &[u32], right: &[u32], to: &mut [u32], less: &mut impl FnMut(u32, u32) -> bool) {
    let in_order = match (left.last(), right.first()) {
        (Some(last), Some(first)) => !less(*first, *last),
        _ => true,
    };
    if in_order {
        to[..left.len()].copy_from_slice(left);
        to[left.len()..].copy_from_slice(right);
        return;
    }
    let (mut l, mut r) = (0, 0);
    while l < left.len() && r < right.len() {
        // From equal rows the left one comes first, which keeps the sort stable. The answer is as
        // good as random, so it is added instead of branched on.
        let (row, other) = (left[l], right[r]);
        let take_right = less(other, row);
        to[l + r] = if take_right { other } else { row };
        r += usize::from(take_right);
        l += usize::from(!take_right);
    }
    let rest = if l < left.len() { &left[l..] } else { &right[r..] };
    to[l + r..].copy_from_slice(rest);
}

#[cfg(test)]
mod tests {
    use super::Permutation;
    use proptest::prelude::*;

    fn sorted(keys: &[u8], from: usize) -> Vec<(usize, u8)> {
        let mut rows: Vec<(usize, u8)> = keys.iter().copied().enumerate().collect();
        let order = Permutation::sorted(from..keys.len(), |a, b| keys[a] < keys[b]);
        order.expect("memory").apply(|a, b| rows.swap(a, b));
        rows
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if cfg!(miri) { 1 } else { 512 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn the_order_is_that_of_a_stable_sort(
            keys in proptest::collection::vec(0_u8..8, 0..70),
            from in 0_usize..9,
        ) {
            let from = from.min(keys.len());
            let mut expected: Vec<(usize, u8)> = keys.iter().copied().enumerate().collect();
            expected[from..].sort_by_key(|row| row.1);
            prop_assert_eq!(sorted(&keys, from), expected);
        }

        #[test]
        fn comparators_that_are_no_order_still_give_a_permutation(
            answers in proptest::collection::vec(any::<bool>(), 1..97),
            count in 0_usize..60,
        ) {
            let mut asked = answers.iter().copied().cycle();
            let mut rows: Vec<usize> = (0..count).collect();
            let mut order =
                Permutation::sorted(0..count, |_, _| asked.next().expect("endless"))
                    .expect("memory");
            let places: Vec<u32> = order.places().to_vec();
            order.apply(|a, b| rows.swap(a, b));
            for (place, row) in rows.iter().enumerate() {
                prop_assert_eq!(places[*row] as usize, place);
            }
            rows.sort_unstable();
            prop_assert!(rows.iter().copied().eq(0..count));
        }
    }
}
