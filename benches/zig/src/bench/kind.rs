//! Which loop of a family is meant; each goes over to Zig as its number.

/// Which string function a loop is about; a search that finds nothing counts as the length.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum TextLoop {
    /// `std.mem.indexOfScalar` of the first byte of the other text.
    IndexOfScalar,
    /// `std.mem.lastIndexOfScalar` of the same.
    LastIndexOfScalar,
    /// `std.mem.indexOfAny` of 2, 3, 8 or 16 bytes.
    IndexOfAny,
    /// `std.mem.indexOf`.
    IndexOf,
    /// `std.mem.eql`.
    Eql,
    /// `std.ascii.eqlIgnoreCase`.
    EqlIgnoreCase,
    /// `std.ascii.lowerString`; counts as the last byte.
    LowerString,
    /// A loop over vectors.
    IsAscii,
    /// A loop over vectors.
    FirstNonAscii,
    /// `std.mem.count` of one byte.
    CountScalar,
}

/// Which container a loop is about.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum ListLoop {
    /// `std.ArrayList`, growing; counts as the last value.
    Append,
    /// The same with all the room made first.
    AppendPresized,
    /// `std.PriorityQueue`: all in, then all out.
    Heap,
    /// `std.PriorityQueue.fromOwnedSlice` of a copy; counts as the first value.
    Heapify,
    /// A ring by hand: two in, one out, then the rest out.
    Ring,
}

/// A loop over `std.fs`; a result counts as a number of bytes.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum FsLoop {
    /// `openFile`, `read` and `close`.
    Read,
    /// `statFile`.
    Stat,
    /// `openDir`, `iterate` to the end and `close`; counts as the lengths of the names.
    List,
    /// `pwrite` of 4 KiB at the start of the file.
    Write,
}

/// A loop over `std.fs.path`; a result counts as its length and its last byte.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
pub enum PathLoop {
    /// `joinZ` of all parts.
    Join,
    /// `resolvePosix` of all parts.
    Resolve,
    /// `relativePosix` of the first two.
    Relative,
    /// `dirnamePosix`, `basenamePosix` and `extension` of the first; counts as their lengths.
    Parts,
    /// A copy of the first, with a terminator, in a buffer of a thread's pool.
    Pool,
}
