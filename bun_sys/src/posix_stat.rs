//! `PosixStat`: what is known of a file, in the same widths on every system.

use crate::backend::imp;
use crate::{FileKind, Mode, Stat, kind_from_mode};

pub use bun_core::Timespec;

/// What is known of a file, in the same widths on every system. Signed numbers of the system are
/// sign-extended.
///
/// Zig: `bun.sys.PosixStat`.
///
/// # Examples
///
/// ```
/// use bun_str::zstr;
/// use bun_sys::{PosixStat, stat};
///
/// let root = PosixStat::init(&stat(zstr!("/"))?);
/// assert!(root.kind().is_directory() && root.ino != 0);
/// # Ok::<(), bun_sys::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[repr(C)]
pub struct PosixStat {
    /// The device that holds the file.
    pub dev: u64,
    /// The number of the file in its device.
    pub ino: u64,
    /// The type and the permissions.
    pub mode: u64,
    /// How many names the file has.
    pub nlink: u64,
    /// The owner.
    pub uid: u64,
    /// The group.
    pub gid: u64,
    /// The device that the file is, if it is one.
    pub rdev: u64,
    /// The size in bytes.
    pub size: u64,
    /// The block size that suits reading and writing.
    pub blksize: u64,
    /// How many blocks of 512 bytes are in use.
    pub blocks: u64,
    /// When the content was last read.
    pub atim: Timespec,
    /// When the content last changed.
    pub mtim: Timespec,
    /// When the content or what is known of the file last changed.
    pub ctim: Timespec,
    /// When the file was made; 0 where the system does not say.
    pub birthtim: Timespec,
}

impl PosixStat {
    /// The same as `stat` says. On Linux the time of birth is 0: only
    /// [`statx`](crate::statx) says it.
    #[must_use]
    pub fn init(stat: &Stat) -> Self {
        imp::posix_stat(stat.raw())
    }

    /// The type.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        kind_from_mode(self.mode as Mode)
    }

    /// When the content was last read.
    #[must_use]
    pub const fn atime(&self) -> Timespec {
        self.atim
    }

    /// When the content last changed.
    #[must_use]
    pub const fn mtime(&self) -> Timespec {
        self.mtim
    }

    /// When the content or what is known of the file last changed.
    #[must_use]
    pub const fn ctime(&self) -> Timespec {
        self.ctim
    }

    /// When the file was made; 0 where the system does not say.
    #[must_use]
    pub const fn birthtime(&self) -> Timespec {
        self.birthtim
    }
}
