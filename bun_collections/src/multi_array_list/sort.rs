//! Sorting rows by what their columns say.

use super::gather::GatherBuffer;
use super::{MultiArrayElement, MultiArrayList, Slice};
use crate::permutation::Permutation;
use bun_alloc::handle_oom;

/// Rows that are put in order before the next ones are looked at.
const BLOCK: usize = if cfg!(any(test, bun_shallow)) { 8 } else { 4096 };

/// An order of rows that has a name, for [`MultiArrayList::sort_by`].
///
/// # Examples
///
/// ```
/// use bun_collections::multi_array_list::{Slice, SortContext};
/// use bun_collections::{MultiArrayElement, MultiArrayList};
///
/// #[derive(MultiArrayElement)]
/// struct File {
///     size: u64,
/// }
///
/// struct BySize;
///
/// impl SortContext<File> for BySize {
///     fn less_than(&self, rows: Slice<'_, File>, a: usize, b: usize) -> bool {
///         rows.columns().size[a] < rows.columns().size[b]
///     }
/// }
///
/// let mut files = MultiArrayList::new();
/// for size in [3, 1, 2] {
///     files.append(File { size })?;
/// }
/// files.sort_by(&BySize);
/// assert_eq!(files.columns().size, [1, 2, 3]);
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
pub trait SortContext<T: MultiArrayElement> {
    /// Returns whether row `a` comes before row `b`.
    ///
    /// Zig: `ctx.lessThan(a, b)`.
    fn less_than(&self, rows: Slice<'_, T>, a: usize, b: usize) -> bool;
}

impl<T: MultiArrayElement> MultiArrayList<T> {
    /// Sorts the rows; equal ones keep their order. O(n·log n).
    ///
    /// `less_than(rows, a, b)` tells whether row `a` comes before row `b`, and sees the rows in
    /// their old order throughout. When it panics, no row has moved. When it is no order, the rows
    /// end up in an unspecified one.
    ///
    /// For the time of the sort it allocates eight bytes per row, and as much as the widest column
    /// takes; it stops the process where it cannot.
    ///
    /// Zig: `std.MultiArrayList(T).sort`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_collections::{MultiArrayElement, MultiArrayList};
    ///
    /// #[derive(MultiArrayElement)]
    /// struct Word {
    ///     text: &'static str,
    /// }
    ///
    /// let mut words = MultiArrayList::new();
    /// for text in ["pear", "fig", "plum", "date"] {
    ///     words.append(Word { text })?;
    /// }
    /// words.sort(|rows, a, b| {
    ///     let text = rows.columns().text;
    ///     text[a].len() < text[b].len()
    /// });
    /// assert_eq!(words.columns().text, ["fig", "pear", "plum", "date"]);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[inline]
    pub fn sort(&mut self, less_than: impl FnMut(Slice<'_, T>, usize, usize) -> bool) {
        self.sort_span(0, self.len(), less_than);
    }

    /// Sorts the rows from `start` up to, and without, `end`; equal ones keep their order.
    ///
    /// Otherwise as [`sort`](Self::sort).
    ///
    /// Zig: `std.MultiArrayList(T).sortSpan`.
    ///
    /// # Panics
    ///
    /// Panics when `start > end` or `end > self.len()`.
    #[doc(alias = "sortSpan")]
    #[track_caller]
    pub fn sort_span(
        &mut self,
        start: usize,
        end: usize,
        mut less_than: impl FnMut(Slice<'_, T>, usize, usize) -> bool,
    ) {
        assert!(start <= end && end <= self.len(), "no rows {start}..{end}");
        let mut buffer = handle_oom(GatherBuffer::new(end - start));
        let rows = self.slice();
        let order = handle_oom(Permutation::sorted(start..end, |a, b| less_than(rows, a, b)));
        self.put_in_order(&order, &mut buffer);
    }

    /// Sorts the rows; the order of equal ones is unspecified.
    ///
    /// `less_than` sees the rows in the order of the moment: blocks of them are put in order before
    /// the whole is, so that the rows compared are near each other. When it panics, the rows are in
    /// an unspecified order.
    ///
    /// Zig: `std.MultiArrayList(T).sortUnstable`.
    #[doc(alias = "sortUnstable")]
    #[inline]
    pub fn sort_unstable(&mut self, less_than: impl FnMut(Slice<'_, T>, usize, usize) -> bool) {
        self.sort_span_unstable(0, self.len(), less_than);
    }

    /// Sorts the rows from `start` up to, and without, `end`; equal ones in unspecified order.
    ///
    /// Otherwise as [`sort_unstable`](Self::sort_unstable).
    ///
    /// Zig: `std.MultiArrayList(T).sortSpanUnstable`.
    ///
    /// # Panics
    ///
    /// Panics when `start > end` or `end > self.len()`.
    #[doc(alias = "sortSpanUnstable")]
    #[track_caller]
    pub fn sort_span_unstable(
        &mut self,
        start: usize,
        end: usize,
        mut less_than: impl FnMut(Slice<'_, T>, usize, usize) -> bool,
    ) {
        assert!(start <= end && end <= self.len(), "no rows {start}..{end}");
        if end - start <= BLOCK {
            return self.sort_span(start, end, less_than);
        }
        let mut buffer = handle_oom(GatherBuffer::new(end - start));
        for block in (start..end).step_by(BLOCK) {
            let rows = self.slice();
            let block = block..end.min(block + BLOCK);
            let order = Permutation::sorted(block, |a, b| less_than(rows, a, b));
            self.put_in_order(&handle_oom(order), &mut buffer);
        }
        let rows = self.slice();
        let order = Permutation::merged(start..end, BLOCK, |a, b| less_than(rows, a, b));
        self.put_in_order(&handle_oom(order), &mut buffer);
    }

    /// Sorted rows stay where they are, untouched.
    fn put_in_order(&mut self, order: &Permutation, buffer: &mut GatherBuffer<T>) {
        if !order.is_identity() {
            self.store.gather(order, buffer);
        }
    }
}
