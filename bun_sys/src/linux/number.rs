//! Flags of `epoll` and `inotify`.

/// Flags and operations of `epoll`.
///
/// Zig: `std.os.linux.EPOLL`.
///
/// # Examples
///
/// ```
/// use bun_sys::linux::EPOLL;
///
/// let wanted = EPOLL::IN | EPOLL::ONESHOT;
/// assert!(wanted & EPOLL::OUT == 0);
/// ```
pub mod EPOLL {
    /// There is something to read.
    pub const IN: u32 = libc::EPOLLIN as u32;
    /// There is something urgent to read.
    pub const PRI: u32 = libc::EPOLLPRI as u32;
    /// There is room to write.
    pub const OUT: u32 = libc::EPOLLOUT as u32;
    /// Something went wrong; always reported.
    pub const ERR: u32 = libc::EPOLLERR as u32;
    /// The other side is gone; always reported.
    pub const HUP: u32 = libc::EPOLLHUP as u32;
    /// The other side will write no more.
    pub const RDHUP: u32 = libc::EPOLLRDHUP as u32;
    /// Report changes only.
    pub const ET: u32 = libc::EPOLLET as u32;
    /// Report once.
    pub const ONESHOT: u32 = libc::EPOLLONESHOT as u32;
    /// Add a descriptor.
    pub const CTL_ADD: i32 = libc::EPOLL_CTL_ADD;
    /// Change what is wanted of a descriptor.
    pub const CTL_MOD: i32 = libc::EPOLL_CTL_MOD;
    /// Remove a descriptor.
    pub const CTL_DEL: i32 = libc::EPOLL_CTL_DEL;
    /// Close on `exec`.
    pub const CLOEXEC: i32 = libc::EPOLL_CLOEXEC;
}

/// Events and flags of `inotify`.
///
/// Zig: `std.os.linux.IN`.
///
/// # Examples
///
/// ```
/// use bun_sys::linux::IN;
///
/// assert_eq!(IN::MOVE, IN::MOVED_FROM | IN::MOVED_TO);
/// ```
pub mod IN {
    /// The file was read.
    pub const ACCESS: u32 = libc::IN_ACCESS;
    /// The content changed.
    pub const MODIFY: u32 = libc::IN_MODIFY;
    /// What is known of the file changed.
    pub const ATTRIB: u32 = libc::IN_ATTRIB;
    /// A file that was open for writing was closed.
    pub const CLOSE_WRITE: u32 = libc::IN_CLOSE_WRITE;
    /// A file that was open for reading only was closed.
    pub const CLOSE_NOWRITE: u32 = libc::IN_CLOSE_NOWRITE;
    /// The file was opened.
    pub const OPEN: u32 = libc::IN_OPEN;
    /// An entry left the directory.
    pub const MOVED_FROM: u32 = libc::IN_MOVED_FROM;
    /// An entry came into the directory.
    pub const MOVED_TO: u32 = libc::IN_MOVED_TO;
    /// Both.
    pub const MOVE: u32 = MOVED_FROM | MOVED_TO;
    /// An entry was made.
    pub const CREATE: u32 = libc::IN_CREATE;
    /// An entry was removed.
    pub const DELETE: u32 = libc::IN_DELETE;
    /// The watched file itself was removed.
    pub const DELETE_SELF: u32 = libc::IN_DELETE_SELF;
    /// The watched file itself was moved.
    pub const MOVE_SELF: u32 = libc::IN_MOVE_SELF;
    /// The file system was unmounted.
    pub const UNMOUNT: u32 = libc::IN_UNMOUNT;
    /// Events were lost.
    pub const Q_OVERFLOW: u32 = libc::IN_Q_OVERFLOW;
    /// The watch is gone.
    pub const IGNORED: u32 = libc::IN_IGNORED;
    /// The event is about a directory.
    pub const ISDIR: u32 = libc::IN_ISDIR;
    /// Watch only if it is a directory.
    pub const ONLYDIR: u32 = libc::IN_ONLYDIR;
    /// Do not follow a symbolic link.
    pub const DONT_FOLLOW: u32 = libc::IN_DONT_FOLLOW;
    /// Do not report entries that are removed already.
    pub const EXCL_UNLINK: u32 = libc::IN_EXCL_UNLINK;
    /// Add to what is watched already.
    pub const MASK_ADD: u32 = libc::IN_MASK_ADD;
    /// Report once.
    pub const ONESHOT: u32 = libc::IN_ONESHOT;
    /// Close on `exec`.
    pub const CLOEXEC: i32 = libc::IN_CLOEXEC;
    /// Never wait.
    pub const NONBLOCK: i32 = libc::IN_NONBLOCK;
}
