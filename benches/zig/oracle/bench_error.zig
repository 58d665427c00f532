//! Loops over errors, timed from Rust: one call runs a whole sample.
//!
//! An index stands for an error of a list that both sides have; a sample turns the indices into
//! errors first, once for all its iterations.

const abi = @import("abi.zig");

const count_max = 4096;

/// Errors with codes that Rust knows by heart.
const known = [_]anyerror{
    error.ENOENT, error.EACCES, error.EEXIST, error.FileNotFound, error.OutOfMemory,
    error.ConnectionClosed, error.Timeout, error.InvalidArgument, error.EPERM, error.EAGAIN,
    error.EBADF, error.EIO, error.ENOSPC, error.EPIPE, error.WriteFailed, error.EndOfStream,
    error.ModuleNotFound, error.SyntaxError, error.ParseError, error.Overflow, error.ENOTDIR,
    error.EISDIR, error.EINVAL, error.EMFILE, error.StackOverflow, error.Unexpected,
    error.AccessDenied, error.TooManyRedirects, error.BrokenPipe, error.WouldBlock,
    error.NameTooLong, error.NotDir,
};

/// Errors of the benchmark alone.
const own = [_]anyerror{
    error.AcornMissing, error.BirchTooTall, error.CedarUnknown, error.DogwoodBusy,
    error.ElmNotMounted, error.FirOutOfOrder, error.GinkgoStale, error.HazelTruncated,
    error.IvyEntangled, error.JuniperLocked, error.KapokOverdue, error.LarchUnstable,
    error.MapleDuplicate, error.NutmegExpired, error.OakUnreadable, error.PineTooShort,
    error.QuinceRejected, error.RowanShadowed, error.SpruceInvalid, error.TeakUnsigned,
    error.UpasForbidden, error.VioletSkipped, error.WillowBent, error.XylosmaMisread,
    error.YewImmutable, error.ZelkovaDropped, error.AspenNervous, error.BeechUnwritten,
    error.CypressPartial, error.DateNotRipe, error.EbonyTooDark, error.FigCounterfeit,
};

/// Counts the errors that are `ENOENT`.
pub fn bench_error_compare(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    var buffer: [count_max]anyerror = undefined;
    const errors = fill(&buffer, &known, indices.get());
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (errors) |err| sum +%= @intFromBool(err == error.ENOENT);
        sum = opaqueValue(sum);
    }
    return sum;
}

pub fn bench_error_name(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    return names(&known, indices.get(), iterations);
}

pub fn bench_error_own_name(indices: abi.Slice(u32), iterations: u64) callconv(.c) u64 {
    return names(&own, indices.get(), iterations);
}

/// Adds up the lengths and the first letters of the names.
fn names(list: []const anyerror, indices: []const u32, iterations: u64) u64 {
    var buffer: [count_max]anyerror = undefined;
    const errors = fill(&buffer, list, indices);
    var sum: u64 = 0;
    for (0..iterations) |_| {
        for (errors) |err| {
            const name = @errorName(err);
            sum +%= name.len + if (name.len > 0) name[0] else 0;
        }
        sum = opaqueValue(sum);
    }
    return sum;
}

fn fill(buffer: *[count_max]anyerror, list: []const anyerror, indices: []const u32) []anyerror {
    abi.require(indices.len <= count_max);
    for (buffer[0..indices.len], indices) |*err, index| {
        abi.require(index < list.len);
        err.* = list[index];
    }
    return buffer[0..indices.len];
}

/// `value`, of which the optimiser no longer knows where it came from. Costs nothing.
inline fn opaqueValue(value: u64) u64 {
    return asm volatile (""
        : [out] "=r" (-> u64),
        : [in] "0" (value),
    );
}
