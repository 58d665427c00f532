//! Mapped memory.
#![expect(unsafe_code, reason = "hands out memory that the system maps")]

use core::fmt;
use core::ptr::{self, NonNull};
use core::slice;

use bun_str::ZStr;

use crate::backend::imp;
use crate::failure::{bare, on_path};
use crate::{Fd, Maybe, O, OwnedFd, SystemErrno, Tag, get_file_size, open};

/// How mapped memory can be used.
///
/// Zig: `std.posix.PROT`.
///
/// # Examples
///
/// ```
/// use bun_sys::PROT;
///
/// assert_eq!(PROT::READ | PROT::WRITE | PROT::EXEC, 7);
/// ```
pub mod PROT {
    /// Not at all.
    pub const NONE: i32 = 0;
    /// It can be read.
    pub const READ: i32 = 1;
    /// It can be written.
    pub const WRITE: i32 = 2;
    /// It can be executed.
    pub const EXEC: i32 = 4;
}

/// What writing to mapped memory changes.
///
/// Zig: `std.posix.MAP`.
///
/// # Examples
///
/// ```
/// use bun_sys::MAP;
///
/// assert_eq!(MAP::PRIVATE & (MAP::SHARED | MAP::ANONYMOUS | MAP::FIXED), 0);
/// ```
pub mod MAP {
    use crate::backend::imp::flags;

    /// The file, and what others see.
    pub const SHARED: i32 = flags::MAP_SHARED;
    /// A copy.
    pub const PRIVATE: i32 = flags::MAP_PRIVATE;
    /// There is no file.
    pub const ANONYMOUS: i32 = flags::MAP_ANONYMOUS;
    /// At the address asked for, whatever is there.
    pub const FIXED: i32 = flags::MAP_FIXED;
}

/// Maps `len` bytes of `fd` at `off` (`mmap(2)`), or of nothing with [`MAP::ANONYMOUS`] and
/// [`Fd::INVALID`]. `addr` is a wish. Not made again after `EINTR`, as in Zig.
///
/// [`Mmap`] unmaps by itself.
///
/// Zig: `bun.sys.mmap`.
///
/// # Platforms
///
/// Windows: `MapViewOfFileEx`, without a file `VirtualAlloc`. `off` is a multiple of 64 KiB there,
/// `addr` counts with [`MAP::FIXED`] only, which fails where something is mapped, and a mapping of
/// a file cannot be longer than that.
///
/// # Errors
///
/// `EINVAL` when `len` is 0, `off` is not at a page, or `flags` contradict each other; `ENOMEM`
/// when there is no room, or too many mappings; `EACCES` when `fd` is not open for what `prot` and
/// `flags` want (Windows: `EPERM`); `EBADF` when it is not open; `ENODEV` when it cannot be mapped;
/// `EPERM` when it may not be executed.
///
/// # Safety
///
/// 1. With [`MAP::FIXED`], nothing uses the pages at `addr`.
///
/// # Examples
///
/// ```
/// use core::ptr;
///
/// use bun_sys::{Fd, MAP, PROT, mmap, munmap};
///
/// # if cfg!(miri) { return Ok(()); }
/// let (prot, flags) = (PROT::READ | PROT::WRITE, MAP::PRIVATE | MAP::ANONYMOUS);
/// // SAFETY: 1. Not `MAP::FIXED`.
/// let page = unsafe { mmap(ptr::null_mut(), 4096, prot, flags, Fd::INVALID, 0) }?;
/// // SAFETY: the page was just mapped, to be written.
/// unsafe { page.write(7) };
/// // SAFETY: 1. It was mapped above. 2. Nothing uses it any more.
/// unsafe { munmap(page, 4096) }?;
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub unsafe fn mmap(
    addr: *mut u8,
    len: usize,
    prot: i32,
    flags: i32,
    fd: Fd,
    off: i64,
) -> Maybe<*mut u8> {
    // SAFETY: the caller's promise.
    unsafe { imp::mmap(addr, len, prot, flags, fd, off) }.map_err(bare(Tag::mmap))
}

