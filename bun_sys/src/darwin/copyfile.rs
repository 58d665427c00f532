//! What `copyfile` copies, and how.

/// What `copyfile` copies, and how.
///
/// Zig: `std.c.COPYFILE`.
///
/// # Examples
///
/// ```
/// use bun_sys::darwin::COPYFILE;
///
/// assert_eq!(COPYFILE { data: true, ..COPYFILE::default() }.bits(), 8);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct COPYFILE {
    /// Copy the list of who may do what.
    pub acl: bool,
    /// Copy permissions and times.
    pub stat: bool,
    /// Copy the extended attributes.
    pub xattr: bool,
    /// Copy the content.
    pub data: bool,
    /// Copy a directory with what is in it.
    pub recursive: bool,
    /// Only say what could be copied.
    pub check: bool,
    /// Fail when the target exists.
    pub excl: bool,
    /// Copy a symbolic link itself.
    pub nofollow_src: bool,
    /// Replace a symbolic link at the target.
    pub nofollow_dst: bool,
    /// Remove the source.
    pub move_: bool,
    /// Remove the target first.
    pub unlink: bool,
    /// Share the blocks, where that works.
    pub clone: bool,
    /// Share the blocks, or fail.
    pub clone_force: bool,
}

impl COPYFILE {
    /// The number.
    #[must_use]
    pub const fn bits(self) -> u32 {
        let mut bits = 0;
        if self.acl {
            bits |= libc::COPYFILE_ACL;
        }
        if self.stat {
            bits |= libc::COPYFILE_STAT;
        }
        if self.xattr {
            bits |= libc::COPYFILE_XATTR;
        }
        if self.data {
            bits |= libc::COPYFILE_DATA;
        }
        if self.recursive {
            bits |= libc::COPYFILE_RECURSIVE;
        }
        if self.check {
            bits |= libc::COPYFILE_CHECK;
        }
        if self.excl {
            bits |= libc::COPYFILE_EXCL;
        }
        if self.nofollow_src {
            bits |= libc::COPYFILE_NOFOLLOW_SRC;
        }
        if self.nofollow_dst {
            bits |= libc::COPYFILE_NOFOLLOW_DST;
        }
        if self.move_ {
            bits |= libc::COPYFILE_MOVE;
        }
        if self.unlink {
            bits |= libc::COPYFILE_UNLINK;
        }
        if self.clone {
            bits |= libc::COPYFILE_CLONE;
        }
        if self.clone_force {
            bits |= libc::COPYFILE_CLONE_FORCE;
        }
        bits
    }
}
