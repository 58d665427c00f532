//! `std.ArrayList` of integers and `std.PriorityQueue` of keys with names, behind handles.

const std = @import("std");
const abi = @import("abi.zig");
const gpa = std.heap.c_allocator;

const len_max = 1 << 24;

const List = std.ArrayList(u32);

pub fn array_list_create() callconv(.c) *List {
    const list = gpa.create(List) catch std.c.abort();
    list.* = .empty;
    return list;
}

pub fn array_list_destroy(list: *List) callconv(.c) void {
    list.deinit(gpa);
    gpa.destroy(list);
}

pub fn array_list_append(list: *List, value: u32) callconv(.c) void {
    list.append(gpa, value) catch std.c.abort();
}

/// `replaceRange`, or `insertSlice` for an empty range, or `appendSlice` for one at the end.
pub fn array_list_replace(
    list: *List,
    start: usize,
    len: usize,
    new: abi.Slice(u32),
) callconv(.c) void {
    abi.require(start <= list.items.len and len <= list.items.len - start);
    const done = if (len > 0)
        list.replaceRange(gpa, start, len, new.get())
    else if (start < list.items.len)
        list.insertSlice(gpa, start, new.get())
    else
        list.appendSlice(gpa, new.get());
    done catch std.c.abort();
}

pub fn array_list_remove(list: *List, index: usize, ordered: bool) callconv(.c) u32 {
    abi.require(index < list.items.len);
    return if (ordered) list.orderedRemove(index) else list.swapRemove(index);
}

/// `shrinkAndFree` or `shrinkRetainingCapacity`.
pub fn array_list_shrink(list: *List, len: usize, free: bool) callconv(.c) void {
    abi.require(len <= list.items.len);
    if (free) list.shrinkAndFree(gpa, len) else list.shrinkRetainingCapacity(len);
}

/// `ensureTotalCapacity`, or `ensureTotalCapacityPrecise`.
pub fn array_list_ensure(list: *List, count: usize, precise: bool) callconv(.c) void {
    abi.require(count <= len_max);
    const done = if (precise)
        list.ensureTotalCapacityPrecise(gpa, count)
    else
        list.ensureTotalCapacity(gpa, count);
    done catch std.c.abort();
}

pub fn array_list_clear_and_free(list: *List) callconv(.c) void {
    list.clearAndFree(gpa);
}

pub fn array_list_len(list: *const List) callconv(.c) usize {
    return list.items.len;
}

pub fn array_list_capacity(list: *const List) callconv(.c) usize {
    return list.capacity;
}

pub fn array_list_items(list: *const List, out: abi.SliceMut(u32)) callconv(.c) void {
    abi.require(out.len == list.items.len);
    @memcpy(out.get(), list.items);
}

/// A key, and a name that tells equal keys apart.
const Item = extern struct { key: u32, name: u32 };

fn compareKeys(_: void, a: Item, b: Item) std.math.Order {
    return std.math.order(a.key, b.key);
}

const Queue = std.PriorityQueue(Item, void, compareKeys);

pub fn priority_queue_create() callconv(.c) *Queue {
    const queue = gpa.create(Queue) catch std.c.abort();
    queue.* = .init(gpa, {});
    return queue;
}

pub fn priority_queue_destroy(queue: *Queue) callconv(.c) void {
    queue.deinit();
    gpa.destroy(queue);
}

/// `add`, or `addSlice` of more than one.
pub fn priority_queue_add(queue: *Queue, items: abi.Slice(Item)) callconv(.c) void {
    const done = if (items.len == 1) queue.add(items.get()[0]) else queue.addSlice(items.get());
    done catch std.c.abort();
}

/// `removeOrNull`; answers whether there was one.
pub fn priority_queue_remove(queue: *Queue, out: *Item) callconv(.c) bool {
    out.* = queue.removeOrNull() orelse return false;
    return true;
}

pub fn priority_queue_remove_index(queue: *Queue, index: usize) callconv(.c) Item {
    abi.require(index < queue.items.len);
    return queue.removeIndex(index);
}

/// `update`; answers whether there was one.
pub fn priority_queue_update(queue: *Queue, old: *const Item, new: *const Item) callconv(.c) bool {
    queue.update(old.*, new.*) catch return false;
    return true;
}

/// `fromOwnedSlice` of a copy.
pub fn priority_queue_replace(queue: *Queue, items: abi.Slice(Item)) callconv(.c) void {
    queue.deinit();
    queue.* = .fromOwnedSlice(gpa, gpa.dupe(Item, items.get()) catch std.c.abort(), {});
}

pub fn priority_queue_ensure(queue: *Queue, count: usize, precise: bool) callconv(.c) void {
    abi.require(count <= len_max);
    const done = if (precise)
        queue.ensureTotalCapacityPrecise(count)
    else
        queue.ensureTotalCapacity(count);
    done catch std.c.abort();
}

pub fn priority_queue_shrink(queue: *Queue, capacity: usize) callconv(.c) void {
    abi.require(capacity >= queue.items.len and capacity <= queue.cap);
    queue.shrinkAndFree(capacity);
}

pub fn priority_queue_clear(queue: *Queue) callconv(.c) void {
    queue.clearRetainingCapacity();
}

pub fn priority_queue_len(queue: *const Queue) callconv(.c) usize {
    return queue.items.len;
}

pub fn priority_queue_capacity(queue: *const Queue) callconv(.c) usize {
    return queue.cap;
}

pub fn priority_queue_items(queue: *const Queue, out: abi.SliceMut(Item)) callconv(.c) void {
    abi.require(out.len == queue.items.len);
    @memcpy(out.get(), queue.items);
}