/// Unmaps the pages of `len` bytes at `addr` (`munmap(2)`). Not made again after `EINTR`.
///
/// Zig: `bun.sys.munmap`.
///
/// # Platforms
///
/// Windows: `UnmapViewOfFile`, `VirtualFree`; always the whole of what was mapped at `addr`,
/// whatever `len` says.
///
/// # Errors
///
/// `EINVAL` when `addr` is not at a page, or `len` is 0; `ENOMEM` when a hole would make too many
/// mappings.
///
/// # Safety
///
/// 1. The pages were mapped by [`mmap`] or [`mmap_file`], on Windows at `addr`.
/// 2. Nothing uses them any more, on Windows the whole of what was mapped there.
pub unsafe fn munmap(addr: *mut u8, len: usize) -> Maybe<()> {
    // SAFETY: the caller's promises.
    unsafe { imp::munmap(addr, len) }.map_err(bare(Tag::munmap))
}

/// Maps the file at `path` from `offset` on, to be read and written: `wanted_size` bytes, or less
/// when it is shorter (`open(2)` with `RDWR`, `fstat(2)`, `mmap(2)`). [`munmap`] ends it.
///
/// Zig: `bun.sys.mmapFile`.
///
/// # Errors
///
/// Those of [`open`], [`fstat`](crate::fstat) and [`mmap`], with `path`: `EINVAL` when nothing is
/// left to map, `offset` is not at a page, or `flags` has [`MAP::FIXED`] or neither [`MAP::SHARED`]
/// nor [`MAP::PRIVATE`]; `EISDIR`; `EACCES` when it may not be written, even with [`MAP::PRIVATE`].
///
/// # Safety
///
/// 1. Until it is unmapped, nobody changes the file but through this slice.
/// 2. Until it is unmapped, nobody makes the file shorter: touching pages behind the end raises
///    `SIGBUS`.
///
/// # Examples
///
/// ```
/// use bun_str::{ZBox, zstr};
/// use bun_sys::{Dir, File, MAP, mmap_file, munmap};
///
/// # if cfg!(miri) { return Ok(()); }
/// # let top = format!("{}/bun_sys-mmap-{}", std::env::temp_dir().display(), std::process::id());
/// let dir = Dir::cwd().make_open_path(top.as_bytes(), Default::default())?;
/// File::write_file(&dir, zstr!("file"), b"content")?;
/// let path = ZBox::from_bytes(format!("{top}/file").as_bytes());
/// // SAFETY: 1. and 2. Nobody else knows the file.
/// let mapped = unsafe { mmap_file(&path, MAP::SHARED, None, 0) }?;
/// mapped[0] = b'C';
/// let (start, len) = (mapped.as_mut_ptr(), mapped.len());
/// // SAFETY: 1. It was mapped above. 2. Nothing uses it any more.
/// unsafe { munmap(start, len) }?;
/// assert_eq!(File::read_from(&dir, b"file")?, b"Content");
/// # Dir::cwd().delete_tree(top.as_bytes())?;
/// # Ok::<(), bun_core::Error>(())
/// ```
#[doc(alias = "mmapFile")]
pub unsafe fn mmap_file(
    path: &ZStr,
    flags: i32,
    wanted_size: Option<usize>,
    offset: usize,
) -> Maybe<&'static mut [u8]> {
    // SAFETY: the caller's promises.
    let map = unsafe { Mmap::map_file(path, flags, wanted_size, offset) }?;
    let (start, len) = map.into_raw();
    // SAFETY: the pages are mapped until the caller unmaps them, can be read and written, and are
    // used through this slice only.
    Ok(unsafe { slice::from_raw_parts_mut(start.as_ptr(), len) })
}

/// Mapped memory that is unmapped when this is dropped.
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use bun_sys::Mmap;
///
/// let mut pages = Mmap::anonymous(10_000)?;
/// pages[9_999] = 1;
/// assert_eq!((pages.len(), pages[0]), (10_000, 0));
/// # }
/// # Ok::<(), bun_sys::Error>(())
/// ```
pub struct Mmap {
    /// Invariant: `len` bytes that are mapped for this value alone, readable and writable.
    start: NonNull<u8>,
    /// Invariant: not 0.
    len: usize,
}

