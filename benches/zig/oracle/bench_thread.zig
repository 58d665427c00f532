//! Loops over Zig's thread pool and locks, timed from Rust: one call runs a whole sample.

const std = @import("std");
const abi = @import("abi.zig");

/// Two workers, started by the first sample and never joined.
var pool: std.Thread.Pool = undefined;
var is_ready = false;

fn start() *std.Thread.Pool {
    if (!is_ready) {
        pool.init(.{ .allocator = std.heap.smp_allocator, .n_jobs = 2 }) catch abi.require(false);
        is_ready = true;
    }
    return &pool;
}

fn addOne(sum: *std.atomic.Value(u64)) void {
    _ = sum.fetchAdd(1, .monotonic);
}

/// Schedules `jobs` jobs that each add one, and waits for them.
pub fn bench_pool_spawn(jobs: u64, iterations: u64) callconv(.c) u64 {
    const workers = start();
    var sum: std.atomic.Value(u64) = .init(0);
    for (0..iterations) |_| {
        var group: std.Thread.WaitGroup = .{};
        for (0..jobs) |_| workers.spawnWg(&group, addOne, .{&sum});
        group.wait();
    }
    return sum.load(.monotonic);
}

var mutex: std.Thread.Mutex = .{};

pub fn bench_mutex(iterations: u64) callconv(.c) u64 {
    var sum: u64 = 0;
    for (0..iterations) |_| {
        mutex.lock();
        sum += 1;
        mutex.unlock();
    }
    return sum;
}
