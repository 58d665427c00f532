//! `std.MultiArrayList` of a struct with four column widths, behind a handle.

const std = @import("std");
const abi = @import("abi.zig");
const gpa = std.heap.c_allocator;

const len_max = 1 << 24;

/// A row as it crosses the boundary; the list stores the plain struct below.
const CRow = extern struct { word: u64, half: u32, byte: u8, pair: u16 };

/// Declared in another order than that of the columns in memory.
const Row = struct {
    byte: u8,
    word: u64,
    pair: u16,
    half: u32,

    fn from(row: *const CRow) Row {
        return .{ .byte = row.byte, .word = row.word, .pair = row.pair, .half = row.half };
    }

    fn to(self: Row) CRow {
        return .{ .word = self.word, .half = self.half, .byte = self.byte, .pair = self.pair };
    }
};

const List = std.MultiArrayList(Row);
const Handle = struct { list: List };

fn make(list: List) *Handle {
    const handle = gpa.create(Handle) catch std.c.abort();
    handle.* = .{ .list = list };
    return handle;
}

pub fn multi_array_create() callconv(.c) *Handle {
    return make(.empty);
}

pub fn multi_array_destroy(handle: *Handle) callconv(.c) void {
    handle.list.deinit(gpa);
    gpa.destroy(handle);
}

pub fn multi_array_append(handle: *Handle, row: *const CRow) callconv(.c) void {
    handle.list.append(gpa, .from(row)) catch std.c.abort();
}

pub fn multi_array_insert(handle: *Handle, index: usize, row: *const CRow) callconv(.c) void {
    abi.require(index <= handle.list.len);
    handle.list.insert(gpa, index, .from(row)) catch std.c.abort();
}

/// Removes the last row into `out`, and answers whether there was one.
pub fn multi_array_pop(handle: *Handle, out: *CRow) callconv(.c) bool {
    const row = handle.list.pop() orelse return false;
    out.* = row.to();
    return true;
}

pub fn multi_array_remove(handle: *Handle, index: usize, ordered: bool) callconv(.c) void {
    abi.require(index < handle.list.len);
    if (ordered) handle.list.orderedRemove(index) else handle.list.swapRemove(index);
}

/// `orderedRemoveMany`: the indices rise and are within the list.
pub fn multi_array_remove_many(handle: *Handle, sorted: abi.Slice(usize)) callconv(.c) void {
    abi.require(std.sort.isSorted(usize, sorted.get(), {}, std.sort.asc(usize)));
    if (sorted.len > 0) abi.require(sorted.get()[sorted.len - 1] < handle.list.len);
    handle.list.orderedRemoveMany(sorted.get());
}

pub fn multi_array_get(handle: *const Handle, index: usize) callconv(.c) CRow {
    abi.require(index < handle.list.len);
    return handle.list.get(index).to();
}

pub fn multi_array_set(handle: *Handle, index: usize, row: *const CRow) callconv(.c) void {
    abi.require(index < handle.list.len);
    handle.list.set(index, .from(row));
}

/// `resize`, with zeroes in the rows that it would leave undefined.
pub fn multi_array_resize(handle: *Handle, len: usize) callconv(.c) void {
    abi.require(len <= len_max);
    const old_len = handle.list.len;
    handle.list.resize(gpa, len) catch std.c.abort();
    for (@min(old_len, len)..len) |index| handle.list.set(index, std.mem.zeroes(Row));
}

/// `shrinkAndFree` or `shrinkRetainingCapacity`.
pub fn multi_array_shrink(handle: *Handle, len: usize, free: bool) callconv(.c) void {
    abi.require(len <= handle.list.len);
    if (free) handle.list.shrinkAndFree(gpa, len) else handle.list.shrinkRetainingCapacity(len);
}

/// `clearAndFree` or `clearRetainingCapacity`.
pub fn multi_array_clear(handle: *Handle, free: bool) callconv(.c) void {
    if (free) handle.list.clearAndFree(gpa) else handle.list.clearRetainingCapacity();
}

/// `ensureUnusedCapacity` or `ensureTotalCapacity`.
pub fn multi_array_ensure(handle: *Handle, count: usize, unused: bool) callconv(.c) void {
    abi.require(count <= len_max);
    const done = if (unused)
        handle.list.ensureUnusedCapacity(gpa, count)
    else
        handle.list.ensureTotalCapacity(gpa, count);
    done catch std.c.abort();
}

pub fn multi_array_set_capacity(handle: *Handle, capacity: usize) callconv(.c) void {
    abi.require(capacity >= handle.list.len and capacity <= len_max);
    handle.list.setCapacity(gpa, capacity) catch std.c.abort();
}

pub fn multi_array_clone(handle: *const Handle) callconv(.c) *Handle {
    return make(handle.list.clone(gpa) catch std.c.abort());
}

pub fn multi_array_len(handle: *const Handle) callconv(.c) usize {
    return handle.list.len;
}

pub fn multi_array_capacity(handle: *const Handle) callconv(.c) usize {
    return handle.list.capacity;
}

/// Sorts rows `start..end` by `column`, counted as in `CRow`, keeping equal rows in order or not.
pub fn multi_array_sort(
    handle: *Handle,
    start: usize,
    end: usize,
    column: u32,
    stable: bool,
) callconv(.c) void {
    abi.require(start <= end and end <= handle.list.len);
    switch (column) {
        0 => sortBy(.word, &handle.list, start, end, stable),
        1 => sortBy(.half, &handle.list, start, end, stable),
        2 => sortBy(.byte, &handle.list, start, end, stable),
        3 => sortBy(.pair, &handle.list, start, end, stable),
        else => std.c.abort(),
    }
}

fn sortBy(comptime field: List.Field, list: *List, start: usize, end: usize, stable: bool) void {
    const Order = struct {
        column: []const @FieldType(Row, @tagName(field)),

        pub fn lessThan(self: @This(), a: usize, b: usize) bool {
            return self.column[a] < self.column[b];
        }
    };
    const order: Order = .{ .column = list.items(field) };
    const whole = start == 0 and end == list.len;
    if (stable) {
        if (whole) list.sort(order) else list.sortSpan(start, end, order);
    } else {
        if (whole) list.sortUnstable(order) else list.sortSpanUnstable(start, end, order);
    }
}

/// Copies the rows, of which there must be `out.len`, column by column.
pub fn multi_array_rows(handle: *const Handle, out: abi.SliceMut(CRow)) callconv(.c) void {
    const slice = handle.list.slice();
    abi.require(out.len == slice.len);
    for (out.get(), slice.items(.word)) |*row, word| row.word = word;
    for (out.get(), slice.items(.half)) |*row, half| row.half = half;
    for (out.get(), slice.items(.byte)) |*row, byte| row.byte = byte;
    for (out.get(), slice.items(.pair)) |*row, pair| row.pair = pair;
}

/// How many bytes behind the start of the allocation each column starts, in the order of `CRow`.
/// There is an allocation.
pub fn multi_array_offsets(handle: *const Handle, out: *[4]usize) callconv(.c) void {
    abi.require(handle.list.capacity > 0);
    const slice = handle.list.slice();
    const base = @intFromPtr(handle.list.bytes);
    out.* = .{
        @intFromPtr(slice.items(.word).ptr) - base,
        @intFromPtr(slice.items(.half).ptr) - base,
        @intFromPtr(slice.items(.byte).ptr) - base,
        @intFromPtr(slice.items(.pair).ptr) - base,
    };
}