// SAFETY: the memory is owned, and bytes belong to no thread.
unsafe impl Send for Mmap {}
// SAFETY: a shared reference only reads.
unsafe impl Sync for Mmap {}

impl Mmap {
    /// Maps `len` zeros, of this process alone (`mmap(2)` with `MAP_PRIVATE | MAP_ANONYMOUS`;
    /// Windows: `VirtualAlloc`).
    ///
    /// # Errors
    ///
    /// Those of [`mmap`]: `EINVAL` when `len` is 0, `ENOMEM`.
    pub fn anonymous(len: usize) -> Maybe<Self> {
        let flags = MAP::PRIVATE | MAP::ANONYMOUS;
        Self::map(len, flags, Fd::INVALID, 0).map_err(bare(Tag::mmap))
    }

    /// Maps the file at `path` from `offset` on, to be read and written: `wanted_size` bytes, or
    /// less when it is shorter. [`mmap_file`] has an example.
    ///
    /// # Errors
    ///
    /// Those of [`mmap_file`].
    ///
    /// # Safety
    ///
    /// 1. Until this is dropped, nobody changes the file but through it.
    /// 2. Until this is dropped, nobody makes the file shorter: touching pages behind the end
    ///    raises `SIGBUS`.
    pub unsafe fn map_file(
        path: &ZStr,
        flags: i32,
        wanted_size: Option<usize>,
        offset: usize,
    ) -> Maybe<Self> {
        let file = OwnedFd::new(open(path, O::RDWR | O::CLOEXEC, 0)?);
        let left = get_file_size(file.fd())?.saturating_sub(offset as u64);
        let left = usize::try_from(left).unwrap_or(usize::MAX);
        let len = wanted_size.unwrap_or(left).min(left);
        if flags & MAP::FIXED != 0 || i64::try_from(offset).is_err() {
            return Err(on_path(path, Tag::mmap)(SystemErrno::EINVAL));
        }
        Self::map(len, flags, file.fd(), offset as i64).map_err(on_path(path, Tag::mmap))
    }

    /// `flags` has no `MAP::FIXED`.
    fn map(len: usize, flags: i32, fd: Fd, offset: i64) -> Result<Self, SystemErrno> {
        let prot = PROT::READ | PROT::WRITE;
        // SAFETY: not `MAP::FIXED`, so that the system picks free pages.
        let start = unsafe { imp::mmap(ptr::null_mut(), len, prot, flags, fd, offset) }?;
        let start = NonNull::new(start).ok_or(SystemErrno::ENOMEM)?;
        Ok(Self { start, len })
    }

    /// Gives the duty to unmap the memory to the caller.
    #[must_use]
    pub fn into_raw(self) -> (NonNull<u8>, usize) {
        let this = core::mem::ManuallyDrop::new(self);
        (this.start, this.len)
    }
}

impl core::ops::Deref for Mmap {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        // SAFETY: the invariant of `start`; the slice lives as long as the borrow of `self`.
        unsafe { slice::from_raw_parts(self.start.as_ptr(), self.len) }
    }
}

impl core::ops::DerefMut for Mmap {
    fn deref_mut(&mut self) -> &mut [u8] {
        // SAFETY: the invariant of `start`; `self` is borrowed exclusively.
        unsafe { slice::from_raw_parts_mut(self.start.as_ptr(), self.len) }
    }
}

impl fmt::Debug for Mmap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mmap").field("start", &self.start).field("len", &self.len).finish()
    }
}

impl Drop for Mmap {
    fn drop(&mut self) {
        // SAFETY:
        // 1. The invariant of `start`.
        // 2. Every reference into it borrowed `self`.
        let unmapped = unsafe { imp::munmap(self.start.as_ptr(), self.len) };
        debug_assert!(unmapped.is_ok(), "these pages are ours");
    }
}
