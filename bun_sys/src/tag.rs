//! `Tag`: the system call an error came from, spelled as messages spell it.

use core::fmt;

/// Defines the constants and their names, in the order of their numbers.
macro_rules! tags {
    ($($name:ident)*) => {
        #[expect(
            non_camel_case_types,
            clippy::upper_case_acronyms,
            reason = "the variants number the names below"
        )]
        #[repr(u8)]
        enum Number { $($name),* }

        #[expect(non_upper_case_globals, reason = "the names are those in messages")]
        impl Tag {
            $(
                #[doc = concat!("`", stringify!($name), "`")]
                pub const $name: Self = Self(Number::$name as u8);
            )*
        }

        /// Indexed by number.
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

/// The name of a system call, for messages.
///
/// Zig: `bun.sys.Tag`.
///
/// # Examples
///
/// ```
/// use bun_sys::Tag;
///
/// assert_eq!(Tag::open.name(), "open");
/// assert_eq!(Tag::default(), Tag::TODO);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Tag(
    /// Invariant: an index into `NAMES`.
    u8,
);

tags! {
    TODO dup access connect chmod chown clonefile clonefileat close copy_file_range copyfile fchmod
    fchmodat fchown fcntl fdatasync fstat fstatat fsync ftruncate futimens getdents64
    getdirentries64 lchmod lchown link lseek lstat lutime mkdir mkdtemp fnctl memfd_create mmap
    munmap open pread pwrite read readlink rename stat statfs symlink symlinkat unlink utime
    utimensat write getcwd getenv chdir fcopyfile recv send sendfile sendmmsg splice rmdir truncate
    realpath futime pidfd_open poll ppoll watch scandir kevent kqueue epoll_ctl kill waitpid
    posix_spawn getaddrinfo writev pwritev readv preadv ioctl_ficlone accept bind2 connect2 listen
    pipe try_write socketpair setsockopt statx rm uv_spawn uv_pipe uv_tty_set_mode
    uv_open_osfhandle uv_os_homedir WriteFile NtQueryDirectoryFile NtSetInformationFile
    GetFinalPathNameByHandle CloseHandle SetFilePointerEx SetEndOfFile
}

impl Tag {
    /// The tag with this number, if it is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::Tag;
    ///
    /// assert_eq!(Tag::from_raw(Tag::open.raw()), Some(Tag::open));
    /// assert_eq!(Tag::from_raw(200), None);
    /// ```
    #[must_use]
    pub const fn from_raw(number: u8) -> Option<Self> {
        if (number as usize) < NAMES.len() { Some(Self(number)) } else { None }
    }

    /// The number, which is the position in the table.
    #[must_use]
    pub const fn raw(self) -> u8 {
        self.0
    }

    /// The name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        NAMES[self.0 as usize]
    }

    /// Whether this is a call of Windows other than `WriteFile`.
    #[must_use]
    pub const fn is_windows(self) -> bool {
        self.0 > Self::WriteFile.0
    }
}

impl Default for Tag {
    fn default() -> Self {
        Self::TODO
    }
}

/// As [`Tag::name`].
impl From<Tag> for &'static str {
    fn from(tag: Tag) -> Self {
        tag.name()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte() {
        for number in 0..=u8::MAX {
            match Tag::from_raw(number) {
                Some(tag) => {
                    assert_eq!((tag.raw(), tag.name()), (number, NAMES[usize::from(number)]));
                    assert_eq!(tag.to_string(), <&str>::from(tag));
                }
                None => assert!(usize::from(number) >= NAMES.len()),
            }
        }
    }

    #[test]
    fn spelled_and_numbered_as_in_zig() {
        assert_eq!((NAMES.len(), Tag::default()), (101, Tag::TODO));
        assert_eq!((Tag::fnctl.name(), Tag::rm.raw()), ("fnctl", 88));
        assert_eq!(Tag::SetEndOfFile.raw(), 100);
        assert!(Tag::NtQueryDirectoryFile.is_windows() && !Tag::WriteFile.is_windows());
    }
}
