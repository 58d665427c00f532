//! [`MultiArrayLoop`]: which loop over a `std.MultiArrayList` is timed.

/// What a loop does with a `std.MultiArrayList` of four columns, one row for each key.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum MultiArrayLoop {
    /// Appends all rows to an empty list and frees it.
    AppendGrowing,
    /// The same with room for all of them.
    AppendPresized,
    /// Adds up one column.
    SumColumn,
    /// Reads whole rows in the order given, and adds up their fields.
    Get,
    /// `swapRemove` of every index given, then appends as many rows.
    SwapRemove,
    /// `orderedRemove` of the row in the middle, and appends a row.
    OrderedRemove,
    /// Restores the keys, then `sort`.
    Sort,
    /// Restores the keys, then `sortUnstable`.
    SortUnstable,
}
